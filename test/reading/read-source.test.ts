import { afterEach, expect } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import { inTurns } from '../turns.ts';
import { field, read } from './reading.ts';

const { describe, it } = inTurns();

const NAMED = [field('id', 'text'), field('name', 'text')];
const DATED = [field('id', 'text'), field('at', 'datetime')];

afterEach(reset);

function iso(micros: unknown): string {
  return new Date(Number(micros) / 1000).toISOString();
}

describe('The shapes of files', () => {
  it('a quoted cell holds the delimiter, doubled quotes and line breaks', async () => {
    const { rows } = await read({
      files: { 'a.csv': 'id,name\n1,"a, b"\n2,"say ""hi"""\n3,"two\nlines"\n' },
      fields: NAMED,
    });
    expect(rows.map((row) => row.name)).toEqual(['a, b', 'say "hi"', 'two\nlines']);
  });

  it('a byte-order mark, CRLF, a blank line and no final line break change nothing', async () => {
    const { rows, report } = await read({
      files: { 'a.csv': '\ufeffid,name\r\n1,x\r\n\r\n2,y' },
      fields: NAMED,
    });
    expect(rows.map((row) => [row.key, row.name])).toEqual([
      ['1', 'x'],
      ['2', 'y'],
    ]);
    expect(report.ledger).toEqual({ read: 2, judged: 2, excluded: {}, rejected: {} });
  });

  it('UTF-16 in both byte orders, windows-1252, gzip, semicolons and lines before the header are read', async () => {
    const text = '\ufeffid,name\n1,Ü€\n';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) {
      const { rows } = await read({ files: { 'a.csv': bytes }, fields: NAMED, csv: { encoding: 'utf-16' } });
      expect(rows[0]?.name).toBe('Ü€');
    }
    const western = Buffer.concat([
      Buffer.from('Report\nid;name\n1;'),
      Buffer.from([0xdc, 0x80]),
      Buffer.from('\n'),
    ]);
    const { rows } = await read({
      files: { 'a.csv.gz': western },
      gzip: true,
      fields: NAMED,
      csv: { encoding: 'windows-1252', delimiter: ';', skip: 1 },
    });
    expect(rows[0]?.name).toBe('Ü€');
  });

  it('the order of columns may differ between the files of one source', async () => {
    const { rows } = await read({
      files: { 'a.csv': 'id,name\n1,x\n', 'b.csv': 'name,other,id\ny,z,2\n' },
      fields: NAMED,
    });
    expect(rows.map((row) => row.name)).toEqual(['x', 'y']);
  });

  it('a cell may hold a NUL, and the name of a file a quote and a line break', async () => {
    const { rows } = await read({ files: { "it's\n\\a.csv": 'id,name\n1,a\0b\n' }, fields: NAMED });
    expect(rows[0]?.name).toBe('a\0b');
  });

  it('an export of something else is told once; one whose names are nearly there column by column', async () => {
    const fields = [field('id', 'text'), field('name', 'text'), field('country', 'text')];
    const told = async (header: string) => {
      const { report } = await read({ files: { 'a.csv': `${header}\n1,2,3\n` }, fields });
      return report.fatal.map(({ message }) => message);
    };
    expect(await told('Deal,Stage,Close Date')).toEqual([
      'The export has none of the 3 columns that the agreement reads: "id", "name", "country"',
    ]);
    expect(await told('ID,Names,x')).toHaveLength(3);
    expect(await told('id,Stage,Close Date')).toHaveLength(2);
    const [problem] = (await read({ files: { 'a.csv': 'Deal,Stage\n' }, fields })).report.fatal;
    expect(problem).toMatchObject({
      rule: 'missing-column',
      help: 'name the export that is meant, or map its columns under fields; the header has Deal, Stage',
    });
  });

  it('an empty export, a folder, and a missing column are fatal, each with its remedy; a header alone is a warning', async () => {
    const empty = await read({ files: { 'a.csv': '' }, fields: NAMED });
    expect(empty.report.fatal[0]?.rule).toBe('empty-export');
    const missing = await read({ files: { 'a.csv': 'Id,nmae\n1,x\n' }, fields: NAMED });
    expect(missing.report.fatal.map(({ rule, help }) => [rule, help])).toEqual([
      ['missing-column', 'did you mean "Id"? the header has Id, nmae'],
      ['missing-column', 'did you mean "nmae"? the header has Id, nmae'],
    ]);
    const header = await read({ files: { 'a.csv': 'id,name\n' }, fields: NAMED });
    expect(header.report.fatal).toEqual([]);
    expect(header.report.warnings[0]?.rule).toBe('no-rows');
    const folder = await read({ files: {}, fields: NAMED, plan: { files: ['/'] } });
    const [there] = folder.report.fatal;
    expect([there?.message, there?.help]).toEqual([
      'There is a folder in place of the export',
      'name its files: /*.csv',
    ]);
  });

  it.each([
    ['sep=;\nid;name\n1;x\n', ';', 'write csv: { skip: 1 }'],
    ['\ufeffSEP=;\r\nid;name\r\n', ',', 'write csv: { skip: 1, delimiter: ";" }'],
    ['sep=\t\nid\tname\n', '\t', 'write csv: { skip: 1 }'],
    ['"sep=,"\nid,name\n1,x\n', ',', 'write csv: { skip: 1 }'],
  ])(
    'the line that tells Excel the separator is one error, with what to write: %j',
    async (text, delimiter, help) => {
      const { report } = await read({ files: { 'a.csv': text }, fields: NAMED, csv: { delimiter } });
      expect(report.fatal.map((each) => [each.rule, each.help])).toEqual([['no-header', help]]);
    },
  );

  it.each([
    ['id,name\r\n1,"a\nb"\r\n2,b\n3,c\r\n', 4],
    ['id,name\n1,a\r2,b\n', 2],
    ['id,name\r1,a\r\n2,b\r', 2],
    ['id,name\n1,a\n2,b\r\n', 3],
  ])('line ends of several kinds are an error with the first line that differs: %j', async (text, line) => {
    const { report } = await read({ files: { 'a.csv': text }, fields: NAMED });
    expect(report.fatal).toMatchObject([{ rule: 'unreadable-file', place: { start: { line } } }]);
    expect(report.fatal[0]?.message).toContain('ends in another way');
    expect(report.fatal[0]?.help).toContain('one kind of line end');
  });

  it.each([
    [';', ',', ';'],
    ['\t', ';', '\\t'],
    [',', ';', ','],
  ])(
    'a header that %j separates, read with %j, is told with what to write',
    async (separator, delimiter, written) => {
      const text = ['id', 'name'].join(separator);
      const { report } = await read({ files: { 'a.csv': `${text}\n` }, fields: NAMED, csv: { delimiter } });
      expect(report.fatal).toMatchObject([
        {
          rule: 'missing-column',
          help: `write csv: { delimiter: "${written}" } under the source in the agreement`,
        },
      ]);
    },
  );

  it('a column that the header has twice is an error only where it is mapped', async () => {
    const unused = await read({ files: { 'a.csv': 'id,name,x,x,\n1,a,b,c,\n' }, fields: NAMED });
    expect(unused.rows).toHaveLength(1);
    const mapped = await read({ files: { 'a.csv': 'id,name,name\n1,a,b\n' }, fields: NAMED });
    expect(mapped.report.fatal[0]?.rule).toBe('duplicate-column');
  });

  it('bytes that are not UTF-8, and UTF-16 declared as UTF-8, are fatal with the line and the encoding to declare', async () => {
    const bytes = Buffer.concat([Buffer.from('id,name\n1,a\n2,caf'), Buffer.from([0xe9]), Buffer.from('\n')]);
    const western = await read({ files: { 'a.csv': bytes }, fields: NAMED });
    expect(western.report.fatal[0]).toMatchObject({
      rule: 'wrong-encoding',
      help: 'write encoding: windows-1252 under csv',
      place: { start: { line: 3 } },
    });
    const wide = await read({
      files: { 'a.csv': Buffer.from('\ufeffid,name\n1,a\n', 'utf16le') },
      fields: NAMED,
    });
    expect(wide.report.fatal[0]?.help).toBe('write encoding: utf-16 under csv');
  });
});

describe('Rows that are refused', () => {
  it('each has its physical line, its column, its cell and a reason, and the ledger adds up', async () => {
    const { report, rejects } = await read({
      files: {
        'a.csv':
          'id,at,n\n1,2026-03-02,1\n2,"31/02/2026",1\n\n3,,"x\ny"\n,2026-03-02,1\n,,\n4,2026-03-02\n5,1980-01-01,1\n6,,1,2\n',
      },
      fields: [...DATED, field('n', 'decimal')],
    });
    expect(rejects.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [3, 'at', '31/02/2026', 'not-a-date'],
      [5, 'n', null, 'broken-quotes'],
      [7, 'id', null, 'blank-key'],
      [9, null, null, 'missing-cells'],
      [10, 'at', '1980-01-01', 'implausible-date'],
      [11, null, null, 'too-many-cells'],
    ]);
    expect(report.ledger).toMatchObject({ read: 8, judged: 1, excluded: { 'blank row': 1 } });
    expect(Object.values(report.ledger.rejected).reduce((sum, n) => sum + n, 0)).toBe(6);
  });

  it('the header once more among the rows is no row, and no rejected one', async () => {
    const { rejects, report } = await read({
      files: { 'a.csv': 'id,at\n1,2026-03-02\nid,at\n2,soon\nid,at\n3,2026-03-04\n' },
      fields: DATED,
    });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[4, 'not-a-date']]);
    expect(report.ledger).toEqual({
      read: 5,
      judged: 2,
      excluded: { 'repeated header': 2 },
      rejected: { 'not-a-date': 1 },
    });
  });

  it('a line that ends with more separators than the header has too many cells, though they are empty', async () => {
    const { report, rejects } = await read({
      files: { 'a.csv': 'id,at,n\n1,2026-03-02,1,,\n2,soon,1,\n3,2026-03-02,1,,x\n' },
      fields: [...DATED, field('n', 'decimal')],
    });
    expect(rejects.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [2, null, null, 'too-many-cells'],
      [3, null, null, 'too-many-cells'],
      [4, null, null, 'too-many-cells'],
    ]);
    expect(report.ledger).toMatchObject({ read: 3, judged: 0 });
  });

  it('its cell is cut, and kept to itself where it is personal', async () => {
    const { report, rejects } = await read({
      files: { 'a.csv': `id,at,n\n1,${'soon '.repeat(200)},1\n2,,ann@a.example\n3,"2026-03-02\nx",1\n` },
      fields: [...DATED, field('n', 'decimal', { personal: true })],
    });
    expect(rejects.map(({ line, value, reason }) => [line, value, reason])).toEqual([
      [2, `${'soon '.repeat(100).slice(0, 499)}…`, 'not-a-date'],
      [3, null, 'not-a-number'],
      [4, null, 'broken-quotes'],
    ]);
    expect(report.ledger.rejected).toEqual({ 'not-a-date': 1, 'not-a-number': 1, 'broken-quotes': 1 });
  });

  it('more of them than allowed is fatal', async () => {
    const setting = { files: { 'a.csv': 'id,at\n1,x\n2,2026-01-01\n' }, fields: DATED };
    expect((await read({ ...setting, plan: { maxRejected: 0.4 } })).report.fatal[0]).toMatchObject({
      rule: 'too-many-rejected',
      rejected: { source: 'leads', rows: 1, of: 2 },
    });
    expect((await read({ ...setting, plan: { maxRejected: 0.5 } })).report.fatal).toEqual([]);
  });

  it('what too many of them lack is said in words, in each language', async () => {
    const setting = {
      files: { 'a.csv': 'id,at\n1,x\n2\n3,2026-01-01\n' },
      fields: DATED,
      plan: { maxRejected: 0.07 },
    };
    const said = async () =>
      (await read(setting)).report.fatal.map(({ message }) => message.replace(/[\u00a0\u202f]/g, ' '));
    expect(await said()).toEqual([
      '2 of 3 rows of "leads" are rejected (not a date 1, missing cells 1), more than 7%',
    ]);
    await speak('fr');
    expect(await said()).toEqual([
      'Lignes rejetées dans « leads » : 2 sur 3 (pas une date 1, cellules manquantes 1), plus de 7 %',
    ]);
  });

  it('a line of five megabytes is refused and nothing crashes', async () => {
    const long = await read({
      files: { 'a.csv': `id,name\n1,a\n2,${'x'.repeat(5e6)}\n3,c\n` },
      fields: NAMED,
    });
    expect(long.report.ledger).toMatchObject({ read: 3, judged: 2, rejected: { 'line-too-long': 1 } });
    expect(long.rejects[0]).toMatchObject({ line: 3, reason: 'line-too-long' });
  });
});

describe('Cells', () => {
  it.each([
    ['2026-03-02T09:00:00', '2026-03-02T08:00:00.000Z', 0],
    ['2026-03-02 09:00', '2026-03-02T08:00:00.000Z', 0],
    ['2026-03-02T09:00:00.123456Z', '2026-03-02T09:00:00.123Z', 0],
    ['2026-03-02T09:00Z', '2026-03-02T09:00:00.000Z', 0],
    ['2026-03-02T09:00:00+01:00', '2026-03-02T08:00:00.000Z', 0],
    ['2026-03-02T09:00:00.000+0530', '2026-03-02T03:30:00.000Z', 0],
    ['2026-03-02T09:00:00-01', '2026-03-02T10:00:00.000Z', 0],
    ['2026-03-02 09:00:00 UTC', '2026-03-02T09:00:00.000Z', 0],
    ['2026-03-02', '2026-03-01T23:00:00.000Z', 86400],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 82800],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 90000],
    ['2026-03-29T02:30:00', '2026-03-29T01:00:00.000Z', 0],
    ['2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z', 3600],
    ['2026-03-02 24:00', '2026-03-02T23:00:00.000Z', 0],
    ['\u00a0 2026-03-02T09:00:00\t', '2026-03-02T08:00:00.000Z', 0],
  ])('the ISO cell "%s" is %s in Paris', async (cell, instant, spread) => {
    const { rows } = await read({ files: { 'a.csv': `id,at\n1,${cell}\n` }, fields: DATED });
    expect([iso(rows[0]?.at), rows[0]?.at$w]).toEqual([instant, spread]);
  });

  it.each([
    '2026-02-30',
    '2026/03/02',
    '2026-3-2',
    '2026-03-02T25:00:00',
    '2026-03-02 09:00 Europe/Paris',
    '2026-03-02T09:00:0Z',
    '2026-03-02 09:00:5Z',
    '2026-03-02 09:00:5.',
    'epoch',
    'now',
    '02/03/2026',
  ])('the cell "%s" is not an ISO date', async (cell) => {
    const { report } = await read({ files: { 'a.csv': `id,at\n1,${cell}\n` }, fields: DATED });
    expect(report.ledger.rejected).toEqual({ 'not-a-date': 1 });
  });

  it.each([
    ['dd/MM/yyyy HH:mm', '02/03/2026 9:05', '2026-03-02T08:05:00.000Z', 0],
    ['dd/MM/yyyy HH:mm', '02/03/2026', '2026-03-01T23:00:00.000Z', 86400],
    ['M/d/yyyy h:mm a', '3/2/2026 12:05 AM', '2026-03-01T23:05:00.000Z', 0],
    ['dd MMM, yyyy HH:mm:ss', '15 Apr, 2021 00:03:00', '2021-04-14T22:03:00.000Z', 0],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-03-02T09:00:00.250+0100', '2026-03-02T08:00:00.250Z', 0],
    ['yyyyMMdd', '20260302', '2026-03-01T23:00:00.000Z', 86400],
    ['epoch', '1772438400', '2026-03-02T08:00:00.000Z', 0],
    ['epoch-ms', '1772438400250', '2026-03-02T08:00:00.250Z', 0],
  ])('under %s the cell "%s" is %s', async (format, cell, instant, spread) => {
    const fields = [field('id', 'text'), field('at', 'datetime', { format })];
    const { rows } = await read({ files: { 'a.csv': `id,at\n1,"${cell}"\n` }, fields });
    expect([iso(rows[0]?.at), rows[0]?.at$w]).toEqual([instant, spread]);
  });

  it.each([
    ['.', '1,234.5', 1234.5],
    ['.', '1 234 567', 1234567],
    ['.', '€ 12.50', 12.5],
    ['.', '1,5', null],
    ['.', '12,34', null],
    ['.', 'nan', null],
    ['.', '1_000', null],
    ['.', '0x10', null],
    ['.', '-3e2', -300],
    [',', '1.234,5', 1234.5],
    [',', '1\u202f234,50 €', 1234.5],
    [',', '1.5', null],
    [',', '1.234', 1234],
    [',', '1,2,3', null],
    ['.', '0.123456', 0.123456],
    ['.', '0.12345600000000000000', 0.123456],
    ['.', '0.1234567', null],
    ['.', '1234.5600000000001', null],
    ['.', '1234.5599999999999', 1234.56],
    ['.', '-0.10000000000000001', -0.1],
    ['.', '€ 1 234.5599999999999', 1234.56],
    ['.', '0.30000000000000004', null],
    ['.', '1234.55999999999990', 1234.56],
    ['.', '1234.559999999999945', null],
    ['.', '0.1000000000000000055511151231257827', null],
    ['.', '12345678901.1234567', null],
    [',', '1.234,5599999999999', 1234.56],
    ['.', '12e-7', null],
    ['.', '1.200e-5', 0.000012],
    ['.', '1.23456789e3', 1234.56789],
    ['.', '0E-10', 0],
    ['.', '1e-99', null],
    ['.', '999999999999.5', 999999999999.5],
    ['.', '1000000000000', null],
    ['.', '1e12', null],
    [',', '1.234,1234567 €', null],
  ] as const)('with the decimal sign "%s" the cell "%s" is %s', async (decimal, cell, number) => {
    const fields = [field('id', 'text'), field('n', 'decimal', { decimal })];
    const { rows } = await read({ files: { 'a.csv': `id,n\n1,"${cell}"\n` }, fields });
    expect(rows[0]?.n ?? null).toBe(number);
  });

  it('a number that would be rounded is refused, and told from one that is none or too large', async () => {
    const { rejects, report } = await read({
      files: {
        'a.csv':
          'id,n,i\n1,0.1234567,\n2,1e-7,\n3,1234567890123,\n4,soon,\n5,,1.5\n6,,99999999999999999999\n7,5,5\n',
      },
      fields: [field('id', 'text'), field('n', 'decimal'), field('i', 'integer')],
    });
    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'n', 'too-many-decimals'],
      [3, 'n', 'too-many-decimals'],
      [4, 'n', 'number-too-large'],
      [5, 'n', 'not-a-number'],
      [6, 'i', 'not-an-integer'],
      [7, 'i', 'number-too-large'],
    ]);
    expect(report.ledger).toMatchObject({ read: 7, judged: 1 });
  });

  it('words for blank are blank whatever their case', async () => {
    const { rows } = await read({
      files: { 'a.csv': 'id,name\n1, N/A \n2,n/a\n3,x\n' },
      fields: NAMED,
      plan: { nulls: ['n/a'] },
    });
    expect(rows.map((row) => row.name)).toEqual([null, null, 'x']);
  });

  it('without a declared zone a local time is refused and an instant is not', async () => {
    const { rows, rejects } = await read({
      files: { 'a.csv': 'id,at\n1,2026-03-02T09:00:00\n2,2026-03-02T09:00:00Z\n' },
      fields: DATED,
      zone: null,
    });
    expect(rows).toHaveLength(1);
    expect(rejects[0]?.reason).toBe('no-offset');
  });
});

describe('Keys that come twice', () => {
  it('identical rows become one and are counted', async () => {
    const { report } = await read({ files: { 'a.csv': 'id,name\n1,x\n1,x\n1,x\n2,y\n' }, fields: NAMED });
    expect(report.ledger).toEqual({
      read: 4,
      judged: 2,
      excluded: { 'identical duplicate': 2 },
      rejected: {},
    });
  });

  it('rows that differ are fatal, or the latest is kept where the plan says by what', async () => {
    const files = { 'a.csv': 'id,name,at\n1,x,2026-01-01\n1,y,2026-01-02\n2,z,2026-01-01\n' };
    const fields = [...NAMED, field('at', 'datetime')];
    const differing = await read({ files, fields });
    expect(differing.report.fatal[0]).toMatchObject({
      rule: 'differing-rows',
      message: '1 key of "leads" has rows that differ: "1" (a.csv:2, a.csv:3)',
      place: { start: { line: 2 } },
    });
    const personal = await read({
      files: { 'a.csv': 'mail,name\nann@a.example,x\nbob@a.example,z\nann@a.example,y\n' },
      fields: [field('mail', 'text', { personal: true }), field('name', 'text')],
    });
    expect(personal.report.fatal[0]?.message).toBe(
      '1 key of "leads" has rows that differ: (a.csv:2, a.csv:4)',
    );
    const latest = await read({ files, fields, plan: { latestBy: 'at' } });
    expect(latest.rows.map((row) => row.name)).toEqual(['y', 'z']);
    expect(latest.report.ledger.excluded).toEqual({ 'superseded duplicate': 1 });
  });
});

it('a date of a person may be older than any of the firm: a date of birth rejects no row', async () => {
  const born = (personal: boolean) =>
    read({
      files: { 'a.csv': 'id,born\nA,1961-05-04\nB,1889-01-01\nC,1999-12-31\n' },
      fields: [field('id', 'text'), field('born', 'date', { personal })],
      zone: 'Europe/Paris',
    });
  expect((await born(true)).report.ledger).toMatchObject({
    judged: 2,
    rejected: { 'implausible-date': 1 },
  });
  expect((await born(false)).report.ledger).toMatchObject({
    judged: 1,
    rejected: { 'implausible-date': 2 },
  });
});
