import type { RawAgreement, RawCondition, RawPromise, RawSource } from '../../oracle/agreement.ts';
import { limit } from './agreement.ts';
import { DATETIME_FORMATS, timeCell, wait } from './cells.ts';
import type { Table } from './exports.ts';
import { type Random, randomOf } from './random.ts';
import { anyDay, type Season } from './season.ts';
import { ticketCondition } from './tickets.ts';

interface WithRows {
  readonly sources: Readonly<Record<string, RawSource>>;
  readonly files: Readonly<Record<string, Table>>;
  readonly versions: readonly RawAgreement[];
}

/** One world of so many has rows that belong to its tickets. */
const ONE_OF = 6;

/**
 * A world whose tickets have a log: rows that hold their clocks, count as attempts, stop a clock or are asked for.
 * Its numbers are its own, so that the other worlds stay as they are.
 */
export function withTicketRows(
  seed: number,
  season: Season,
  { sources, files, versions }: WithRows,
): WithRows {
  const random = randomOf(seed ^ 0x10c5);
  if (random.int(1, ONE_OF) > 1) return { sources, files, versions };
  const { source, rows } = logOf(random, season, { sources, files });
  const kind = random.pick(KINDS);
  const grown = { ...sources, log: source };
  return {
    sources: grown,
    files: { ...files, 'log.csv': rows },
    versions: versions.map((version) => ({
      ...version,
      sources: grown,
      commitments: [...version.commitments, loggedPromise(random, kind)],
    })),
  };
}

/** The cells that name a ticket, as its key does. */
function keyOf(row: readonly string[], header: readonly string[], { key, fields }: RawSource): string {
  const cell = (name: string) => row[header.indexOf(fields[name]?.column ?? '')] ?? '';
  if (typeof key === 'string') return cell(key);
  const [first = '', second = ''] = (key ?? []).map((name) => cell(name).trim().replaceAll('|', '||'));
  return `${first} | ${second}`.trim();
}

function logOf(
  random: Random,
  season: Season,
  { sources, files }: Pick<WithRows, 'sources' | 'files'>,
): { readonly source: RawSource; readonly rows: Table } {
  const format = random.pick(DATETIME_FORMATS);
  const at = (column: string) => ({ column, type: 'datetime', format }) as const;
  const [header = [], ...tickets] = files['tickets.csv'] ?? [];
  const { tickets: of } = sources;
  const rows = tickets.flatMap((ticket) => {
    const start = anyDay(season, random) * 86_400 + random.int(0, 47) * 1800;
    return Array.from({ length: random.int(0, 5) }, () => {
      const begin = start + wait(random) - random.pick([0, 0, 3600, 86_400]);
      return [
        random.chance(0.04) ? '' : random.chance(0.04) ? 'T99' : of ? keyOf(ticket, header, of) : '',
        random.chance(0.04) ? '' : timeCell(begin, format, random),
        random.chance(0.2) ? '' : timeCell(begin + wait(random), format, random),
        random.pick(['waiting', 'waiting', 'call', 'mail', '']),
      ];
    });
  });
  const source: RawSource = {
    files: 'log.csv',
    timezone: of?.timezone ?? 'UTC',
    belongs_to: { tickets: 'ticket' },
    max_rejected: '100%',
    fields: { at: at('Noted'), began: at('Noted'), until: at('Until'), what: { column: 'What' } },
  };
  return { source, rows: [['ticket', 'Noted', 'Until', 'What'], ...rows] };
}

const KINDS = ['held', 'held', 'tried', 'tried', 'first', 'asked'] as const;

function loggedPromise(random: Random, kind: (typeof KINDS)[number]): RawPromise {
  const where = random.pick<RawCondition | undefined>([
    undefined,
    { what: 'call' },
    { what: ['call', 'waiting'] },
    { what: { not: ['mail'] } },
  ]);
  const own = {
    ...{ id: 'logged', owed_by: 'sales', owed_to: 'marketing' },
    target: `>= ${random.pick([30, 75, 100])}%`,
    ...(random.chance(0.5) ? { max_unknown: '50%' } : {}),
    at_risk: `${random.int(1, 99)}%`,
    ...(random.chance(0.3) ? { where: ticketCondition(random) } : {}),
  };
  const within = limit(random);
  const at_most = `${random.pick([1, 5, 30, 400])} ${within.within.includes('business') ? 'business ' : ''}hours`;
  const pause = { source: 'log', from: 'began', to: 'until', ...(where ? { where } : {}), at_most };
  switch (kind) {
    case 'held':
      return {
        ...own,
        response: { from: 'raised', to: random.pick(['replied', 'solved']), ...within, pause },
      };
    case 'tried':
      return {
        ...own,
        attempts: {
          ...{ from: 'raised', at_least: random.int(1, 3), ...within, source: 'log' },
          ...(where ? { touches: where } : {}),
          ...(random.chance(0.4) ? { until: random.pick(['replied', 'solved']) } : {}),
          ...(random.chance(0.4) ? { distinct_days: true } : {}),
          ...(random.chance(0.6) ? { pause } : {}),
        },
      };
    case 'first':
      return {
        ...own,
        response: { from: 'raised', to: { earliest: 'log', ...(where ? { where } : {}) }, ...within },
      };
    case 'asked':
      return {
        ...own,
        share: {
          of: { stage: random.pick(['raised', 'replied', 'solved']) },
          with: {
            touched: {
              source: 'log',
              ...(where ? { where } : {}),
              ...(random.chance(0.6) ? { before: random.pick(['replied', 'solved']) } : {}),
            },
          },
        },
      };
  }
}
