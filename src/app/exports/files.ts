import { dirname, resolve } from 'node:path';
import { zoneTable } from '../../calendar/zone.ts';
import { FileProblem } from '../../files/disk.ts';
import { expand } from '../../files/glob.ts';
import { withNearFile } from '../../files/near.ts';
import { kindOf } from '../../kinds/index.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { SourceDef } from '../../model/agreement.ts';
import { nameOfTable } from '../../model/connection.ts';
import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { promisesOf } from '../../model/promises.ts';
import type { ReadPlan, ZoneTable } from '../../model/reading.ts';
import type { Selection } from '../../model/requests.ts';
import { type Facts, handedOverBy } from '../../plan/facts.ts';
import type { Family, Sourced } from '../agreements/family.ts';
import { isOfGit, leavesRepository } from '../agreements/inside-repository.ts';

/** Cells outside these years are not plausible and are rejected; offsets are exact between them. */
const FIRST_INSTANT = Date.UTC(1990, 0, 1) * 1000;
const LAST_INSTANT = Date.UTC(2100, 0, 1) * 1000;

export interface ExportFiles {
  readonly files: readonly string[];
  readonly findings: readonly Diagnostic[];
  /** In place of files: `files` holds its name alone. */
  readonly server?: ReadPlan['server'];
}

/** The files of a source: those named on the command line, else the agreement's own. */
export async function exportFiles(
  source: SourceDef,
  sourced: Sourced,
  selection: Selection,
  io: Io,
): Promise<ExportFiles> {
  const named = selection.sources[source.name] ?? (source.kind === 'leads' ? selection.leads : []);
  const own = named.length === 0;
  const { connection, table } = source;
  if (own && connection !== undefined && table !== undefined) {
    const server = { connection, table, path: source.path };
    return { files: [nameOfTable(server)], findings: [], server };
  }
  const patterns = own ? source.files : named;
  const base = own ? dirname(sourced.agreement.file) : io.cwd;
  const at: Named = { source, sourced, own, selection, io, base };
  const files = new Set<string>();
  const findings: Diagnostic[] = [];
  for (const pattern of patterns) {
    const found = await matched(pattern, at);
    for (const file of found.files) files.add(file);
    findings.push(...found.findings);
  }
  if (patterns.length === 0) findings.push(nothing('', source, sourced));
  return { files: [...files].sort(), findings };
}

/** By whom a pattern is written: the agreement (`own`), or whoever typed the command. */
interface Named {
  readonly source: SourceDef;
  readonly sourced: Sourced;
  readonly own: boolean;
  readonly selection: Selection;
  readonly io: Io;
  readonly base: string;
}

/** What one pattern names. What the file system refuses is told of it, and the other agreements are judged. */
async function matched(
  pattern: string,
  { source, sourced, own, selection, io, base }: Named,
): Promise<ExportFiles> {
  const files: string[] = [];
  const findings: Diagnostic[] = [];
  const isForbidden = async (file: string): Promise<boolean> =>
    isOfGit(file) || (!selection.allowOutside && (await leavesRepository(file, sourced.agreement.file, io)));
  const absent = async (): Promise<Diagnostic> => {
    const finding = nothing(pattern, source, own ? sourced : null);
    const path = resolve(base, pattern);
    // Nothing is told of what lies where the agreement may not look.
    if (own && (await isForbidden(path))) return finding;
    return { ...finding, help: await withNearFile(finding.help, path, pattern, io.files) };
  };
  try {
    const found = await expand(pattern, base, io.files);
    if (found.length === 0) findings.push(await absent());
    for (const file of found) {
      // A link inside the repository may point out of it.
      if (own && (await isForbidden(file))) findings.push(outside(pattern, source, sourced));
      else if (own && source.table !== undefined && IS_ONE_TABLE.test(file))
        findings.push(noDatabase(source.table, source, sourced));
      else if ((await io.files.stat(file)) === null) findings.push(await absent());
      else files.push(file);
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    findings.push(refused(error, source, own ? sourced : null));
  }
  return { files, findings };
}

const zones = new Map<string, ZoneTable>();

/** Computed once a zone: a century of transitions takes longer than many an export to read. */
function zoneOf(timezone: string): ZoneTable {
  const known = zones.get(timezone) ?? zoneTable(timezone, FIRST_INSTANT, LAST_INSTANT);
  zones.set(timezone, known);
  return known;
}

/** Whose rows are events. */
const MANY: ReadonlySet<SourceDef['kind']> = new Set(['activities', 'records']);

/** How a source becomes a table with the columns that were asked for. */
export function readPlan(
  facts: Facts,
  { files, server }: Pick<ExportFiles, 'files' | 'server'>,
  joins: ReadPlan['joins'],
): ReadPlan {
  const { source, table } = facts;
  const handedOver = handedOverBy(source);
  return {
    source: source.name,
    table,
    files,
    csv: source.csv,
    sheet: source.sheet ?? null,
    within: source.table ?? null,
    ...(server === undefined ? {} : { server }),
    nulls: source.nulls,
    fields: source.fields,
    zone: source.timezone === null ? null : zoneOf(source.timezone),
    key: source.key,
    unique: MANY.has(source.kind) ? 'many' : handedOver === null ? 'collapse' : 'each',
    unlinked:
      source.kind !== 'activities' ? 'rejected' : source.of === undefined ? 'of no lead' : 'of no row',
    handedOver,
    latestBy: source.duplicates.keep === 'latest' ? source.duplicates.by : null,
    onePerKey: source.onePerLead ?? null,
    maxRejected: source.maxRejected,
    columns: facts.columns(),
    joins,
  };
}

function outside(pattern: string, source: SourceDef, sourced: Sourced): Diagnostic {
  return {
    rule: 'outside-path',
    severity: 'error',
    message: t`"${pattern}" leads to a file outside the repository of the agreement`,
    help: t`copy the file there, or run with --allow-outside`,
    place: sourced.place(placeOf(source, sourced)),
    fatal: true,
  };
}

/** Files that are one table each, whose name is their own. */
const IS_ONE_TABLE = /[.](?:csv|tsv|txt|gz|xlsx|xlsm|parquet)$/i;

/** A table that is named is one of a database. */
const noDatabase = (table: string, source: SourceDef, sourced: Sourced): Diagnostic => ({
  rule: 'no-table',
  severity: 'error',
  message: t`"${source.name}" names the table "${table}", and its files are tables themselves: only a database has several`,
  help: t`remove table: ${table}, or name a .duckdb file`,
  place: sourced.place([...source.path, 'table']),
  fatal: true,
});

function nothing(
  pattern: string,
  source: SourceDef,
  sourced: Sourced | null,
): Diagnostic & { readonly help: string } {
  if (source.kind === 'records' && sourced)
    return {
      rule: 'no-export',
      severity: 'error',
      message: t`There is no file of records at "${pattern}"`,
      help: t`write it there, with a column or key "${source.key}" for the dates, or correct the path: it starts at the folder of the agreement`,
      place: sourced.place(recordsPath(source, sourced)),
      fatal: true,
    };
  const flag = source.kind === 'leads' ? '--leads FILE' : `--source ${source.name}=FILE`;
  return {
    rule: 'no-export',
    severity: 'error',
    message:
      pattern === '' ? t`The source "${source.name}" names no files` : t`No export found at "${pattern}"`,
    help: DRIVE.test(pattern)
      ? t`a drive is of one computer: write the path from the folder of the agreement, as in exports/leads.csv, or name the file for this run with ${flag}`
      : t`put the export of "${source.name}" there, or name another for this run with ${flag}`,
    ...(sourced ? { place: sourced.place([...source.path, 'files']) } : {}),
    fatal: true,
  };
}

/** `C:\exports`, `C:/exports` */
const DRIVE = /^[A-Za-z]:[\\/]/;

/** A folder that can't be listed, a link that leads nowhere, a pattern that means too many files. */
function refused(problem: FileProblem, source: SourceDef, sourced: Sourced | null): Diagnostic {
  return {
    rule: 'unreadable-file',
    severity: 'error',
    message: problem.message,
    help: t`mend that, or name the exports of "${source.name}" more closely`,
    ...(sourced ? { place: sourced.place(placeOf(source, sourced)) } : {}),
    fatal: true,
  };
}

const placeOf = (source: SourceDef, sourced: Sourced): YamlPath =>
  source.kind === 'records' ? recordsPath(source, sourced) : [...source.path, 'files'];

/** Where the agreement names a file of records. */
function recordsPath(source: SourceDef, { agreement }: Sourced): YamlPath {
  for (const { measure, path } of promisesOf(agreement)) {
    const records = kindOf(measure.kind).records?.(measure);
    if (records?.file === source.name) return [...path, measure.kind, ...records.path];
  }
  return source.path;
}

/** Names of `--source` that no agreement found has. */
export function unknownSources(selection: Selection, families: readonly Family[]): readonly Diagnostic[] {
  const known = new Set(
    families.flatMap(({ versions }) => versions.flatMap(({ agreement }) => Object.keys(agreement.sources))),
  );
  if (selection.leads.length > 0 && known.size > 0 && !known.has('leads'))
    return [
      {
        rule: 'wrong-option',
        severity: 'error',
        message: t`--leads: the agreement has no leads`,
        help: t`name the source: ${[...known].map((name) => `--source ${name}=FILE`).join(', ')}`,
        fatal: true,
      },
    ];
  const unknown = Object.keys(selection.sources)
    .filter((name) => known.size > 0 && !known.has(name))
    .map(
      (name): Diagnostic => ({
        rule: 'wrong-option',
        severity: 'error',
        message: t`--source: there is no source "${name}"`,
        help: t`the sources are ${allOf([...known])}`,
        fatal: true,
      }),
    );
  return [...unknown, ...idleConnections(selection, families)];
}

/** Connections that were typed for a run which no source names. */
function idleConnections(
  { connections = {} }: Selection,
  families: readonly Family[],
): readonly Diagnostic[] {
  const sources = families.flatMap(({ versions }) =>
    versions.flatMap(({ agreement }) => Object.values(agreement.sources)),
  );
  return Object.keys(connections)
    .filter((name) => sources.length > 0 && sources.every(({ connection }) => connection !== name))
    .map((name) => ({
      rule: 'wrong-option',
      severity: 'error',
      message: t`--connection: no source names the connection "${name}"`,
      help: t`write connection: ${name} and table: in the source whose rows it has`,
      fatal: true,
    }));
}
