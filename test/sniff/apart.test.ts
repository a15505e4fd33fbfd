import { describe, expect, it } from 'vitest';
import { fieldText } from '../../src/report/sniff-fields.ts';
import { isTold } from '../../src/sniff/time-of-day.ts';
import { column, sniffed } from './sniffed.ts';

const DAYS = ['05/01/2026', '31/01/2026', '17/02/2026'];
const TIMES = ['9h15', '13 h 30', '08:14:00'];

/** Which time each date has, of columns by their headers. */
async function pairsOf(columns: Readonly<Record<string, readonly string[]>>) {
  const names = Object.keys(columns);
  const rows = DAYS.map((_, i) => [`L${i}`, ...names.map((name) => columns[name]?.[i] ?? '')].join(';'));
  const found = await sniffed([`id;${names.join(';')}`, ...rows, ''].join('\n'));
  return found.columns.flatMap(({ name, timeColumn }) =>
    timeColumn === undefined ? [] : [[name, timeColumn]],
  );
}

describe('the time of day in a column of its own is of the date', () => {
  it.each([
    ['beside it', { Date: DAYS, Heure: TIMES }, [['Date', 'Heure']]],
    ['behind it', { Uhrzeit: TIMES, Datum: DAYS }, [['Datum', 'Uhrzeit']]],
    ['that is the only one', { Fecha: DAYS, Agente: ['a', 'b', 'a'], Hora: TIMES }, [['Fecha', 'Hora']]],
    [
      'of the same words',
      { 'Date création': DAYS, "Date de l'appel": DAYS, "Heure d'appel": TIMES, 'Heure de création': TIMES },
      [
        ['Date création', 'Heure de création'],
        ["Date de l'appel", "Heure d'appel"],
      ],
    ],
    [
      'of the same words in English',
      { 'Created Date': DAYS, 'Created Time': TIMES, 'Call Date': DAYS, 'Call Time': TIMES },
      [
        ['Created Date', 'Created Time'],
        ['Call Date', 'Call Time'],
      ],
    ],
    ['that shows midnight', { Date: DAYS.map((day) => `${day} 00:00`), Heure: TIMES }, [['Date', 'Heure']]],
  ])('%s', async (_, columns, pairs) => {
    expect(await pairsOf(columns)).toEqual(pairs);
  });

  it.each([
    ['of another event', { 'Date du rendez-vous': DAYS, 'Heure souhaitée': TIMES }],
    [
      'of one of two dates, and none says which',
      { Créé: DAYS, Fermé: DAYS, Agent: ['a', 'b', 'a'], Heure: TIMES },
    ],
    ['how long something took', { Date: DAYS, Durée: TIMES }],
    ['in a form that means several times', { Date: DAYS, Heure: ['9.15', '13.30', '8.14'] }],
    ['of a script without accents, of another event', { 'Дата создания': DAYS, 'Время звонка Time': TIMES }],
    ['there where no date is', { Date: [DAYS[0] ?? '', '', ''], Heure: TIMES }],
  ])('but none %s', async (_, columns) => {
    expect(await pairsOf(columns)).toEqual([]);
  });

  it('but none of a date that has times of its own, though its first ones are midnight', async () => {
    const times = ['00:00', '00:00', '00:00', '00:00', '14:20'];
    const found = await sniffed(
      `id;Created;Time\n${times.map((time, i) => `L${i};1${i}/03/2026 ${time};09:1${i}\n`).join('')}`,
    );
    expect(fieldText(column(found, 'Created'))).toBe(
      '{ column: Created, type: datetime, format: "dd/MM/yyyy HH:mm" }',
    );
    expect(column(found, 'Time').notes.join()).toContain('it is not read');
  });

  it('and both are one field of the agreement', async () => {
    const found = await sniffed(
      `id;Date d'appel;Heure\n${DAYS.map((day, i) => `L${i};${day} 00:00;${TIMES[i]}\n`).join('')}`,
    );
    const date = column(found, "Date d'appel");
    expect(fieldText(date)).toBe("{ column: [Date d'appel, Heure], type: datetime, format: dd/MM/yyyy }");
    expect(date.notes.join()).toContain('its time of day stands in "Heure"');
    expect(column(found, 'Heure').notes.join()).toContain('the time of day of "Date d\'appel"');
  });
});

it.each([
  ['9:15', true],
  ['13 h 30', true],
  ['9h', true],
  ['9:15 p.m.', true],
  ['13:09 Uhr', true],
  ['24:00', false],
  ['0915', false],
  ['9.15', false],
])('a time is read beside its date as %s: %s', (text, isRead) => {
  expect(isTold(text)).toBe(isRead);
});
