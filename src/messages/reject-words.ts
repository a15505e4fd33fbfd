import { mark, say } from './index.ts';

/** Reasons of rejected rows, as people say them. */
const WORDS: Readonly<Record<string, string>> = {
  'blank-key': mark`blank key`,
  'not-a-date': mark`not a date`,
  'no-formula-result': mark`the result of a formula is not stored`,
  'implausible-date': mark`implausible date`,
  'not-a-number': mark`not a number`,
  'too-many-decimals': mark`too many decimals`,
  'number-too-large': mark`number too large`,
  'not-an-integer': mark`not an integer`,
  'not-a-boolean': mark`not a boolean`,
  'no-offset': mark`no offset`,
  'too-many-cells': mark`too many cells`,
  'broken-quotes': mark`broken quotes`,
  'missing-cells': mark`missing cells`,
  'line-too-long': mark`line too long`,
  'unreadable-line': mark`unreadable line`,
  encoding: mark`encoding`,
};

/** `not-a-date` as `not a date`, in the language that is spoken. */
export const rejectWords = (reason = 'unreadable-line'): string =>
  say(WORDS[reason] ?? reason.replaceAll('-', ' '));
