import { expect, it } from 'vitest';
import { signOf } from '../../../src/reading/xlsx/date-styles.ts';

it.each([
  ['#,##0.00\\ "€"', '€'],
  ['[$$-409]#,##0.00', '$'],
  ['[$CHF-807] #,##0', 'CHF'],
  ['"USD" 0', 'USD'],
  ['0 "PCS"', null],
  ['0 "PAX"', null],
  ['0.0 "kg"', null],
  ['0%', null],
  [null, null],
])('The format %s shows the currency %s', (code, sign) => expect(signOf(code)).toBe(sign));
