import { mark, plural, say, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Result } from '../model/compliance.ts';
import type {
  Amount,
  EnvelopeUse,
  ExperimentRegister,
  ExperimentResult,
  FeedbackState,
  Outcome,
} from '../model/experiment.ts';
import { attainedOf } from './attained.ts';
import { asOfFromText, civil, spokenInstant } from './instant.ts';
import type { Naming } from './names.ts';
import { amount, targetShown } from './number.ts';
import type { Block, Cell, Row } from './table.ts';

/** The register: what was tried, what it brought and cost, what was learned, and what is still owed. */
export function experimentBlocks(register: ExperimentRegister, naming: Naming): readonly Block[] {
  const { agreement, asOf, asOfFrom, experiments } = register;
  const title: Block = {
    kind: 'title',
    text: agreement.title,
    lines: [
      ...summaryTexts(experiments),
      t`as of ${spokenInstant(asOf, agreement.timezone)} ${agreement.timezone}, ${asOfFromText(asOfFrom)}`,
    ],
  };
  return [title, ...registerBlocks(register, naming)];
}

/** The same without its title, for a page and an agenda that have their own. */
export function registerBlocks(shown: ExperimentRegister, naming: Naming): readonly Block[] {
  const register = named(shown, naming);
  const { experiments, envelopes } = register;
  return [
    ...(experiments.length === 0 ? [] : [tableOf(register)]),
    ...listOf(
      t`What was asked`,
      experiments.map(({ id, by, from, to, asks }) => {
        const days = t`from ${civil(from)} to ${civil(to)}`;
        return t`${id}, ${register.agreement.teams[by] ?? by}, ${days}: ${asks}`;
      }),
    ),
    ...listOf(t`What was learned`, experiments.flatMap(lessonText)),
    ...listOf(
      t`What the teams saw`,
      experiments.flatMap((one) => feedbackTexts(one, register)),
    ),
    ...listOf(
      t`Still owed`,
      experiments.flatMap((one) => owedTexts(one, register)),
    ),
    ...listOf(t`Budget`, envelopes.map(envelopeText)),
  ];
}

/** What stands in it has the names of its document. */
const named = (register: ExperimentRegister, { promise, period }: Naming): ExperimentRegister => ({
  ...register,
  experiments: register.experiments.map((one) => ({
    ...one,
    id: promise(one.id),
    kpis: one.kpis.map((kpi) => (kpi.title === kpi.id ? { ...kpi, title: promise(kpi.id) } : kpi)),
  })),
  envelopes: register.envelopes.map((one) => ({ ...one, period: period(one.period) })),
});

const listOf = (title: string, items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', title, items }];

/** `5 experiments: 2 worked, 2 failed, 1 running`, and how many of the failures have their lesson. */
export function summaryTexts(experiments: readonly ExperimentResult[]): readonly string[] {
  const tried = plural(
    experiments.length,
    t`${whole(experiments.length)} experiment`,
    t`${whole(experiments.length)} experiments`,
  );
  const outcomes = OUTCOMES.flatMap((outcome) => {
    const n = experiments.filter((one) => one.outcome === outcome).length;
    return n === 0 ? [] : [`${whole(n)} ${outcomeText(outcome)}`];
  });
  const failed = experiments.filter(({ outcome }) => outcome === 'failed');
  const written = failed.filter(({ lesson }) => lesson !== null);
  return [
    outcomes.length === 0 ? tried : t`${tried}: ${outcomes.join(', ')}`,
    ...(failed.length === 0
      ? []
      : [t`lessons of failures written: ${whole(written.length)} of ${whole(failed.length)}`]),
  ];
}

const OUTCOMES = ['worked', 'failed', 'stopped', 'running', 'planned'] as const;

const WORDS: Readonly<Record<Outcome, string>> = {
  worked: mark`worked`,
  failed: mark`failed`,
  stopped: mark`broken off`,
  running: mark`running`,
  planned: mark`planned`,
};

const outcomeText = (outcome: Outcome): string => say(WORDS[outcome]);

function tableOf(register: ExperimentRegister): Block {
  const columns = [
    { title: t`experiment`, align: 'left' as const },
    { title: t`outcome`, align: 'left' as const },
    { title: t`reached`, align: 'right' as const },
    { title: t`target`, align: 'right' as const },
    { title: t`cost`, align: 'right' as const },
  ];
  const rows = register.experiments.flatMap((one): readonly Row[] => [
    {
      kind: 'row',
      indent: 0,
      cells: [
        { text: one.id },
        // That it failed is no fault: the word stands there as any other does.
        { text: outcomeText(one.outcome) },
        ...broughtCells(one, register),
        costCell(one),
      ],
    },
    ...one.kpis.map(kpiRow),
  ]);
  return { kind: 'table', table: { columns, rows, fixed: 1 } };
}

/** `14 leads`, and under it `Customer: 3; 18,400 EUR`. */
function broughtCells(
  { leads, won, revenue }: ExperimentResult,
  { lastStage }: ExperimentRegister,
): readonly Cell[] {
  if (leads === null) return [{ text: '' }, { text: '' }];
  const parts = [
    ...(won !== null && lastStage !== null ? [t`${lastStage}: ${whole(won)}`] : []),
    ...(revenue !== null && revenue.value > 0 ? [amountText(revenue)] : []),
  ];
  return [
    { text: plural(leads, t`${whole(leads)} lead`, t`${whole(leads)} leads`), under: parts.join(t`; `) },
    { text: '' },
  ];
}

const amountText = ({ value, unit }: Amount): string => `${amount(value)}${unit === '' ? '' : ` ${unit}`}`;

function costCell({ budget: { limit, spent } }: ExperimentResult): Cell {
  if (spent === null) return { text: limit === null ? '' : t`up to ${amountText(limit)}` };
  return { text: amountText(spent), ...(limit === null ? {} : { under: t`of ${amountText(limit)}` }) };
}

function kpiRow(result: Result): Row {
  const cells = [kpiVerdict(result), { text: attainedOf(result) }, { text: targetShown(result.target) }];
  return { kind: 'row', indent: 1, cells: [{ text: result.title }, ...cells, { text: '' }] };
}

/** A number that was not reached is no failure of anybody: it has no mark. */
function kpiVerdict({ verdict, final }: Result): Cell {
  if (verdict === 'no data' || verdict === 'no verdict') return { text: '–' };
  const told = verdict === 'met' ? t`reached` : verdict === 'missed' ? t`not reached` : t`open`;
  return { text: final ? told : t`${told} so far`, ...(verdict === 'met' ? { mark: 'met' } : {}) };
}

const lessonText = ({ id, lesson }: ExperimentResult): readonly string[] =>
  lesson === null ? [] : [t`${id}: ${lesson}`];

function feedbackTexts({ id, feedback }: ExperimentResult, register: ExperimentRegister): readonly string[] {
  return feedback.flatMap(({ team, on, says, is }) => {
    if (on === null) return [];
    const who = register.agreement.teams[team] ?? team;
    const when = is === 'late' ? t`${civil(on)}, late` : civil(on);
    return [says === null ? t`${id}, ${who} (${when})` : t`${id}, ${who} (${when}): ${says}`];
  });
}

function owedTexts(one: ExperimentResult, { agreement }: ExperimentRegister): readonly string[] {
  const { id, by, due, lessonIs, feedback, outcome } = one;
  const name = (team: string) => agreement.teams[team] ?? team;
  const when = due === null ? null : civil(due);
  const isOwed = (is: FeedbackState['is'] | ExperimentResult['lessonIs']): boolean =>
    is === 'overdue' || (is === 'not due' && outcome !== 'planned');
  return [
    ...(isOwed(lessonIs) ? [lessonOwed(id, name(by), { due: when, isOverdue: lessonIs === 'overdue' })] : []),
    ...feedback.flatMap(({ team, is }) =>
      isOwed(is) ? [feedbackOwed(id, name(team), { due: when, isOverdue: is === 'overdue' })] : [],
    ),
  ];
}

interface When {
  readonly due: string | null;
  readonly isOverdue: boolean;
}

function lessonOwed(id: string, team: string, { due, isOverdue }: When): string {
  if (due === null) return t`${id}: the outcome and the lesson, by ${team}`;
  return isOverdue
    ? t`${id}: the outcome and the lesson, by ${team}, overdue since ${due}`
    : t`${id}: the outcome and the lesson, by ${team} until ${due}`;
}

function feedbackOwed(id: string, team: string, { due, isOverdue }: When): string {
  if (due === null) return t`${id}: what ${team} saw of it`;
  return isOverdue
    ? t`${id}: what ${team} saw of it, overdue since ${due}`
    : t`${id}: what ${team} saw of it, until ${due}`;
}

function envelopeText({ period, limit, unit, reserve, bound, spent }: EnvelopeUse): string {
  const [all, taken, paid] = [limit, bound, spent].map((value) => amountText({ value, unit }));
  const text = t`${period}: ${taken ?? ''} of ${all ?? ''} bound, ${paid ?? ''} spent`;
  return reserve === 0
    ? text
    : t`${text}; ${amountText({ value: reserve, unit })} are kept for what nobody has planned`;
}
