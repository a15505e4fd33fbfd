import { mark, say, t } from '../messages/index.ts';
import { rejectWords } from '../messages/reject-words.ts';
import type { ChangeClass } from '../model/change.ts';
import type { CaseState, MoveReason, Reason, Result, Verdict } from '../model/compliance.ts';
import type { Severity } from '../model/diagnostic.ts';

/** A value of the model that stands in a table or a sentence by itself. */
type Value = CaseState | Verdict | NonNullable<Result['outlook']> | Reason | Severity | ChangeClass;

const WORDS: Readonly<Record<Value, string>> = {
  met: mark`met`,
  breached: mark`breached`,
  pending: mark`pending`,
  excluded: mark`excluded`,
  unknown: mark`unknown`,
  missed: mark`missed`,
  open: mark`open`,
  'no data': mark`no data`,
  'no verdict': mark`no verdict`,
  'on track': mark`on track`,
  'at risk': mark`at risk`,
  'out-of-scope': mark`out of scope`,
  waived: mark`waived`,
  excused: mark`excused`,
  'no-version': mark`no version`,
  'no-start': mark`no start`,
  'no-value': mark`no value`,
  'stop-before-start': mark`stop before start`,
  'date-only': mark`date only`,
  'after-as-of': mark`after as of`,
  'stray-date': mark`stray date`,
  'no-date': mark`no date`,
  'no-deadline': mark`no deadline`,
  'due-before-start': mark`due before start`,
  unreadable: mark`unreadable`,
  'counter-only': mark`counter only`,
  error: mark`error`,
  warning: mark`warning`,
  info: mark`info`,
  weakened: mark`weakened`,
  tightened: mark`tightened`,
  added: mark`added`,
  removed: mark`removed`,
  renamed: mark`renamed`,
  editorial: mark`editorial`,
};

/** The word that people read for a value of the model. */
export function wordOf(value: Value): string {
  return say(WORDS[value]);
}

export const yesOrNo = (value: boolean): string => (value ? t`yes` : t`no`);

/** Characters of the longest word for a severity. */
export function severityWidth(): number {
  return Math.max(...(['error', 'warning', 'info'] as const).map((severity) => wordOf(severity).length));
}

/** Why time does not count. */
const CLOSED: Readonly<Record<string, string>> = {
  lunch: mark`lunch`,
  'on hold': mark`on hold`,
  weekend: mark`weekend`,
  holiday: mark`holiday`,
  closure: mark`closure`,
  closed: mark`closed`,
};

/** The same for a value of which the model has no list: why time does not count, why a row is rejected. */
export function wordFor(value: string): string {
  const closed = CLOSED[value];
  return closed === undefined ? rejectWords(value) : say(closed);
}

const MOVED: Readonly<Record<MoveReason, string>> = {
  gone: mark`gone from the exports`,
  new: mark`new in the exports`,
  'date-edited': mark`a date or an amount was edited`,
  'happened-since': mark`it happened after the closing`,
  'field-changed': mark`out of the profile, or another field was changed`,
  waived: mark`excused by a waiver`,
  excused: mark`excused by a broken promise of the other side`,
  terms: mark`the terms are others`,
  reading: mark`the exports are read in another way`,
  holidays: mark`the holidays were updated`,
  zones: mark`the time zones were updated`,
  tool: mark`another version of sla`,
};

/** Why a case is not what it was when its month was closed, as it is said. */
export const moveWord = (why: MoveReason): string => say(MOVED[why]);
