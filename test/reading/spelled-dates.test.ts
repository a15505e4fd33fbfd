import { expect } from 'vitest';
import { column, lines, sniffed } from '../sniff/sniffed.ts';
import { inTurns } from '../turns.ts';
import { field, read } from './reading.ts';

const { describe, it } = inTurns();

const SHORT = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');
const LONG = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const UTC_NOON = SHORT.map((_, month) => Date.UTC(2026, month, 12, 12) * 1000);

async function noons(format: string, cells: readonly string[]) {
  const { rows, report } = await read({
    files: { 'a.csv': `id,at\n${cells.map((cell, i) => `${String(i + 10)},"${cell}"\n`).join('')}` },
    fields: [field('id', 'text'), field('at', 'datetime', { format })],
    zone: 'UTC',
  });
  expect(report.ledger.rejected).toEqual({});
  return rows.map(({ at }) => Number(at));
}

describe('a day of the week', () => {
  it('before a date of numbers is passed over', async () => {
    const cells = ['Mo 12.01.2026 12:00', 'Di. 12.01.2026 12:00', 'Montag 12.01.2026 12:00'];
    expect(await noons('EEEE dd.MM.yyyy HH:mm', cells)).toEqual(cells.map(() => UTC_NOON[0]));
  });
});

describe('months by name', () => {
  it.each([
    ['short, as French programs write them', SHORT],
    ['whole', LONG],
    ['without accents and full stops', SHORT.map((name) => name.normalize('NFD').replace(/[^a-z]/g, ''))],
    ['in capitals', SHORT.map((name) => name.toUpperCase())],
    ['with accents of their own', LONG.map((name) => name.normalize('NFD'))],
  ] as const)('are read in French: %s', async (_, names) => {
    const cells = names.map((name) => `12 ${name} 2026 12:00`);
    expect(await noons('d MMM yyyy HH:mm', cells)).toEqual(UTC_NOON);
    expect(await noons('d MMMM yyyy HH:mm', cells)).toEqual(UTC_NOON);
    expect(
      await noons(
        "d MMM yyyy 'à' HH:mm",
        names.map((name) => `12 ${name} 2026 à 12:00`),
      ),
    ).toEqual(UTC_NOON);
  });

  it.each([
    [
      'whole',
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
    ],
    ['short', 'Jän. Feb. Mrz Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez.'.split(' ')],
  ] as const)('are read in German: %s', async (_, names) => {
    const cells = names.map((name) => `12. ${name} 2026 12:00`);
    expect(await noons('d. MMM yyyy HH:mm', cells)).toEqual(UTC_NOON);
    const found = await sniffed(lines('Erstellt am', ...cells));
    const { type, format } = column(found, 'Erstellt am');
    expect(type).toBe('datetime');
    expect(await noons(format ?? '', cells)).toEqual(UTC_NOON);
  });

  it('are read in English with "Sept" and full stops, and no other word is one', async () => {
    expect(
      await noons('d MMM yyyy HH:mm', ['12 Sept 2026 12:00', '12 Sept. 2026 12:00', '12 sep 2026 12:00']),
    ).toEqual(Array(3).fill(UTC_NOON[8]));
    const { report } = await read({
      files: { 'a.csv': 'id,at\nL1,12 lundi 2026\nL2,31 févr. 2026\n' },
      fields: [field('id', 'text'), field('at', 'date', { format: 'd MMM yyyy' })],
    });
    expect(report.ledger.rejected).toEqual({ 'not-a-date': 2 });
  });

  it('are what sniff finds, with a format that reads them', async () => {
    const found = await sniffed(lines('Créé le', ...SHORT.map((name) => `12 ${name} 2026 09:30`)));
    expect(column(found, 'Créé le')).toMatchObject({ type: 'datetime', format: 'dd MMM yyyy HH:mm' });
  });
});

/** The twelfth of each month at noon, as a program of that language writes it. */
const WHOLE = {
  Spanish: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  Italian: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  Dutch: 'januari februari maart april mei juni juli augustus september oktober november december',
  Portuguese: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'Spanish, short': 'ene feb mar abr may jun jul ago sept oct nov dic',
  'Italian, short': 'gen feb mar apr mag giu lug ago set ott nov dic',
  'Dutch, short': 'jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.',
  'Portuguese, short': 'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.',
};

describe('dates as programs of other languages write them', () => {
  it.each(Object.entries(WHOLE))('have their months read in %s', async (_, names) => {
    const cells = names.split(' ').map((name) => `12 ${name} 2026 12:00`);
    expect(await noons('d MMM yyyy HH:mm', cells)).toEqual(UTC_NOON);
    const found = column(await sniffed(lines('Date', ...cells)), 'Date');
    expect(await noons(found.format ?? '', cells)).toEqual(UTC_NOON);
  });

  // The 31st proves the order; the second cell is its own oracle beside it.
  it.each([
    ["d 'de' MMMM 'de' yyyy HH:mm", '5 de septiembre de 2026 09:14', '2026-09-05T09:14Z'],
    ['EEEE d MMMM yyyy HH:mm', 'lundi 5 janvier 2026 09:14', '2026-01-05T09:14Z'],
    ['EEEE, MMM d, yyyy h:mm a', 'Mon, Jan 5, 2026 1:14 PM', '2026-01-05T13:14Z'],
    ["EEEE, d. MMMM yyyy, HH:mm 'Uhr'", 'Montag, 5. Januar 2026, 09:14 Uhr', '2026-01-05T09:14Z'],
    ["EEEE, d 'de' MMMM 'de' yyyy HH:mm", 'segunda-feira, 5 de janeiro de 2026 09:14', '2026-01-05T09:14Z'],
    ["dd/MM/yyyy HH'h'mm", '31/03/2026 09h14', '2026-03-31T09:14Z'],
    ["dd/MM/yyyy 'à' HH:mm", '31/03/2026 à 09:14', '2026-03-31T09:14Z'],
    ['dd/MM/yyyy HH.mm.ss', '31/03/2026 09.14.11', '2026-03-31T09:14:11Z'],
    ['yyyy-MM-dd hh:mm a', '2026-03-31 01:40 pm', '2026-03-31T13:40Z'],
    ['yyyy/MM/dd h:mm:ss a XXX', '2026/03/31 1:40:09 PM GMT+2', '2026-03-31T11:40:09Z'],
  ])('are found and read: %s', async (format, cell, instant) => {
    const found = column(await sniffed(lines('Date', cell, cell)), 'Date');
    expect(found).toMatchObject({ type: 'datetime', format });
    expect(await noons(format, [cell])).toEqual([Date.parse(instant) * 1000]);
  });
});

describe('the offset behind a time', () => {
  const NOON = UTC_NOON[2];
  const offsets = [
    ['12:00', 'UTC'],
    ['12:00', 'GMT'],
    ['12:00', 'Z'],
    ['13:00', 'GMT+1'],
    ['13:00', 'UTC+01'],
    ['13:00', 'GMT+01:00'],
    ['6:30', 'GMT-0530'],
    ['22:00', 'UTC+10'],
    ['13:00', '+01:00'],
  ] as const;

  it('is read with letters where a pattern has an offset, and under iso', async () => {
    const at = (date: string) => offsets.map(([time, zone]) => `${date} ${time} ${zone}`);
    expect(await noons('dd/MM/yyyy H:mm XXX', at('12/03/2026'))).toEqual(offsets.map(() => NOON));
    expect(await noons('iso', at('2026-03-12'))).toEqual(offsets.map(() => NOON));
    expect(await noons('iso', ['2026-03-12T13:00:00GMT+01:00', '2026-03-12 13:00:00.000 GMT+1'])).toEqual([
      NOON,
      NOON,
    ]);
  });

  it('is none where its letters name a zone of many offsets, or it is out of range', async () => {
    const { report } = await read({
      files: {
        'a.csv': 'id,at\nL1,2026-03-12 12:00 CET\nL2,2026-03-12 12:00 GMT+19\nL3,2026-03-12 12:00 GMT+\n',
      },
      fields: [field('id', 'text'), field('at', 'datetime')],
      zone: 'UTC',
    });
    expect(report.ledger.judged).toBe(0);
  });
});

describe('halves of the day', () => {
  it('are read as AM, a.m. and a. m.', async () => {
    const cells = [
      '12/1/2026 12:00 p.m.',
      '12/1/2026 12:00 P.M.',
      '12/1/2026 12:00 pm',
      '12/1/2026 12:00 p. m.',
    ];
    expect(await noons('d/M/yyyy hh:mm a', cells)).toEqual(Array(4).fill(UTC_NOON[0]));
    expect(await noons('d/M/yyyy hh:mm a', ['12/1/2026 12:00 a.m.'])).toEqual([Date.UTC(2026, 0, 12) * 1000]);
  });
});
