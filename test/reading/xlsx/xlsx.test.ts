import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect } from 'vitest';
import { dateKind, dateText } from '../../../src/reading/xlsx/date-styles.ts';
import { sheetToCsv } from '../../../src/reading/xlsx/sheet.ts';
import { sla } from '../../examples/sla.ts';
import { type BookParts, book, number, row, text } from './book.ts';
import { inTurns } from '../../turns.ts';

const { describe, it } = inTurns();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sla-xlsx-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function csv(parts: BookParts | Uint8Array, sheet: string | null = null): Promise<string> {
  const file = join(folder, 'book.xlsx');
  writeFileSync(file, parts instanceof Uint8Array ? parts : book(parts));
  const target = join(folder, `${Math.random()}.csv`);
  await sheetToCsv({ file, sheet, csv: { delimiter: ',', quote: '"' }, target });
  return readFileSync(target, 'utf8');
}

describe('a sheet as CSV', () => {
  it('has texts, shared and inline, with the pieces of rich text together and readings left out', async () => {
    const rows =
      row(1, '<c t="s"><v>0</v></c>', text('b &amp; c')) +
      row(2, '<c t="s"><v>1</v></c>', '<c t="str"><f>A1</f><v>d</v></c>');
    const shared = ['<t>id</t>', '<r><t>one </t></r><r><t>two</t></r><rPh><t>READING</t></rPh>'];
    expect(await csv({ rows, shared })).toBe('id,b & c\none two,d\n');
  });

  it('has dates in ISO form, with their time where the format shows one', async () => {
    const formats = ['dd/mm/yyyy', 'yyyy-mm-dd hh:mm:ss', '[$-40C]d mmm yyyy;@', 'h:mm AM/PM', '#,##0.00'];
    const rows = row(
      1,
      number(46083, 1),
      number(46083.385, 2),
      number(46083, 3),
      number(0.385, 4),
      number(46083.5, 5),
    );
    expect(await csv({ rows, formats })).toBe('2026-03-02,2026-03-02 09:14:24,2026-03-02,09:14:24,46083.5\n');
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const formats = ['dd/mm/yyyy'];
    const rows = row(1, number(44621, 1));
    expect(await csv({ rows, formats, from1904: true })).toBe('2026-03-02\n');
    expect(await csv({ rows: row(1, number(46083, 1)), formats })).toBe('2026-03-02\n');
  });

  it('keeps ids as they are, and writes booleans and errors as words', async () => {
    const rows = row(
      1,
      number('1.51E+10'),
      number('0123'),
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
    );
    expect(await csv({ rows })).toBe('15100000000,0123,true,#N/A\n');
  });

  it('has the row of a number on the line of that number, gaps and line breaks notwithstanding', async () => {
    const rows =
      row(1, text('id'), text('note')) + row(4, text('1'), text('a\nb, &quot;c&quot;')) + row(5, text('2'));
    expect(await csv({ rows })).toBe('id,note\n\n\n1,"a b, ""c"""\n2,\n');
  });

  it('writes one of the cells far beyond its header, and no blanks before it', async () => {
    const far = '<c r="XFD2" t="inlineStr"><is><t>far</t></is></c>';
    const rows = `${row(1, text('id'), text('at'))}<row r="2"><c r="A2"><v>7</v></c>${far}</row>`;
    expect(await csv({ rows })).toBe('id,at\n7,,far\n');
  });

  it('is the first that is shown, or the one that is named', async () => {
    const parts = { rows: row(1, text('leads')), other: row(1, text('other')) };
    expect(await csv(parts)).toBe('leads\n');
    expect(await csv(parts, 'Other')).toBe('other\n');
    await expect(csv(parts, 'Absent')).rejects.toThrow('no sheet "Absent"');
  });
});

describe('dates of a spreadsheet', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [46083, '2026-03-02'],
  ])('day %d of the 1900 system is %s', (serial, iso) => {
    expect(dateText(serial, 'date', false)).toBe(iso);
  });

  it('give back every minute of a day, whatever the last bits of the number are', () => {
    for (let minute = 0; minute < 1440; minute++) {
      const clock = new Date(minute * 60_000).toISOString().slice(11, 19);
      for (const noise of [0, 4e-11, -4e-11]) {
        expect(
          dateText(46083 + minute / 1440 + noise + (minute === 0 ? Math.abs(noise) : 0), 'datetime', false),
        ).toBe(`2026-03-02 ${clock}`);
      }
    }
  });

  it('are known by their format', () => {
    const kinds = [
      'General',
      '0.00',
      '#,##0 "days"',
      '0%',
      '@',
      'yyyy',
      'mm:ss.0',
      '[h]:mm',
      'd/m/yy h:mm',
      '"day" 0',
    ];
    expect(kinds.map((code) => dateKind(200, code))).toEqual([
      'number',
      'number',
      'number',
      'number',
      'number',
      'date',
      'time',
      'time',
      'datetime',
      'number',
    ]);
    expect([14, 22, 45, 2].map((id) => dateKind(id, null))).toEqual(['date', 'datetime', 'time', 'number']);
  });
});

/** A workbook with two parts that say what its sheets are. */
function twice(): Uint8Array {
  const [name, other] = ['xl/workbook.xml', 'xl/workbook.xmm'];
  const parts = unzipSync(book({ rows: row(1, text('id')) }));
  const archive = zipSync({ ...parts, [other]: parts[name] ?? new Uint8Array(0) });
  return Buffer.from(Buffer.from(archive).toString('latin1').replaceAll(other, name), 'latin1');
}

describe('hostile and broken workbooks', () => {
  it.each([
    ['a text file in an archive', zipSync({ 'readme.txt': strToU8('hello') }), 'not a workbook'],
    ['a cut file', book({ rows: row(1, text('id')) }).slice(0, 300), ''],
    ['entities of its own', book({ rows: '' }), ''],
    [
      'rows that go back',
      book({ rows: row(5, text('a')) + row(2, text('b')) }),
      'more than a sheet can hold',
    ],
    ['a part that is there twice', twice(), 'broken or cut short'],
    ['a row in a row', book({ rows: '<row r="1"><row r="2"></row></row>' }), 'broken or cut short'],
    [
      'a row with a cell again and again',
      book({ rows: `${row(1, text('a'))}<row r="2">${'<c r="A2"/>'.repeat(16_385)}</row>` }),
      'more than a sheet can hold',
    ],
    ['a row beyond the last', book({ rows: row(9_999_999, text('a')) }), 'more than a sheet can hold'],
    [
      'blanks without end between two rows',
      book({ rows: `${row(1, text('a'))}${' '.repeat(9_000_000)}${row(2, text('b'))}` }),
      'more than a sheet can hold',
    ],
    ['a cell without end', book({ rows: row(1, text('a'.repeat(9_000_000))) }), 'more than a sheet can hold'],
    ['tags in tags in tags', book({ rows: row(1, text('<a>'.repeat(300))) }), 'broken or cut short'],
    [
      'a column beyond the last',
      book({ rows: '<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>' }),
      'more than a sheet can hold',
    ],
    ['XML that is none', book({ rows: '<row r="1"><c><v>1</row>' }), 'broken'],
  ])('%s: a sentence, not a crash', async (_, bytes, sentence) => {
    const outcome = await csv(bytes).then(
      () => 'read',
      (error: Error) => `${error.name}: ${error.message}`,
    );
    expect(outcome === 'read' || outcome.startsWith('WorkbookProblem')).toBe(true);
    if (sentence !== '') expect(outcome).toContain(sentence);
  });

  it('expand no entities', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    const parts = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="r1" Target="worksheets/s.xml"/></R>'),
      'xl/worksheets/s.xml': strToU8(bomb),
    });
    await expect(csv(parts)).rejects.toThrow('broken');
  });
});

describe('the commands on a workbook', () => {
  const HEADER = ['Lead ID', 'Created', 'First contact'].map(text);
  const rows =
    row(1, ...HEADER) +
    Array.from({ length: 30 }, (_, i) =>
      row(i + 2, text(`L${i}`), number(46083 + i + 0.4, 1), number(46083 + i + 0.44, 1)),
    ).join('');

  it('find the roles, judge the leads, and name the row of a bad cell', async () => {
    const file = join(folder, 'leads.xlsx');
    const bad = rows + row(32, text('L99'), text('soon'), text(''));
    writeFileSync(file, book({ rows: bad, formats: ['dd/mm/yyyy hh:mm'] }));
    const sniffed = JSON.parse((await sla('sniff', file, '--format', 'json')).stdout).results[0];
    expect(sniffed).toMatchObject({ packed: 'xlsx', rows: 31 });
    const agreement = join(folder, 'a.sla.yaml');
    const made = await sla(
      'init',
      '--from',
      file,
      agreement,
      '--timezone',
      'Europe/Paris',
      '--holidays',
      'FR',
      '--yes',
    );
    expect(made, made.stderr).toMatchObject({ status: 0 });
    const { status, stdout } = await sla('report', agreement, '--format', 'json');
    expect(status).toBe(0);
    const { ledger, findings } = JSON.parse(stdout);
    expect(ledger.leads).toMatchObject({ read: 31, judged: 30, rejected: { 'not-a-date': 1 } });
    expect(JSON.stringify(findings)).toContain('leads.xlsx:32');
  });

  it('read the sheet that the agreement names', async () => {
    const file = join(folder, 'leads.xlsx');
    writeFileSync(file, book({ rows: row(1, text('nothing')), other: rows, formats: ['dd/mm/yyyy hh:mm'] }));
    const agreement = join(folder, 'a.sla.yaml');
    const made = await sla(
      'init',
      '--from',
      file,
      '--sheet',
      'Other',
      agreement,
      '--timezone',
      'Europe/Paris',
      '--yes',
    );
    expect(made, made.stderr).toMatchObject({ status: 0 });
    expect(readFileSync(agreement, 'utf8')).toContain('sheet: Other');
  });

  it('say what an older workbook needs', async () => {
    const file = join(folder, 'old.xls');
    writeFileSync(file, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
    const { status, stdout } = await sla('sniff', file);
    expect(status).toBe(2);
    expect(stdout).toContain('save it as .xlsx');
  });
});
