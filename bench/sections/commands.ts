import { join } from 'node:path';
import { acme, leadsOf, sla } from '../places.ts';
import { BARE, bare, type Section } from '../section.ts';

const most = (ratio: number) => [{ ratio, against: BARE }];

/** The commands that read exports, on exports as small as most are. */
export function commands(): Section {
  const export_ = join(acme, 'exports', 'leads.csv');
  const versions = ['1', '2'].map((version) => join(acme, `acme-2026-${version}.sla.yaml`));
  const small = leadsOf(10_000);
  const proposed = ['--timezone', 'Europe/Paris', '--yes', '--print'];
  return {
    name: 'commands',
    title: 'Commands on examples/acme: 2,014 leads, two versions, nine promises',
    rounds: 3,
    rows: [
      bare,
      sla('sla check', most(6), 'check', acme),
      { ...sla('sla check by the chunks', [], 'check', acme), env: { SLA_DEBUG: '1' } },
      sla('sla cases, one promise', most(6), 'cases', '--commitment', 'first-contact', acme),
      sla('sla explain, one lead', most(6), 'explain', 'ACM-00704', acme),
      sla('sla doctor', most(6), 'doctor', acme),
      sla('sla report', most(6), 'report', acme),
      sla('sla diff, two versions', most(6), 'diff', ...versions),
      sla('sla init, from the export of leads', most(6), 'init', '--from', export_, ...proposed),
      sla('sla demo', most(15), 'demo'),
      sla('sla check, 10,000 leads and five promises', most(4), 'check', small.file(5)),
    ],
    prepare: small.make,
    differences: () => [],
  };
}
