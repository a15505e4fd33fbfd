import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, parseDay, parseDayRange } from '../../src/calendar/day.ts';
import { parseDuration } from '../../src/calendar/duration.ts';
import { icsClosures } from '../../src/calendar/ics.ts';
import { parseDayKey, parseWindow } from '../../src/calendar/week.ts';
import { checkDateFormat } from '../../src/dates/format.ts';
import { reset, speak } from '../../src/messages/index.ts';

beforeEach(() => speak('fr', { firm: true }));
afterEach(reset);

type Refused = { readonly ok: boolean; readonly message?: string; readonly help?: string };

/** The problem and its help, with plain spaces. */
const told = ({ message, help }: Refused): readonly string[] =>
  [message ?? '', help ?? ''].map((text) => text.replaceAll('\u00a0', ' '));

describe('in French, a refusal says what to write:', () => {
  it.each([
    ['2026-8-10', '« 2026-8-10 » n’est pas une date', 'écrivez l’année, le mois et le jour : 2026-08-10'],
    [
      '2026-02-30',
      '« 2026-02-30 » n’est pas une date du calendrier',
      'vérifiez le mois (de 01 à 12) et le jour',
    ],
    ['1850-01-01', 'L’année de « 1850-01-01 » est hors limites', 'écrivez une année de 1900 à 2199'],
  ])('the date %s', (text, message, help) => {
    expect(told(parseDay(text))).toEqual([message, help]);
  });

  it('dates that end before they start', () => {
    expect(told(parseDayRange('2026-08-14..2026-08-10'))).toEqual([
      'L’intervalle « 2026-08-14..2026-08-10 » finit avant de commencer',
      'écrivez 2026-08-10..2026-08-14',
    ]);
  });

  it.each([
    ['1 day', '« 1 day » peut se lire de deux façons', 'écrivez « 1 business day » ou « 1 calendar day »'],
    [
      '2 weeks',
      '« 2 weeks » peut se lire de deux façons',
      'écrivez « 14 calendar days » ou « 10 business days »',
    ],
    ['2 business weeks', '« 2 business weeks » compte en semaines', 'écrivez « 10 business days »'],
    ['1 calendar month', '« 1 calendar month » compte en mois', 'écrivez « 30 calendar days »'],
    [
      '2 calendar hours',
      '« 2 calendar hours » n’a pas de sens propre',
      'écrivez « 2 hours » ou « 2 business hours »',
    ],
    [
      'soon',
      '« soon » n’est pas un délai',
      'écrivez par exemple « 30 minutes », « 4 business hours » (heures ouvrées), « 5 business days » (jours ouvrés) ou « 14 calendar days » (jours calendaires)',
    ],
    ['0 hours', 'Le délai « 0 hours » n’est pas supérieur à zéro', 'écrivez un nombre positif'],
  ])('the time limit %s', (text, message, help) => {
    expect(told(parseDuration(text))).toEqual([message, help]);
  });

  it('opening hours and days of the week', () => {
    expect(told(parseWindow('9h-12h'))).toEqual([
      '« 9h-12h » n’est pas une plage d’ouverture',
      'écrivez l’heure d’ouverture et de fermeture : 09:00-12:30',
    ]);
    expect(told(parseDayKey('lundi'))).toEqual([
      '« lundi » n’est pas un jour de la semaine',
      'écrivez mon, tue, wed, thu, fri, sat ou sun, ou une suite de jours comme mon-fri',
    ]);
  });

  it.each([
    ['dd/MM', 'Le format de date « dd/MM » n’a pas d’année'],
    ['dd/dd/MM/yyyy', 'Le format de date « dd/dd/MM/yyyy » a deux éléments pour le jour'],
    ['dd/MM/YYYY', 'Le format de date « dd/MM/YYYY » contient « YYYY », qui n’est pas l’année d’une date'],
    ['dd/MM/yyyy hh:mm', 'Le format de date « dd/MM/yyyy hh:mm » compte les heures jusqu’à 12 sans « a »'],
    ['dMyyyy', 'Le format de date « dMyyyy » accole « dM » sans nombre fixe de chiffres'],
    ['dd/MM/yyyy', 'Le format de date « dd/MM/yyyy » n’a pas d’heure, et le champ est de type datetime'],
  ])('the format of dates %s', (format, message) => {
    expect(told(checkDateFormat(format, 'datetime'))[0]).toBe(message);
  });
});

describe('a file of days off, in French,', () => {
  const [from, to] = [dayOf(2026, 1, 1) ?? 0, dayOf(2026, 12, 31) ?? 0];

  it('goes on after its name', async () => {
    expect(told(await icsClosures('BEGIN:VCARD\nEND:VCARD', from, to))).toEqual([
      'ne contient aucun calendrier',
      'le fichier commence par BEGIN:VCALENDAR',
    ]);
  });

  it('has days without a name, and counts what is left out', async () => {
    const text = `BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260810
END:VEVENT
BEGIN:VEVENT
DTSTART:20260811T090000Z
SUMMARY:Meeting
END:VEVENT
END:VCALENDAR`.replaceAll('\n', '\r\n');
    const found = await icsClosures(text, from, to);
    expect(found).toMatchObject({ ok: true, notes: ['1 événement qui ne ferme rien'] });
    expect(found.ok && [...found.days.values()]).toEqual(['Jour non travaillé']);
  });
});
