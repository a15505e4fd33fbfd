import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { type DisputeRegister, type DisputeState, numbersBehind } from '../../model/dispute.ts';
import { standingOf, teamIn } from '../disputes.ts';
import { verdictText } from '../verdict.ts';
import { wordOf } from '../words.ts';
import { type Cell, count, day, rate, text } from '../xlsx/cell.ts';
import type { Table } from './table.ts';

/** One dispute a row, as the registers show it: what a view hides is an empty cell. Null where no agreement says who settles any. */
export function disputesTable(registers: readonly DisputeRegister[]): Table | null {
  if (registers.length === 0) return null;
  return {
    name: t`Disputes`,
    titles: fields().map(({ title }) => title),
    rows: registers.flatMap((register) =>
      register.disputes.map((one) => fields().map(({ cell }) => cell(one, register))),
    ),
    fixed: 2,
  };
}

interface Field {
  readonly title: string;
  readonly cell: (one: DisputeState, register: DisputeRegister) => Cell;
}

const fields = (): readonly Field[] => [...about(), ...settled(), ...numbers(), ...said()];

const about = (): readonly Field[] => [
  { title: t`Agreement`, cell: (_, { agreement }) => text(agreement.id) },
  { title: t`Lead`, cell: ({ lead }) => text(lead) },
  { title: t`Promise`, cell: ({ promise }) => text(promise) },
  { title: t`In words`, cell: ({ title }) => text(title) },
  { title: t`Period`, cell: ({ period }) => text(period) },
  { title: t`State`, cell: ({ state }) => text(state === null ? t`no case` : wordOf(state)) },
  { title: t`Raised by`, cell: ({ by }, register) => text(teamIn(by, register)) },
  { title: t`Raised on`, cell: ({ on }) => day(on) },
];

const settled = (): readonly Field[] => [
  {
    title: t`Where it is`,
    cell: (one) => text(standingOf(one), one.is === 'overdue' ? 'watch' : undefined),
  },
  { title: t`To be settled by`, cell: ({ due }) => day(due) },
  {
    title: t`Settled by`,
    cell: ({ settledBy }, register) => text(allOf(settledBy.map((name) => teamIn(name, register)))),
  },
  { title: t`Settled on`, cell: ({ settledOn }) => day(settledOn) },
];

/** Of its promise in its period, where a dispute is open there. */
const numbers = (): readonly Field[] => [
  { title: t`Open disputes`, cell: (...one) => count(numbersBehind(...one)?.open ?? null) },
  { title: t`Attainment`, cell: (...one) => rate(numbersBehind(...one)?.now.attainment) },
  { title: t`Verdict`, cell: (...one) => verdict(numbersBehind(...one)?.now) },
  { title: t`Attainment if upheld`, cell: (...one) => rate(numbersBehind(...one)?.upheld.attainment) },
  { title: t`Verdict if upheld`, cell: (...one) => verdict(numbersBehind(...one)?.upheld) },
];

const verdict = (result: Parameters<typeof verdictText>[0] | undefined): Cell =>
  text(result === undefined || result.verdict === null ? null : verdictText(result));

const said = (): readonly Field[] => [
  { title: t`What is said`, cell: ({ says }) => text(says) },
  { title: t`Minutes`, cell: ({ minutes }) => text(minutes) },
  { title: t`Written in`, cell: ({ file, line }) => text(`${file}:${line}`) },
];
