import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith } from '../app/folder.ts';
import {
  AS_OF,
  days,
  dueAfterMinutes,
  inProfile,
  type Lead,
  leads,
  monthOf,
  SECOND,
  size,
} from './acme-oracle.ts';
import { root } from './sla.ts';

const acme = join(root, 'examples/acme');

interface Contact {
  readonly key: string;
  readonly isMet: boolean;
  readonly isWaived: boolean;
}

/** The first contacts of May that are decided, by a loop over the rows. */
const may: readonly Contact[] = leads.flatMap((lead: Lead): readonly Contact[] => {
  const { qualified, contacted, row } = lead;
  if (qualified === null || monthOf(qualified) !== '2026-05' || !inProfile(lead)) return [];
  const due = dueAfterMinutes(qualified, (size(lead) >= 500 ? 1 : qualified < SECOND ? 4 : 3) * 60);
  if (contacted !== null && contacted < qualified) return [];
  if (contacted === null && due >= AS_OF) return [];
  return [
    {
      key: row.Identifiant ?? '',
      isMet: contacted !== null && contacted <= due,
      isWaived: days('2026-05-21', '2026-05-22', qualified),
    },
  ];
});
const late = may.filter(({ isMet, isWaived }) => !isMet && !isWaived).map(({ key }) => key);
const [upheld = '', rejected = '', ...rest] = late;
const open = rest.slice(0, 3);
const kept = may.find(({ isMet }) => isMet)?.key ?? '';

/** Met and breached without some of the late ones. */
const countsWithout = (leftOut: readonly string[]) => {
  const own = may.filter(({ key, isMet, isWaived }) => isMet || !(isWaived || leftOut.includes(key)));
  return {
    met: own.filter(({ isMet }) => isMet).length,
    breached: own.filter(({ isMet }) => !isMet).length,
  };
};

const entry = (lead: string, more = '') => `- lead: ${lead}
  promise: first-contact
  by: sales
  on: 2026-06-02
  says: It was not so
${more}`;
const settled = (outcome: string) =>
  `  settled: { outcome: ${outcome}, by: [marketing, sales], on: 2026-06-08 }\n`;

const terms = `
disputes: { files: disputes.yaml, settled_by: [marketing, sales], within: 10 business days, calendar: office }
`;
const disputing = (name: string) => readFileSync(join(acme, name), 'utf8') + terms;
const here = folderWith({
  'acme-2026-1.sla.yaml': readFileSync(join(acme, 'acme-2026-1.sla.yaml'), 'utf8'),
  'acme-2026-2.sla.yaml': disputing('acme-2026-2.sla.yaml'),
  'disputes.yaml': [
    entry(upheld, settled('upheld')),
    entry(rejected, settled('rejected')),
    ...open.map((lead) => entry(lead)),
    // Nothing is to be gained about a promise that was kept.
    entry(kept),
  ].join('\n'),
});
for (const folder of ['exports', 'records', 'minutes', 'experiments'])
  cpSync(join(acme, folder), join(here.cwd, folder), { recursive: true });
afterAll(() => here.remove());

describe('first contacts of acme that are disputed', () => {
  it('change no number until they are settled, and are told with and without, as a loop over the rows counts', async () => {
    const [{ disputes, ifUpheld }] = JSON.parse((await here.sla('disputes', '--format', 'json')).out).results;
    const told = disputes.map((each: { lead: string; is: string }) => [each.lead, each.is]);
    expect(Object.fromEntries(told)).toEqual({
      [upheld]: 'upheld',
      [rejected]: 'rejected',
      // Ten open days after 2 June are over on the 16th.
      ...Object.fromEntries([...open, kept].map((lead) => [lead, 'overdue'])),
    });
    const [now, then] = [countsWithout([upheld]), countsWithout([upheld, ...open])];
    const own = ifUpheld.filter((each: { id: string }) => each.id === 'first-contact');
    expect(own).toMatchObject([
      {
        period: '2026-05',
        now: { attainment: now.met / (now.met + now.breached) },
        upheld: { attainment: then.met / (then.met + then.breached) },
      },
    ]);
    // Of 13 late ones 12 count; without the three that are open nine do, and the verdict turns.
    expect([now.breached, then.breached]).toEqual([12, 9]);
    expect([own[0].now.verdict, own[0].upheld.verdict]).toEqual(['missed', 'met']);
  });

  it('stand in the report and in the agenda with the number that counts', async () => {
    const report = JSON.parse((await here.sla('report', '--format', 'json')).out);
    const result = report.results.find(
      (each: { id: string; period: string }) => each.id === 'first-contact' && each.period === '2026-05',
    );
    expect(result.counts).toMatchObject(countsWithout([upheld]));
    const [pack] = JSON.parse(
      (await here.sla('pack', '--period', '2026-05', '--format', 'json')).out,
    ).results;
    const leadsTold = pack.disputes.disputes.map(({ lead }: { lead: string }) => lead).sort();
    expect(leadsTold).toEqual([upheld, rejected, ...open, kept].sort());
  });
});
