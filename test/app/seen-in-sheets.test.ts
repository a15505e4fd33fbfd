import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { book } from '../reading/xlsx/book.ts';
import { folderWith } from './folder.ts';

const text = (place: string, value: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** Forty leads over four months; the row of every tenth is hidden. */
const ROWS = [
  `<row r="1">${text('A1', 'Lead ID')}${text('B1', 'Created Date')}${text('C1', 'Source')}</row>`,
  ...Array.from({ length: 40 }, (_, i) => {
    const date = `2026-0${1 + Math.floor(i / 10)}-${String(1 + (i % 10) * 2).padStart(2, '0')}`;
    const cells = `${text(`A${i + 2}`, `L${i}`)}${text(`B${i + 2}`, date)}${text(`C${i + 2}`, 'web')}`;
    return `<row r="${i + 2}"${i % 10 === 9 ? ' hidden="1"' : ''}>${cells}</row>`;
  }),
].join('');

const HIDDEN =
  '4 of 40 rows of the sheet "Leads" are hidden, by a filter or by hand, and count like any other: leads.xlsx:11, leads.xlsx:21, leads.xlsx:31 ...';

const folder = folderWith({});
afterEach(() => folder.remove());

const MERGED = ['C5:C6', 'C8:C9', 'A1:B1'];

describe('what a sheet shows otherwise than it is read', () => {
  it('is told by sniff and by init as by check', async () => {
    writeFileSync(`${folder.cwd}/leads.xlsx`, book({ rows: ROWS, merged: MERGED }));
    const sniffed = JSON.parse((await folder.sla('sniff', 'leads.xlsx', '--format', 'json')).out);
    expect(
      sniffed.results[0].oddities.map((odd: Record<string, unknown>) => [odd.kind, odd.line, odd.message]),
    ).toEqual([
      ['hidden-rows', 11, HIDDEN],
      [
        'merged-cells',
        null,
        '2 merged cells below the header: what lies under their first ones is not read (C5:C6, C8:C9)',
      ],
    ]);
    const made = await folder.sla(
      'init',
      '--from',
      'leads.xlsx',
      '--timezone',
      'UTC',
      '--holidays',
      'none',
      '--yes',
    );
    expect(made.status, made.err).toBe(0);
    const told = made.err.replaceAll(/\s+/g, ' ');
    expect(told).toContain(HIDDEN);
    expect(told).toContain('covered by a merged cell');
  });
});
