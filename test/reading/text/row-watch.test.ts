import { describe, expect, it } from 'vitest';
import type { CsvDialect } from '../../../src/model/agreement.ts';
import { rowWatch } from '../../../src/reading/text/row-watch.ts';
import { field, read } from '../reading.ts';

const CSV: CsvDialect = { encoding: 'utf-8', delimiter: ',', quote: '"', skip: 0 };

/** The lines that are found, however the text is cut into chunks. */
function linesOf(text: string, csv: Partial<CsvDialect> = {}): readonly number[] {
  const source = { file: 'a.csv', text: 'a.csv', gzip: false, header: ['a', 'b', 'c'] };
  const bytes = Buffer.from(text);
  const answers = [1, 2, 3, 7, bytes.length].map((size) => {
    const counter = rowWatch(source, { ...CSV, ...csv });
    for (let at = 0; at < bytes.length; at += size) counter?.add(bytes.subarray(at, at + size));
    return counter?.end() ?? [];
  });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  return answers[0] ?? [];
}

describe('rows that end with empty cells beyond the header', () => {
  it.each<readonly [string, string, readonly number[]]>([
    ['none', 'a,b,c\n1,2,3\n1,2,\n1,,\n', []],
    ['one separator more', 'a,b,c\n1,2,3\n1,2,3,\n1,2,\n', [3]],
    ['several more', 'a,b,c\n1,2,3,,,\n1,,,,\n', [2, 3]],
    ['Windows line ends', 'a,b,c\r\n1,2,3,\r\n1,2,\r\n', [2]],
    ['line ends of old Macs', 'a,b,c\r1,2,3,\r1,2,\r', [2]],
    ['no final line end', 'a,b,c\n1,2,3,', [2]],
    ['a blank row', 'a,b,c\n,,,,,\n1,2,3\n', []],
    ['a cell beyond that is filled, which the engine refuses by itself', 'a,b,c\n1,2,3,x,\n', []],
    ['separators within quotes', 'a,b,c\n1,"x, y, z",\n1,"x, y",3,\n', [3]],
    ['line breaks within quotes', 'a,b,c\n1,"x\ny, z,\n",3\n1,"x\ny",3,\n1,2,3\n', [6]],
    ['doubled quotes', 'a,b,c\n1,"x "", y",\n1,"""",3,\n', [3]],
    ['quoted empty cells', 'a,b,c\n1,2,3,""\n1,2,""\n', [2]],
    ['a quote within a cell, which is none', 'a,b,c\n1,5" pipe,3,\n1,2,3\n', [2]],
  ])('%s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('are no more than a file of quotes alone is: it is given up, as nothing can be cut into its cells', () => {
    const source = { file: 'a.csv', text: 'a.csv', gzip: false, header: ['a', 'b', 'c'] };
    const watch = rowWatch(source, CSV);
    watch?.add(Buffer.from(`a,b,c\n${'"\n'.repeat(200_000)}`));
    expect(watch?.isHopeless()).toBe(false);
    watch?.add(Buffer.from('"\n"\n'));
    expect(watch?.isHopeless()).toBe(true);
  });

  it('are not looked for above the header', () => {
    expect(linesOf('Report,,,,,\n\na,b,c\n1,2,3,\n', { skip: 2 })).toEqual([4]);
  });

  it('are refused: a separator without quotes would move the cells after it', async () => {
    const { report, rejects, rows } = await read({
      files: {
        'a.csv': 'id,company,country,phone\r\n1,Acme,FR,1\r\n2,Acme, Inc,FR,\r\n3,"Acme, Inc",FR,\r\n',
      },
      fields: [field('id', 'text'), field('company', 'text'), field('country', 'text')],
    });
    expect(rows.map(({ key, country }) => [key, country])).toEqual([
      ['1', 'FR'],
      ['3', 'FR'],
    ]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[3, 'too-many-cells']]);
    expect(report.ledger).toMatchObject({ read: 3, judged: 2, rejected: { 'too-many-cells': 1 } });
  });

  it('are refused in a file of another encoding, packed, and after lines that are skipped', async () => {
    const text = 'Export\nid;name;town\n1;é;Pau\n2;Ü;Nîmes;\n';
    const { rows, rejects } = await read({
      files: { 'a.csv': Buffer.from(text, 'latin1') },
      fields: [field('id', 'text'), field('name', 'text')],
      csv: { encoding: 'windows-1252', delimiter: ';', skip: 1 },
    });
    expect(rows.map(({ key, name }) => [key, name])).toEqual([['1', 'é']]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[4, 'too-many-cells']]);
  });
});
