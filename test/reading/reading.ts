import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zoneTable } from '../../src/calendar/zone.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Row } from '../../src/engine/engine.ts';
import { realFiles } from '../../src/files/disk.ts';
import type { CsvDialect, FieldDef } from '../../src/model/agreement.ts';
import type {
  FactColumn,
  FoundRow,
  LoadReport,
  ReadPlan,
  Reject,
  YamlRecords,
} from '../../src/model/reading.ts';
import { readSource } from '../../src/reading/read-source.ts';
import type { Servers } from '../../src/reading/read-task.ts';

export function field(name: string, type: FieldDef['type'], rest: Partial<FieldDef> = {}): FieldDef {
  return { name, column: name, type, format: 'iso', decimal: '.', personal: false, path: [], ...rest };
}

export interface Setting {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly fields: readonly FieldDef[];
  readonly csv?: Partial<CsvDialect>;
  readonly zone?: string | null;
  readonly columns?: readonly FactColumn[];
  readonly plan?: Partial<ReadPlan>;
  readonly gzip?: boolean;
  /** Rows that stand in for every file. */
  readonly plain?: YamlRecords;
  readonly limit?: number;
  /** Bytes of files that are read as a small source. */
  readonly small?: number;
  /** Of tables of a server, which `plan` names. */
  readonly servers?: Servers;
  /** A key whose rows are looked for. */
  readonly key?: string;
}

export interface Reading {
  readonly report: LoadReport;
  /** Sorted by key. */
  readonly rows: readonly Row[];
  /** Names of files without their folder. */
  readonly rejects: readonly Reject[];
  /** The rows of the key that was asked for, without their file. */
  readonly found: readonly Omit<FoundRow, 'file'>[];
}

/** One column a field, named as the field. The key is the first field. */
export function columnsOf(fields: readonly FieldDef[]): readonly FactColumn[] {
  return fields.map(({ name, type }): FactColumn => {
    if (type === 'date' || type === 'datetime') return { name, kind: 'time', field: name };
    return { name, kind: type === 'integer' || type === 'decimal' ? 'number' : 'text', field: name };
  });
}

/** Reads files that are written for the test into a table of the real engine. */
export async function read(setting: Setting): Promise<Reading> {
  const folder = mkdtempSync(join(tmpdir(), 'reading-'));
  const paths = Object.entries(setting.files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, setting.gzip ? gzipSync(text) : text);
    return path;
  });
  const engine = await openDuckDb({ threads: 2 });
  await engine.confine(paths);
  try {
    const zone = setting.zone === undefined ? 'Europe/Paris' : setting.zone;
    const plan: ReadPlan = {
      source: 'leads',
      table: 'leads',
      files: paths,
      ...(setting.plain && {
        plain: Object.fromEntries(paths.map((path) => [path, setting.plain as YamlRecords])),
      }),
      csv: { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0, ...setting.csv },
      nulls: [],
      fields: Object.fromEntries(setting.fields.map((one) => [one.name, one])),
      zone: zone === null ? null : zoneTable(zone, Date.UTC(2000, 0, 1) * 1000, Date.UTC(2040, 0, 1) * 1000),
      key: setting.fields[0]?.name ?? '',
      unique: 'collapse',
      latestBy: null,
      maxRejected: 1,
      columns: setting.columns ?? columnsOf(setting.fields.slice(1)),
      joins: [],
      ...setting.plan,
    };
    const report = await readSource({
      ...{ engine, files: realFiles(), plan },
      ...(setting.servers === undefined ? {} : { servers: setting.servers }),
      ...(setting.small === undefined ? {} : { small: setting.small }),
    });
    const rows = report.fatal.length > 0 ? [] : await engine.rows('SELECT * FROM leads ORDER BY key');
    const rejects = await report.rejects(setting.limit ?? 1000);
    const found = setting.key === undefined ? [] : await report.rowsOf(setting.key, 1000);
    return {
      report,
      rows,
      found: found.map(({ file: _, ...row }) => row),
      rejects: rejects.map((reject) => ({
        ...reject,
        file: reject.file.startsWith(folder) ? reject.file.slice(folder.length + 1) : reject.file,
      })),
    };
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
