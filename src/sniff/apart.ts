import { t } from '../messages/index.ts';
import { quoted } from '../messages/quoted.ts';
import type { SniffColumn } from '../model/sniff.ts';
import { fold } from './roles.ts';
import { isTimeOfDay, isTold } from './time-of-day.ts';

/** Words of a header that say date or time, or nothing: `Date de l'appel` and `Heure d'appel` are of one call. */
const IDLE =
  /\b(?:date|dates|day|jour|datum|tag|fecha|dia|data|giorno|dag|time|times|heure|heures|horaire|uhrzeit|zeit|hora|ora|orario|tijd|tijdstip|of|the|at|on|de|du|des|d|la|le|l|les|der|des|den|del|do|da|van|het|godzina|czas|dnia|local|utc)\b/g;

/** The ends of one word: `Anrufdatum` and `Anrufzeit`, `createddate`. */
const ENDS = /(?:datum|uhrzeit|zeit|date|time|tijd)\b|(?:日時|日付|日|時刻|時間)$|^(?:дата|время)/g;

const stemOf = ({ name }: SniffColumn): string =>
  fold(name)
    .replaceAll(IDLE, ' ')
    .replaceAll(ENDS, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Dates of which each shows midnight, as a column of days is often exported. */
const MIDNIGHT = /[ T]0?0:00(?::00(?:[.,]0+)?)?$/;

/** A share of the texts that a column was seen with. */
const ENOUGH = 0.9;

/** What the cells of a column said, by its place among the columns. */
export type TextsOf = (index: number) => readonly string[];

/**
 * The columns, with each time of day given to the date that it belongs to: that of the same words, else the one
 * beside it, else the only one. A date with a time is a datetime, in two columns.
 */
export function withTimes(columns: readonly SniffColumn[], textsOf: TextsOf): readonly SniffColumn[] {
  const days = columns.filter((column, i) => isDay(column, textsOf(i)));
  const clocks = columns.filter((column, i) => isClockOf(column, textsOf(i)));
  const pairs = new Map<SniffColumn, SniffColumn>();
  const free = (day: SniffColumn, clock: SniffColumn): boolean =>
    !pairs.has(day) && ![...pairs.values()].includes(clock) && clock.filled <= day.filled;
  for (const way of WAYS)
    for (const clock of clocks) {
      const found = days.filter((day) => free(day, clock) && way(day, clock, { days, clocks }));
      if (found.length === 1 && found[0]) pairs.set(found[0], clock);
    }
  return columns.map((column, i) => {
    const clock = pairs.get(column);
    if (clock !== undefined) return timed(column, clock);
    const day = [...pairs].find(([, own]) => own === column)?.[0];
    const isAlone = day === undefined && isTimeOfDay({ ...column, examples: textsOf(i).slice(0, 3) });
    const note =
      day !== undefined
        ? ownNote(day)
        : isAlone
          ? t`a time of day without a date that it is of: it is not read`
          : null;
    return note === null ? column : { ...column, notes: [...column.notes, note] };
  });
}

type Way = (
  day: SniffColumn,
  clock: SniffColumn,
  all: { readonly days: readonly SniffColumn[]; readonly clocks: readonly SniffColumn[] },
) => boolean;

const WAYS: readonly Way[] = [
  (day, clock) => stemOf(day) !== '' && stemOf(day) === stemOf(clock),
  (day, clock) => clock.position === day.position + 1 && areOfOne(day, clock),
  (day, clock) => clock.position === day.position - 1 && areOfOne(day, clock),
  (day, clock, { days, clocks }) => days.length === 1 && clocks.length === 1 && areOfOne(day, clock),
];

/** Whether no words of their headers say that they are of two events. */
const areOfOne = (day: SniffColumn, clock: SniffColumn): boolean =>
  stemOf(day) === '' || stemOf(clock) === '' || stemOf(day) === stemOf(clock);

const isDay = ({ name, type }: SniffColumn, texts: readonly string[]): boolean =>
  name !== '' &&
  (type === 'date' ||
    (type === 'datetime' && texts.length > 0 && texts.every((text) => MIDNIGHT.test(text))));

const isClockOf = (column: SniffColumn, texts: readonly string[]): boolean =>
  column.name !== '' &&
  column.type === 'text' &&
  isTimeOfDay({ ...column, examples: texts.slice(0, 3) }) &&
  texts.filter(isTold).length >= ENOUGH * texts.length;

const ownNote = ({ name }: SniffColumn): string =>
  t`the time of day of ${quoted(name)}: both are read as one field`;

function timed(day: SniffColumn, { name }: SniffColumn): SniffColumn {
  return {
    ...day,
    type: 'datetime',
    offset: 'never',
    format: day.format === null ? null : dayOf(day.format),
    candidates: day.candidates.map(dayOf),
    timeColumn: name,
    notes: [...day.notes, t`its time of day stands in ${quoted(name)}: both are read as one field`],
  };
}

/** The format of the date alone. */
const dayOf = (format: string): string => format.replace(/(?: |'T')[Hh]{1,2}:.*$/, '');
