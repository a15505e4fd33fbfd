import { describe, expect, it } from 'vitest';
import { exampleWith } from '../../../src/build/rule-pages.ts';
import { readAgreement } from '../../../src/language/read.ts';

/** What is found of a promise with these terms and that sentence. */
async function found(terms: string, sentence: string): Promise<readonly string[]> {
  const piece = `commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: it
    owed_by: sales
    owed_to: marketing
    promise: ${JSON.stringify(sentence)}
    ${terms}
`;
  const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', exampleWith(piece));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message }) => message)).toEqual([]);
  return diagnostics.filter(({ rule }) => rule === 'promise-differs').map(({ message }) => message);
}

const LIMIT =
  'response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }\n    target: ">= 95%"';
const DAYS =
  'response: { from: qualified, to: contacted, within: 5 business days, calendar: office }\n    target: ">= 80%"';
const ELAPSED = 'response: { from: qualified, to: contacted, within: 2 hours }\n    target: ">= 80%"';
const COUNT = 'count: { stage: qualified }\n    target: ">= 45 per month"';
const MOST = 'count: { stage: qualified }\n    target: "<= 15 per day"';
const THIRD = 'share: { of: { stage: qualified }, reaches: contacted }\n    target: ">= 33%"';

describe('a sentence that says what its terms say', () => {
  it.each([
    [LIMIT, 'Every qualified lead is contacted within 4 business hours'],
    [LIMIT, 'Every qualified lead is contacted within four business hours'],
    [LIMIT, 'Every lead is called within 4 hours'],
    [LIMIT, 'Chaque lead est contacté en 4 heures ouvrées au plus'],
    [LIMIT, 'Chaque lead est contacté sous quatre heures ouvrées'],
    [LIMIT, 'Un contact du profil est appelé dans les 4 heures ouvrées'],
    [LIMIT, 'Within 240 business minutes of its date, a lead has its call'],
    [LIMIT, '95 % of the leads are contacted in time'],
    [LIMIT, '95 pour cent des leads sont contactés à temps'],
    [LIMIT, 'At most 5% of the leads wait longer than 4 business hours'],
    [LIMIT, 'Leads that come before 10 in the morning are called within 4 business hours'],
    [LIMIT, 'The "Top 50" are called within 4 business hours'],
    [LIMIT, 'Leads of the Top 50 are called within 4 business hours'],
    [LIMIT, 'From 15 May 2026 a lead is called within 4 business hours'],
    [LIMIT, 'Dès le 15 mai 2026, un lead est appelé en 4 heures ouvrées'],
    [LIMIT, 'A lead is called by one of us within half a day'],
    [LIMIT, 'Both teams answer 24 hours a day, 7 days a week'],
    [LIMIT, 'Nine leads in ten are called'],
    [LIMIT, 'Un lead sur deux est appelé dans la journée'],
    [LIMIT, 'A lead is called, and we say in 3 lines what came of it'],
    [LIMIT, 'Les deux équipes appellent chaque lead en 4 heures ouvrées'],
    [LIMIT, 'Lead form 2.0 is answered within 4 business hours'],
    [LIMIT, 'A call within the day on which it came'],
    // Nobody knows from here how long a business day is.
    [LIMIT, 'Every lead is contacted within 4 business days'],
    [DAYS, 'Every lead is answered within 5 days'],
    [DAYS, 'Every lead is answered within a week of five open days'],
    [DAYS, 'Every lead is answered within one business week'],
    [DAYS, 'Chaque lead a sa réponse en 5 jours ouvrés'],
    [DAYS, 'Chaque lead a sa réponse en une semaine'],
    [ELAPSED, 'A lead is called within 120 minutes, day and night'],
    [ELAPSED, 'Un lead est appelé en 2 heures, jour et nuit'],
    [COUNT, '45 leads every month'],
    [COUNT, 'At least 45 leads a month'],
    [COUNT, '45 pistes par mois'],
    [COUNT, 'Leads enough for 5 salespeople'],
    [COUNT, 'Our 2 teams see each other, and 45 leads a month'],
    [COUNT, '45 leads a month, or every week the same part of it'],
    [MOST, 'At most 15 leads a day'],
    [MOST, '15 leads par jour au plus'],
    [THIRD, 'One lead in three is taken over'],
    [THIRD, 'Une piste sur trois est convertie'],
    [THIRD, 'A third of the leads are taken over, 10 EUR each'],
  ])('is silent: %s: %s', async (terms, sentence) => {
    expect(await found(terms, sentence)).toEqual([]);
  });
});

describe('a sentence that says something else', () => {
  it.each([
    [LIMIT, 'Every lead is contacted within 3 business hours', '3 business hours', '"4 business hours"'],
    [
      LIMIT,
      'Every lead is contacted within three business hours',
      'three business hours',
      '"4 business hours"',
    ],
    [LIMIT, 'Every lead is contacted within 4 minutes', '4 minutes', '"4 business hours"'],
    [LIMIT, 'Chaque lead est contacté en 6 heures ouvrées au plus', '6 heures ouvrées', '"4 business hours"'],
    [LIMIT, 'Chaque lead est contacté sous deux heures', 'deux heures', '"4 business hours"'],
    [LIMIT, '90 % of the leads are contacted in time', '90 %', '">= 95%"'],
    [LIMIT, 'A lead within 4 business hours, a large firm within 1', '1', '"4 business hours"'],
    [DAYS, 'Every lead is answered within 5 calendar days', '5 calendar days', '"5 business days"'],
    [DAYS, 'Chaque lead a sa réponse en 10 jours ouvrés', '10 jours ouvrés', '"5 business days"'],
    [DAYS, 'Every lead is answered within two weeks', 'two weeks', '"5 business days"'],
    [ELAPSED, 'A lead is called within 2 business hours', '2 business hours', '"2 hours"'],
    [COUNT, '40 leads every month', '40', '">= 45 per month"'],
    [COUNT, 'Au moins 60 pistes par mois', '60', '">= 45 per month"'],
    [COUNT, '45 leads a week', 'a week', '">= 45 per month"'],
    [COUNT, '45 leads par trimestre', 'par trimestre', '">= 45 per month"'],
    [COUNT, 'At most 45 leads a month', '45', '">= 45 per month"'],
  ])('is told: %s: %s', async (terms, sentence, said, have) => {
    expect(await found(terms, sentence)).toEqual([`"it" promises "${said}", and its terms have ${have}`]);
  });
});

it('of a sentence that is longer than what is compared, that is told', async () => {
  const long = `Every lead is contacted ${'without any delay '.repeat(150)}and within 99 business hours`;
  expect(await found(LIMIT, long)).toEqual([
    `"it" promises ${long.length.toLocaleString('en')} characters, of which 2,000 are compared with its terms`,
  ]);
});
