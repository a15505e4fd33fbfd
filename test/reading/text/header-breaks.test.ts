import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { headerBreaksOf } from '../../../src/reading/text/header-breaks.ts';
import { agreementText } from '../../agreement.ts';
import { folderWith } from '../../app/folder.ts';
import { long, oneIn } from '../../effort.ts';
import { field, read, type Setting } from '../reading.ts';
import { book, row, text } from '../xlsx/book.ts';

const FIELDS = [field('Lead ID', 'text'), field('Qualified at', 'datetime')];

/** The header takes two lines; row B has a cell too many, row C a note of three lines, and row D is no date. */
const leads = (rowEnd: string, inHeader: string): string =>
  [
    `Lead ID,Qualified at,"First${inHeader}contact"`,
    'A,2026-03-02 09:00:00,x',
    'B,2026-03-03 09:00:00,y,z',
    'C,2026-03-05 09:00:00,"one\r\ntwo\nthree"',
    'D,soon,y',
    'E,2026-03-06 09:00:00,"say ""hello"""',
    '',
  ].join(rowEnd);

const REJECTS = [
  { line: 4, reason: 'too-many-cells' },
  { line: 8, column: 'Qualified at', value: 'soon' },
];

const [LF, CRLF] = ['\n', '\r\n'];

const ENDS = [
  { rows: 'LF', header: 'LF', text: leads(LF, LF) },
  { rows: 'LF', header: 'CRLF', text: leads(LF, CRLF) },
  { rows: 'CRLF', header: 'LF', text: leads(CRLF, LF) },
  { rows: 'CRLF', header: 'CRLF', text: leads(CRLF, CRLF) },
];

const readLeads = (text: string | Uint8Array, setting: Partial<Setting> = {}) =>
  read({ files: { 'leads.csv': text }, fields: FIELDS, ...setting });

describe.each(oneIn(4, ENDS))(
  'rows that end with $rows under a header with $header in its quotes',
  ({ text }) => {
    it('are read, and those refused are told by their lines', async () => {
      const { rows, report, rejects } = await readLeads(text);
      expect(report).toMatchObject({ fatal: [], warnings: [] });
      expect(report.ledger).toMatchObject({ read: 5, judged: 3 });
      expect(rows.map(({ key }) => key)).toEqual(['A', 'C', 'E']);
      expect(rejects).toMatchObject(REJECTS);
    });

    it.each([
      ['with a byte-order mark', { text: `\ufeff${text}` }],
      ['packed', { text, gzip: true }],
      [
        'in windows-1252',
        { text: Buffer.from(text.replace('x', '\xe9'), 'latin1'), csv: { encoding: 'windows-1252' } },
      ],
      ['in UTF-16', { text: Buffer.from(`\ufeff${text}`, 'utf16le'), csv: { encoding: 'utf-16' } }],
      [
        'with semicolons and other quotes',
        { text: text.replace(/[,"]/g, (c) => (c === ',' ? ';' : "'")), csv: { delimiter: ';', quote: "'" } },
      ],
    ] as const)('are read %s', async (_, { text, ...setting }) => {
      const { report, rejects } = await readLeads(text, setting);
      expect(report).toMatchObject({ fatal: [], warnings: [], ledger: { read: 5, judged: 3 } });
      expect(rejects).toMatchObject(REJECTS);
    });

    it('are read behind lines that are skipped', async () => {
      const end = text.endsWith('\r\n') ? CRLF : LF;
      const { report, rejects } = await readLeads(`Leads of March${end}${end}${text}`, { csv: { skip: 2 } });
      expect(report).toMatchObject({ fatal: [], ledger: { read: 5, judged: 3 } });
      expect(rejects.map(({ line }) => line)).toEqual([6, 10]);
    });

    it('are refused where they end with empty cells too many', async () => {
      const { report, rejects } = await readLeads(text.replace('09:00:00,x', '09:00:00,x,'));
      expect(report.ledger).toMatchObject({ read: 5, judged: 2 });
      expect(rejects).toMatchObject([{ line: 3, reason: 'too-many-cells' }, ...REJECTS]);
    });

    it('are told where a quote is never closed', async () => {
      const { report } = await readLeads(`${text}F,2026-03-07 09:00:00,"open`);
      expect(report.fatal).toMatchObject([{ rule: 'broken-quotes', place: { start: { line: 10 } } }]);
    });

    it('stand in the receipt with the sum of the file, not of a copy', async () => {
      const { report } = await readLeads(text);
      expect(report.inputs).toMatchObject([
        { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex'), rows: 5 },
      ]);
    });
  },
);

it('reads rows under a header with several breaks, and a lone CR moves no line', async () => {
  const header = '"Lead\nID","Qualified\nat","First\rcontact"';
  const fields = [
    field('id', 'text', { column: 'Lead\nID' }),
    field('at', 'datetime', { column: 'Qualified\nat' }),
  ];
  const text = `${header}\r\nA,2026-03-02 09:00:00,x\r\nB,soon,y\r\n`;
  const { rows, rejects } = await read({ files: { 'leads.csv': text }, fields });
  expect(rows).toMatchObject([{ key: 'A' }]);
  expect(rejects).toMatchObject([{ line: 5, value: 'soon' }]);
});

it('takes no rows for a part of the header where a quote is not closed there', async () => {
  const text =
    'Lead ID,Qualified at,"First\ncontact\r\nA,2026-03-02 09:00:00,x\r\nB,2026-03-03 09:00:00,"y"\r\nC,2026-03-04 09:00:00,z\r\n';
  const { report } = await readLeads(text);
  expect(report.fatal).toMatchObject([{ rule: 'broken-quotes' }]);
});

it.runIf(long)('reads an export of more than one block', async () => {
  const rows = Array.from({ length: 40_000 }, (_, n) => `L${n},2026-03-02 09:00:00,${'x'.repeat(30)}\r\n`);
  const text = `Lead ID,Qualified at,"First\ncontact"\r\n${rows.join('')}Z,soon,x\r\n`;
  const { report, rejects } = await readLeads(text);
  expect(report).toMatchObject({ fatal: [], ledger: { read: 40_001, judged: 40_000 } });
  expect(rejects).toMatchObject([{ line: 40_003, value: 'soon' }]);
});

it('reads a workbook and rows of another form whose header holds a break', async () => {
  const header = 'First\r\ncontact';
  const rows = row(1, text('Lead ID'), text('First_x000D_\ncontact')) + row(2, text('A'), text('x'));
  const name = [field('Lead ID', 'text')];
  const ofBook = await read({ files: { 'leads.xlsx': book({ rows }) }, fields: name });
  expect(ofBook.rows).toMatchObject([{ key: 'A' }]);
  const plain = { header: ['Lead ID', header], rows: [{ cells: ['A', 'x'], line: 7 }] };
  const ofOther = await read({ files: { 'leads.json': '[]' }, fields: name, plain });
  expect(ofOther.rows).toMatchObject([{ key: 'A' }]);
});

describe('a header that is left as it is', () => {
  const csv = { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 } as const;
  const at = (text: string, skip = 0) => headerBreaksOf(Buffer.from(text), { ...csv, skip });

  it.each([
    ['of one line', 'a,b\r\n1,"x\ny"\r\n'],
    ['whose breaks are those of the rows', '"a\nb",c\n1,2\n'],
    ['with a quote inside a cell', 'a "b,c\r\n1,"x\ny"\r\n'],
    ['that holds a break of the rows too', 'a,"b\nc\r\nd"\r\n1,2\r\n'],
    ['that never ends', 'a,"b\nc\r\n'],
    ['without a row', 'a,"b\nc"'],
    ['behind a blank line', '\r\na,"b\nc"\r\n1,2\r\n'],
  ])('is one %s', (_, text) => {
    expect(at(text)).toBeNull();
  });

  it('is one behind lines that are skipped', () => {
    expect(at('Title\r\na,"b\nc"\r\n1,2\r\n', 1)).toBeNull();
  });

  it('is no other: breaks become those of the rows, and nothing else changes', () => {
    const header = 'a,"b\n""c""\nd"';
    expect(at(`${header}\r\n1,"x\ny"\r\n`)).toEqual({
      record: Buffer.from('a,"b\r\n""c""\r\nd"'),
      length: header.length,
    });
  });
});

const AGREEMENT = agreementText({
  id: 'acme',
  title: 'Marketing and Sales agreement',
  effective: '{ from: 2026-01-01 }',
  calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: { column: Lead ID }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: "First\\ncontact", type: datetime, format: iso }`,
  stages: '{ qualified: { at: qualified_at }, contacted: { at: contacted_at } }',
  commitments: `
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: A lead is contacted within 4 business hours
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"`,
});

describe.each(oneIn(4, ENDS))(
  'an agreement about rows that end with $rows under a header with $header',
  ({ text }) => {
    const column = JSON.stringify(
      text.slice(text.indexOf('First'), text.indexOf('contact"') + 'contact'.length),
    );
    const folder = folderWith({
      'acme.sla.yaml': AGREEMENT.replace('"First\\ncontact"', column),
      'leads.csv': text
        .replace(/A,[^\r\n]*/, 'A,2026-03-02 09:00:00,2026-03-02 10:00:00')
        .replace(/B,.*/s, ''),
    });
    afterAll(folder.remove);

    it('is checked, and explained by the line of the row', async () => {
      const now = ['acme.sla.yaml', '--as-of', '2026-03-31T12:00'];
      const check = await folder.sla('check', ...now);
      expect(check).toMatchObject({ status: 0, err: '' });
      expect(check.out).toContain('= 1 judged + 0 excluded + 0 rejected');
      const explain = await folder.sla('explain', 'A', ...now);
      expect(explain.status).toBe(0);
      expect(explain.out).toContain('leads.csv:3');
    });
  },
);
