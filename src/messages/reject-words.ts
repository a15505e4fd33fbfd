import { mark, say } from './index.ts';

/** Reasons of rejected rows, as people say them. */
const WORDS: Readonly<Record<string, string>> = {
  'blank-key': mark`blank key`,
  'rounded-id': mark`id rounded by Excel`,
  'excel-serial': mark`serial number of Excel in place of a date`,
  'zone-letters': mark`letters of a time zone behind the time`,
  'time-without-date': mark`a time without its date`,
  'not-a-time': mark`not a time of day`,
  'not-a-date': mark`not a date`,
  'no-formula-result': mark`the result of a formula is not stored`,
  'merged-cell': mark`covered by a merged cell`,
  'implausible-date': mark`implausible date`,
  'other-currency': mark`another currency than the target's`,
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

/** What to do about the reasons that have a remedy of their own. */
const REMEDIES: Readonly<Record<string, string>> = {
  'no-formula-result': mark`open the workbook in a spreadsheet and save it, so that its results are stored`,
  'merged-cell': mark`undo the merged cells in the spreadsheet and give each row its own content: which rows a merged one means is not guessed`,
  'too-many-decimals': mark`export the numbers with at most 6 decimals: none is rounded`,
  'excel-serial': mark`write format: excel under the field, or export its dates as text`,
  'zone-letters': mark`letters such as CST name several zones and are not guessed: export the times with an offset (+01:00); where each cell says UTC, write 'UTC' in quotes at the end of the format, and timezone: UTC`,
  'time-without-date': mark`fill in the dates in the CRM and export again: a time of no date is none`,
  'not-a-time': mark`a time of day beside its date is written 9:15, 09:15:00, 9h15 or 9:15 AM; for any other form write the format of both with a blank between them, such as "dd/MM/yyyy HHmm"`,
  'missing-cells': mark`look at these lines: one that stands in quotes as a whole, "a;b;c", is a single cell, so take its outer quotes off or export again`,
  'other-currency': mark`export the amounts in the currency of the target: they are added up as they are, never converted`,
  'rounded-id': mark`Excel has rounded these ids, and what they were can not be told: export again from the CRM, and open or save the file in Excel only with this column as text`,
};

/**
 * What to type or to do about a reason, in the language that is spoken; null where the cells themselves are
 * to be corrected.
 */
export const rejectRemedy = (reason = ''): string | null => {
  const remedy = REMEDIES[reason];
  return remedy === undefined ? null : say(remedy);
};
