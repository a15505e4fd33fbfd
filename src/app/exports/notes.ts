import type { Engine } from '../../engine/engine.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { SourceDef } from '../../model/agreement.ts';
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
  const { tables, exports } = loaded;
  const notes: string[] = [];
  for (const { facts, report } of exports.reports) {
    const { kind, joinsTo } = facts.source;
    const about = tables.about(facts.source);
    const linked = (kind === 'activities' || kind === 'joined') && joinsTo === about.source.key;
    const rows = report.ledger.judged;
    if (!linked || rows === 0) continue;
    const { found, shared } = await foundRows(loaded, facts, about);
    if (shared > 0) notes.push(sharedText(shared, facts.source));
    if (found < rows) notes.push(strayText({ found, rows }, facts.source));
  }
  return notes;
}

const sharedText = (n: number, { name }: SourceDef): string =>
  plural(
    n,
    t`${whole(n)} row of "${name}" names several leads, and counts for each of them`,
    t`${whole(n)} rows of "${name}" name several leads, and count for each of them`,
  );

function strayText(
  { found, rows }: { readonly found: number; readonly rows: number },
  { name, of }: SourceDef,
): string {
  const lost = whole(rows - found);
  if (of === undefined)
    return found === 0
      ? t`none of the ${whole(rows)} rows of "${name}" belongs to a lead: are their keys written in another way?`
      : plural(
          rows - found,
          t`${lost} of the ${whole(rows)} rows of "${name}" belongs to no lead that could be read`,
          t`${lost} of the ${whole(rows)} rows of "${name}" belong to no lead that could be read`,
        );
  return found === 0
    ? t`none of the ${whole(rows)} rows of "${name}" belongs to a row of "${of}": are their keys written in another way?`
    : plural(
        rows - found,
        t`${lost} of the ${whole(rows)} rows of "${name}" belongs to no row of "${of}" that could be read`,
        t`${lost} of the ${whole(rows)} rows of "${name}" belong to no row of "${of}" that could be read`,
      );
}

/** How many rows find what they are about, and how many find several. */
async function foundRows(
  { engine }: Loaded,
  facts: Facts,
  about: Facts,
): Promise<{ readonly found: number; readonly shared: number }> {
  if (isNamed(facts.source)) {
    const [row] = await engine.rows<{ found: number; shared: number }>(
      countNamedSql(unnamedTable(facts), namesTable(facts), about.table),
    );
    return row ?? { found: 0, shared: 0 };
  }
  const [row] = await engine.rows<{ n: number }>(ofKnownLeadsSql(facts.table, about.table, engine.dialect));
  return { found: row?.n ?? 0, shared: 0 };
}
