import type { FieldDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { FactColumn, ReadPlan } from '../../model/reading.ts';
import type { Selection } from '../../model/requests.ts';
import { type Facts, fieldsRead } from '../../plan/facts.ts';
import type { Sourced } from '../agreements/family.ts';
import { exportFiles } from './files.ts';
import { asOwnProblem, isOwnProblem } from './kept-by-hand.ts';
import type { RunTables } from './tables.ts';

/** What is read of a source, and from where. */
export interface Wanted {
  readonly facts: Facts;
  readonly files: readonly string[];
  readonly server?: ReadPlan['server'];
  /** What it gives to the leads, where it joins them. */
  readonly fields: Readonly<Record<string, FieldDef>>;
}

/** The files of every source that was asked for, and what is wrong with them; the leads last. */
export async function filesWanted({
  tables,
  sourced,
  selection,
  io,
}: {
  readonly tables: RunTables;
  readonly sourced: Sourced;
  readonly selection: Selection;
  readonly io: Io;
}): Promise<{
  readonly wanted: readonly Wanted[];
  readonly findings: Diagnostic[];
  readonly unread: Set<Facts>;
}> {
  const wanted: Wanted[] = [];
  const findings: Diagnostic[] = [];
  const unread = new Set<Facts>();
  const needed = fieldsRead(tables.leads.columns());
  for (const facts of tables.all()) {
    const joined = tables.joined().includes(facts);
    const fields = joined ? joinedFields(facts, needed) : {};
    if (joined && Object.keys(fields).length === 0) continue;
    const found = await exportFiles(facts.source, sourced, selection, io);
    findings.push(...found.findings.map((finding) => asOwnProblem(facts, finding)));
    if (found.findings.some((finding) => isOwnProblem(facts, finding))) unread.add(facts);
    else if (found.files.length > 0) wanted.push({ facts, files: found.files, server: found.server, fields });
  }
  return { wanted, findings, unread };
}

/**
 * A joined source gives the leads those of its fields that they do not have and that something reads; once
 * it is read, its agreed words are looked at too.
 */
function joinedFields({ source }: Facts, needed: ReadonlySet<string>): Readonly<Record<string, FieldDef>> {
  const fields = Object.entries(source.fields).filter(([name]) => name !== source.key);
  if (!fields.some(([name]) => needed.has(name))) return {};
  return Object.fromEntries(fields.filter(([name, { values }]) => needed.has(name) || values !== undefined));
}

export function joinedColumn({ name, type }: FieldDef): FactColumn {
  if (type === 'date' || type === 'datetime') return { name, kind: 'time', field: name };
  return { name, kind: type === 'integer' || type === 'decimal' ? 'number' : 'text', field: name };
}
