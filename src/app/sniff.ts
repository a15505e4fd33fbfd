import { basename, join } from 'node:path';
import { openDuckDb } from '../engine/duckdb.ts';
import { expand } from '../files/glob.ts';
import { withNearFile } from '../files/near.ts';
import { withScratch } from '../files/scratch.ts';
import { plural, say, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import { ownSource } from '../messages/own-ids.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { Oddity, Sniff, SniffColumn, SniffRequest, SniffResult } from '../model/sniff.ts';
import { hiddenText } from '../reading/hidden-rows.ts';
import { compoundKind } from '../reading/ole.ts';
import { bytesThrough, startOf } from '../reading/text/bytes.ts';
import { withoutDosEnd } from '../reading/text/dos-end.ts';
import { otherEncoding } from '../reading/text/other-encoding.ts';
import { fromWindows1252 } from '../reading/text/transcode.ts';
import { filesIn, IRREGULAR, IRREGULAR_HELP } from '../reading/unopened.ts';
import type { SheetCopy } from '../reading/xlsx/sheet.ts';
import { sniff as sniffBytes } from '../sniff/sniff.ts';
import { shown } from './agreements/find.ts';
import { knownExports } from './exports/known.ts';
import { copyOfTable, withTypes } from './exports/table-copy.ts';
import { ownRows } from './init/ask/not-leads.ts';
import { fieldOfRows, type RowColumns } from './init/ask/rows.ts';
import { historiesOf } from './init/propose/history.ts';
import { sourceName } from './init/propose/source-name.ts';

/** What exports hold, each read once and whole. A file that can't be read does not hide the others. */
export async function sniff(request: SniffRequest, io: Io): Promise<SniffResult> {
  const read: Read[] = [];
  const findings: Diagnostic[] = [];
  for (const pattern of request.files) {
    const files = await expand(pattern, io.cwd, io.files);
    if (files.length === 0)
      findings.push(problem(pattern, t`No file is there`, t`check the path of the export`));
    for (const file of files) {
      const found = await sniffFile(file, request, io);
      if ('rule' in found) findings.push(found);
      else read.push({ path: file, sniff: withOwnRows(found) });
    }
  }
  return { sniffs: await withHistories(read, request.sheet, io), findings, texts: {} };
}

interface Read {
  readonly path: string;
  readonly sniff: Sniff;
}

/** What happened to the rows of another of the files is a source that belongs to theirs. */
async function withHistories(read: readonly Read[], sheet: string | null, io: Io): Promise<readonly Sniff[]> {
  const linked = new Map<Sniff, NonNullable<Sniff['belongsTo']>>();
  for (const { path, sniff } of read) {
    const key = sniff.columns.find(({ role }) => role?.name === 'id');
    if (sniff.ownRows === undefined || key === undefined) continue;
    const { source } = sniff.ownRows;
    const others = read.filter((other) => other.sniff !== sniff && other.sniff.ownRows === undefined);
    const histories = await historiesOf({ path, sheet, sniff, key }, others, io);
    for (const [i, other] of others.entries()) {
      const history = histories[i] ?? null;
      if (history === null || linked.has(other.sniff)) continue;
      linked.set(other.sniff, { ...history, source, name: sourceName(other.path, new Set([source])) });
    }
  }
  return read.map(({ sniff }) => {
    const belongsTo = linked.get(sniff);
    return belongsTo === undefined ? sniff : { ...sniff, belongsTo };
  });
}

/** Rows that are no leads are no source of leads in an agreement, as "sla init" has it. */
function withOwnRows(found: Sniff): Sniff {
  const own = ownRows(found, UNNAMED);
  if (own === null) return found;
  const fields = (Object.entries(own.columns) as [keyof RowColumns, SniffColumn][]).map(
    ([which, { position }]) => [position, fieldOfRows(which)] as const,
  );
  return { ...found, ownRows: { source: ownSource(own.kind.source), fields: Object.fromEntries(fields) } };
}

/** No date of a lead is named. */
const UNNAMED = { qualified: null, contacted: null, won: null } as const;

const absent = async (file: string, name: string, io: Io): Promise<Diagnostic> =>
  problem(
    name,
    t`There is no such file`,
    await withNearFile(t`check the path of the export`, file, name, io.files),
  );

/** One file; a finding where it can't be read. */
export async function sniffFile(
  file: string,
  request: Pick<SniffRequest, 'sheet' | 'personal'>,
  io: Io,
): Promise<Sniff | Diagnostic> {
  const name = shown(file, io);
  const stat = await io.files.stat(file);
  if (stat === null) return absent(file, name, io);
  if (stat.kind === 'directory')
    return problem(name, t`There is a folder in place of the export`, filesIn(name));
  if (stat.kind === 'other') return problem(name, say(IRREGULAR), say(IRREGULAR_HELP));
  if (/\.ya?ml$/i.test(file)) return ofYaml(name);
  try {
    const start = await startOf(file);
    if (start.other !== null)
      return problem(name, say(start.other.what), say(start.other.help), 'not-an-export');
    if (start.archive === 'ole') {
      const { what, help } = await compoundKind(file);
      return problem(name, say(what), say(help));
    }
    const { archive } = start;
    if (archive === 'parquet' || archive === 'duckdb')
      return await sniffTable({ file, name, bytes: stat.bytes, request, io }, archive);
    if (start.archive === 'zip') return await sniffBook({ file, name, bytes: stat.bytes, request, io });
    let rows = 0;
    const bytes = bytesThrough({
      file,
      gzip: start.gzip,
      what: t`Reading ${basename(file)}`,
      task: io,
      rows: () => rows,
    });
    const wide = start.bom === 'utf-16le' || start.bom === 'utf-16be' ? start.bom : start.wide;
    const found = await sniffBytes({
      chunks: withoutDosEnd(wide === null ? bytes : asUtf8(bytes, wide)),
      onRows: (n) => {
        rows = n;
      },
      bom: wide === null ? (start.bom === 'utf-8' ? 'utf-8' : null) : 'utf-16',
      presets: knownExports,
      personal: request.personal,
      windows1252: (text) => fromWindows1252(text).toString('utf8'),
      otherEncoding,
    }).finally(() => bytes.return(undefined));
    if (found === null)
      return problem(name, t`The export is empty`, t`export it again, with its header line`);
    return { file: name, bytes: stat.bytes, packed: start.gzip ? 'gzip' : null, ...found };
  } catch (error) {
    if (io.signal.aborted) throw error;
    if (error instanceof Error && error.name === 'WorkbookProblem' && 'help' in error)
      return problem(name, error.message, String(error.help));
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return problem(
      name,
      t`The export can not be read (${code})`,
      t`check the file, and whether it was copied whole`,
    );
  }
}

const ofYaml = (name: string): Diagnostic =>
  problem(
    name,
    t`It is a file of YAML, as agreements are, and no export`,
    t`check an agreement: sla validate ${name}; look at an export: sla sniff leads.csv`,
    'not-an-export',
  );

/** A file that is looked at through a copy in CSV. */
interface Packed {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  readonly request: Pick<SniffRequest, 'sheet' | 'personal'>;
  readonly io: Io;
}

/** What the lines of a copy say of a table. */
const OF_ROWS: ReadonlySet<Oddity['kind']> = new Set(['no-rows', 'rounded-ids', 'duplicate-header']);

/** A table whose columns have types: its own copy tells the values, and the table the types. */
async function sniffTable(
  { file, name, bytes, request, io }: Packed,
  packed: 'parquet' | 'duckdb',
): Promise<Sniff | Diagnostic> {
  const engine = await openDuckDb(io);
  try {
    const found = await copyOfTable(file, request.sheet, engine, io);
    if ('rule' in found) return problem(name, found.message, found.help ?? '', found.rule);
    const sniffed = await sniffFile(found.copy, request, io);
    if ('rule' in sniffed) return problem(name, t`The table has no columns`, t`write it again`);
    const oddities = sniffed.oddities
      .filter(({ kind }) => OF_ROWS.has(kind))
      .map((oddity) => ({ ...oddity, line: null }));
    const columns = withTypes(sniffed.columns, found.table);
    return { ...sniffed, ...asked(request), file: name, bytes, packed, columns, oddities };
  } finally {
    await engine.close();
  }
}

/** The sheet as the engine will read it: through a copy in CSV. */
async function sniffBook({ file, name, bytes, request, io }: Packed): Promise<Sniff | Diagnostic> {
  const { sheetToCsv } = await import('../reading/xlsx/sheet.ts');
  return withScratch(async (folder) => {
    const copy = join(folder, 'sheet.csv');
    const csv = { delimiter: ',', quote: '"' };
    const book = await sheetToCsv({ file, sheet: request.sheet, csv, target: copy, task: io });
    const found = await sniffFile(copy, request, io);
    if ('rule' in found) return { ...found, message: t`${name}: the sheet is empty` };
    const oddities = [...bookOddities(name, book, found.rows), ...found.oddities];
    return { ...found, ...asked(request), file: name, bytes, packed: 'xlsx', oddities };
  });
}

const asked = ({ sheet }: Packed['request']): Pick<Sniff, 'within'> =>
  sheet === null ? {} : { within: sheet };

/** Merged cells that are named. */
const NAMED = 3;

/** What a sheet shows otherwise than its cells are read, as "sla check" tells it. */
function bookOddities(file: string, book: SheetCopy, rows: number): readonly Oddity[] {
  const { merged } = book;
  const told = hiddenText(file, book, rows);
  const ranges = [...merged.slice(0, NAMED), ...(merged.length > NAMED ? ['...'] : [])].join(', ');
  return [
    ...(told === null ? [] : [{ kind: 'hidden-rows', line: told.first, ...textOf(told) } as const]),
    ...(merged.length === 0
      ? []
      : [
          {
            kind: 'merged-cells',
            line: null,
            message: plural(
              merged.length,
              t`${whole(merged.length)} merged cell below the header: what lies under its first one is not read (${ranges})`,
              t`${whole(merged.length)} merged cells below the header: what lies under their first ones is not read (${ranges})`,
            ),
            help: t`unmerge them in the sheet and fill in each row: such rows are rejected`,
          } as const,
        ]),
  ];
}

const textOf = ({ message, help }: Pick<Oddity, 'message' | 'help'>) => ({ message, help });

async function* asUtf8(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function problem(file: string, message: string, help: string, rule = 'unreadable-file'): Diagnostic {
  return {
    rule,
    severity: 'error',
    message: t`${file}: ${message}`,
    help,
    fatal: true,
  };
}
