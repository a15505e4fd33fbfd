import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Family, type Next, oneOf } from '../judged.ts';
import { mutate } from '../mutate.ts';
import { sound } from './texts.ts';

const FREQUENCIES = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'NEVER'];
const NUMBERS = ['-1', '0', '1', '2', '5', '-366', '366', '999999999', '99999999999999999999', '1e3', ''];
const PARTS = [
  'INTERVAL',
  'COUNT',
  'BYMONTHDAY',
  'BYYEARDAY',
  'BYWEEKNO',
  'BYMONTH',
  'BYSETPOS',
  'BYHOUR',
  'BYSECOND',
];
const OTHERS = [
  'UNTIL=20260401',
  'UNTIL=20260401T000000Z',
  'UNTIL=00000000',
  'BYDAY=MO,TU',
  'BYDAY=-1FR',
  'BYDAY=99MO',
  'BYDAY=XX',
  'WKST=SU',
  'RSCALE=CHINESE',
];
const STARTS = [
  'DTSTART;VALUE=DATE:20260302',
  'DTSTART;VALUE=DATE:19000101',
  'DTSTART;VALUE=DATE:00010101',
  'DTSTART;VALUE=DATE:99991231',
  'DTSTART;VALUE=DATE:20260230',
  'DTSTART:20260302T000000Z',
  'DTSTART;TZID=Europe/Paris:20260302T000000',
  'DTSTART;TZID=Nowhere:20260302T000000',
  'DTSTART:',
];
const ENDS = [
  'DTEND;VALUE=DATE:20260303',
  'DTEND;VALUE=DATE:20260301',
  'DTEND;VALUE=DATE:99991231',
  'DURATION:P1D',
  'DURATION:P999999999W',
  'DURATION:-P1D',
  'DURATION:PT0S',
  'RDATE;VALUE=DATE:20260304,20260305',
  'EXDATE;VALUE=DATE:20260302',
  'RECURRENCE-ID;VALUE=DATE:20260302',
  'TRANSP:TRANSPARENT',
  'STATUS:CANCELLED',
  'UID:same',
  `SUMMARY:${'x'.repeat(200)}`,
  'X;Y=Z',
  'BEGIN:VALARM',
  'END:VEVENT',
];

function rule(next: Next): string {
  const parts = [`FREQ=${oneOf(FREQUENCIES, next)}`];
  for (let more = next(4); more > 0; more--)
    parts.push(
      next(3) === 0
        ? oneOf(OTHERS, next)
        : `${oneOf(PARTS, next)}=${Array.from({ length: 1 + next(2) }, () => oneOf(NUMBERS, next)).join(',')}`,
    );
  return `RRULE:${parts.join(';')}`;
}

function event(next: Next): readonly string[] {
  const lines = [oneOf(STARTS, next)];
  for (let more = next(3); more > 0; more--) lines.push(oneOf(ENDS, next));
  if (next(3) > 0) lines.push(rule(next));
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
}

/** A calendar file that closes an office: events and their rules, then some of its bytes. */
export const ics: Family = {
  name: 'ics',
  async attempt(next, cwd) {
    const events = Array.from({ length: 1 + next(3) }, () => event(next)).flat();
    const text = Buffer.from(['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n'));
    writeFileSync(join(cwd, 'office.ics'), next(3) === 0 ? mutate(text, next) : text);
    writeFileSync(
      join(cwd, 'mutant.sla.yaml'),
      sound.agreement.toString('utf8').replace(/(week: .*)\n/, '$1\n    holidays: [office.ics]\n'),
    );
    writeFileSync(join(cwd, sound.name), sound.leads);
    return { argv: ['check'] };
  },
};
