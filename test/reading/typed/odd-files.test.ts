import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import { attempt } from '../../../src/reading/engine-problems.ts';
import type { SourceFile } from '../../../src/reading/source-file.ts';
import { field, read } from '../reading.ts';
import { parquetOf } from './parquet.ts';

const FIELDS = [field('id', 'text'), field('at', 'datetime')];
const LEADS = "SELECT 'A' AS id, TIMESTAMP '2026-03-02 09:00:00' AS at";

/** A database of DuckDB, made by statements that name it "crm". */
async function databaseOf(...statements: readonly string[]): Promise<Buffer> {
  const engine = await openDuckDb({ threads: 1 });
  try {
    const file = join(engine.scratch, 'crm.duckdb');
    await engine.run(`ATTACH '${file}' AS crm`);
    for (const statement of statements) await engine.run(statement);
    await engine.run('DETACH crm');
    return await readFile(file);
  } finally {
    await engine.close();
  }
}

async function fatalOf(name: string, file: Uint8Array) {
  const { report } = await read({ files: { [name]: file }, fields: FIELDS, plan: { within: 'leads' } });
  return report.fatal.map(({ rule, message, help }) => [rule, message, help]);
}

describe('a database of DuckDB', () => {
  it.each([
    ['a file', "SELECT content AS id, now() AS at FROM read_text('/etc/hostname')"],
    ['the names of files', "SELECT file AS id, now() AS at FROM glob('/etc/*')"],
    ['its own tables', 'SELECT * FROM crm.kept'],
  ])('whose view would read %s is read by its tables alone', async (_, select) => {
    const file = await databaseOf(`CREATE TABLE crm.kept AS ${LEADS}`, `CREATE VIEW crm.leads AS ${select}`);
    expect(await fatalOf('crm.duckdb', file)).toEqual([
      ['no-table', 'The database has no table "leads"', 'its tables are "kept"'],
    ]);
  });

  it('of another version is told with what to write in its place', async () => {
    const file = await databaseOf(`CREATE TABLE crm.leads AS ${LEADS}`);
    const header = file.subarray(8, 4096);
    const words = () => Array.from({ length: header.length / 8 }, (_, i) => header.readBigUInt64LE(i * 8));
    const sum = () =>
      words().reduce((all, word) => all ^ BigInt.asUintN(64, word * 0xbf58476d1ce4e5b9n), 5381n);
    expect(file.readBigUInt64LE(0)).toBe(sum());
    header.writeBigUInt64LE(999n, 4);
    file.writeBigUInt64LE(sum(), 0);
    expect(await fatalOf('crm.duckdb', file)).toEqual([
      [
        'unreadable-file',
        'The database was written by a DuckDB of another version, whose files are not read',
        "write its table as Parquet there: COPY leads TO 'leads.parquet'",
      ],
    ]);
  });
});

describe('a Parquet file', () => {
  it.each([
    ['more rows than it has', [0x7e], 'Out of buffer'],
    ['as many as no number counts', [0xfe, 255, 255, 255, 255, 255, 255, 255, 255, 0x7f], 'Out of buffer'],
    ['less than none', [0x01], 'negative number of rows'],
  ])('that says to have %s ends in a sentence', async (_, count, said) => {
    const whole = Buffer.from(await parquetOf(LEADS));
    const begin = whole.length - 8 - whole.readUInt32LE(whole.length - 8);
    const footer = whole.subarray(begin, -8).toString('latin1');
    // How many rows there are: the field after a list, a number of 64 bits that is 1.
    const evil = footer.replaceAll('\x16\x02', `\x16${String.fromCharCode(...count)}`);
    expect(evil).not.toBe(footer);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(evil.length);
    const parts = [whole.subarray(0, begin), Buffer.from(evil, 'latin1'), size, Buffer.from('PAR1')];
    const [[rule, message] = []] = await fatalOf('leads.parquet', Buffer.concat(parts));
    expect([rule, message]).toEqual(['unreadable-file', expect.stringContaining(said)]);
  });

  it('of more columns than memory holds is told with how many', async () => {
    const source = { file: 'a.parquet', table: {}, header: Array<string>(10_000).fill('c') };
    const csv = { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 } as const;
    const full = () =>
      Promise.reject(new Error('Out of Memory Error: failed to allocate data of size 8.0 KiB'));
    expect(await attempt(source as unknown as SourceFile, csv, full)).toMatchObject({
      rule: 'unreadable-file',
      message: 'The export has 10,000 columns, which take more memory at once than is given',
    });
    const narrow = { ...source, header: ['id'] } as unknown as SourceFile;
    await expect(attempt(narrow, csv, full)).rejects.toThrow('Out of Memory');
  });
});
