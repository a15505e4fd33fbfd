import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptsMeasure } from '../../src/kinds/attempts.ts';
import type { CountMeasure } from '../../src/kinds/count.ts';
import { kindOf } from '../../src/kinds/index.ts';
import type { OccurrenceMeasure } from '../../src/kinds/occurrence.ts';
import type { ResponseMeasure } from '../../src/kinds/response.ts';
import type { ShareMeasure } from '../../src/kinds/share.ts';
import type { SumMeasure } from '../../src/kinds/sum.ts';
import { reset, speak } from '../../src/messages/index.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Duration } from '../../src/model/time.ts';

beforeEach(() => speak('fr', { firm: true }));
afterEach(reset);

const hours: Duration = { unit: 'business-time', micros: 4 * 3600 * 1_000_000, text: '4 business hours' };
const swiss: Condition = { op: 'in', field: 'country', values: ['CH'] };
const attempts: AttemptsMeasure = {
  kind: 'attempts',
  from: 'qualified',
  atLeast: 5,
  distinctDays: true,
  minGap: null,
  within: hours,
  calendar: 'office',
  source: 'calls',
  touches: null,
  until: 'answered',
  counter: null,
};

type Written =
  | CountMeasure
  | SumMeasure
  | ShareMeasure
  | ResponseMeasure
  | AttemptsMeasure
  | OccurrenceMeasure;

describe('a measure is one French sentence', () => {
  const measures: readonly (readonly [Written, string])[] = [
    [{ kind: 'count', stage: 'won', where: null, distinct: null }, 'Nombre de leads qui atteignent won'],
    [
      { kind: 'count', stage: 'won', where: { op: 'profile' }, distinct: null },
      'Nombre de leads dans le profil qui atteignent won',
    ],
    [
      { kind: 'sum', field: 'amount', stage: 'won', where: swiss },
      'Somme de amount sur les leads remplissant la condition qui atteignent won',
    ],
    [
      {
        kind: 'share',
        of: { stage: 'qualified', where: null },
        with: { op: 'profile' },
        reaches: null,
        weigh: null,
      },
      'Part des leads qui atteignent qualified et sont dans le profil',
    ],
    [
      { kind: 'share', of: { stage: 'qualified', where: null }, with: null, reaches: 'won', weigh: null },
      'Part des leads qui atteignent qualified et atteignent ensuite won',
    ],
    [
      {
        kind: 'response',
        from: 'qualified',
        to: 'contacted',
        within: hours,
        calendar: 'office',
        splitAt: null,
      },
      'Part des leads qui passent de qualified à contacted dans le délai «\u00a04 business hours\u00a0» selon le calendrier office',
    ],
    [
      {
        kind: 'response',
        from: 'qualified',
        to: { earliest: 'calls', where: null },
        within: hours,
        calendar: null,
        splitAt: null,
      },
      'Part des leads qui passent de qualified à leur première ligne dans calls dans le délai «\u00a04 business hours\u00a0»',
    ],
    [
      attempts,
      'Part des leads avec au moins 5 prises de contact, à des jours différents, dans le délai «\u00a04 business hours\u00a0» après qualified selon le calendrier office, ou jusqu’à answered',
    ],
    [
      { ...attempts, atLeast: 1, distinctDays: false, calendar: null, until: null },
      'Part des leads avec au moins 1 prise de contact dans le délai «\u00a04 business hours\u00a0» après qualified',
    ],
    [
      { kind: 'occurrence', records: 'records/meetings.csv', at: 'date', with: null },
      'Nombre d’enregistrements du suivi dans records/meetings.csv',
    ],
  ];

  it.each(measures)('$kind', (measure, sentence) => {
    expect(kindOf(measure.kind).describe(measure)).toBe(sentence);
  });
});
