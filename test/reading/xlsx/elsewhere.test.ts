import { describe, expect, it } from 'vitest';
import { field, read } from '../reading.ts';
import { book, row, text } from './book.ts';

const fields = [field('id', 'text'), field('at', 'datetime')];
const leads = row(1, text('id'), text('at')) + row(2, text('L1'), text('2026-03-02 09:14'));

const helps = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<unknown> => {
  const { report } = await read({ files, fields });
  return report.fatal.map(({ rule, help }) => [rule, help]);
};

it('names the sheets and the one that has the columns', async () => {
  const help = 'its sheets are Leads and Other; write sheet: Other';
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

it('looks no further than a quote that is never closed', async () => {
  expect(await helps({ 'a.csv': 'id,when\n"L1,2026-03-02 09:14\nL2,2026-03-02 09:15\n' })).toEqual([
    ['missing-column', 'did you mean "id"? the header has id, when'],
  ]);
});

describe('where one column stands nowhere', () => {
  const more = [...fields, field('won', 'date'), field('amount', 'integer')];
  it('says where most of the others stand, and what is there', async () => {
    const { report } = await read({
      files: { 'a.csv': 'Leads of M.\n\nid,at,won,note\nL1,2026-03-02 09:14,,\n' },
      fields: more,
    });
    const help = 'the header stands lower; write csv: { skip: 1 } under the source';
    const said = report.fatal.map(({ message, help }) => [message.includes('"amount"'), help]);
    expect(said).toEqual([
      [false, help],
      [false, help],
      [false, help],
      [true, `${help}; there, the header has id, at, won, note`],
    ]);
  });

  it('in a workbook under the title lines of another sheet, of which only the first rows are looked at', async () => {
    const cover = row(1, text('Exported by M.')) + row(2, text('id'), text('pages'));
    const long = Array.from({ length: 30 }, (_, i) => row(i + 4, text(`L${i}`))).join('');
    const other = row(1, text('March')) + row(3, text('id'), text('at'), text('won')) + long;
    // What stands below is not parsed: a sheet that breaks off there still tells where its header is.
    for (const end of ['', row(50, text('id'), text('at'), text('won'), text('amount'))]) {
      const { report } = await read({
        files: { 'a.xlsx': book({ rows: cover, other: other + end }) },
        fields: more,
      });
      const help = 'its sheets are Leads and Other; write sheet: Other and csv: { skip: 2 }';
      expect(report.fatal.map((each) => each.help)).toEqual([
        help,
        help,
        help,
        `${help}; there, the header has id, at, won`,
      ]);
    }
  });

  it('and leaves the header alone where no other place has more', async () => {
    const { report } = await read({
      files: { 'a.csv': 'id,at,won,note\nid,at,won,note\n' },
      fields: more,
    });
    expect(report.fatal.map((each) => each.help)).toEqual(['the header has id, at, won, note']);
  });
});
