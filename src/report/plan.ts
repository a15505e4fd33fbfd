import { mark, plural, say, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { decimals, whole } from '../messages/numbers.ts';
import type { Assumed, Capacity, Fit, Misfit, Plan, PlanStep } from '../model/plan.ts';
import { asOfFromText, spokenInstant } from './instant.ts';
import { type Naming, nameOf } from './names.ts';
import { amount, tenthPercent } from './number.ts';
import type { Block, Cell, Mark, Row } from './table.ts';

/** From an objective back to what each step must bring. */
export function planBlocks(plan: Plan, { period }: Pick<Naming, 'period'>): readonly Block[] {
  const { agreement, asOf, asOfFrom, objective, cohorts, young } = plan;
  const months = (labels: readonly string[]): string => allOf(labels.map(period));
  const goal = `${amount(objective.target)}${objective.unit === null ? '' : ` ${objective.unit}`}`;
  const title: Block = {
    kind: 'title',
    text: agreement.title,
    lines: [
      t`to reach ${goal} per ${say(UNITS[objective.per])}: ${objective.title}`,
      ...cohortsText(months(cohorts), months(young)),
      t`as of ${spokenInstant(asOf, agreement.timezone)} ${agreement.timezone}, ${asOfFromText(asOfFrom)}`,
    ],
  };
  if (plan.why !== null) return [title, { kind: 'list', title: t`No plan`, items: [whyText(plan)] }];
  return [
    title,
    tableOf(plan),
    { kind: 'list', title: t`What it rests on`, items: groundsOf(plan) },
    ...timeOf(plan, period),
  ];
}

/** Of which months the leads count, and of which not; each said where there are some. */
function cohortsText(old: string, young: string): readonly string[] {
  if (old !== '' && young !== '') return [t`rates of the leads of ${old}; too young to count: ${young}`];
  if (old !== '') return [t`rates of the leads of ${old}`];
  return young === '' ? [] : [t`too young to count: the leads of ${young}`];
}

export const UNITS = {
  day: mark`day`,
  week: mark`week`,
  month: mark`month`,
  quarter: mark`quarter`,
  year: mark`year`,
};

function whyText({ why, steps, mostWithin }: Plan): string {
  if (why === 'no-cohort')
    return mostWithin === null
      ? t`no lead of the exports has come to the objective yet`
      : t`every month is younger than the ${daysOf(mostWithin)} in which nine of ten came to the objective`;
  return steps.length === 0
    ? t`too few leads of the months that are old enough came to the objective to tell a rate from`
    : '';
}

const daysOf = (seconds: number): string => {
  const days = Math.ceil(seconds / 86_400);
  return plural(days, t`${whole(days)} day`, t`${whole(days)} days`);
};

function tableOf({ steps, objective }: Plan): Block {
  const columns = [
    { title: t`step`, align: 'left' as const },
    { title: t`of the step before`, align: 'right' as const },
    { title: t`needed per ${say(UNITS[objective.per])}`, align: 'right' as const },
    { title: t`a month`, align: 'right' as const },
    { title: t`promised a month`, align: 'right' as const },
  ];
  const rows = steps.map(
    (step): Row => ({
      kind: 'row',
      indent: 0,
      cells: [
        { text: stepTitle(step) },
        rateCell(step),
        neededCell(step),
        { text: whole(Math.ceil(step.perMonth - 1e-9)) },
        promisedCell(step),
      ],
    }),
  );
  return { kind: 'table', table: { columns, rows, fixed: 1 } };
}

function rateCell({ rate }: PlanStep): Cell {
  if (rate === null) return { text: '' };
  const { measured, assumed, low, high, fits } = rate;
  const told =
    measured === null ? '–' : t`${tenthPercent(measured)} (${tenthPercent(low)} to ${tenthPercent(high)})`;
  if (assumed === null) return { text: told };
  return {
    text: t`assumed ${tenthPercent(assumed)}`,
    under: told,
    ...(fits === null ? {} : { mark: fits ? 'met' : 'missed' }),
  };
}

/** The last step's is what the objective asks for: no rate comes after it. */
function neededCell({ needed, least, most, toEnd }: PlanStep): Cell {
  const text = whole(Math.ceil(needed - 1e-9));
  if (toEnd.low === 1) return { text };
  const from = whole(Math.ceil(least - 1e-9));
  return { text, under: most === null ? t`${from} or more` : t`${from} to ${whole(Math.ceil(most - 1e-9))}` };
}

export const stepTitle = ({ id, title }: PlanStep): string =>
  id === 'profile' ? t`in profile` : nameOf({ id, title });

export const FITS: Readonly<Record<Fit, { readonly word: string; readonly mark: Mark }>> = {
  enough: { word: mark`enough`, mark: 'met' },
  'within bounds': { word: mark`within the bounds`, mark: 'open' },
  'too little': { word: mark`too little`, mark: 'missed' },
};

function promisedCell({ promised }: PlanStep): Cell {
  if (promised === null) return { text: '' };
  const { word, mark: symbol } = FITS[promised.fit];
  return { text: amount(promised.perMonth), under: say(word), mark: symbol, markUnder: true };
}

function groundsOf({ average, steps, mostWithin, objective }: Plan): readonly string[] {
  const customers = steps.at(-1)?.needed ?? 0;
  return [
    ...(average === null ? [] : [averageText(average, customers, objective.unit)]),
    t`bounds are those of 95% (Wilson), of the way from a step to the objective`,
    ...(mostWithin === null
      ? []
      : [
          t`nine of ten of those that came to the objective did within ${daysOf(mostWithin)} of the first step`,
        ]),
    ...steps.flatMap((step) => {
      const { rate } = step;
      if (rate?.fits !== false) return [];
      const bounds = t`${tenthPercent(rate.low)} to ${tenthPercent(rate.high)}`;
      return [
        t`"${stepTitle(step)}": ${tenthPercent(rate.assumed ?? 0)} is assumed, and ${tenthPercent(rate.measured ?? 0)} was measured (${bounds})`,
      ];
    }),
    ...(steps[0]?.believed == null
      ? []
      : [
          t`by what is assumed ${whole(Math.ceil(steps[0].believed - 1e-9))} leads at the first step would do; by what was measured it takes ${whole(Math.ceil(steps[0].needed - 1e-9))}`,
        ]),
  ];
}

function averageText({ measured, of, assumed }: Assumed, customers: number, unit: string | null): string {
  const told = (value: number | null): string =>
    value === null ? t`n/a` : `${amount(Math.round(value * 100) / 100)}${unit === null ? '' : ` ${unit}`}`;
  const count = Math.ceil(customers - 1e-9);
  const n = whole(count);
  return assumed === null
    ? plural(
        count,
        t`${n} customer at ${told(measured)}, the mean of ${whole(of)}: a mean may rest on few large ones`,
        t`${n} customers at ${told(measured)} each, the mean of ${whole(of)}: a mean may rest on few large ones`,
      )
    : plural(
        count,
        t`${n} customer at ${told(assumed)}, as assumed; the mean of ${whole(of)} is ${told(measured)}`,
        t`${n} customers at ${told(assumed)} each, as assumed; the mean of ${whole(of)} is ${told(measured)}`,
      );
}

/** Whether people have the time, and whether the clocks fit. */
function timeOf({ capacity, clocks }: Plan, period: Naming['period']): readonly Block[] {
  const misfit = clocks.map(misfitText);
  return [
    ...(capacity === null ? [] : capacityBlocks(capacity, period)),
    {
      kind: 'list',
      title: t`Do the clocks fit each other?`,
      items: misfit.length > 0 ? misfit : [t`no limit of the funnel contradicts another`],
    },
  ];
}

function capacityBlocks(capacity: Capacity, period: Naming['period']): readonly Block[] {
  const { people, hours, touches, minutes, leads, needed, months, calendar } = capacity;
  const rows = months.map(({ month, openDays, hours: has }): Row => {
    const enough = has >= needed;
    return {
      kind: 'row',
      indent: 0,
      cells: [
        { text: period(month) },
        { text: whole(openDays) },
        { text: tenths(has) },
        { text: tenths(needed) },
        {
          text: has === 0 ? '–' : tenthPercent(needed / has),
          mark: enough ? 'met' : 'missed',
        },
      ],
    };
  });
  const columns = [
    { title: t`month`, align: 'left' as const },
    { title: t`open days`, align: 'right' as const },
    { title: t`hours there are`, align: 'right' as const },
    { title: t`hours needed`, align: 'right' as const },
    { title: t`of the time`, align: 'right' as const },
  ];
  const needs = [
    plural(leads, t`${whole(leads)} lead a month`, t`${whole(leads)} leads a month`),
    plural(touches, t`${amount(touches)} try`, t`${amount(touches)} tries`),
    plural(minutes, t`${amount(minutes)} minute`, t`${amount(minutes)} minutes`),
  ];
  const has = [
    plural(people, t`${amount(people)} person`, t`${amount(people)} people`),
    plural(hours, t`${amount(hours)} hour`, t`${amount(hours)} hours`),
  ];
  return [
    {
      kind: 'list',
      title: t`Is there time for them?`,
      items: [t`${needs.join(' × ')}; ${has.join(' × ')} on the open days of "${calendar}"`],
    },
    { kind: 'table', table: { columns, rows, fixed: 1 } },
  ];
}

const tenths = (value: number): string => decimals(Number(value.toFixed(1)), Number.isInteger(value) ? 0 : 1);

export function misfitText({ earlier, later, whole: all }: Misfit): string {
  return all === null
    ? t`"${later}" is due before "${earlier}", which comes first in the funnel`
    : t`"${earlier}" and "${later}" together take longer than "${all}" allows for both`;
}
