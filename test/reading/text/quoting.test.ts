import { expect } from 'vitest';
import { inTurns } from '../../turns.ts';
import { field, read } from '../reading.ts';

const { describe, it } = inTurns();

const NAMED = [field('id', 'text'), field('name', 'text')];

const row = (n: number): string => `L${n},a,b,c,note ${n}\n`;
const rows = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => row(from + i)).join('');

/** Five columns; the last one, the note, is mapped by nothing. */
const HEADER = 'id,name,x,y,note\n';

describe('A quote that is not closed', () => {
  it.each([
    ['in the middle of an export', `${HEADER}${rows(1, 100)}L101,a,b,c,"he said\n${rows(102, 9999)}`, 102],
    ['in its last line', `${HEADER}${rows(1, 100)}L101,a,b,c,"he said`, 102],
    ['after a cell of two lines in its row', `${HEADER}L1,"x\ny",b,c,"open\n${rows(2, 9)}`, 3],
    ['in a mapped column', `${HEADER}L1,"a,b,c,\n${rows(2, 50)}`, 2],
    ['after a note of two lines', `${HEADER}L1,a,b,c,"x\ny"\nL2,a,b,c,"open\n${rows(3, 9)}`, 4],
    ['with CRLF', `${HEADER}${rows(1, 3)}L4,a,b,c,"open\n`.replaceAll('\n', '\r\n'), 5],
    ['with blank lines before it', `${HEADER}\n\n${rows(1, 3)}L4,a,b,c,"open\n`, 7],
  ])('is fatal with the line on which it opens: %s', async (_, text, line) => {
    for (const gzip of [false, true]) {
      const { report } = await read({ files: { 'a.csv': text }, gzip, fields: NAMED });
      expect(report.fatal).toMatchObject([
        { rule: 'broken-quotes', fatal: true, place: { start: { line } } },
      ]);
      expect(report.fatal[0]?.message).toMatch(/^A quote opens here and is never closed/);
      expect(report.fatal[0]?.help).toContain('double the quote');
    }
  });

  it('tells how many lines are lost', async () => {
    const { report } = await read({
      files: { 'a.csv': `${HEADER}${rows(1, 3)}L4,a,b,c,"x\n${rows(5, 9)}` },
      fields: NAMED,
    });
    expect(report.fatal[0]?.message).toContain('never closed: 6 lines from here on');
  });

  it('is found in UTF-16 and below the lines before the header', async () => {
    const text = `\ufeffA "report"\n${HEADER}${rows(1, 3)}L4,a,b,c,"open\n`;
    const { report } = await read({
      files: { 'a.csv': Buffer.from(text, 'utf16le') },
      fields: NAMED,
      csv: { encoding: 'utf-16', skip: 1 },
    });
    expect(report.fatal).toMatchObject([{ rule: 'broken-quotes', place: { start: { line: 6 } } }]);
  });

  it('that a later quote breaks is fatal, for the lines between are lost', async () => {
    const { report } = await read({
      files: { 'a.csv': `${HEADER}L1,a,b,c,"he said\nL2,a,b,c,"ok" then\n${rows(3, 9)}` },
      fields: NAMED,
    });
    expect(report.fatal).toMatchObject([{ rule: 'broken-quotes', place: { start: { line: 2 } } }]);
  });
});

describe('Two stray quotes', () => {
  it.each([
    ['in the same column', `${HEADER}L1,a,b,c,"he said\n${rows(2, 900)}L901,a,b,c,ok"\n${rows(902, 999)}`],
    ['in a mapped column', `${HEADER}L1,"a,b,c,d\n${rows(2, 900)}L901,a",b,c,d\n${rows(902, 999)}`],
  ])('that make hundreds of rows one cell are fatal: %s', async (_, text) => {
    const { report } = await read({ files: { 'a.csv': text }, fields: NAMED });
    expect(report.fatal).toMatchObject([{ rule: 'broken-quotes', place: { start: { line: 2 } } }]);
    expect(report.fatal[0]?.message).toContain('901 lines');
  });

  it('that make two rows one are a warning', async () => {
    const { report } = await read({
      files: { 'a.csv': `${HEADER}${rows(1, 5)}L6,a,b,c,"he said\nL7,a,b,c,ok"\n${rows(8, 9)}` },
      fields: NAMED,
    });
    expect(report.fatal).toEqual([]);
    expect(report.warnings).toMatchObject([{ rule: 'broken-quotes', place: { start: { line: 7 } } }]);
    expect(report.warnings[0]?.message).toContain('one row of 2 lines');
  });
});

describe('Quotes as they should be', () => {
  it.each([
    [
      'a note of a few lines in each row',
      rows(1, 50).replace(/note (\d+)/g, '"note $1,\nand, more\n\nof it"'),
      50,
    ],
    ['a note of 300 lines', `L1,a,b,c,"${'Dear all, see below,\n'.repeat(300)}"\n`, 1],
    ['a note of lines in the middle', 'L1,"a\nb\nc",b,c,d\n', 1],
    ['doubled quotes', 'L1,a,b,c,"he said ""no,\nnever"""\n', 1],
    ['blank lines', 'L1,a,b,c,d\n\n\r\n\nL2,a,b,c,d\n', 2],
    ['a quote inside a cell', 'L1,a,b,c,5" screen\nL2,a,b,c,d\n', 2],
    ['blanks around quotes', 'L1,a,b,c, "d\ne" \nL2,a,b,c,d\n', 2],
  ])('are read: %s', async (_, text, judged) => {
    const { report } = await read({
      files: { 'a.csv': HEADER + text.replaceAll('\r\n', '\n') },
      fields: NAMED,
    });
    expect([report.fatal, report.warnings]).toEqual([[], []]);
    expect(report.ledger).toEqual({ read: judged, judged, excluded: {}, rejected: {} });
  });

  it('more lines with a cell too many than are kept are no matter of quotes', async () => {
    const text = `${HEADER}${'L,a,b,c,d,e\n'.repeat(100_500)}`;
    const { report } = await read({
      files: { 'a.csv': text },
      fields: NAMED,
      limit: 1,
      plan: { maxRejected: 0.5 },
    });
    expect(report.fatal.map(({ rule }) => rule)).toEqual(['too-many-rejected']);
  });

  it('a line broken by its own quotes is rejected, and no other with it', async () => {
    const { report } = await read({
      files: { 'a.csv': `${HEADER}${rows(1, 3)}L4,a,b,c,"" ok\n${rows(5, 9)}` },
      fields: NAMED,
    });
    expect(report.fatal).toEqual([]);
    expect(report.ledger).toMatchObject({ read: 9, judged: 8, rejected: { 'broken-quotes': 1 } });
  });
});
