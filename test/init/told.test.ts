import { describe, expect, it } from 'vitest';
import { decide } from '../../src/app/init/ask/decide.ts';
import { mappingOf } from '../../src/app/init/ask/mapping.ts';
import { dateQuestion } from '../../src/app/init/ask/questions.ts';
import { timeApart } from '../../src/app/init/ask/time-apart.ts';
import { withStatusOfWins, wonValues } from '../../src/app/init/ask/won.ts';
import { zoneLine } from '../../src/app/init/write/zone-line.ts';
import type { InitRequest } from '../../src/model/init.ts';
import type { Sniff } from '../../src/model/sniff.ts';
import { sniffed } from '../sniff/sniffed.ts';

const sniffOf = async (lines: readonly string[]): Promise<Sniff> => {
  const text = `${lines.join('\n')}\n`;
  return { file: 'x.csv', bytes: text.length, packed: null, ...(await sniffed(text)) };
};

const REQUEST = {
  ...{ from: ['x.csv'], file: null, key: null, qualified: null, contacted: null, won: null, wonWords: null },
  ...{ dateOrder: null, timezone: 'Europe/Paris', hours: null, holidays: 'none', target: null },
} as unknown as InitRequest;

/** What is decided where nobody can be asked: the flags with their values and why, or what is refused. */
async function decided(lines: readonly string[]): Promise<string> {
  const found = await decide(
    REQUEST,
    { found: await sniffOf(lines), joint: null },
    () => Promise.reject(new Error('nobody is asked')),
    false,
  );
  return 'rule' in found
    ? `${found.message}; ${found.help}`
    : found.decisions.map(({ flag, value, why }) => `${flag} ${value}: ${why}`).join('\n');
}

const rows = (n: number, cells: (i: number) => string): readonly string[] =>
  Array.from({ length: n }, (_, i) => cells(i));
const day = (i: number): string => `${String(1 + (i % 28)).padStart(2, '0')}/03/2026`;

describe('init, where nobody is asked, tells', () => {
  it('which closings it takes for wins, and by which words', async () => {
    const found = await decided([
      'id,Created,Closed on,Stage',
      ...rows(20, (i) => `${i},${day(i)},${day(i)},${i % 2 ? '4 - Closed won' : 'Lost'}`),
    ]);
    expect(found).toContain('--won Closed on: its header "Closed on", and it holds dates');
    expect(found).toContain('--won-words 4 - Closed won: ');
  });

  it('that it takes none, with the words among which one may be', async () => {
    const found = await decided([
      'id,Created,Closed on,Stage',
      ...rows(20, (i) => `${i},${day(i)},${day(i)},${i % 2 ? 'Acceptée' : 'Refusée'}`),
    ]);
    expect(found).toContain('--won none: "Closed on" is of won and lost alike, and no word of "Stage" (');
    expect(found).toContain('Acceptée');
    expect(found).toContain('name yours with --won "Closed on" --won-words WORDS');
  });

  it('that times with letters behind them are not read', async () => {
    expect(
      await decided([
        'id,Eingang',
        ...rows(20, (i) => `${i},2026-03-${10 + i} 09:14 ${i % 2 ? 'CET' : 'CEST'}`),
      ]),
    ).toContain('the times of "Eingang" end in letters such as CET, which are not read');
  });

  it('that a date in two formats is none, and takes no other for it', async () => {
    const found = await decided([
      'id,Created,First call',
      ...rows(20, (i) => `${i},${i % 2 ? day(i) : `2026-03-${10 + i}`},${day(i)}`),
    ]);
    expect(found).toContain('No column of "x.csv" says when a lead was created');
    expect(found).toContain('"Created": 10 of its 20 cells are dates');
  });
});

describe('the words of a win', () => {
  it.each([
    ['Stage', 'Cierre ganado'],
    ['Stage', '5. Gagné'],
    ['Stage', 'Abgeschlossen und gewonnen'],
    ['Result', 'WON'],
    ['Is Won', 'true'],
    ['Gagnée', 'oui'],
    ['Wie?', 'Gewonnen'],
    ['Etap', 'Wygrana'],
    ['ステータス', '受注'],
    ['Этап сделки', 'Успешно реализовано'],
  ])('are known under "%s": %s', async (header, word) => {
    const other = word === 'true' ? 'false' : word === 'oui' ? 'non' : 'Open';
    const sniff = await sniffOf([
      `id,Created,Closed on,${header}`,
      ...rows(20, (i) => `${i},${day(i)},${day(i)},${i % 2 ? word : other}`),
    ]);
    expect(wonValues(withStatusOfWins(mappingOf(sniff), sniff))).toEqual([word]);
  });

  it.each([
    'Not won',
    'Won back',
    'Pas gagné',
    'Won or lost',
    'Presque gagné',
    'Nie wygrana',
    '失注',
    '受注見込',
  ])('are none: %s', async (word) => {
    const sniff = await sniffOf([
      'id,Created,Closed on,Stage',
      ...rows(20, (i) => `${i},${day(i)},${day(i)},${word}`),
    ]);
    expect(wonValues(withStatusOfWins(mappingOf(sniff), sniff))).toEqual([]);
  });
});

it('the only date is when a lead came, whatever its hours show', async () => {
  const lines = [
    'id,Horloge du lead',
    ...rows(80, (i) => `${i},${day(i)} ${String(i % 24).padStart(2, '0')}:14`),
  ];
  const sniff = await sniffOf(lines);
  expect(dateQuestion('qualified', sniff, mappingOf(sniff)).fallback).toBe('Horloge du lead');
});

it('a first contact that can not be read is told with its column', async () => {
  const sniff = await sniffOf(['id,Created,First call', '1,31/03/2026,yes', '2,02/03/2026,no idea']);
  expect(dateQuestion('contacted', sniff, mappingOf(sniff)).why).toBe(
    '"First call" is named so, and its cells can not be read as dates',
  );
});

it('times in a column of their own are told where they are not read with their date', async () => {
  const lines = ['id;Date;Heure', ...rows(9, (i) => `${i};${day(i)};0,3${i}`)];
  const [found] = timeApart(await sniffOf(lines));
  expect(found).toMatchObject({ rule: 'time-apart', severity: 'warning' });
  expect(found?.help).toContain('write column: [Date, Heure] and type: datetime under its field');
  expect(timeApart(await sniffOf(lines.map((line) => line.replace(/;[^;]*$/, ''))))).toEqual([]);
  const read = ['id,Date,Heure', ...rows(9, (i) => `${i},${day(i)},${9 + i} h 30`)];
  expect(timeApart(await sniffOf(read))).toEqual([]);
});

it.each([
  ['Submit Date (UTC)', 'UTC # as its header "Submit Date (UTC)" says'],
  ['Submit Date', 'Europe/Paris'],
])('times under "%s" are of the zone %s', async (header, zone) => {
  const { columns } = await sniffOf([`id,${header}`, '1,2026-03-02 09:14', '2,2026-03-31 10:00']);
  expect(zoneLine(columns, 'Europe/Paris')).toBe(`    timezone: ${zone}`);
});
