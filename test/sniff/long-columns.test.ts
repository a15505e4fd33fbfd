import { expect } from 'vitest';
import { column, sniffed } from './sniffed.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

/** More values than are told apart: from the 10,001st on, cells are counted one by one. */
const ROWS = 25_000;

const two = (n: number): string => String(n).padStart(2, '0');

/** A date of its own for each row, its day first. */
const dateOf = (i: number): string =>
  `${two((i % 31) + 1)}/${two((i % 12) + 1)}/${2020 + (i % 5)} ${two(i % 24)}:${two(Math.floor(i / 24) % 60)}:${two(Math.floor(i / 1440) % 60)}`;

const file = (cell: (i: number) => string): string =>
  `id,Created\n${Array.from({ length: ROWS }, (_, i) => `L${i},${cell(i)}\n`).join('')}`;

describe('a column of more values than are told apart', () => {
  it('counts every cell that proves the order of day and month', async () => {
    const cells = Array.from({ length: ROWS }, (_, i) => dateOf(i));
    const over = cells.filter((cell) => Number(cell.slice(0, 2)) > 12).length;
    const found = column(await sniffed(file(dateOf), 1 << 14), 'Created');
    expect(found).toMatchObject({ format: 'dd/MM/yyyy HH:mm:ss', filled: ROWS, unlike: 0, exact: false });
    expect(found.evidence).toBe(`31 appears as first number (${over} times over 12), never as second`);
    expect(Math.abs(found.distinct - new Set(cells).size) / new Set(cells).size).toBeLessThan(0.03);
  });

  it('sees the one cell at its end that is of another form', async () => {
    const found = column(await sniffed(file((i) => (i === ROWS - 1 ? 'soon' : dateOf(i)))), 'Created');
    expect(found).toMatchObject({ unlike: 1, unlikeExamples: ['soon'] });
  });

  it('sees the one cell at its end that makes the order doubtful', async () => {
    const found = column(
      await sniffed(file((i) => (i === ROWS - 1 ? '12/31/2024 00:00:00' : dateOf(i)))),
      'Created',
    );
    expect(found.format).toBeNull();
    expect(found.evidence).toContain('once the second');
  });

  it('is not taken for digits where a byte is near them', async () => {
    // ":" follows "9" in ASCII, "/" comes before "0".
    for (const odd of [
      '01/01/202: 10:00:00',
      '01/01/202/ 10:00:00',
      '0\u0001/01/2024 10:00:00',
      '0é/1/2024 10:00:00',
    ]) {
      const found = column(
        await sniffed(
          file((i) => (i === ROWS - 1 ? odd : dateOf(i))),
          1 << 16,
        ),
        'Created',
      );
      expect(found.unlike, odd).toBe(1);
    }
  });

  it('keeps codes with zeros in front apart from numbers', async () => {
    const code = (i: number) => String(i).padStart(8, '0');
    expect(column(await sniffed(file(code)), 'Created').type).toBe('text');
    expect(column(await sniffed(file((i) => String(10_000_000 + i))), 'Created').type).toBe('integer');
  });

  it('is the same wherever chunks are cut', async () => {
    const text = file(dateOf);
    const whole = await sniffed(text, 1 << 22);
    for (const size of [997, 4093, 65_536]) expect(await sniffed(text, size)).toEqual(whole);
  });
});

describe('cells of any bytes', () => {
  it('end at their delimiter, whatever stands before it', async () => {
    const cells = [
      '',
      'a',
      'ab',
      'abc',
      'abcd',
      'abcde',
      'é',
      'aé',
      '\u0001',
      'a\tb',
      'ÿÿÿÿ',
      '\u007f',
      'abcdefg\u001f',
    ];
    const text = `id;v;w\n${cells.map((cell, i) => `${i};${cell};x\n`).join('')}`;
    const found = await sniffed(text);
    expect(found.rows).toBe(cells.length);
    expect(column(found, 'w')).toMatchObject({ filled: cells.length, distinct: 1 });
    expect(column(found, 'v')).toMatchObject({
      filled: cells.length - 1,
      blank: 1,
      distinct: cells.length - 1,
    });
  });
});
