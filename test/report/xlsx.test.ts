import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/cli/problem.ts';
import { speak } from '../../src/messages/index.ts';
import type { Case } from '../../src/model/compliance.ts';
import type { Written } from '../../src/model/render.ts';
import type { CaseHeader } from '../../src/model/requests.ts';
import { compliance as xlsx } from '../../src/report/formats/xlsx.ts';
import { cases as listing } from '../../src/report/formats/xlsx-cases.ts';
import { archive } from '../../src/report/xlsx/archive.ts';
import { sheetNames } from '../../src/report/xlsx/text.ts';
import { counts, month, options, rated, result, tableOf } from './fixtures.ts';
import { attributesOf, type BookSheet, readBook, records, values } from './workbook.ts';

const may = rated('first-contact', 'met', counts(96, 4), { period: month(2026, 5) });
const june = rated('first-contact', 'open', counts(83, 12, 4), { outlook: 'at risk', final: false });

function sheet(bytes: Written, name: string): BookSheet {
  const found = readBook(bytes as Uint8Array).find((each) => each.name === name);
  if (!found) throw new Error(`There is no sheet "${name}"`);
  return found;
}

describe('the workbook of a report', () => {
  const volume = result({
    id: 'volume',
    measure: 'count',
    value: 1234.5,
    verdict: 'missed',
    target: { cmp: '>=', value: 2000, of: 'number', unit: 'EUR', text: '>= 2000 EUR per month' },
  });

  it('names the months in words in French', async () => {
    await speak('fr', { firm: true });
    const titles = values(sheet(xlsx(tableOf([may, june]), options()), 'Par mois'))[0];
    await speak('en', { firm: true });
    expect(titles).toContain('mai 2026 cas');
    expect(titles).toContain('juin 2026 (en cours) cas');
  });

  it('has promises down and periods across, in numbers', () => {
    const table = sheet(xlsx(tableOf([may, june, volume]), options()), 'By month');
    expect(values(table)).toEqual([
      [
        'Parties',
        'Promise',
        'In words',
        'Target',
        '2026-05 attained',
        '2026-05 cases',
        '2026-05 verdict',
        '2026-06 (running) attained',
        '2026-06 (running) cases',
        '2026-06 (running) verdict',
      ],
      [
        'sales owes marketing',
        'first-contact',
        'first-contact',
        '≥ 95%',
        0.96,
        100,
        'met',
        83 / 95,
        95,
        'open, at risk, provisional',
      ],
      ['sales owes marketing', 'volume', 'volume', '≥ 2,000 EUR', null, null, null, 1234.5, 0, 'missed'],
    ]);
    expect(table.rows[1]?.slice(4, 6).map((cell) => cell?.format)).toEqual(['0.0%', '#,##0']);
    expect(table.rows[2]?.[7]?.format).toBe('#,##0.00');
  });

  it('shows as many decimals as keep a rate on its own side of the target', () => {
    const near = rated('near', 'missed', counts(9496, 504), { period: month(2026, 5) });
    const [, row] = sheet(xlsx(tableOf([near]), options()), 'By month').rows;
    expect(row?.[4]).toMatchObject({ value: 0.9496, format: '0.00%' });
  });

  it('has a fraction in place of a percentage below the fewest cases, and n/a for none', () => {
    const few = rated('few', 'missed', counts(3, 4));
    const none = result({ id: 'none' });
    const [, ...rows] = values(sheet(xlsx(tableOf([few, none]), options()), 'By month'));
    expect(rows.map((row) => row[4])).toEqual(['3/7', 'n/a']);
  });

  it('has one result a row with times by the clocks of the agreement, and lengths of time', () => {
    const timed = { ...may, percentiles: { p50: 3900, p90: 90_061, p95: 22_000, businessTime: true } };
    const [row] = records(sheet(xlsx(tableOf([timed]), options()), 'Results'));
    // The fixture cuts its months in UTC: Paris is two hours ahead. 46143 is 2026-05-01.
    expect(row?.['From (Europe/Paris)']).toMatchObject({ format: 'yyyy-mm-dd hh:mm:ss' });
    expect(row?.['From (Europe/Paris)']?.value).toBeCloseTo(46_143 + 2 / 24, 9);
    expect(row?.['90% within']).toMatchObject({ format: '[h]:mm:ss' });
    expect(row?.['90% within']?.value).toBeCloseTo(90_061 / 86_400, 9);
    expect(row?.['Time counted']?.value).toBe('business time');
    expect(row?.Attainment).toMatchObject({ value: 0.96, format: '0.0%' });
    expect(row?.Met).toMatchObject({ value: 96, format: '#,##0' });
  });

  it('says what the numbers rest on', () => {
    const rows = values(
      sheet(
        xlsx(
          tableOf([may], {
            inputs: [{ source: 'leads', file: 'leads.csv', bytes: 12, sha256: 'ab'.repeat(32), rows: 20 }],
            ledgers: {
              leads: {
                read: 20,
                judged: 17,
                excluded: { 'identical-duplicate': 2 },
                rejected: { 'not-a-date': 1 },
              },
            },
            waivers: [
              {
                version: '2026.2',
                commitment: null,
                leads: null,
                from: '2026-08-10',
                to: '2026-08-14',
                reason: 'CRM outage',
                approvedBy: ['Ana', 'Bo'],
                expires: '2026-12-31',
                expired: false,
                cases: 5,
              },
            ],
          }),
          options(),
        ),
        'Sources',
      ),
    );
    expect(rows).toContainEqual(['acme-demand', 'Export leads', 'SHA-256', 'ab'.repeat(32), 'leads.csv']);
    expect(rows).toContainEqual(['acme-demand', 'Rows of leads', 'read', 20]);
    expect(rows).toContainEqual(['acme-demand', 'Rows of leads', 'excluded', 2, 'identical duplicate']);
    expect(rows).toContainEqual(['acme-demand', 'Rows of leads', 'rejected', 1, 'not a date']);
    expect(rows).toContainEqual([
      'acme-demand',
      'Waiver',
      'cases excused of every commitment',
      5,
      'from 2026-08-10 to 2026-08-14; CRM outage; approved by Ana, Bo; until 2026-12-31',
    ]);
    expect(rows).toContainEqual([
      null,
      'Program',
      'Rules of time zones',
      '2026f',
      'release of the IANA time zone database',
    ]);
    expect(rows.at(-1)).toEqual([null, 'Program', 'sla', '0.0.0']);
  });

  it('keeps header and names in view, can be filtered, and has every column wide enough', () => {
    const table = sheet(xlsx(tableOf([may]), options()), 'By month');
    expect(attributesOf(table, 'pane')).toMatchObject({
      state: 'frozen',
      topLeftCell: 'C2',
      xSplit: '2',
      ySplit: '1',
    });
    expect(attributesOf(table, 'autoFilter')).toEqual({ ref: 'A1:G2' });
    expect(Number(attributesOf(table, 'col')?.width)).toBeGreaterThan('sales owes marketing'.length);
  });

  it('has a header as high as its longest title', () => {
    const low = sheet(xlsx(tableOf([result({ id: 'a', period: month(2026, 5) })]), options()), 'Sources');
    expect(attributesOf(low, 'row')).toMatchObject({ ht: '15', customHeight: '1' });
    const high = sheet(xlsx(tableOf([june]), options()), 'By month');
    expect(Number(attributesOf(high, 'row')?.ht)).toBeGreaterThan(30);
  });

  it('of several agreements names each, and of none is a workbook all the same', () => {
    const other = tableOf([{ ...may, id: 'other' }]).compliances[0];
    const both = {
      ...tableOf([may]),
      compliances: [
        tableOf([may]).compliances[0],
        { ...other, agreement: { ...other.agreement, id: 'b', timezone: 'America/New_York' } },
      ],
    };
    const book = readBook(xlsx(both, options()) as Uint8Array);
    expect(book.map(({ name }) => name)).toEqual(['At a glance', 'By month', 'Results', 'Sources']);
    expect(values(book[1] as BookSheet).map(([first]) => first)).toEqual(['Agreement', 'acme-demand', 'b']);
    const [paris, york] = records(book[2] as BookSheet);
    expect(york?.['From (local, see "Time zone")']?.value).toBeCloseTo(46_143 - 4 / 24, 9);
    expect(paris?.['From (local, see "Time zone")']?.value).toBeCloseTo(46_143 + 2 / 24, 9);
    const empty = readBook(xlsx({ ...tableOf([]), compliances: [] }, options()) as Uint8Array);
    expect(empty.map(({ name }) => name)).toEqual(['Results', 'Sources']);
  });

  it('is the same bytes each time', () => {
    const [one, two] = [1, 2].map(() => xlsx(tableOf([may, june]), options()) as Uint8Array);
    expect(Buffer.compare(one as Uint8Array, two as Uint8Array)).toBe(0);
  });
});

const header: CaseHeader = {
  agreement: { id: 'acme', title: 'Acme', timezone: 'Europe/Paris', file: 'acme.sla.yaml' },
  promises: [
    {
      id: 'first-contact',
      version: '1',
      promise: 'Contact',
      title: 'first-contact',
      within: '4 business hours',
      population: null,
      ofRecords: false,
      adds: null,
      deadline: null,
      businessTime: true,
    },
  ],
  asOf: Date.UTC(2026, 5, 30) * 1000,
  asOfFrom: 'data',
  inputs: [],
  ledgers: {},
};

const late: Case = {
  lead: '00042',
  commitment: 'first-contact',
  version: '1',
  segment: null,
  state: 'breached',
  reason: null,
  atRisk: false,
  start: Date.UTC(2026, 2, 6, 15, 30) * 1000,
  due: Date.UTC(2026, 2, 9, 10, 0) * 1000,
  stop: Date.UTC(2026, 2, 30, 7, 0, 1) * 1000,
  elapsedSeconds: 100_801,
  period: '2026-03',
  handOver: null,
  owner: 'Ana',
};

function listed(batch: readonly Case[], mostRows?: number): { bytes: Uint8Array; notes: readonly string[] } {
  const writer = listing(options(), mostRows);
  const pieces = [writer.begin(header), writer.batch(batch), writer.end([])];
  return { bytes: Buffer.concat(pieces as Uint8Array[]), notes: writer.notes?.() ?? [] };
}

describe('the workbook of cases', () => {
  it('has one case a row: ids as they are, local times, lengths of time', () => {
    const [row] = records(sheet(listed([late]).bytes, 'acme'));
    expect(row?.Lead?.value).toBe('00042');
    expect(row?.State?.value).toBe('breached');
    // Winter and summer time; 46087 is 2026-03-06, 46111 is 2026-03-30.
    expect(row?.['Start (Europe/Paris)']?.value).toBeCloseTo(46_087 + 16.5 / 24, 9);
    expect(row?.['Stop (Europe/Paris)']?.value).toBeCloseTo(46_111 + (9 * 3600 + 1) / 86_400, 9);
    expect(row?.['Time taken']?.value).toBeCloseTo(100_801 / 86_400, 9);
    expect(row?.['Time counted']?.value).toBe('business time');
    expect(row?.['Time taken']?.format).toBe('[h]:mm:ss');
  });

  it('says which leads came back, and nothing where the data can not tell', () => {
    const batch = [late, { ...late, handOver: 1 }, { ...late, handOver: 2 }];
    const rows = records(sheet(listed(batch).bytes, 'acme'));
    expect(rows.map((row) => row.Recycled?.value ?? null)).toEqual([null, 'no', 'yes']);
  });

  it('leaves missing values empty, and says in words what a spreadsheet can not count', () => {
    const odd = { ...late, start: Date.UTC(1899, 0, 1) * 1000, due: null, stop: null, elapsedSeconds: -60 };
    const [row] = records(sheet(listed([odd]).bytes, 'acme'));
    expect(row?.['Start (Europe/Paris)']?.value).toBe('1899-01-01 00:09:21');
    expect(row?.['Due (Europe/Paris)']).toBeNull();
    expect(row?.['Time taken']?.value).toBe('-60 s');
  });

  it('goes on in a further sheet where one is full, and says so', () => {
    const five = Array.from({ length: 5 }, (_, n) => ({ ...late, lead: `L${n}` }));
    const { bytes, notes } = listed(five, 3);
    const book = readBook(bytes);
    expect(book.map(({ name }) => name)).toEqual([
      'acme',
      'acme (2)',
      'acme (3)',
      'Sources',
      'Sources (2)',
      'Sources (3)',
      'Sources (4)',
    ]);
    expect(book.slice(0, 3).map((each) => records(each).map(({ Lead }) => Lead?.value))).toEqual([
      ['L0', 'L1'],
      ['L2', 'L3'],
      ['L4'],
    ]);
    expect(notes).toEqual(['A sheet holds 3 rows: the cases go on in further sheets, 2 more']);
    expect(listed(five).notes).toEqual([]);
  });

  it('has a sheet for each agreement, and a sheet without rows for none', () => {
    const writer = listing(options());
    const pieces = [
      writer.begin(header),
      writer.batch([late]),
      writer.begin({ ...header, agreement: { ...header.agreement, id: 'ACME' } }),
      writer.end([]),
    ];
    const book = readBook(Buffer.concat(pieces as Uint8Array[]));
    expect(book.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['acme', 2],
      ['ACME (2)', 1],
      ['Sources', 11],
    ]);
    const nothing = listing(options());
    expect(readBook(nothing.end([]) as Uint8Array).map(({ name }) => name)).toEqual(['Sources']);
  });
});

describe('text in a workbook', () => {
  it.each([
    ['=HYPERLINK("https://evil.example","x")', '=HYPERLINK("https://evil.example","x")', true],
    ['+33 1 23 45 67 89', '+33 1 23 45 67 89', true],
    ['@SUM(A1)', '@SUM(A1)', true],
    ['00042', '00042', true],
    ['2026-03', '2026-03', true],
    ['1e5', '1e5', true],
    ['TRUE', 'TRUE', true],
    ["'quoted", "'quoted", true],
    ['<b>&amp;</b>', '<b>&amp;</b>', false],
    [']]>', ']]>', false],
    ['_x0041_ and _x000D_', '_x0041_ and _x000D_', false],
    ['a\u0000b\u001bc\uffff', 'a\\u{0}b\\u{1b}c\ufffd', false],
    ['\u202eevil', '\\u{202e}evil', false],
    ['half \ud800 pair', 'half \ufffd pair', false],
    ['  blanks  ', '  blanks  ', false],
    ['two\nlines', 'two lines', false],
    ['株式会社 é🎉', '株式会社 é🎉', false],
  ])('%j stays text', (lead, shown, quoted) => {
    const [row] = records(sheet(listed([{ ...late, lead }]).bytes, 'acme'));
    expect(row?.Lead).toMatchObject({ value: shown, quoted });
  });

  it('is cut at what a cell holds, between characters', () => {
    const [row] = records(sheet(listed([{ ...late, lead: `x${'🎉'.repeat(20_000)}` }]).bytes, 'acme'));
    const text = String(row?.Lead?.value);
    expect(text).toHaveLength(32_766);
    expect(text.endsWith('🎉…')).toBe(true);
  });

  it('of a sheet name is one that Excel takes', () => {
    const long = 'a'.repeat(40);
    expect(sheetNames(['[x]:*?/\\', "'quoted'", '', long, long, 'History', 'A', 'a'])).toEqual([
      '-x------',
      'quoted',
      '-',
      'a'.repeat(31),
      `${'a'.repeat(27)} (2)`,
      'History (2)',
      'A',
      'a (2)',
    ]);
  });
});

describe('an archive', () => {
  it('of more bytes than it can say of itself is refused', () => {
    const zip = archive(1000);
    zip.part('a.xml');
    zip.write('x'.repeat(2000));
    expect(() => zip.end()).toThrow('A workbook of 4 GB or more can not be written');
  });

  it('is refused in the language of the reader, and as no bug of ours', async () => {
    await speak('fr', { firm: true });
    const zip = archive(1000);
    zip.part('a.xml');
    zip.write('x'.repeat(2000));
    let text = '';
    try {
      zip.end();
    } catch (error) {
      text = problemText(error, false);
    } finally {
      await speak('en', { firm: true });
    }
    expect(text).toBe(
      'erreur  Un classeur de 4\u00a0Go ou plus ne peut pas être écrit\u00a0: écrivez du CSV, ou moins de cas\n',
    );
  });
});
