import { expect, it } from 'vitest';
import { field, read } from '../reading.ts';
import { book, row, text } from './book.ts';

const fields = [field('id', 'text'), field('at', 'datetime')];
const leads = row(1, text('id'), text('at')) + row(2, text('L1'), text('2026-03-02 09:14'));

const helps = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<unknown> => {
  const { report } = await read({ files, fields });
  return report.fatal.map(({ rule, help }) => [rule, help]);
};

it('names the sheets and the one that has the columns', async () => {
  const help = 'its sheets are Leads, Other; write sheet: Other';
  const cover = row(1, text('Exported by M.'));
  expect(await helps({ 'a.xlsx': book({ rows: cover, other: leads }) })).toEqual([
    ['missing-column', help],
    ['missing-column', help],
  ]);
});

it('says how many title lines to skip, in texts and in workbooks', async () => {
  const help = 'the header stands lower; write csv: { skip: 2 } under the source';
  const both = [
    ['missing-column', help],
    ['missing-column', help],
  ];
  expect(await helps({ 'a.csv': 'Leads of M.\nMarch\nid,at\nL1,2026-03-02 09:14\n' })).toEqual(both);
  const rows =
    row(1, text('Leads of M.')) +
    row(2, text('March')) +
    row(3, text('id'), text('at')) +
    row(4, text('L1'), text('2026-03-02 09:14'));
  expect(await helps({ 'a.xlsx': book({ rows }) })).toEqual(both);
});

it('keeps to the header where the columns stand nowhere', async () => {
  expect(await helps({ 'a.csv': 'id,when\nL1,2026-03-02 09:14\n' })).toEqual([
    ['missing-column', 'did you mean "id"? the header has id, when'],
  ]);
});
