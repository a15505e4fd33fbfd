import { zoneTable } from '../../calendar/zone.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { Span } from '../../model/judge.ts';
import type { FactColumn, ReadPlan } from '../../model/reading.ts';
import { MICROS_PER_DAY, type Micros } from '../../model/time.ts';
import { type Facts, fieldsRead } from '../../plan/facts.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import type { ToPrint } from '../../sql/printed/statement.ts';
import { typedFactsSql } from '../../sql/server-facts/facts.ts';
import { readPlan } from '../exports/files.ts';
import type { RunTables } from '../exports/tables.ts';

/** How a statement is written, and how the tables are called by the name of their source. */
export interface Spelling {
  readonly dialect: JudgingDialect;
  /** By which tables and columns have the names that they have there. */
  readonly plain: JudgingDialect;
  readonly named: Readonly<Record<string, string>>;
}

/**
 * The typed tables of an agreement as facts, the leads last: as they were at an instant.
 */
export function factsToPrint(
  tables: RunTables,
  { dialect, plain, named }: Spelling,
  { asOf, span }: { readonly asOf: Micros; readonly span: Span },
): ToPrint['facts'] {
  const needed = fieldsRead(tables.leads.columns());
  const joins = tables.joined().map((facts) => joinOf(facts, needed));
  return tables.all().map((facts) => {
    const join = joins.find(({ table }) => table === facts.table);
    const plan = { ...readPlan(facts, { files: [] }, facts === tables.leads ? joins : []), asOf };
    const { timezone } = facts.source;
    return {
      name: facts.table,
      sql: (isAsked) =>
        typedFactsSql(
          {
            plan: join ? { ...plan, columns: Object.values(join.fields).map(joinedColumn) } : plan,
            table: tableOf(facts.source, named).map(plain.identifier).join('.'),
            column: plain.identifier,
            isEvent: facts !== tables.leads && !tables.populations().includes(facts),
            // What joined rows hold is cut where the leads take it.
            asOf: join ? null : asOf,
            zone: timezone === null ? null : zoneTable(timezone, span.from - MARGIN, span.to + MARGIN),
            ...{ span, isAsked },
          },
          dialect,
        ),
    };
  });
}

const MARGIN = 7 * MICROS_PER_DAY;

/** The table of a source, as far as it is named: with its schema and its catalog. */
export const tableOf = ({ table, name }: SourceDef, named: Spelling['named']): readonly string[] =>
  (named[name] ?? table ?? name).split('.');

function joinOf({ source, table }: Facts, needed: ReadonlySet<string>): ReadPlan['joins'][number] {
  const fields = Object.entries(source.fields).filter(([name]) => name !== source.key && needed.has(name));
  return { table, on: source.joinsTo, fields: Object.fromEntries(fields) };
}

function joinedColumn({ name, type }: ReadPlan['fields'][string]): FactColumn {
  if (type === 'date' || type === 'datetime') return { name, kind: 'time', field: name };
  return { name, kind: type === 'integer' || type === 'decimal' ? 'number' : 'text', field: name };
}
