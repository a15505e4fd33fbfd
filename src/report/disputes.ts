import { mark, plural, say, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { whole } from '../messages/numbers.ts';
import type { DisputeRegister, DisputeState, IfUpheld } from '../model/dispute.ts';
import { attainedOf } from './attained.ts';
import { civil } from './instant.ts';
import { type Naming, nameOf, periodText, promiseAndPeriod } from './names.ts';
import type { Block, Cell, Row } from './table.ts';
import { verdictText } from './verdict.ts';
import { wordOf } from './words.ts';

/** Both numbers, always: what counts, and what it would be if every open dispute were upheld. */
export const upheldLines = ({ ifUpheld }: DisputeRegister, naming?: Naming): readonly string[] =>
  ifUpheld.map((one) => upheldLine(one, naming));

/** The other number, beside the one that counts. */
export function ifUpheldText({ open, upheld }: IfUpheld): string {
  const then = bothOf(upheld);
  return plural(
    open,
    t`${then} if the open dispute is upheld`,
    t`${then} if the ${whole(open)} open disputes are upheld`,
  );
}

function upheldLine(one: IfUpheld, naming: Naming | undefined): string {
  const { id, period, now } = one;
  const name = naming ? `${naming.promise(id)}, ${naming.period(period)}` : promiseAndPeriod(now);
  return t`${name}: ${bothOf(now)}; ${ifUpheldText(one)}`;
}

/** `74% of 39, missed` */
const bothOf = (result: IfUpheld['now']): string =>
  result.attainment === null ? verdictText(result) : `${attainedOf(result)}, ${verdictText(result)}`;

/**
 * A register in blocks: each dispute, what is said, and the numbers that hang on those that are open. Without a naming, as lists
 * of a terminal name promises and periods.
 */
export function disputeBlocks(register: DisputeRegister, naming?: Naming): readonly Block[] {
  const { disputes } = register;
  if (disputes.length === 0) return [{ kind: 'list', title: t`Disputes`, items: [t`Nothing is disputed`] }];
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [t`If what is open is upheld`, upheldLines(register, naming)],
    [t`What is said`, disputes.flatMap((one) => saidText(one, register))],
  ];
  return [
    {
      kind: 'table',
      table: { columns: columnsOf(), rows: disputes.map((one) => rowOf(one, register, naming)), fixed: 1 },
    },
    ...lists
      .filter(([, items]) => items.length > 0)
      .map(([title, items]) => ({ kind: 'list', title, items }) as const),
  ];
}

const columnsOf = () => [
  { title: t`disputed`, align: 'left' as const },
  { title: t`promise`, align: 'left' as const },
  { title: t`raised by`, align: 'left' as const },
  { title: t`where it is`, align: 'left' as const },
  { title: t`settled by`, align: 'left' as const },
];

function rowOf(one: DisputeState, register: DisputeRegister, naming: Naming | undefined): Row {
  const { state } = one;
  const period = one.period === null ? null : (naming?.period(one.period) ?? periodText(one.period));
  const cells: readonly Cell[] = [
    { text: leadOf(one) },
    {
      text: naming?.promise(one.promise) ?? nameOf({ id: one.promise, title: one.title }),
      under: [period, state === null ? t`no case` : wordOf(state)].filter((text) => text !== null).join(', '),
    },
    { text: teamIn(one.by, register), under: civil(one.on) },
    {
      text: standingOf(one),
      under: whenOf(one),
      ...(one.is === 'overdue' ? { tone: 'watch' as const } : {}),
    },
    { text: allOf(one.settledBy.map((name) => teamIn(name, register))) },
  ];
  return { kind: 'row', indent: 0, cells };
}

export const standingOf = ({ is }: DisputeState): string => say(WORDS[is]);

const WORDS: Readonly<Record<DisputeState['is'], string>> = {
  open: mark`not settled`,
  overdue: mark`overdue`,
  upheld: mark`upheld`,
  rejected: mark`rejected`,
};

function whenOf({ is, due, settledOn }: DisputeState): string {
  if (settledOn !== null) return civil(settledOn);
  if (due === null) return '';
  return is === 'overdue' ? t`since ${civil(due)}` : t`until ${civil(due)}`;
}

/** Its line in the file, where the leads are not shown. */
const leadOf = ({ lead, file, line }: DisputeState): string => lead ?? `${file}:${line}`;

export const teamIn = (name: string, { agreement }: DisputeRegister): string =>
  name === 'sponsor' ? t`the sponsor` : (agreement.teams[name] ?? name);

function saidText(one: DisputeState, register: DisputeRegister): readonly string[] {
  const { says, minutes } = one;
  if (says === null) return [];
  const text = t`${leadOf(one)}, ${teamIn(one.by, register)}: ${says}`;
  return [minutes === null ? text : `${text} (${minutes})`];
}
