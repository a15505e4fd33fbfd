import type { Engine } from '../../engine/engine.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { LoadReport } from '../../model/reading.ts';
import type { Facts } from '../../plan/facts.ts';
import { createNamesSql, namedRowsSql, namesOfLeadSql } from '../../sql/read/names.ts';
import { sourceViewSql } from '../../sql/read/source-table.ts';
import { type Leads, MERGED, readMerges, readTold } from './merged.ts';

/** The leads with all that activities name them by, before anything else is read of them. */
const NAMED = 'naming';

/** The table of activities as their file names the leads, and that of the names; both are of one source. */
export const unnamedTable = ({ table }: Facts): string => `${table}$unnamed`;
export const namesTable = ({ table }: Facts): string => `${table}$names`;

/** Whether the rows of a source name their lead by another field than its key. */
export const isNamed = ({ leadBy }: SourceDef): boolean => leadBy !== undefined;

/** Reads which leads were merged and what they are named by, before the sources whose rows that moves. */
export async function readLinks(
  leads: Leads,
  wanted: readonly { readonly facts: Facts }[],
): Promise<Pick<LoadReport, 'fatal' | 'warnings'>> {
  const merges = await readMerges(leads);
  if (merges.fatal.length > 0) return merges;
  const all = wanted.map(({ facts }) => facts);
  return { fatal: await readNames(leads, all), warnings: merges.warnings };
}

/**
 * Reads what the leads are named by, before the activities that name them so. What is wrong with the files is
 * told when the leads are read as a whole, but for what ends it here.
 */
async function readNames(leads: Leads, all: readonly Facts[]): Promise<LoadReport['fatal']> {
  const { source, engine } = leads;
  const named = all.filter((facts) => isNamed(facts.source));
  if (named.length === 0) return [];
  const fields = [...new Set(named.flatMap((facts) => facts.source.leadBy ?? []))].filter(
    (name) => name !== source.key,
  );
  const columns = fields.map((field, i) => ({ name: `name${i}`, field }));
  const { fatal } = await readTold(leads, NAMED, columns);
  if (fatal.length > 0) return fatal;
  for (const facts of named) {
    const by = facts.source.leadBy ?? [];
    await engine.run(
      createNamesSql(namesTable(facts), {
        leads: NAMED,
        columns: columns.filter(({ field }) => by.includes(field)).map(({ name }) => name),
        byKey: by.includes(source.key),
        merged: source.merged ? MERGED : null,
      }),
    );
  }
  return [];
}

/**
 * Puts the rows of a source under the leads that they name, and finds the rows of a lead by the names that it
 * has there. A row whose name several leads have is each of theirs: what was done to a person was done to all
 * that is known of that person.
 */
export async function underLeads(facts: Facts, report: LoadReport, engine: Engine): Promise<LoadReport> {
  if (!isNamed(facts.source) || report.fatal.length > 0) return report;
  const [rows, names] = [unnamedTable(facts), namesTable(facts)];
  await engine.run(sourceViewSql(facts.table, namedRowsSql(rows, names)));
  return {
    ...report,
    rowsOf: async (lead, limit) => {
      const found = await engine.rows<{ name: string }>(namesOfLeadSql(rows, names), [lead]);
      const [first, ...more] = found.map(({ name }) => name);
      return first === undefined ? [] : report.rowsOf(first, limit, more);
    },
  };
}
