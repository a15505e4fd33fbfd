import { t } from '../messages/index.ts';

/** Hours in a row that are looked for. */
const NIGHT = 8;

const two = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;

/** What the hours of a column without offsets say of its clock; null where they say nothing. */
export function clockHint(hours: readonly number[]): string | null {
  const total = hours.reduce((sum, n) => sum + n, 0);
  if (total < 50) return null;
  const most = hours.indexOf(Math.max(...hours));
  if ((hours[most] ?? 0) > 0.9 * total) {
    return t`nearly all of its times lie between ${two(most)} and ${two(most + 1)}: they are no times of day, only the dates count`;
  }
  const nights = Array.from({ length: 24 }, (_, from) => ({
    from,
    share:
      Array.from({ length: NIGHT }, (_, k) => hours[(from + k) % 24] ?? 0).reduce((a, b) => a + b, 0) / total,
  }));
  const quiet = nights.reduce((a, b) => (b.share < a.share ? b : a));
  const [from, to] = [two(quiet.from), two(quiet.from + NIGHT)];
  const share = t`${Math.round(quiet.share * 100)}%`;
  if (quiet.share > 0.2)
    return t`its hours are spread around the clock (quietest ${from} to ${to}, ${share}): they do not show a zone`;
  const local = quiet.from >= 20 || quiet.from <= 1;
  return local
    ? t`quietest from ${from} to ${to} (${share} of the cells), as local time is`
    : t`quietest from ${from} to ${to} (${share} of the cells): if people sleep at night, this is the clock of another zone, such as UTC`;
}
