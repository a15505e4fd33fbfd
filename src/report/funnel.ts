import { plural, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { decimals, rate, whole } from '../messages/numbers.ts';
import type { Counts } from '../model/compliance.ts';
import type { Cohort, CohortStep, Funnel, FunnelStep } from '../model/funnel.ts';
import { cutText, wordsBlocks } from './funnel-words.ts';
import { asOfFromText, spokenInstant, zoneText } from './instant.ts';
import { IN_TERMINAL, type Naming, nameOf } from './names.ts';
import { profileAnswersBlocks } from './profile-answers.ts';
import type { Block, Cell, Row } from './table.ts';

/** How a document names the periods; promises have their titles in each. */
type Named = Pick<Naming, 'period'>;

/** How far the leads of each cohort came, as known when, and how they were answered. */
export function funnelBlocks(funnel: Funnel, naming: Named = IN_TERMINAL): readonly Block[] {
  const { agreement, asOf, asOfFrom, leftOut, steps } = funnel;
  const title: Block = {
    kind: 'title',
    text: agreement.title,
    lines: [
      t`a lead belongs to the period in which it reached "${firstStep(steps)}", in ${zoneText(agreement.timezone)}`,
      t`as of ${spokenInstant(asOf, agreement.timezone)} ${agreement.timezone}, ${asOfFromText(asOfFrom)}`,
      ...(leftOut === undefined
        ? []
        : [
            t`the months from ${leftOut.first} to before ${leftOut.shown} are not shown: --from ${leftOut.first} shows them`,
          ]),
    ],
  };
  return [
    title,
    ...stepBlocks(funnel, naming),
    ...wordsBlocks(funnel, naming),
    ...profileAnswersBlocks(funnel.profileAnswers, naming),
  ];
}

/** Steps down, cohorts across, and how to read it. */
export function stepBlocks(funnel: Funnel, naming: Named = IN_TERMINAL): readonly Block[] {
  const { asOf, cohorts, steps } = funnel;
  const periods = cohorts.filter(({ by }) => by === null);
  if (periods.length === 0)
    return [{ kind: 'list', title: t`No lead`, items: [t`no lead has reached the first step`] }];
  const groups = groupsOf(cohorts, funnel.agreement);
  const rows = groups.flatMap(([name, own]): readonly Row[] => [
    ...(name === null ? [] : [{ kind: 'group', text: name } as const]),
    ...steps.flatMap((step, i) => stepRows(step, i, columnsOf(own, periods), funnel)),
  ]);
  const columns = [
    { title: t`leads that came to`, align: 'left' as const },
    ...periods.map(({ period }) => ({
      title: naming.period(period.label) + (period.to > asOf ? '*' : ''),
      align: 'right' as const,
    })),
  ];
  return [{ kind: 'table', table: { columns, rows, fixed: 1 } }, ...notes(funnel)];
}

/** The cohorts of a group, one for each period; undefined where it has no lead. */
const columnsOf = (own: readonly Cohort[], periods: readonly Cohort[]): readonly (Cohort | undefined)[] =>
  periods.map(({ period }) => own.find((each) => each.period.label === period.label));

/** The whole, and each group in the order of its name. */
function groupsOf(
  cohorts: readonly Cohort[],
  agreement: Funnel['agreement'],
): readonly (readonly [string | null, readonly Cohort[]])[] {
  const groups = new Map<string | null, Cohort[]>();
  for (const cohort of cohorts) {
    const name = cohort.by === null ? null : cutText(cohort.by, agreement);
    groups.set(name, [...(groups.get(name) ?? []), cohort]);
  }
  return [...groups].sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : a < b ? -1 : 1));
}

function stepRows(
  step: FunnelStep,
  i: number,
  columns: readonly (Cohort | undefined)[],
  funnel: Funnel,
): readonly Row[] {
  const at = (cell: (step: CohortStep, before: CohortStep | undefined) => Cell): readonly Cell[] =>
    columns.map((cohort) => {
      const own = cohort?.steps[i];
      return own === undefined ? { text: '' } : cell(own, cohort?.steps[i - 1]);
    });
  const row = (name: string, indent: 0 | 1, cells: readonly Cell[], note?: string): Row => ({
    ...{ kind: 'row', indent, cells: [{ text: name }, ...cells] },
    ...(note === undefined ? {} : { note }),
  });
  const isPromised = columns.some((cohort) => cohort?.steps[i]?.promised != null);
  const promised = isPromised
    ? [
        row(
          t`${promiseOf(step.promisedBy ?? '', funnel)}: promised`,
          1,
          at(({ promised: n }) => ({ text: n === null ? '' : whole(n) })),
        ),
      ]
    : [];
  const reached = at(({ leads, young, promised: n }, before) => {
    const of = n ?? before?.leads ?? 0;
    return {
      text: whole(leads) + (young ? '*' : ''),
      ...(of === 0 ? {} : { under: rate(leads / of, 0) }),
    };
  });
  const kept = step.promises.map(({ id }, j) =>
    row(
      t`${promiseOf(id, funnel)}: kept`,
      1,
      at(({ kept: all }) => ({ text: keptText(all[j]) })),
    ),
  );
  return [...promised, row(titleOf(step), 0, reached, ownersText(step, funnel)), ...kept];
}

const promiseOf = (id: string, { agreement: { promises } }: Funnel): string =>
  nameOf({ id, title: promises[id] ?? id });

const titleOf = (step: FunnelStep): string => (step.of === 'profile' ? t`in profile` : nameOf(step));

/** The step that a lead has to reach to be looked at. */
export const firstStep = ([first]: Funnel['steps']): string => (first === undefined ? '' : nameOf(first));

function ownersText({ owners }: FunnelStep, { agreement }: Funnel): string {
  const names = owners.map((id) => agreement.teams[id] ?? id);
  return names.length === 0 ? t`nobody promises it` : t`promised by ${allOf(names)}`;
}

/** Of those that are decided. */
function keptText(counts: Counts | undefined): string {
  if (counts === undefined) return '';
  const decided = counts.met + counts.breached;
  return decided === 0 ? '–' : `${whole(counts.met)}/${whole(decided)}`;
}

function notes({ steps, cohorts, asOf }: Funnel): readonly Block[] {
  const wholes = cohorts.filter(({ by }) => by === null);
  const young = steps.flatMap((step, i) => {
    const isMarked = wholes.some(({ steps: own, period }) => own[i]?.young && period.to <= asOf);
    if (!isMarked || step.mostWithin === null) return [];
    return [
      t`"${titleOf(step)}": nine of ten of those that came to it did within ${daysText(step.mostWithin)}, and the leads of the period are younger`,
    ];
  });
  const isRunning = wholes.some(({ period }) => period.to > asOf);
  const marks = [...(isRunning ? [t`the period is still running`] : []), ...young];
  const beside = steps.flatMap((step, i) => {
    const n = wholes.reduce((sum, each) => sum + (each.steps[i]?.beside ?? 0), 0);
    if (n === 0) return [];
    return [
      plural(
        n,
        t`${whole(n)} lead came to "${titleOf(step)}" without a stage before it, and is not counted there`,
        t`${whole(n)} leads came to "${titleOf(step)}" without a stage before it, and are not counted there`,
      ),
    ];
  });
  return [
    {
      kind: 'list',
      title: t`How to read it`,
      items: [
        t`a lead is counted at a step where it came to every step before it; the part below a number is of the step before, or of what was promised`,
        t`of a promise that ends at a step: how many of the leads there for which it is decided it was kept`,
      ],
    },
    ...(marks.length === 0 ? [] : [{ kind: 'list', title: t`* can still grow`, items: marks } as const]),
    ...(beside.length === 0 ? [] : [{ kind: 'list', title: t`Beside the steps`, items: beside } as const]),
  ];
}

const DAY = 86_400;

function daysText(seconds: number): string {
  const days = seconds / DAY;
  if (days >= 1.95) return t`${whole(Math.ceil(days))} days`;
  return t`${decimals(seconds / 3600, 1)} hours`;
}
