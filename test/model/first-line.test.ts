import { expect, test } from 'vitest';
import { firstLine } from '../../src/model/first-line.ts';

test.each([
  ['soon', 'soon'],
  ['12345678', '12345678'],
  ['123456789', '1234567…'],
  ['one\ntwo', 'one…'],
  ['one\r\ntwo', 'one…'],
  ['one\u2028two', 'one…'],
  ['\u{1f600}'.repeat(8), '\u{1f600}'.repeat(8)],
  ['\u{1f600}'.repeat(9), `${'\u{1f600}'.repeat(7)}…`],
  ['', ''],
])('of %j eight characters are %j', (text, cut) => {
  expect(firstLine(text, 8)).toBe(cut);
});
