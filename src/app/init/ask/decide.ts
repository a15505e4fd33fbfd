import { firstOf } from '../../../messages/first-of.ts';
import { t } from '../../../messages/index.ts';
import { allOf } from '../../../messages/list.ts';
import { quoted } from '../../../messages/quoted.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Ask, Decision, InitRequest, Question } from '../../../model/init.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { dateLine } from './date-line.ts';
import { inOneOrder } from './date-order.ts';
import { type JointKey, keyColumns, keyQuestion, noKey } from './key.ts';
import {
  isDate,
  type Mapping,
  mappingOf,
  namedColumns,
  unreadable,
  unreadDates,
  withRole,
} from './mapping.ts';
import { presetPage } from './preset-page.ts';
import {
  dateQuestion,
  holidaysQuestion,
  hoursQuestion,
  isFrench,
  targetQuestion,
  timezoneQuestion,
} from './questions.ts';
import { withTwins } from './twins.ts';
import { defaultWin, withStatusOfWins, withSureWon, wonQuestion, wordsOf, wordsQuestion } from './won.ts';

export interface Decided {
  readonly timezone: string;
  readonly hours: string;
  readonly holidays: string;
  readonly target: 0.8 | 0.9;
  readonly mapping: Mapping;
  /** The columns that identify a lead together; one of them is the id of the mapping. */
  readonly key: readonly SniffColumn[];
  readonly start: 'qualified' | 'created';
  readonly wholeDays: boolean;
  /** Words of the status that say a lead was won, where somebody said them. */
  readonly wonWords: readonly string[] | null;
  readonly decisions: readonly Decision[];
}

/**
 * Settles what an export can't tell: by a flag, by asking, or by default. A finding where there is no sound
 * answer.
 */
export async function decide(
  request: InitRequest,
  { found, joint }: { readonly found: Sniff; readonly joint: JointKey | null },
  ask: Ask,
  asked: boolean,
): Promise<Decided | Diagnostic> {
  const decisions: Decision[] = [];
  const settle = settling(decisions, asked ? ask : null);

  let mapping = mappingOf(found);
  const answer = await settle(keyQuestion(found, mapping, joint), request.key);
  if (typeof answer !== 'string') return answer;
  const key = keyColumns(found, answer) ?? [];
  const [keyColumn, ...more] = key;
  if (keyColumn === undefined) return noKey(found);
  if (more.length > 0) mapping = withRole(mapping, 'id', null);
  else if (mapping.id !== keyColumn) mapping = withRole(mapping, 'id', keyColumn);
  for (const role of ['qualified', 'contacted'] as const) {
    if (!namedColumns(found).some(isDate)) return noDate(found);
    const answer = await settle(dateQuestion(role, found, mapping), request[role]);
    if (typeof answer !== 'string') return answer;
    if (role === 'qualified' && answer === 'none') return noDate(found);
    const column = found.columns.find(({ name }) => name === answer) ?? null;
    mapping = assign(mapping, role, column, decisions.at(-1)?.by === 'default');
  }
  const said = asked || request.won !== null || request.wonWords !== null;
  mapping = withStatusOfWins(mapping, found);
  const wins = said ? await winsOf(mapping, request, found, settle) : { mapping, wonWords: null };
  if ('rule' in wins) return wins;
  if (!said) decisions.push(...defaultWin(mapping, request.from.length > 1));
  mapping = wins.mapping;
  const ordered = await inOneOrder(mapping, request.dateOrder, asked ? ask : null, decisions);
  if ('rule' in ordered) return ordered;
  mapping = ordered.columns;
  for (const column of unreadable(mapping)) mapping = without(mapping, column);
  if (wins.wonWords === null) mapping = withSureWon(mapping);
  const start = mapping.qualified === undefined ? 'created' : 'qualified';
  const startColumn = mapping[start];
  if (startColumn === undefined) return noDate(found);
  const wholeDays = startColumn.type === 'date';

  const office = await officeOf(request, found, wholeDays, settle);
  if ('rule' in office) return office;
  return { ...office, mapping, key, start, wholeDays, wonWords: wins.wonWords, decisions };
}

/** Which date says that a lead was won, and by which words of the status. */
async function winsOf(
  mapping: Mapping,
  request: InitRequest,
  found: Sniff,
  settle: Settle,
): Promise<Pick<Decided, 'mapping' | 'wonWords'> | Diagnostic> {
  const won = await settle(wonQuestion(found, mapping), request.won);
  if (typeof won !== 'string') return won;
  const chosen = withRole(mapping, 'won', found.columns.find(({ name }) => name === won) ?? null);
  const question = chosen.won ? wordsQuestion(chosen) : null;
  if (question === null) return { mapping: chosen, wonWords: null };
  const words = await settle(question, request.wonWords);
  return typeof words === 'string' ? { mapping: chosen, wonWords: wordsOf(words) } : words;
}

type Settle = (question: Question, flag: string | null) => Promise<string | Diagnostic>;

/** Where and when the office is open, and what the targets start from. */
export async function officeOf(
  request: InitRequest,
  found: Sniff,
  wholeDays: boolean,
  settle: Settle,
): Promise<Pick<Decided, 'timezone' | 'hours' | 'holidays' | 'target'> | Diagnostic> {
  const timezone = await settle(timezoneQuestion(found), request.timezone);
  if (typeof timezone !== 'string') return timezone;
  const hours = await settle(hoursQuestion(isFrench(found), wholeDays), request.hours);
  if (typeof hours !== 'string') return hours;
  const holidays = await settle(holidaysQuestion(timezone), request.holidays);
  if (typeof holidays !== 'string') return holidays;
  const target = await settle(targetQuestion(), request.target);
  if (typeof target !== 'string') return target;
  return { timezone, hours, holidays, target: target === '90' ? 0.9 : 0.8 };
}

/**
 * Settles one question by its flag, by asking, or by default, and notes how. `ask` is null where nobody can
 * be asked.
 */
export function settling(decisions: Decision[], ask: Ask | null): Settle {
  return async (question, flag) => {
    const { fallback, why, check } = question;
    if (flag !== null) {
      const value = question.read?.(flag) ?? flag;
      const problem = check(value);
      if (problem !== null) return wrong(question.flag, problem);
      decisions.push({ flag: question.flag, value, by: 'flag', why: '' });
      return value;
    }
    const answer = ask === null ? fallback : await ask(question);
    decisions.push({
      flag: question.flag,
      value: answer,
      by: ask === null ? 'default' : 'answer',
      why: answer === fallback ? why : '',
    });
    return answer;
  };
}

/**
 * The start may be the date of creation: then there is no other stage before it. So may be a date of which
 * nothing but that it is the only one speaks for it: it says when a lead came in, not that it qualified.
 */
function assign(
  mapping: Mapping,
  role: 'qualified' | 'contacted',
  column: SniffColumn | null,
  byDefault: boolean,
): Mapping {
  if (role === 'qualified' && column !== null && column === mapping.created)
    return withRole(mapping, 'qualified', null);
  if (role === 'qualified' && column !== null && column.role === null && byDefault)
    return withRole(withRole(mapping, 'qualified', null), 'created', column);
  return withRole(mapping, role, column);
}

const without = (mapping: Mapping, column: SniffColumn): Mapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, each]) => each !== column));

const wrong = (flag: string, message: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`${flag}: ${message}`,
  help: t`"sla init --help" shows what ${flag} takes`,
  fatal: true,
});

function noDate(found: Sniff): Diagnostic {
  const { file, columns } = found;
  const named = namedColumns(found);
  const dates = named.filter(isDate).map((column) => `${quoted(column.name)} (${dateLine(column, found)})`);
  const among = named.filter(hasDateAmongWords).map(({ name }) => quoted(name));
  const zoned = named.filter(endsInZone).map(({ name }) => quoted(name));
  const unread = unreadDates(named, 'created').filter(
    (column) => column.notes.length > 0 && !hasDateAmongWords(column) && !endsInZone(column),
  );
  const help =
    dates.length === 0
      ? t`export it with the date on which each lead came in: it holds no date at all`
      : t`export it with that date, or name one with --qualified COLUMN: its dates are ${firstOf(dates, 8)}`;
  const beside = t`the cells of ${allOf(among)} hold a date behind other words, and can not be read: put the date into a column of its own`;
  return {
    rule: 'no-date',
    severity: 'error',
    message: t`No column of "${file}" says when a lead was created or handed over`,
    help: withTwins(
      [
        ...(among.length === 0 ? [] : [beside]),
        ...(zoned.length === 0
          ? []
          : [
              t`the times of ${allOf(zoned)} end in letters such as CET, which are not read: export them with an offset such as +01:00, or without letters`,
            ]),
        ...unread.map(({ name, notes }) => `${quoted(name)}: ${notes[0] ?? ''}`),
        ...(among.length + zoned.length + unread.length > 0 && dates.length === 0 ? [] : [help]),
        t`how to get it from your CRM: ${presetPage(found)}`,
      ].join(t`; `),
      columns,
    ),
    fatal: true,
  };
}

/** A date by its form, whether its letters and digits are hidden or not: `Xxx 9, 9999`, `9999-99-99`, `99/99/9999`. */
const DATE_FORM =
  /\s(?:\p{L}{3,10}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,10}\.? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})\b/u;

/** A time with the letters of its zone behind it, whether these are hidden or not: `9999-99-99 99:99 XXXX`. */
const ZONE_FORM = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[ T]\d{1,2}:\d{2}(?::\d{2})? \p{L}{3,5}$/u;

const endsInZone = ({ type, examples }: SniffColumn): boolean =>
  type === 'text' && examples.length > 0 && examples.every((example) => ZONE_FORM.test(example));

/** A log such as Monday's: who did it, and when, in one cell. */
const hasDateAmongWords = ({ type, examples }: SniffColumn): boolean =>
  type === 'text' && examples.length > 0 && examples.every((example) => DATE_FORM.test(example));
