import { t } from '../../../messages/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { isHeaderToShow } from '../../../model/header-names.ts';
import type { Ask, Decision, InitRequest, Question } from '../../../model/init.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import {
  ambiguous,
  isDate,
  type Mapping,
  mappingOf,
  namedColumns,
  unreadable,
  withOrder,
  withRole,
} from './mapping.ts';
import {
  dateQuestion,
  holidaysQuestion,
  hoursQuestion,
  isFrench,
  targetQuestion,
  timezoneQuestion,
} from './questions.ts';
import { twinLines } from './twins.ts';
import { withSureWon } from './won.ts';

export interface Decided {
  readonly timezone: string;
  readonly hours: string;
  readonly holidays: string;
  readonly target: 0.8 | 0.9;
  readonly mapping: Mapping;
  readonly start: 'qualified' | 'created';
  readonly wholeDays: boolean;
  readonly decisions: readonly Decision[];
}

/**
 * Settles what an export can't tell: by a flag, by asking, or by default. A finding where there is no sound
 * answer.
 */
export async function decide(
  request: InitRequest,
  found: Sniff,
  ask: Ask,
  asked: boolean,
): Promise<Decided | Diagnostic> {
  const decisions: Decision[] = [];
  const settle = settling(decisions, asked ? ask : null);

  let mapping = mappingOf(found);
  if (mapping.id === undefined) return noKey(found);
  for (const role of ['qualified', 'contacted'] as const) {
    if (!namedColumns(found).some(isDate)) return noDate(found);
    const answer = await settle(dateQuestion(role, found, mapping), request[role]);
    if (typeof answer !== 'string') return answer;
    if (role === 'qualified' && answer === 'none') return noDate(found);
    const column = found.columns.find(({ name }) => name === answer) ?? null;
    mapping = assign(mapping, role, column);
  }
  const unclear = ambiguous(mapping);
  if (unclear.length > 0) {
    const order = request.dateOrder ?? (asked ? await ask(orderQuestion(unclear)) : null);
    if (order === null) return ambiguousDates(unclear);
    decisions.push({
      flag: '--date-order',
      value: order,
      by: request.dateOrder ? 'flag' : 'answer',
      why: '',
    });
    mapping = withOrder(mapping, order as 'day-first' | 'month-first');
  }
  for (const column of unreadable(mapping)) mapping = without(mapping, column);
  mapping = withSureWon(mapping);
  const start = mapping.qualified === undefined ? 'created' : 'qualified';
  const startColumn = mapping[start];
  if (startColumn === undefined) return noDate(found);
  const wholeDays = startColumn.type === 'date';

  const timezone = await settle(timezoneQuestion(found), request.timezone);
  if (typeof timezone !== 'string') return timezone;
  const hours = await settle(hoursQuestion(isFrench(found), wholeDays), request.hours);
  if (typeof hours !== 'string') return hours;
  const holidays = await settle(holidaysQuestion(timezone), request.holidays);
  if (typeof holidays !== 'string') return holidays;
  const target = await settle(targetQuestion(), request.target);
  if (typeof target !== 'string') return target;
  return {
    timezone,
    hours,
    holidays,
    target: target === '90' ? 0.9 : 0.8,
    mapping,
    start,
    wholeDays,
    decisions,
  };
}

/**
 * Settles one question by its flag, by asking, or by default, and notes how. `ask` is null where nobody can
 * be asked.
 */
function settling(
  decisions: Decision[],
  ask: Ask | null,
): (question: Question, flag: string | null) => Promise<string | Diagnostic> {
  return async (question, flag) => {
    const { fallback, why, check } = question;
    if (flag !== null) {
      const problem = check(flag);
      if (problem !== null) return wrong(question.flag, problem);
      decisions.push({ flag: question.flag, value: flag, by: 'flag', why: '' });
      return flag;
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

/** The start may be the date of creation: then there is no other stage before it. */
function assign(mapping: Mapping, role: 'qualified' | 'contacted', column: SniffColumn | null): Mapping {
  if (role === 'qualified' && column !== null && column === mapping.created)
    return withRole(mapping, 'qualified', null);
  return withRole(mapping, role, column);
}

const without = (mapping: Mapping, column: SniffColumn): Mapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, each]) => each !== column));

function orderQuestion(columns: readonly SniffColumn[]): Question {
  const [first] = columns;
  return {
    flag: '--date-order',
    text: t`"${first?.examples[0] ?? ''}" in "${first?.name ?? ''}": is the day first or the month?`,
    fallback: 'day-first',
    why: t`no cell proves it`,
    choices: ['day-first', 'month-first'],
    check: (answer) =>
      answer === 'day-first' || answer === 'month-first' ? null : t`"${answer}" is neither`,
  };
}

const wrong = (flag: string, message: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`${flag}: ${message}`,
  help: t`"sla init --help" shows what ${flag} takes`,
  fatal: true,
});

const noKey = (sniff: Sniff): Diagnostic =>
  noKeyAmong(
    sniff,
    sniff.columns.map(({ name }) => name),
  );

const noKeyAmong = ({ file, columns }: Sniff, names: readonly string[]): Diagnostic => ({
  rule: 'no-key',
  severity: 'error',
  message: t`No column of "${file}" identifies a lead`,
  help: withTwins(
    isHeaderToShow(names)
      ? t`export it with the id of the lead; its columns are ${names.slice(0, 20).join(', ')}`
      : t`export it with the id of the lead, and its columns under their names`,
    columns,
  ),
  fatal: true,
});

const noDate = ({ file, columns }: Sniff): Diagnostic => ({
  rule: 'no-date',
  severity: 'error',
  message: t`No column of "${file}" says when a lead was created or handed over`,
  help: withTwins(
    t`export it with those dates, or name one with --qualified COLUMN; "sla sniff" lists the columns`,
    columns,
  ),
  fatal: true,
});

/** The column that is missed may be one that can't be read. */
const withTwins = (help: string, columns: readonly SniffColumn[]): string =>
  [help, ...twinLines(columns)].join(t`; `);

function ambiguousDates(columns: readonly SniffColumn[]): Diagnostic {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  return {
    rule: 'ambiguous-dates',
    severity: 'error',
    message: t`Day and month can not be told apart in ${names}, and dates are never guessed`,
    help: t`run it again with --date-order day-first, or --date-order month-first`,
    fatal: true,
  };
}
