import type { RawCondition, RawField, RawPromise, RawSource, RawStage } from '../../oracle/agreement.ts';
import { DATETIME_FORMATS, dateCell, timeCell, timeOfDay, wait } from './cells.ts';
import type { Random } from './random.ts';
import { anyDay, clockChange, type Season } from './season.ts';

/** Tickets of customer care: rows that are no leads, with dates, words and numbers of their own. */
export function ticketsOf(random: Random, season: Season, timezone: string) {
  const format = random.pick(DATETIME_FORMATS);
  const due = random.chance(0.5)
    ? ({ column: 'Promised', type: 'date', format: 'dd/MM/yyyy' } as const)
    : ({ column: 'Promised', type: 'datetime', format } as const);
  const fields = {
    ref: { column: 'Ref' },
    topic: { column: 'Topic' },
    weight: { column: 'Weight', type: 'integer' },
    raised_at: { column: 'Raised', type: 'datetime', format },
    replied_at: { column: 'Replied', type: 'datetime', format: random.pick(DATETIME_FORMATS) },
    solved_on: { column: 'Solved', type: 'date', format: 'iso' },
    promised: due,
  } satisfies Record<string, RawField>;
  const rows = Array.from({ length: random.int(1, 8) }, (_, i) => {
    const start = random.chance(0.2)
      ? clockChange(season, random)
      : anyDay(season, random) * 86_400 + timeOfDay(random);
    const later = () => start + wait(random);
    const day = (at: number) => Math.floor(at / 86_400);
    return [
      `T${i + 1}`,
      random.pick(['offer', 'bug', '']),
      random.chance(0.1) ? '' : String(random.int(0, 9)),
      random.chance(0.07) ? '' : timeCell(start, format, random),
      random.chance(0.3) ? '' : timeCell(later(), fields.replied_at.format, random),
      random.chance(0.4) ? '' : dateCell(day(later()), 'iso'),
      random.chance(0.15)
        ? ''
        : due.type === 'date'
          ? dateCell(day(later()), due.format)
          : timeCell(later(), due.format, random),
    ];
  });
  const source: RawSource = { files: 'tickets.csv', timezone, key: 'ref', max_rejected: '100%', fields };
  return { source, rows: [Object.values(fields).map(({ column }) => column), ...rows] };
}

export function ticketStages(random: Random): Readonly<Record<string, RawStage>> {
  return {
    raised: { at: 'raised_at' },
    replied: { at: 'replied_at', ...(random.chance(0.2) ? { when: { topic: 'present' } } : {}) },
    solved: { at: 'solved_on' },
  };
}

export const ticketCondition = (random: Random): RawCondition =>
  random.pick<RawCondition>([
    { topic: 'offer' },
    { topic: { not: ['bug'] } },
    { weight: '>= 3' },
    { any: [{ topic: 'absent' }, { weight: '2..6' }] },
  ]);

export const TICKET_KINDS = [
  'tickets counted',
  'tickets summed',
  'tickets shared',
  'tickets timed',
  'tickets as steps',
] as const;

/** A measure of tickets; `limit` is one of time. */
export function ticketMeasure(
  random: Random,
  kind: (typeof TICKET_KINDS)[number],
  limit: { readonly within: string; readonly calendar?: string },
): Partial<RawPromise> {
  const stage = random.pick(['raised', 'replied', 'solved']);
  const where = random.chance(0.3) ? { where: ticketCondition(random) } : {};
  switch (kind) {
    case 'tickets counted':
      return {
        count: {
          stage,
          ...where,
          ...(random.chance(0.2) ? { distinct: random.pick(['topic', 'weight']) } : {}),
        },
      };
    case 'tickets summed':
      return { sum: { field: 'weight', stage, ...where } };
    case 'tickets shared':
      return {
        share: {
          of: { stage, ...where },
          ...(random.chance(0.5) ? { with: ticketCondition(random) } : { reaches: 'solved' }),
        },
      };
    case 'tickets as steps':
      return {
        steps: {
          source: 'tickets',
          ...where,
          by: 'promised',
          done: random.pick(['replied_at', 'solved_on']),
        },
      };
    case 'tickets timed':
      return {
        response: {
          from: 'raised',
          to: random.pick(['replied', 'solved']),
          ...(random.chance(0.5) ? { by: 'promised' } : limit),
        },
      };
  }
}
