import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { acme, data, inRoot, sla } from '../places.ts';
import { BARE, bare, plain, type Section } from '../section.ts';

const most = (ratio: number) => [{ ratio, against: BARE }];
const packed = join(data, 'packed');

/** Starts of the program as it stands here and as it is published, and by the chunks from which the library is made. */
export function starts(): Section {
  return {
    name: 'starts',
    title: 'Start',
    rounds: 7,
    rows: [
      bare,
      sla('sla --version', most(1.6), '--version'),
      sla(
        'sla validate examples/hubspot, one agreement',
        most(2.2),
        'validate',
        inRoot('examples', 'hubspot'),
      ),
      sla('sla validate examples/acme, two versions', most(2.2), 'validate', acme),
      {
        ...plain(
          'sla validate examples/acme, packed',
          join(packed, 'package', 'bin', 'sla.js'),
          'validate',
          acme,
        ),
        goals: most(2.2),
      },
      { ...sla('the same by the chunks', [], 'validate', acme), env: { SLA_DEBUG: '1' } },
    ],
    prepare: async () => pack(),
    differences: (stdout) =>
      stdout('sla validate examples/acme, packed') === stdout('sla validate examples/acme, two versions')
        ? []
        : ['The packed program says something else'],
  };
}

/** What would be published, as somebody would have it: made anew in each run, with the dependencies of this checkout. */
function pack(): void {
  rmSync(packed, { recursive: true, force: true });
  mkdirSync(packed, { recursive: true });
  const npm = { cwd: inRoot(), stdio: 'ignore', shell: process.platform === 'win32' } as const;
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', packed], npm);
  const archive = readdirSync(packed).find((name) => name.endsWith('.tgz'));
  if (!archive || !existsSync(inRoot('dist', 'short'))) throw new Error('Nothing is built: npm run build');
  execFileSync('tar', ['-xzf', archive], { cwd: packed });
  symlinkSync(inRoot('node_modules'), join(packed, 'package', 'node_modules'), 'junction');
}
