import { DAY, dayOf, type Minute } from './office.ts';

/** Local wall-clock minutes as the exports of different CRMs write them. */
const parts = (minute: Minute) => {
  const iso = new Date(minute * 60_000).toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) };
};

/** `2026-03-02 09:14` */
export const spaced = (minute: Minute | null): string =>
  minute === null ? '' : `${parts(minute).day} ${parts(minute).time}`;

/** `2026-03-02 09:14:00` */
export const withSeconds = (minute: Minute | null): string => (minute === null ? '' : `${spaced(minute)}:00`);

/** `02/03/2026 09:14` */
export const french = (minute: Minute | null): string =>
  minute === null ? '' : `${frenchDay(minute)} ${parts(minute).time}`;

/** `02/03/2026` */
export const frenchDay = (minute: Minute | null): string =>
  minute === null ? '' : parts(minute).day.split('-').reverse().join('/');

/** The clocks of Paris went forward on 29 March 2026 at 02:00; no export here reaches October. */
const SUMMER: Minute = dayOf('2026-03-29') * DAY + 3 * 60;

/** `2026-03-02T08:14:00.000+0000`: an instant of Paris in UTC. */
export const utc = (minute: Minute | null): string =>
  minute === null
    ? ''
    : `${new Date((minute - (minute >= SUMMER ? 120 : 60)) * 60_000).toISOString().slice(0, 23)}+0000`;
