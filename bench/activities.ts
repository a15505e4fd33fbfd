/**
 * `npm run bench:activities [-- --leads 1000000] [--runs 3]`: attempts and first touches from ten activities a lead, against a query written by
 * hand for these exports. Needs a build. Exit status 1 when the answers of both sides differ.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { activitiesAgreement } from './activities-agreement.ts';
import { makeActivities } from './activities-data.ts';
import { makeExport } from './data.ts';
import { type Figures, inTurn } from './measure.ts';

const GOAL = { ratio: 1.5, bytes: 1e9 };

const { values } = parseArgs({
  options: { leads: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' } },
});
const count = Number(values.leads);
const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, 'bench', 'data');
mkdirSync(data, { recursive: true });

const [leads, activities] = [`leads-${count}.csv`, `activities-of-${count}.csv`];
const bytes =
  (await makeExport(join(data, leads), count)) + (await makeActivities(join(data, activities), count));
const agreement = join(data, `activities-of-${count}.sla.yaml`);
writeFileSync(agreement, activitiesAgreement(leads, activities));

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`);
console.log(
  `${count.toLocaleString('en')} leads, ${(10 * count).toLocaleString('en')} activities, ${(bytes / 1e9).toFixed(2)} GB\n`,
);
const bin = join(root, 'bin', 'sla.js');
const [hand, report, explain] = await inTurn(
  [
    {
      name: 'hand-written query',
      args: [join(root, 'bench', 'activities-by-hand.js'), join(data, leads), join(data, activities)],
      inside: true,
    },
    { name: 'sla report', args: [bin, 'report', agreement, '--format', 'json'], inside: true },
    {
      name: 'sla explain',
      args: [bin, 'explain', `LEAD-${String(count >> 1).padStart(9, '0')}`, agreement],
      inside: true,
    },
  ],
  Number(values.runs),
);
if (!hand || !report || !explain) throw new Error('Three programs have three figures');
print('hand-written query', hand, null);
print('sla report', report, hand.median * GOAL.ratio);
print('sla explain of one lead', explain, report.median);

const wrong = differences(hand.stdout, report.stdout);
console.log(
  wrong.length === 0
    ? '\nBoth sides give the same answers: states, and medians of touches and of waits, for each promise and month; as-of.'
    : `\nThe answers DIFFER:\n${wrong.slice(0, 20).join('\n')}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

function print(name: string, { median, min, max, peak, cpu }: Figures, most: number | null): void {
  const within = most === null ? '' : median <= most ? 'reached' : 'MISSED';
  const memory = (peak ?? 0) <= GOAL.bytes ? '' : ', more than 1 GB: MISSED';
  console.log(
    [
      name.padEnd(26),
      `${median.toFixed(0)} ms`.padStart(10),
      `${min.toFixed(0)} - ${max.toFixed(0)}`.padStart(18),
      `${(cpu ?? 0).toFixed(0)} ms of processors`.padStart(26),
      `${((peak ?? 0) / 1e6).toFixed(0)} MB`.padStart(9),
      (hand ? median / hand.median : Number.NaN).toFixed(2).padStart(7),
      `  ${within}${memory}`,
    ].join(''),
  );
}

interface ByHand {
  readonly asOf: string;
  /** Commitment, then month, then met, breached, pending and the median. */
  readonly results: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

interface Report {
  readonly asOf: string;
  readonly results: readonly {
    readonly id: string;
    readonly period: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly percentiles: { readonly p50: number } | null;
    readonly extras: { readonly medianAttempts?: number } | null;
  }[];
}

function differences(handWritten: string, report: string): readonly string[] {
  const byHand = JSON.parse(handWritten) as ByHand;
  const ours = JSON.parse(report) as Report;
  // The latest instant is in June, when Paris is two hours ahead of UTC.
  const asOf = new Date(Date.parse(ours.asOf) + 7_200_000).toISOString().slice(0, 19);
  const found =
    byHand.asOf.replace(' ', 'T') === asOf ? [] : [`as-of: ${byHand.asOf} by hand, ${asOf} by sla`];
  for (const [id, months] of Object.entries(byHand.results)) {
    for (const [month, figures] of Object.entries(months)) {
      const result = ours.results.find((one) => one.id === id && one.period === month);
      const { met, breached, pending } = result?.counts ?? {};
      const own = [met, breached, pending, result?.percentiles?.p50 ?? result?.extras?.medianAttempts];
      if (JSON.stringify(own) !== JSON.stringify(figures))
        found.push(`${id}, ${month}: ${JSON.stringify(figures)} by hand, ${JSON.stringify(own)} by sla`);
    }
  }
  return found;
}
