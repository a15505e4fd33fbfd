import { fieldsOf } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import { scopeConditions } from '../../kinds/scope.ts';
import { t } from '../../messages/index.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import { isHidden, type Personal } from '../../model/personal.ts';
import { conjuncts } from '../../plan/conjuncts.ts';
import { type Facts, resolve } from '../../plan/facts.ts';
import { casesIn } from '../../plan/lower.ts';
import { leadColumnsSql } from '../../sql/receipt/lead-columns.ts';
import type { RunTables } from '../exports/tables.ts';
import { rowFields } from '../judging/case-fields.ts';
import type { Planned, Run } from '../judging/run.ts';
import { conditionWords } from '../wording/conditions.ts';
import { rowsOf } from '../wording/names.ts';

/** One part of a condition, as a column of the leads. */
export interface Test {
  readonly text: string;
  readonly fields: readonly string[];
  readonly column: string;
}

/** The conditions of a promise, part by part: each must hold. */
interface PromiseTests {
  readonly scope: readonly Test[];
  /** What makes a lead count as met where no clock does. */
  readonly part: readonly Test[];
}

export type Tests = ReadonlyMap<Planned, PromiseTests>;

/**
 * Asks the leads' table for a column for each part of each condition, so that the one that failed can be
 * named.
 */
export function testsOf(tables: RunTables, planned: readonly Planned[]): Tests {
  const tests = (conditions: readonly Condition[], one: Planned, facts: Facts): readonly Test[] =>
    conditions
      .flatMap((condition) => conjuncts(resolve(condition, one.inForce.sourced.agreement)))
      .flatMap((part) => testOf(part, one, facts));
  return new Map(
    planned.map((one) => {
      const { measure } = one.promise;
      const part = kindOf(measure.kind).part(measure)?.with ?? null;
      const facts = casesIn(tables, one.promise);
      const scope = tests(scopeConditions(one.promise), one, facts);
      return [one, { scope, part: part === null ? [] : tests([part], one, facts) }] as const;
    }),
  );
}

function testOf(part: Condition, { promise, inForce }: Planned, facts: Facts): readonly Test[] {
  const { agreement } = inForce.sourced;
  const column = facts.flag(agreement, [part]);
  if (column === null) return [];
  return [{ text: conditionWords(part, agreement, rowsOf(promise)), fields: fieldsOf(part), column }];
}

/** What the lead makes of each test: its text with the cells that decided, and whether it holds. */
export async function tried(
  run: Run,
  tests: readonly Test[],
  row: {
    readonly lead: string;
    readonly nth: number | null;
    readonly cells: Readonly<Record<string, string>>;
    readonly of: Facts;
  },
  personal: Personal,
): Promise<readonly { readonly text: string; readonly holds: boolean }[]> {
  if (tests.length === 0) return [];
  const columns = tests.map(({ column }) => column);
  const sql = leadColumnsSql(row.of.table, columns, row.nth, run.engine.dialect);
  const [found] = await run.engine.rows(sql, [row.lead]);
  const fields = rowFields(run, row.of);
  return tests.map((test, i) => ({
    text: `${test.text}${cellsText(test.fields, row.cells, fields, personal)}`,
    holds: found?.[`t${i}`] === true,
  }));
}

/** ` ("Pays" is "US")`, by the header of the column in the file; nothing of personal cells. */
function cellsText(
  names: readonly string[],
  cells: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, FieldDef>>,
  personal: Personal,
): string {
  const said = names
    .filter((name) => !isHidden(fields[name], personal))
    .map((name) => {
      const column = fields[name]?.column ?? name;
      return cells[name] === undefined ? t`"${column}" is blank` : t`"${column}" is "${cells[name]}"`;
    });
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}
