import { describe, expect, it } from 'vitest';
import { column, kinds, sniffed } from './sniffed.ts';

describe('the dialect', () => {
  it.each([
    [',', 'id,name\n1,a\n2,b\n'],
    [';', 'id;prix;nom\n1;1,50;a\n2;2,75;b\n'],
    ['\t', 'id\tname\n1\ta, b\n2\tc, d\n'],
    ['|', 'id|name\n1|a\n2|b\n'],
  ])('has the delimiter "%s"', async (delimiter, text) => {
    expect((await sniffed(text)).csv.delimiter).toBe(delimiter);
  });

  it('keeps delimiters and line breaks inside quotes', async () => {
    const found = await sniffed('id,note\n1,"a, b\nc ""d"""\n2,e\n');
    expect(found.rows).toBe(2);
    expect(kinds(found)).toEqual([]);
    expect(column(found, 'note').distinct).toBe(2);
  });

  it('is UTF-8 only if the whole file is', async () => {
    const start = Buffer.from(`id,name\n${'1,abc\n'.repeat(500)}`);
    const latin = Buffer.concat([start, Buffer.from([0x32, 0x2c, 0xe9, 0x74, 0xe9, 0x0a])]);
    const found = await sniffed(latin, 64);
    expect(found.csv.encoding).toBe('windows-1252');
    expect((await sniffed(Buffer.concat([start, Buffer.from('2,été\n')]), 64)).csv.encoding).toBe('utf-8');
  });

  it('shows letters of windows-1252 as they are', async () => {
    const found = await sniffed(Buffer.from([...Buffer.from('id,Pays\n1,'), 0x80, 0xc9, 0x0a]));
    expect(column(found, 'Pays').examples).toEqual(['€É']);
  });

  it('gives the same answer wherever chunks are cut', async () => {
    const text = 'id;Créé le;Société\r\n1;31/12/2025 09:00;"A;\r\nB"\r\n2;01/02/2026 10:00;é\r\n';
    const whole = await sniffed(text, 1 << 20);
    for (let size = 1; size < 40; size++) expect(await sniffed(text, size)).toEqual(whole);
  });
});

describe('oddities', () => {
  it('count titles above the header and lines below the table', async () => {
    const found = await sniffed(
      'Leads by owner\nAs of 2026-03-01\n\nid,Created,Owner\n1,2026-01-02,A\n2,2026-01-03,B\n\nGrand Totals (2 records)\nConfidential\n',
    );
    expect(found).toMatchObject({ headerLine: 4, rows: 2, csv: { skip: 3 } });
    expect(kinds(found)).toEqual(['title-rows', 'totals']);
    expect(found.oddities[1]?.line).toBe(8);
  });

  it('name a row of totals as wide as the table', async () => {
    const found = await sniffed('id,Created,Owner,Amount\n1,2026-01-02,A,5\n2,2026-01-03,B,6\nTotal,,,11\n');
    expect(found.oddities).toMatchObject([{ kind: 'totals', line: 4 }]);
  });

  it('name rows with more or fewer cells, and their lines', async () => {
    const found = await sniffed(
      `id,a,b\n${'1,2,3\n'.repeat(10)}1,2\n${'1,2,3\n'.repeat(10)}1,2,3,4\n1,2,3\n`,
    );
    expect(found.rows).toBe(21);
    expect(found.oddities).toMatchObject([{ kind: 'ragged-rows', line: 12 }]);
    expect(found.oddities[0]?.message).toContain('2 rows');
  });

  it('find a second table in the same file', async () => {
    const found = await sniffed(
      `id,Created,Owner\n${'1,2026-01-02,A\n'.repeat(8)}\nOwner,Leads\nA,4\nB,3\nC,1\nD,9\n${'E,3\n'.repeat(20)}`,
    );
    expect(found.rows).toBe(8);
    expect(found.oddities.find(({ kind }) => kind === 'second-table')).toMatchObject({ line: 11 });
  });

  it('say where a quote is opened that nothing closes, and read on after it', async () => {
    const found = await sniffed(`id,note\n1,a\n2,"open\n${'3,b\n'.repeat(30)}`);
    expect(found.oddities).toMatchObject([{ kind: 'open-quote', line: 3 }]);
    expect(found.rows).toBe(32);
  });

  it.each([
    ['Lead,,Dates,Suivi', 'N°,Société,Créé le,Statut'],
    ['Lead,Lead,Dates,Dates', 'Id,Company,Created,Called'],
  ])('find the names below a line of groups: %s', async (groups, names) => {
    const rows = ['1,Acme,2026-03-02,new', '2,Helix,2026-03-31,won', '3,Iris,2026-04-01,new'].join('\n');
    const found = await sniffed(`${groups}\n${names}\n${rows}\n`);
    expect(found.columns.map(({ name }) => name)).toEqual(names.split(','));
    expect([found.csv.skip, found.rows, kinds(found)]).toEqual([1, 3, ['title-rows']]);
  });

  it('take no row of words for names, where nothing below tells them apart', async () => {
    const found = await sniffed('Name,City,,\nAnna,Paris,Web,new\nPaul,Lyon,Web,won\nEva,Nice,Fair,new\n');
    expect([found.headerLine, found.rows]).toEqual([1, 3]);
  });

  it('name headers that come twice, and those without a name', async () => {
    expect(kinds(await sniffed('id,a,a,\n1,2,3,4\n'))).toEqual(['duplicate-header', 'blank-header']);
  });

  it('find a header that comes again where exports were pasted together', async () => {
    const found = await sniffed('id,a\n1,b\nid,a\n2,c\n');
    expect(found.rows).toBe(2);
    expect(kinds(found)).toEqual(['repeated-header']);
  });

  it('say that there is no header', async () => {
    const found = await sniffed('L1,2026-01-02,a@b.example\nL2,2026-01-03,c@d.example\n');
    expect(found.headerLine).toBeNull();
    expect(kinds(found)).toContain('no-header');
  });

  it('are none in an ordinary file', async () => {
    expect(kinds(await sniffed('id,Created at\r\n1,2026-01-02\r\n2,2026-01-03\r\n'))).toEqual([]);
  });

  it('survive hostile bytes', async () => {
    for (const text of [
      '"',
      '"""',
      ',',
      '\n\n\n',
      '\r',
      'a\rb\rc',
      '"a"b"c,d\n',
      'a,"b',
      '\0\0\0,\n\0',
      '=1+1,@x\n=2,y\n',
    ]) {
      for (const size of [1, 3, 100]) await sniffed(text, size);
    }
  });
});
