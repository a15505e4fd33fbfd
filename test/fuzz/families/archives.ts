import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { book, number, row, text } from '../../reading/xlsx/book.ts';
import { type Family, type Next, oneOf } from '../judged.ts';
import { mutate } from '../mutate.ts';
import { sound } from './texts.ts';

const CELLS = sound.leads
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(';'));

/** What a sheet may hold beside rows of cells, and in them. */
const ODD = [
  '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>',
  '<row r="3" hidden="1"/>',
  '<c r="A0"><v>1</v></c>',
  '<c t="s"><v>99999999999</v></c>',
  '<c t="s"><v>-1</v></c>',
  '<c t="e"><v>#REF!</v></c>',
  '<c t="d"><v>2026-03-02T10:15:00</v></c>',
  '<c><f>SUM(A1:A9)</f></c>',
  '<c s="77"><v>1e308</v></c>',
  '<c s="1"><v>2958466</v></c>',
  '<c t="inlineStr"><is><t>_x0000__x000D_</t></is></c>',
  '<!-- -->',
  '<![CDATA[x]]>',
  '&amp;#x0;',
  '&#x0;',
  '<?x y?>',
  '<x:row xmlns:x="y">',
  '</sheetData>',
];

/** A packed export or a workbook: damaged inside, where it can still be unpacked, or in its packed bytes. */
export const archives: Family = {
  name: 'archives',
  async attempt(next, cwd) {
    const [name, bytes] = next(3) === 0 ? (['leads.csv.gz', packed(next)] as const) : workbook(next);
    writeFileSync(join(cwd, name), bytes);
    writeFileSync(
      join(cwd, 'mutant.sla.yaml'),
      sound.agreement.toString('utf8').replace(`files: ${sound.name}`, `files: ${name}`),
    );
    return { argv: ['check'] };
  },
};

function packed(next: Next): Uint8Array {
  switch (next(4)) {
    case 0:
      return gzipSync(mutate(sound.leads, next));
    case 1:
      return Buffer.concat([gzipSync(sound.leads), mutate(gzipSync(sound.leads), next)]);
    case 2:
      return gzipSync(gzipSync(sound.leads));
    default:
      return mutate(gzipSync(sound.leads), next);
  }
}

function workbook(next: Next): readonly [name: string, bytes: Uint8Array] {
  // A number without its thousands, as a sheet has it.
  const cells = CELLS.map((line, n) =>
    row(n + 1, ...line.map((cell, at) => (at === 2 && n > 0 ? number(cell) : text(cell)))),
  );
  const rows = cells.join('');
  const parts = { shared: ['<t>FR</t>'], formats: ['dd/mm/yyyy hh:mm'], merged: ['B2:B3'] };
  const name = oneOf(['leads.xlsx', 'leads.xlsx', 'leads.xlsx', 'leads.csv'], next);
  switch (next(4)) {
    case 0:
      return [name, mutate(book({ ...parts, rows }), next)];
    case 1: {
      const at = next(rows.length);
      return [name, book({ ...parts, rows: rows.slice(0, at) + oneOf(ODD, next) + rows.slice(at) })];
    }
    case 2: {
      cells.splice(next(cells.length), 0, row(next(12), oneOf(ODD, next)));
      return [
        name,
        book({ ...parts, rows: cells.join(''), merged: [oneOf(['A1:XFD1048576', 'B5:A1', 'x', ''], next)] }),
      ];
    }
    default:
      return [name, book({ ...parts, rows: mutate(Buffer.from(rows), next).toString('utf8') })];
  }
}
