import type { Condition } from '../model/condition.ts';
import type { Agreement, PromiseDef } from '../model/agreement.ts';
import { conditionText, conjuncts } from '../plan/condition-text.ts';
import { resolve } from '../plan/facts.ts';
import type { Planned } from './court.ts';
import type { RunTables } from './tables.ts';

/** One part of a promise's scope, as a column of the leads. */
export interface Test {
  readonly text: string;
  readonly column: string;
}

/** By promise and version: the parts of its scope, each of which must hold. */
export type Tests = ReadonlyMap<Planned, readonly Test[]>;

/** Asks the leads' table for a column for each part of each scope, so that the one that failed can be named. */
export function testsOf({ leads }: RunTables, planned: readonly Planned[]): Tests {
  return new Map(
    planned.map((one) => {
      const { agreement } = one.force.sourced;
      const parts = scopeOf(one.promise).flatMap((condition) => conjuncts(resolve(condition, agreement)));
      return [one, parts.flatMap((part) => testOf(part, agreement, leads))] as const;
    }),
  );
}

function testOf(part: Condition, agreement: Agreement, leads: RunTables['leads']): readonly Test[] {
  const column = leads.flag(agreement, [part]);
  return column === null ? [] : [{ text: conditionText(part), column }];
}

function scopeOf({ where, measure }: PromiseDef): readonly Condition[] {
  const inner =
    measure.kind === 'count' || measure.kind === 'sum'
      ? measure.where
      : measure.kind === 'share'
        ? measure.of.where
        : null;
  return [where, inner].filter((condition) => condition !== null);
}
