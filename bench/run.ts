/**
 * `npm run bench [-- --rows 10000000] [--runs 5]`: speed as ratios, measured in pairs in one run, on data of its own making.
 * Needs a build (`npm run build`) and, for 10 million rows, 3 GB of disk. Exit status 1 when the answers of both sides differ.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { agreement } from './agreement.ts';
import { differences } from './compare.ts';
import { makeExport } from './data.ts';
import { type Figures, inTurn, type Program } from './measure.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '5' } },
});
const rows = Number(values.rows);
const runs = Number(values.runs);

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, 'bench', 'data');
const bin = join(root, 'bin', 'sla.js');
mkdirSync(data, { recursive: true });

const small = await prepare(10_000);
const large = await prepare(rows);

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`);
console.log(`${rows.toLocaleString('en')} rows, ${(large.bytes / 1e9).toFixed(2)} GB, 14 columns\n`);

const start = await inTurn(
  [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'sla --version', args: [bin, '--version'] },
    { name: 'sla validate examples/hubspot', args: [bin, 'validate', join(root, 'examples', 'hubspot')] },
    { name: 'sla validate examples/acme', args: [bin, 'validate', join(root, 'examples', 'acme')] },
    { name: 'sla check, five commitments, 10,000 leads', args: [bin, 'check', small.file(5)] },
  ],
  Math.max(runs, 9),
);
print(
  'Start, against bare Node',
  start,
  [
    'node -e 0',
    'sla --version',
    'sla validate, one agreement',
    'sla validate, two long versions of one',
    'sla check, five commitments, 10,000 leads',
  ],
  [1, 1.6, 2.2, 2.2, 6],
);

const hand = join(root, 'bench', 'hand-written.js');
const report = (n: number): Program => ({
  name: `sla report, ${n}`,
  args: [bin, 'report', large.file(n), '--format', 'json'],
  inside: true,
});
const scan = await inTurn(
  [{ name: 'hand-written query', args: [hand, large.csv], inside: true }, report(5)],
  runs,
);
print(
  'Report, against the same answers from a query written by hand',
  scan,
  ['hand-written query', 'sla report, five commitments'],
  [1, 1.3],
);

const width = await inTurn([report(1), report(20)], runs);
print('Report, by number of commitments', width, ['one commitment', 'twenty commitments'], [1, 2]);

console.log(`What is compared: both sides read the same file in a process of their own, start included, with a limit to the
memory of the engine (190 MB for sla, 300 MB for the query). Both type the cells and count those and the lines that can't be read, hash the file, look for ids that occur twice and for
times that the clock skips, find the latest instant, and give for each of five commitments (two of them in business time, one with a segment)
and each month: cases met, breached, pending, at risk, out of scope and unknown, and percentiles 50, 90 and 95 of the waits.
The hand-written query knows the schema, the one form of the dates, the file and the zone in advance, trims no cell, and refuses to answer
where sla would collapse duplicates or name the lines that are wrong. Processor time is that of all threads; it is steadier than wall time where
others use the machine.`);

const wrong = differences(scan[0]?.stdout ?? '', scan[1]?.stdout ?? '');
console.log(
  wrong.length === 0
    ? '\nBoth sides give the same answers.'
    : `\nThe answers DIFFER:\n${wrong.slice(0, 20).join('\n')}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** The export of that many leads, and agreements upon it. */
async function prepare(count: number) {
  const name = `leads-${count}.csv`;
  const csv = join(data, name);
  const bytes = await makeExport(csv, count);
  const file = (n: number): string => join(data, `${n}-on-${count}.sla.yaml`);
  for (const n of [1, 5, 20]) writeFileSync(file(n), agreement(n, name));
  return { csv, bytes, file };
}

/** Milliseconds, and the ratio of each median to the first. */
function print(
  title: string,
  figures: readonly Figures[],
  names: readonly string[],
  goals: readonly (number | null)[],
): void {
  const base = figures[0]?.median ?? Number.NaN;
  console.log(`${title}\n`);
  console.log(row('', 'median ms', 'min - max', 'ratio', 'goal', 'processor ms', 'ratio', 'peak MB'));
  for (const [index, { median, min, max, peak, cpu }] of figures.entries()) {
    const ratio = median / base;
    const cpuRatio = cpu === null ? Number.NaN : cpu / (figures[0]?.cpu ?? Number.NaN);
    const goal = goals[index] ?? null;
    console.log(
      row(
        names[index] ?? '',
        median.toFixed(0),
        `${min.toFixed(0)} - ${max.toFixed(0)}`,
        index === 0 ? '1' : ratio.toFixed(2),
        goal === null || index === 0 ? '' : `${goal} ${ratio <= goal ? 'reached' : 'MISSED'}`,
        ...(cpu === null ? [] : [cpu.toFixed(0), index === 0 ? '1' : cpuRatio.toFixed(2)]),
        ...(peak === null ? [] : [(peak / 1e6).toFixed(0)]),
      ),
    );
  }
  console.log('');
}

function row(name: string, ...cells: readonly string[]): string {
  return `${name.padEnd(52)}${cells.map((cell) => cell.padStart(14)).join('')}`;
}
