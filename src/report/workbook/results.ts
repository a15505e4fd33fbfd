import { t } from '../../messages/index.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import type { PeriodUnit } from '../../model/time.ts';
import { endsText } from '../ended-early.ts';
import { cutName, cutValue } from '../recycled.ts';
import { verdictText } from '../verdict.ts';
import { amount, type Cell, count, duration, instant, rate, text } from '../xlsx/cell.ts';
import { fieldsOf } from './by-period.ts';
import type { Table } from './table.ts';

interface Field {
  readonly title: string;
  readonly cell: (result: Result, compliance: Compliance) => Cell;
}

/** One result a row, one datum a cell: to filter, to sort and to build a pivot table on. */
export function allResults(compliances: readonly Compliance[]): Table {
  const results = compliances.flatMap((each) => each.results);
  const fields = [
    ...whose(),
    ...fieldsOf(results).map((field) => ({
      title: cutName(field, results),
      cell: (result: Result) => text(cutValue(field, result)),
    })),
    ...when(zoneOf(compliances)),
    ...howMany(),
    ...howGood(),
    ...(results.some(({ partOf }) => partOf !== undefined) ? ofWhole() : []),
    ...(results.some(isExcused) ? beforeExcuses() : []),
    ...howLong(),
    ...(results.some(({ endedEarly }) => endedEarly.length > 0) ? howEnded() : []),
    ...(results.some(({ recycled }) => recycled !== null) ? whoCameBack() : []),
  ];
  return {
    name: t`Results`,
    titles: fields.map(({ title }) => title),
    rows: compliances.flatMap((each) =>
      each.results.map((result) => fields.map(({ cell }) => cell(result, each))),
    ),
    fixed: 2,
  };
}

/** By whose clocks the times of a sheet are shown, for the title of a column. */
function zoneOf(compliances: readonly Compliance[]): string {
  const zones = new Set(compliances.map(({ agreement }) => agreement.timezone));
  const [zone = 'UTC'] = zones;
  return zones.size <= 1 ? zone : t`local, see "Time zone"`;
}

const whose = (): readonly Field[] => [
  { title: t`Agreement`, cell: (_, { agreement }) => text(agreement.id) },
  { title: t`Promise`, cell: ({ id }) => text(id) },
  { title: t`In words`, cell: ({ promise, title }) => text(promise ?? title) },
  { title: t`Kind`, cell: ({ kind }) => text(kind === 'commitment' ? t`commitment` : t`objective`) },
  { title: t`Measure`, cell: ({ measure }) => text(measure) },
  { title: t`Owed by`, cell: ({ owedBy, sharedBy }) => text(owedBy ?? sharedBy.join(', ')) },
  { title: t`Owed to`, cell: ({ owedTo }) => text(owedTo) },
];

const when = (zone: string): readonly Field[] => [
  { title: t`Period`, cell: ({ period }) => text(period.label) },
  { title: t`Length`, cell: ({ period }) => text(lengthOf(period.unit)) },
  {
    title: t`From (${zone})`,
    cell: ({ period }, { agreement }) => instant(period.from, agreement.timezone),
  },
  {
    title: t`To, exclusive (${zone})`,
    cell: ({ period }, { agreement }) => instant(period.to, agreement.timezone),
  },
  { title: t`Time zone`, cell: (_, { agreement }) => text(agreement.timezone) },
];

function lengthOf(unit: PeriodUnit): string {
  return { day: t`day`, week: t`week`, month: t`month`, quarter: t`quarter`, year: t`year` }[unit];
}

const howMany = (): readonly Field[] => [
  { title: t`Met`, cell: ({ counts }) => count(counts.met) },
  { title: t`Breached`, cell: ({ counts }) => count(counts.breached) },
  { title: t`Pending`, cell: ({ counts }) => count(counts.pending) },
  { title: t`At risk`, cell: ({ atRisk }) => count(atRisk) },
  { title: t`Excluded`, cell: ({ counts }) => count(counts.excluded) },
  { title: t`Unknown`, cell: ({ counts }) => count(counts.unknown) },
];

const howGood = (): readonly Field[] => [
  { title: t`Attainment`, cell: ({ attainment, target }) => rate(attainment, targetRate(target)) },
  { title: t`Worst case`, cell: ({ worst, target }) => bound(worst, target) },
  { title: t`Best case`, cell: ({ best, target }) => bound(best, target) },
  { title: t`Value`, cell: ({ value, target }) => amount(value, target.value) },
  { title: t`Share of the whole`, cell: ({ extras }) => rate(extras.shareOfWhole) },
  { title: t`Compared`, cell: ({ target }) => text(target.cmp === '>=' ? '≥' : '≤') },
  { title: t`Target`, cell: ({ target }) => bound(target.value, target) },
  { title: t`Unit`, cell: ({ target }) => text(target.unit) },
  { title: t`Verdict`, cell: (result) => text(result.verdict === null ? null : verdictText(result)) },
  { title: t`Final`, cell: ({ final }) => text(final ? t`final` : t`provisional`) },
];

/** Where some objective has parts. */
const ofWhole = (): readonly Field[] => [{ title: t`Part of`, cell: ({ partOf }) => text(partOf ?? null) }];

const isExcused = ({ extras }: Result): boolean => extras.attainmentBeforeExcuses !== undefined;

/** Where some result has cases that are excused: both numbers, always. */
const beforeExcuses = (): readonly Field[] => [
  { title: t`Excused`, cell: ({ reasons }) => count(reasons.excused ?? 0) },
  {
    title: t`Attainment without excuses`,
    cell: ({ attainment, extras, target }) =>
      rate(extras.attainmentBeforeExcuses ?? attainment, targetRate(target)),
  },
];

const targetRate = (target: Result['target']): number | null => (target.of === 'rate' ? target.value : null);

const bound = (value: number | null, target: Result['target']): Cell =>
  target.of === 'rate' ? rate(value, target.value) : amount(value, target.value);

const howLong = (): readonly Field[] => [
  { title: t`Half within`, cell: ({ percentiles }) => duration(percentiles?.p50) },
  { title: t`90% within`, cell: ({ percentiles }) => duration(percentiles?.p90) },
  { title: t`95% within`, cell: ({ percentiles }) => duration(percentiles?.p95) },
  {
    title: t`Time counted`,
    cell: ({ percentiles }) => text(percentiles && timeCounted(percentiles.businessTime)),
  },
];

const howEnded = (): readonly Field[] => [
  {
    title: t`Ended early`,
    cell: ({ endedEarly }) => text(endedEarly.length === 0 ? null : endsText(endedEarly)),
  },
];

/** Their part of each row, where a source tells who came back. */
const whoCameBack = (): readonly Field[] => [
  { title: t`Recycled: met`, cell: ({ recycled }) => count(recycled?.counts.met ?? null) },
  { title: t`Recycled: breached`, cell: ({ recycled }) => count(recycled?.counts.breached ?? null) },
  { title: t`Recycled: pending`, cell: ({ recycled }) => count(recycled?.counts.pending ?? null) },
  { title: t`Recycled: excluded`, cell: ({ recycled }) => count(recycled?.counts.excluded ?? null) },
  { title: t`Recycled: unknown`, cell: ({ recycled }) => count(recycled?.counts.unknown ?? null) },
  {
    title: t`Recycled: attainment`,
    cell: ({ recycled, target }) => rate(recycled?.attainment, targetRate(target)),
  },
  { title: t`Recycled: value`, cell: ({ recycled }) => amount(recycled?.value) },
];

/** Which clock a length of time was read from. */
export function timeCounted(businessTime: boolean): string {
  return businessTime ? t`business time` : t`day and night`;
}
