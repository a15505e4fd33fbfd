import { fieldsOf } from '../kinds/fields.ts';
import type { Agreement, SourceDef } from '../model/agreement.ts';
import type { Condition, Touched } from '../model/condition.ts';
import type { Came, LateFlag, LateTest, StageRef } from '../model/judge.ts';
import type { FactColumn } from '../model/reading.ts';
import { isLate, lateTest, type TouchedRef } from './late.ts';

/** The columns that one source's table must hold; each is asked for as often as needed and made once. */
export interface Facts {
  readonly source: SourceDef;
  readonly table: string;
  readonly columns: () => readonly FactColumn[];
  time(field: string): string;
  /** The same for a date by which something is due, and which is no event. */
  deadline(field: string): string;
  number(field: string): string;
  text(field: string): string;
  /** The column of a conjunction; null where nothing restricts. */
  flag(agreement: Agreement, conditions: readonly (Condition | null)[]): string | null;
  /** The same of those alone that came to a stage within a span. */
  cameFlag(agreement: Agreement, conditions: readonly (Condition | null)[], came: Came): string;
  /** Flags that rest on activities or on stages too: columns of the table once all is read and as-of is known. */
  readonly late: () => readonly LateFlag[];
  /** The column that tells whether the date of a stage is this row's; null where rows are no hand-overs. */
  own(time: string, when: string | null): string | null;
}

/** The activities that a condition of some rows asks for, as columns. */
export type TouchedBy = (rows: Facts, agreement: Agreement, touched: Touched) => TouchedRef;

const OF_NOBODY: TouchedBy = () => {
  throw new Error('A condition on activities was asked of rows that are no cases');
};

export function factsOf(source: SourceDef, table: string, touchedBy: TouchedBy = OF_NOBODY): Facts {
  const columns = new Map<string, FactColumn>();
  const late = new Map<string, LateFlag>();
  const column = (key: string, make: (name: string) => FactColumn): string => {
    const known = columns.get(key);
    if (known) return known.name;
    const made = make(`${table}_${columns.size}`);
    columns.set(key, made);
    return made.name;
  };
  const lateFlag = (test: LateTest): string => {
    const key = JSON.stringify(test);
    const flag = late.get(key) ?? { name: `${table}_late${late.size}`, test };
    late.set(key, flag);
    return flag.name;
  };
  const plain = (part: Condition) =>
    column(`flag ${JSON.stringify(part)}`, (name) => ({ name, kind: 'flag', condition: part }));
  const testOf = (condition: Condition, agreement: Agreement): LateTest =>
    lateTest(condition, { flag: plain, touched: (touched) => touchedBy(facts, agreement, touched) });
  const facts: Facts = {
    source,
    table,
    columns: () => [...columns.values()],
    time: (field) => column(`time ${field}`, (name) => ({ name, kind: 'time', field })),
    deadline: (field) => column(`deadline ${field}`, (name) => ({ name, kind: 'time', field, ahead: true })),
    number: (field) => column(`number ${field}`, (name) => ({ name, kind: 'number', field })),
    text: (field) => column(`text ${field}`, (name) => ({ name, kind: 'text', field })),
    flag(agreement, conditions) {
      const condition = together(agreement, conditions);
      if (condition === null) return null;
      return isLate(condition) ? lateFlag(testOf(condition, agreement)) : plain(condition);
    },
    cameFlag(agreement, conditions, came) {
      const condition = together(agreement, conditions);
      const rest = condition === null ? [] : [testOf(condition, agreement)];
      return lateFlag({ op: 'all', of: [{ op: 'came', ...came }, ...rest] });
    },
    late: () => [...late.values()],
    own: (time, when) =>
      handedOverBy(source) === null
        ? null
        : column(`own ${time} ${when}`, (name) => ({ name, kind: 'own', time, when })),
  };
  return facts;
}

/** A conjunction in which the profile is spelt out; null where nothing restricts. */
function together(agreement: Agreement, conditions: readonly (Condition | null)[]): Condition | null {
  const of = conditions
    .filter((condition) => condition !== null)
    .map((condition) => resolve(condition, agreement));
  const [first, ...rest] = of;
  if (first === undefined) return null;
  return rest.length === 0 ? first : { op: 'all', of };
}

/** The column of whoever owns a row; null where no field says it, and of records, which belong to nobody. */
export const ownerOf = ({ source, text }: Facts): string | null =>
  isKeyed(source) && Object.hasOwn(source.fields, 'owner') ? text('owner') : null;

/** Whether rows are told apart by their keys: records have a date alone, which two may share. */
export const isKeyed = ({ kind }: SourceDef): boolean => kind !== 'records';

/** A stage as columns of the leads. */
export function stageRef(agreement: Agreement, id: string, facts: Facts): StageRef {
  const stage = agreement.stages[id];
  if (!stage) throw new Error(`No stage "${id}"`);
  const [time, when] = [facts.time(stage.at), facts.flag(agreement, [stage.when])];
  return { time, when, own: stage.at === handedOverBy(facts.source) ? null : facts.own(time, when) };
}

/** The date field that tells the hand-overs of a lead apart; null where rows are leads. */
export function handedOverBy({ recycled }: SourceDef): string | null {
  return typeof recycled === 'object' && recycled ? recycled.handedOver : null;
}

/** A condition in which the profile is spelt out. */
export function resolve(condition: Condition, agreement: Agreement): Condition {
  switch (condition.op) {
    case 'all':
    case 'any':
      return { op: condition.op, of: condition.of.map((part) => resolve(part, agreement)) };
    case 'not':
      return { op: 'not', of: resolve(condition.of, agreement) };
    case 'score':
      return {
        ...condition,
        points: condition.points.map(({ add, when }) => ({ add, when: resolve(when, agreement) })),
      };
    case 'profile':
      return profileCondition(agreement);
    case 'in':
    case 'range':
    case 'compare':
    case 'matches':
    case 'present':
    case 'exists':
    case 'touched':
      return condition;
  }
}

function profileCondition(agreement: Agreement): Condition {
  const { profile } = agreement;
  if (profile === null) throw new Error('The agreement has no profile');
  const { must, mustNot, score } = profile;
  return {
    op: 'all',
    of: [
      ...(must === null ? [] : [must]),
      ...(mustNot === null ? [] : [{ op: 'not', of: mustNot } as const]),
      ...(score === null ? [] : [{ op: 'score', ...score } as const]),
    ],
  };
}

/** The fields that a table's columns read, each once. */
export function fieldsRead(columns: readonly FactColumn[]): ReadonlySet<string> {
  return new Set(
    columns.flatMap((column) => {
      if (column.kind === 'own') return [];
      return column.kind === 'flag' ? fieldsOf(column.condition) : [column.field];
    }),
  );
}
