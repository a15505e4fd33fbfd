import type { SniffColumn } from '../model/sniff.ts';
import { said } from './header-words.ts';
import { fold } from './roles.ts';

/** `9:14`, `09:14:11`, `13 h 30`, `9h`, `9:14 AM`, `13:09 Uhr`. */
const CLOCK =
  /^\d{1,2}(?: ?h|(?: ?[:h] ?)\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?min)?)(?: ?[ap]\.? ?m\.?)?(?: Uhr)?$/i;

/** A sheet counts the time of a day as a part of it. */
const PART_OF_A_DAY = /^(?:0|[01]?[.,]\d+)$/;

const TIME_NAME = said(
  '\\btime$|^time\\b',
  '\\bheure\\b|^heure|horaire',
  'uhrzeit|\\bzeit$|^zeit\\b',
  '\\bhora\\b',
  '\\bora\\b|orario',
  '\\btijd\\b|tijdstip',
  'godzin|^czas$',
  '時刻|時間',
  'время',
);

/** How long something took is written in the same way. */
const TAKEN = said(
  'duration|elapsed|talk time|wait|response time|handle',
  'duree|delai|temps',
  'dauer',
  'duracion|duracao|tiempo|tempo',
  'durata',
  'duur',
  'czas (?:trwania|reakcji|odpowiedzi|rozmowy)',
  '所要|経過|通話時間|対応時間|滞在',
  'длительн|продолжит',
);

/** In the forms that are read beside a date. */
const TOLD =
  /^(?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?: ?[ap]\.? ?m\.?| Uhr)?| ?h(?: ?[0-5]\d(?: ?(?:min|mn|m))?)?| ?[ap]\.? ?m\.?)$/i;

export const isTold = (text: string): boolean => TOLD.test(text);

export const isClock = (text: string): boolean => CLOCK.test(text);

/** Whether a column holds times of day whose dates stand in another. */
export function isTimeOfDay({
  name,
  type,
  examples,
}: Pick<SniffColumn, 'name' | 'type' | 'examples'>): boolean {
  const header = fold(name);
  if (examples.length === 0 || TAKEN.test(header)) return false;
  if (type === 'text') return examples.every(isClock);
  return type === 'decimal' && TIME_NAME.test(header) && examples.every((each) => PART_OF_A_DAY.test(each));
}
