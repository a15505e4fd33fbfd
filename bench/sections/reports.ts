import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences, leanDifferences } from '../compare.ts';
import { data, inRoot, leadsOf, report, thousands } from '../places.ts';
import type { Python } from '../python.ts';
import { type Goal, plain, type Row, type Section } from '../section.ts';

const LEAN = 'leanest typed SQL, from Node';
const HAND = 'query by hand with the duties of sla';

const PEERS = { duckdb: 'leanest typed SQL, from Python', polars: 'polars', pandas: 'pandas with pyarrow' };

const GOALS: readonly Goal[] = [
  { ratio: 1.3, against: PEERS.duckdb },
  { ratio: 1, against: PEERS.polars },
  { ratio: 1, against: PEERS.pandas },
  { ratio: 1.3, against: HAND },
];

/** One large export, against queries without any duty, and against one of the same duties. */
export function reports(rows: number, python: Python): Section {
  const large = leadsOf(rows);
  const statements = join(data, `lean-${rows}.json`);
  const name = (promises: string): string => `sla report, ${thousands(rows)} leads, ${promises}`;
  const ours = name('five promises');
  const peers = Object.entries(PEERS).map(
    ([module, peer]): Row => ({
      ...plain(peer, inRoot('bench', 'peers', `run-${module}.py`), large.csv, statements),
      command: python.command,
      absent: python.modules.includes(module) ? null : `Python has no ${module}`,
    }),
  );
  return {
    name: 'reports',
    title: `${thousands(rows)} rows of 14 columns, five promises`,
    rounds: 1,
    rows: [
      plain(LEAN, inRoot('bench', 'peers', 'run-lean.js'), large.csv, statements),
      ...peers,
      plain(HAND, inRoot('bench', 'hand-written.js'), large.csv),
      report(ours, rows < 10_000_000 ? GOALS : [...GOALS, { peak: 500e6 }], large.file(5)),
      report(name('one promise'), [], large.file(1)),
      report(name('twenty promises'), [{ ratio: 2, against: HAND }], large.file(20)),
    ],
    prepare: async () => {
      await large.make();
      writeFileSync(
        statements,
        execFileSync(process.execPath, [inRoot('bench', 'peers', 'lean-sql.js'), large.csv]),
      );
    },
    differences: (stdout) => [
      ...differences(stdout(HAND), stdout(ours)),
      ...[LEAN, ...peers.flatMap(({ name, absent }) => (absent === null ? [name] : []))].flatMap((name) =>
        leanDifferences(stdout(name), stdout(ours)),
      ),
    ],
  };
}
