import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { CaseBehind, PromiseBehind, Waits } from '../../model/behind.ts';
import type { Result } from '../../model/compliance.ts';
import type { Group, PageBlock } from '../blocks.ts';
import { duration, local } from '../instant.ts';
import { idInWords } from '../names.ts';
import { timeTaken } from '../time-taken.ts';
import { wordOf } from '../words.ts';
import { limitText } from './counts.ts';
import { type AgreementFacts, newestOf, type PeriodCell, type PromiseFacts } from './facts.ts';
import { initial, periodName } from './periods.ts';
import { noBreak, numberText, sentences, targetSign } from './sentences.ts';

const behindOf = (one: PromiseFacts, { compliance }: AgreementFacts): PromiseBehind | null =>
  compliance.behind?.promises[one.newest.id] ?? null;

/** How long the cases of the newest period waited; nothing where its versions have other limits. */
export function waitsFigure(one: PromiseFacts, facts: AgreementFacts): Group | null {
  const waits = behindOf(one, facts)?.waits ?? [];
  for (const cell of [one.last, one.now]) {
    const own = waits.filter(({ period }) => period === cell?.period.label);
    const [first, other] = own;
    if (cell && first && !other) return waitsOf(first, newestOf(cell));
  }
  return null;
}

function waitsOf({ edges, bands, within, limit: text, unit, never }: Waits, result: Result): Group {
  const name = initial(periodName(result.period.label));
  const limit = limitText(text);
  const took = sentences(timeTaken(result));
  const days = unit === 'calendar-days' || unit === 'business-days';
  const size = (edge: number) => (days ? t`${edge} d` : clock(edge));
  const labels = bands.map((_, i) =>
    i < edges.length ? noBreak(`≤ ${size(edges[i] ?? 0)}`) : noBreak(`> ${size(edges.at(-1) ?? 0)}`),
  );
  const all = [
    ...bands.map(({ cases, late }, i) => ({ label: labels[i] ?? '', n: cases, late, never: false })),
    { label: t`never`, n: never.cases, late: never.late, never: true },
  ];
  const told = all.map(({ label, n }) => t`${label}: ${whole(n)}`).join(t`; `);
  return {
    kind: 'group',
    role: 'figure',
    blocks: [
      { kind: 'text', role: 'intro', words: [{ text: t`${name}: how long they waited`, role: 'strong' }] },
      {
        kind: 'chart',
        chart: { kind: 'bands', bands: all, within, limit: t`limit ${limit}` },
        reads: t`${name}, waits: ${told}; limit ${limit}`,
      },
      ...(took === '' ? [] : [{ kind: 'text', role: 'quiet', words: [took] } as const]),
    ],
  };
}

/** `1 h`, `1 h 20`, `40 min`: as an axis has room for. */
function clock(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const [h, min] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return minutes === 0 ? `${seconds} s` : `${min} min`;
  return min === 0 ? `${h} h` : `${h} h ${String(min).padStart(2, '0')}`;
}

/** Below this a steady pace is no line to look at. */
const LEAST_TARGET = 10;

/** How a running number grows towards its target, open day by open day. */
export function paceFigure(one: PromiseFacts, facts: AgreementFacts): Group | null {
  const growth = behindOf(one, facts)?.growth ?? null;
  const result = one.running === null ? null : newestOf(one.running);
  if (growth === null || result?.pace == null || result.value === null) return null;
  if (result.target.value < LEAST_TARGET || result.target.cmp === '<=') return null;
  const { pace, target } = result;
  const name = periodName(growth.period);
  const number = (exact: number) => noBreak(whole(Math.round(exact)));
  const [value, steady, end] = [numberText(result), number(pace.expected), number(pace.projected)];
  const text = t`${value} after ${pace.openDaysPassed} of ${pace.openDaysTotal} open days; a steady pace would have ${steady}, and this one ends at ${end}`;
  return {
    kind: 'group',
    role: 'figure',
    blocks: [
      { kind: 'text', role: 'intro', words: [{ text: t`Pace of ${name}`, role: 'strong' }, `. ${text}.`] },
      {
        kind: 'chart',
        chart: {
          kind: 'pace',
          values: growth.values,
          days: pace.openDaysTotal,
          target: target.value,
          projected: pace.projected,
          labels: {
            value: number(result.value),
            target: targetSign({ ...target, unit: null }),
            projected: end,
            first: t`open day 1`,
          },
        },
        reads: t`Pace of ${name}: ${text}`,
      },
    ],
  };
}

/** The leads behind one number. */
export function casesOf(
  one: PromiseFacts,
  { cell, result }: { readonly cell: PeriodCell; readonly result: Result },
  facts: AgreementFacts,
): readonly PageBlock[] {
  const { cases: all = [] } = behindOf(one, facts) ?? {};
  const own = all
    .filter(({ period, version }) => period === cell.period.label && result.versions.includes(version))
    .flatMap(({ cases, openTime }) => cases.map((each) => ({ ...each, openTime })));
  const counts = result.target.of === 'number' || result.target.cmp === '<=';
  const { met, breached, pending, unknown } = result.counts;
  const listed = (counts ? met : breached) + pending + unknown;
  if (listed === 0) return [sentence(t`No case was late, open or unknown.`)];
  const left = listed - own.length;
  const command = `sla cases --commitment ${one.newest.id} --period ${cell.period.label}`;
  return [
    ...(own.length === 0 ? [] : [counts ? keysOf(own) : gridOf(own, { cell, timed: one.timed, facts })]),
    ...(left > 0
      ? [
          sentence(
            own.length === 0
              ? plural(left, t`${whole(left)} case: ${command}`, t`${whole(left)} cases: ${command}`)
              : t`and ${whole(left)} more: ${command}`,
          ),
        ]
      : []),
  ];
}

const sentence = (text: string): PageBlock => ({ kind: 'text', role: 'quiet', words: [text] });

type Listed = CaseBehind & { readonly openTime: boolean };

/** Of a count: those that it counts. */
const keysOf = (cases: readonly Listed[]): PageBlock => ({
  kind: 'points',
  role: 'ids',
  items: cases.map(({ lead }) => [lead]),
});

function gridOf(
  cases: readonly Listed[],
  {
    cell,
    timed,
    facts,
  }: { readonly cell: PeriodCell; readonly timed: boolean; readonly facts: AgreementFacts },
): PageBlock {
  const { asOf, agreement } = facts.compliance;
  const at = (instant: number | null) => (instant === null ? '' : local(instant, agreement.timezone));
  const rows = cases.map((one) => {
    const times = timed ? [at(one.start), at(one.due), at(one.stop)] : [at(one.start)];
    const cells = [one.lead, ...times, whyText(one, timed, at(asOf))];
    return { kind: 'row' as const, cells: cells.map((text) => ({ lines: [[text]] })) };
  });
  const times = timed ? [t`start`, t`due`, t`stop`] : [t`start`];
  return {
    kind: 'grid',
    grid: {
      role: 'cases',
      caption: t`${initial(periodName(cell.period.label))}: the cases behind the number`,
      columns: [t`case`, ...times, t`why`].map((title) => ({ title })),
      rows,
    },
  };
}

/** One line, as a receipt would begin. */
export function whyText(one: Listed, timed: boolean, asOf: string): string {
  const segment = one.segment === null ? '' : ` (${idInWords(one.segment)})`;
  if (one.state === 'unknown') return one.reason === null ? wordOf('unknown') : wordOf(one.reason);
  if (one.state === 'pending') return (one.atRisk ? t`open, at risk` : t`open`) + segment;
  if (!timed) return wordOf('breached');
  if (one.touches !== null)
    return plural(
      one.touches,
      t`${whole(one.touches)} touch by the time it was due`,
      t`${whole(one.touches)} touches by the time it was due`,
    );
  if (one.stop === null) return t`nothing by ${asOf}` + segment;
  if (one.elapsedSeconds === null) return t`late` + segment;
  const took = duration(one.elapsedSeconds);
  return (one.openTime ? t`after ${took} of open time` : t`after ${took}`) + segment;
}
