import { describe, expect, it } from 'vitest';
import {
  isOfOne,
  isPersonAsFirm,
  isProse,
  mayBePersonal,
  namesPeople,
  namesSomebody,
} from '../../src/sniff/mask.ts';

/** A column of which each of these texts came five times: words of a list, as far as numbers tell. */
const again = (texts: readonly string[], type: 'text' | 'date' | 'integer' = 'text') =>
  ({ type, filled: texts.length * 5, distinct: texts.length, texts }) as const;

const isShown = (texts: readonly string[], type?: 'text' | 'date' | 'integer'): boolean =>
  !mayBePersonal(again(texts, type)) && !isProse(again(texts, type));

describe('the cells of a column whose header is not known', () => {
  it.each([
    ['a telephone', '+33 6 12 34 56 78'],
    ['a telephone without blanks', '0612345678'],
    ['a telephone in brackets', '(212) 555-0134'],
    ['a telephone with an extension', '+1-815-219-6937x778'],
    ['a name', 'Ana García'],
    ['a name, surname first', 'DUPONT, Jean'],
    ['a name with a particle', 'Jan van den Berg'],
    ['a name with a title', 'Dr. med. Olu Jensen'],
    ['two names', 'Ana Costa & Jo Lee'],
    ['a double name', 'Anne-Marie Le Goff'],
    ['an IBAN', 'FR7612345678901234567890123'],
    ['an IBAN in groups', 'DE89 3704 0044 0532 0130 00'],
    ['a card', '4952 9950 5648 0577'],
    ['a social number', '1 84 12 76 451 089 46'],
    ['an address on the network', '192.168.101.120'],
    ['an e-mail', 'ana@example.com'],
    ['a handle', '@anacosta'],
    ['a page', 'https://www.linkedin.com/in/ana-costa'],
    ['a street', '40 rue de la Paix'],
    ['a street in English', '616 Main Street, Apt 5'],
    ['a street in German', 'Lindenstraße 42'],
    ['a town with its code', '75008 Paris'],
    ['a place on the map', '48.852012, 2.354627'],
    ['a name with a small letter', 'dupont j.'],
    ['a name of the east', '田中太郎'],
    ['an address of a machine', '82.65.1.2'],
    ['a title and a name', 'see Mme Roux'],
    ['a telephone among words', 'rappeler 06 12 34 56 78 demain'],
    ['a sentence', 'Please call my wife on Monday after work, she decides'],
  ])('are not shown where they are %s, however often they come again', (_, text) => {
    expect(isShown([text, text])).toBe(false);
  });

  it('are not shown where they are days of birth', () => {
    expect(isShown(['12/03/1954', '01/07/1988'], 'date')).toBe(false);
    expect(isShown(['2026-01-12', '2026-02-01'], 'date')).toBe(true);
  });

  it('are not shown where more words with capitals come than a list has', () => {
    const names = [...'ABCDEFGHIJKLMN'].map((letter) => `${letter}mina`);
    expect(isShown(names)).toBe(false);
    expect(isShown(names.slice(0, 5))).toBe(true);
  });

  it('are not shown where most are first names, few as they are', () => {
    expect(isShown(['Julie', 'Léa', 'Jean-Marc'])).toBe(false);
    expect(isShown(['Zoé M.', 'HUGO', 'Ana'])).toBe(false);
    expect(isShown(['Paris', 'Florence', 'Victoria'])).toBe(true);
    expect(isShown(['Web', 'Salon', 'Partenaire'])).toBe(true);
  });

  it.each([
    ['words', ['Web', 'Trade fair', 'Paid search']],
    ['sizes', ['11-50', '51-200', '1000+']],
    ['codes', ['A-193', 'B-204']],
    ['answers', ['1 to 3 months', 'Within 6 months']],
  ])('are shown where they are %s', (_, texts) => {
    expect(isShown(texts)).toBe(true);
  });

  it('are shown by their form where a list has words that read as names do', () => {
    expect(isShown(['Advanced Plan', 'Basic Plan'])).toBe(false);
  });
});

describe('a cell that names somebody', () => {
  it.each([
    'recommended by Jane Doe',
    'Referral: Ngozi Okafor',
    'veut voir Paul',
    'Not a fit, Tom said',
    'recommandé par Ngozi',
    'Empfehlung von Okafor',
    'polecenie od Zofia',
    'Julie',
    'introduced by Anna',
  ])('is seen by it: %s', (text) => expect(namesSomebody(text)).toBe(true));

  it.each([
    'Google Ads',
    'referred by Google Ads',
    'Trade show Las Vegas',
    'Employee Referral',
    'Campaign Jan 2026',
    'trop cher',
    'Salon de Lyon',
    'Closed Won',
    'recommandation client',
    'Word of mouth',
    'Web form',
  ])('is none: %s', (text) => expect(namesSomebody(text)).toBe(false));

  it('is a firm where it is called as whoever works alone', () => {
    expect(['Jane Doe', 'Julie Martin', 'Jean-Paul Petit'].map(isPersonAsFirm)).toEqual([true, true, true]);
    expect(
      ['Acme', 'Martin SARL', 'Kite & Co', 'Jane Doe Consulting', 'Helix Labs'].map(isPersonAsFirm),
    ).toEqual([false, false, false, false, false]);
  });
});

describe('the cells of a column whose header is known', () => {
  it('name people where leads are named by who they are', () => {
    expect(namesPeople(again(['Ana García', 'Jean-Paul Petit']))).toBe(true);
    expect(namesPeople(again(['L-0042', '+33 6 12 34 56 78']))).toBe(true);
    expect(namesPeople(again(['L-0042', 'L-0043']))).toBe(false);
    expect(namesPeople(again(['2026-0001-23', '00QEc00000BBaeX']))).toBe(false);
  });

  it.each([
    ['Julie, 06 12 34 56 78', true],
    ['rappeler 06 12 34 56 78', true],
    ['Mme Roux est malade', true],
    ['12 000 000 500', false],
    ['05/01/2026 10:20', false],
    ['Lot 3 - 0123', false],
    ['06 12 34 56 78', true],
    ['rappeler @julie', true],
    ['FR76 1234 5678 9012 3456', true],
    ['https://example.com/landing', false],
    ['Closed Won', false],
    ['40 rue de la Paix', true],
    ['2026-0001-23', false],
  ])('are hidden one by one: %s', (text, isHidden) => {
    expect(isOfOne(text)).toBe(isHidden);
  });
});
