import { describe, expect, it } from 'vitest';
import type { ComplianceDocument } from '../../src/model/render.ts';
import { compliance as xlsx } from '../../src/report/formats/xlsx.ts';
import { counts, month, options, rated, result, tableOf } from './fixtures.ts';
import { attributesOf, type BookSheet, chartsOf, readBook, values } from './workbook.ts';

const april = rated('first-contact', 'met', counts(96, 4), { period: month(2026, 4) });
const may = rated('first-contact', 'missed', counts(90, 10), { period: month(2026, 5) });
const june = rated('first-contact', 'open', counts(83, 4, 12), { final: false, outlook: 'at risk' });
const steady = [4, 5].map((at) => rated('answers', 'met', counts(3, 0), { period: month(2026, at) }));
const shown = tableOf([april, may, june, ...steady], { asOf: Date.UTC(2026, 5, 20) * 1000 });

const written = (document: ComplianceDocument = shown): Uint8Array => xlsx(document, options()) as Uint8Array;
const first = (bytes: Uint8Array): BookSheet => readBook(bytes)[0] as BookSheet;

describe('the first sheet of a workbook', () => {
  it('begins with what was missed, then has a promise a row, the missed ones first', () => {
    const sheet = first(written());
    expect(sheet.name).toBe('At a glance');
    const rows = values(sheet);
    expect(rows[0]).toEqual(['May 2026: 1 of 2 promises missed']);
    expect(String(rows[1])).toContain('April 2026 had none missed: 1 is new');
    expect(rows.slice(4, 7)).toEqual([
      ['Promise', 'Verdict', 'Reached', 'Target', 'Cases', 'Period', 'Owed by', 'Before', 'What it means'],
      [
        'first-contact',
        'missed',
        0.9,
        '≥\u00a095%',
        100,
        'May 2026',
        'sales',
        'April 2026: 96%, met',
        '10 cases of 100 not met; the target allows 5: 5 too many.',
      ],
      [
        'answers',
        'met',
        '3/3',
        '≥\u00a095%',
        3,
        'May 2026',
        'sales',
        'April 2026: 3/3, met',
        '0 cases of 3 not met.',
      ],
    ]);
  });

  it('draws a promise with its target: a miss is a square, what is not final has a mark of its own', () => {
    const [contact, answers] = chartsOf(written(), 'At a glance');
    expect(contact?.title).toBe('first-contact');
    expect(contact?.across).toEqual(['Apr 2026', 'May', 'Jun']);
    expect(contact?.series).toEqual([
      { name: 'Reached', symbol: 'circle', values: [0.96, 0.9, 83 / 87], labels: ['96%', '90%', '95.4%'] },
      { name: 'Missed', symbol: 'square', values: [null, 0.9, null], labels: [] },
      { name: 'Not final yet', symbol: 'circle', values: [null, null, 83 / 87], labels: [] },
      { name: 'Target', symbol: 'none', values: [0.95, 0.95, 0.95], labels: [] },
    ]);
    expect(contact?.reads).toContain('May 2026: 90%, target ≥\u00a095%, missed');
    // A handful of cases is a fraction here too.
    expect(answers?.series[0]?.labels).toEqual(['3/3', '3/3']);
  });

  it('leaves the data sheets as they were, and what is drawn from behind them', () => {
    expect(readBook(written()).map(({ name }) => name)).toEqual([
      'At a glance',
      'By month',
      'Results',
      'Behind the charts',
      'Sources',
    ]);
    const single = written(tableOf([may]));
    expect(readBook(single).map(({ name }) => name)).not.toContain('Behind the charts');
  });

  it('tears no chart at the end of a printed page', () => {
    const many = Array.from({ length: 9 }, (_, n) => [
      rated(`p${n}`, 'met', counts(96, 4), { period: month(2026, 4) }),
      rated(`p${n}`, 'met', counts(97, 3), { period: month(2026, 5) }),
    ]).flat();
    const bytes = written(tableOf(many));
    expect(chartsOf(bytes, 'At a glance')).toHaveLength(9);
    const sheet = first(bytes);
    const parts = sheet.xml.flatMap(({ children }) => children);
    const breaks = parts
      .filter(({ name }) => name === 'rowBreaks')
      .flatMap(({ children }) => children.map(({ attributes }) => Number(attributes.id)));
    expect(breaks.length).toBeGreaterThan(0);
    const scale = Number(attributesOf(sheet, 'pageSetup')?.scale);
    // A4 on its side without margins of half an inch, in points, and rows of 15 points where none is said.
    const room = ((8.27 - 1) * 72 * 100) / scale;
    const heights = (parts.find(({ name }) => name === 'sheetData')?.children ?? []).map(({ attributes }) =>
      Number(attributes.ht ?? 15),
    );
    const ends = [0, ...breaks, heights.length];
    const pages = ends.slice(1).map((end, at) => heights.slice(ends[at], end).reduce((a, b) => a + b, 0));
    expect(pages.filter((points) => points > room)).toEqual([]);
  });

  it('takes hostile titles for text, in the chart and in what is read aloud', () => {
    const promise = '=1+1<b>&"x"\u0000\u202e</c:v>_x0041_';
    const evil = [4, 5].map((at) =>
      rated('evil', 'met', counts(96, 4), { period: month(2026, at), promise }),
    );
    const [chart] = chartsOf(written(tableOf(evil)), 'At a glance');
    expect(chart?.title).toBe('=1+1<b>&"x"\\u{0}\\u{202e}</c:v>_x0041_');
  });

  it('has a part for each agreement, the later ones on a page of their own', () => {
    const both = {
      ...shown,
      compliances: [...shown.compliances, ...tableOf([result({ id: 'none' })]).compliances],
    };
    const titles = values(first(written(both))).map(([cell]) => cell);
    expect(titles).toContain('May 2026: 1 of 2 promises missed');
    expect(titles).toContain('Nothing could be judged yet');
  });
});
