import type { Engine } from '../../engine/engine.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Facts } from '../../plan/facts.ts';
import { handedAgainSql, ofKnownLeadsSql } from '../../sql/facts/linked-rows.ts';
import { countMergedSql } from '../../sql/read/merged.ts';
import { countNamedSql } from '../../sql/read/names.ts';
import { MERGED } from './merged.ts';
import { isNamed, namesTable, unnamedTable } from './names.ts';
import type { ReadExports } from './read-all.ts';
import type { RunTables } from './tables.ts';

/** Exports that are read, as tables of an engine. */
interface Loaded {
  readonly engine: Engine;
  readonly tables: RunTables;
  readonly exports: ReadExports;
}

/**
 * What the reader must know of the sources beside their rejected rows: how a lead that qualified twice is
 * told, and rows that found no lead. A join that finds nothing is most often a key written in two ways, and
 * would read as broken promises.
 */
export async function sourceNotes(loaded: Loaded): Promise<readonly string[]> {
  return [...(await recycledNote(loaded)), ...(await mergedNote(loaded)), ...(await strayNotes(loaded))];
}

async function recycledNote({ tables, engine }: Loaded): Promise<readonly string[]> {
  const { name, recycled } = tables.leads.source;
  if (recycled === null) return [];
  if (typeof recycled === 'object') {
    const [row] = await engine.rows<{ n: number }>(handedAgainSql(tables.leads.table, engine.dialect));
    const n = row?.n ?? 0;
    if (n === 0) return [];
    return [
      plural(
        n,
        t`${whole(n)} row of "${name}" hands over a lead again, and is a case of its own`,
        t`${whole(n)} rows of "${name}" hand over a lead again, and each is a case of its own`,
      ),
    ];
  }
  return [
    recycled === 'first'
      ? t`a lead of "${name}" that came back is judged by its first passage alone: the export keeps no other`
      : t`a lead of "${name}" that came back is judged by its latest passage alone: the export keeps no other`,
  ];
}

async function mergedNote({ tables, engine }: Loaded): Promise<readonly string[]> {
  if (!tables.leads.source.merged) return [];
  const [row] = await engine.rows<{ ids: number; leads: number }>(countMergedSql(MERGED));
  const { ids, leads } = row ?? { ids: 0, leads: 0 };
  if (ids === 0) return [];
  const into = plural(leads, t`${whole(leads)} lead`, t`${whole(leads)} leads`);
  return [
    plural(
      ids,
      t`${whole(ids)} id was merged into ${into}: what other exports hold under it counts there`,
      t`${whole(ids)} ids were merged into ${into}: what other exports hold under them counts there`,
    ),
  ];
}

async function strayNotes(loaded: Loaded): Promise<readonly string[]> {
  const { leads } = loaded.tables;
  const notes: string[] = [];
  for (const { facts, report } of loaded.exports.reports) {
    const { name, kind, joinsTo } = facts.source;
    const linked = (kind === 'activities' || kind === 'joined') && joinsTo === leads.source.key;
    const rows = report.ledger.judged;
    if (!linked || rows === 0) continue;
    const { found, shared } = await foundRows(loaded, facts);
    if (shared > 0)
      notes.push(
        plural(
          shared,
          t`${whole(shared)} row of "${name}" names several leads, and counts for each of them`,
          t`${whole(shared)} rows of "${name}" name several leads, and count for each of them`,
        ),
      );
    if (found === 0)
      notes.push(
        t`none of the ${whole(rows)} rows of "${name}" belongs to a lead: are their keys written in another way?`,
      );
    else if (found < rows)
      notes.push(
        plural(
          rows - found,
          t`${whole(rows - found)} of the ${whole(rows)} rows of "${name}" belongs to no lead that could be read`,
          t`${whole(rows - found)} of the ${whole(rows)} rows of "${name}" belong to no lead that could be read`,
        ),
      );
  }
  return notes;
}

/** How many rows find their lead, and how many find several. */
async function foundRows(
  { engine, tables }: Loaded,
  facts: Facts,
): Promise<{ readonly found: number; readonly shared: number }> {
  const leads = tables.leads.table;
  if (isNamed(facts.source)) {
    const [row] = await engine.rows<{ found: number; shared: number }>(
      countNamedSql(unnamedTable(facts), namesTable(facts), leads),
    );
    return row ?? { found: 0, shared: 0 };
  }
  const [row] = await engine.rows<{ n: number }>(ofKnownLeadsSql(facts.table, leads, engine.dialect));
  return { found: row?.n ?? 0, shared: 0 };
}
