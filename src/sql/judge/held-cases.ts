import type { CasePlan } from '../../model/judge.ts';
import type { Part } from './aggregate.ts';
import { carriedNames } from './base.ts';
import { carriedOf, caseColumns, isDistinct, sourceOf } from './cases.ts';
import { CASE_PROPERTIES, type HeldCases, type JudgeContext } from './context.ts';
import { noMicros } from './expressions.ts';
import { heldKey } from './held.ts';
import { Layers } from './layers.ts';

/** More in one table would take long to plan: its statement grows with them. */
const MOST_IN_ONE = 16;

/** The same of an engine that puts a part of a statement wherever it is named. */
const MOST_IN_PLACE = 6;

/** Tables of cases to be made, in their order. */
export interface CasesToHold {
  readonly table: string;
  /** Of its rows. */
  readonly sql: string;
  /** What is held of each of its parts, by `heldKey`. */
  readonly held: readonly (readonly [key: string, cases: HeldCases])[];
}

/**
 * Tables that hold the cases of several parts, a row for each row of their source: whatever is asked of the
 * cases later reads columns there. `name` gives each its name. Parts of a source that is asked once are left
 * out: those without a clock are counted, and nothing else.
 */
export function casesToHold(parts: readonly Part[], name: (index: number) => string): readonly CasesToHold[] {
  const bySource = new Map<string, Part[]>();
  for (const part of parts) {
    const source = `${sourceOf(part.plan, part.context)} ${carriedOf(part.plan, part.context)}`;
    bySource.set(source, [...(bySource.get(source) ?? []), part]);
  }
  return [...bySource.values()]
    .filter((some) => some.some(({ plan, context }) => isAskedAgain(plan, context)))
    .flatMap((some) => slices(some))
    .map((some, index) => tableOf(some, name(index)));
}

const isAskedAgain = ({ shape }: CasePlan, { waivers }: JudgeContext): boolean =>
  shape === 'timed' || shape === 'attempts' || waivers.length > 0;

function slices(parts: readonly Part[]): readonly (readonly Part[])[] {
  const most = parts[0]?.context.dialect.holdsParts === false ? MOST_IN_PLACE : MOST_IN_ONE;
  return Array.from({ length: Math.ceil(parts.length / most) }, (_, i) =>
    parts.slice(i * most, (i + 1) * most),
  );
}

function tableOf(parts: readonly Part[], table: string): CasesToHold {
  const [first] = parts;
  if (!first) throw new Error('There are no cases of no plan');
  const { plan, context } = first;
  const layers = new Layers(context);
  const columns = new Map<string, string>();
  const column = (sql: string): string => {
    if (sql === noMicros(context) || /^(\d+|true|false|NULL)$/.test(sql)) return sql;
    const name = columns.get(sql) ?? `c${columns.size}`;
    columns.set(sql, name);
    return name;
  };
  const held = parts.map((part) => {
    const cases = caseColumns(part.plan, part.context, { due: false }, layers);
    const named = CASE_PROPERTIES.map((name) => [name, column(cases[name] ?? cases.s1)]);
    const own = Object.fromEntries(named) as HeldCases['columns'];
    const { boundaries } = part.context;
    return [heldKey(part.plan, part.context), { plan: part.plan, boundaries, table, columns: own }] as const;
  });
  const rows = layers.over(sourceOf(plan, context), carriedOf(plan, context));
  const named = [...columns].map(([sql, name]) => `${sql} AS ${name}`);
  // Of no period, too: what was broken before a period began may be the reason of what is broken in it.
  const inForce = held.map(([, { columns: of }]) =>
    of.inForce === 'true' ? of.exists : `${of.exists} AND ${of.inForce}`,
  );
  return {
    table,
    sql: `SELECT * FROM (
  SELECT ${[carriedNames(context), ...(isDistinct(plan) ? ['told'] : []), ...named].join(', ')}
  FROM (${rows})
) WHERE ${[...new Set(inForce)].join(' OR ')}`,
    held,
  };
}
