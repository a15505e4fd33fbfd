import type { RawAgreement, RawPromise, RawSource } from '../../oracle/agreement.ts';
import { limit } from './agreement.ts';
import { DATETIME_FORMATS, timeCell, wait } from './cells.ts';
import type { Exports, Table } from './exports.ts';
import { type Random, randomOf } from './random.ts';

interface WithHolds extends Pick<Exports, 'sources' | 'files'> {
  readonly versions: readonly RawAgreement[];
}

/** One world of so many has clocks that stand still. */
const ONE_OF = 6;

/**
 * A world some of whose clocks stand still, by a history of holds or by two dates of their own rows. Its
 * numbers are its own, so that the other worlds stay as they are.
 */
export function withHolds(seed: number, exports: Exports, versions: readonly RawAgreement[]): WithHolds {
  const random = randomOf(seed ^ 0x5eed);
  if (random.int(1, ONE_OF) > 1) return { ...exports, versions };
  const { source, rows } = holdsOf(random, exports);
  const whose = random.pick<Whose>(['history', 'history', 'history', 'lead', 'ticket']);
  const sources = { ...exports.sources, holds: source };
  return {
    sources,
    files: { ...exports.files, 'holds.csv': rows },
    versions: versions.map((version) => ({
      ...version,
      sources,
      commitments: [...version.commitments.map(named), heldPromise(random, whose, version.commitments)],
    })),
  };
}

function holdsOf(random: Random, { begun, sources }: Exports): { source: RawSource; rows: Table } {
  const format = random.pick(DATETIME_FORMATS);
  const at = (column: string) => ({ column, type: 'datetime', format }) as const;
  const rows = begun.flatMap(([id, start]) =>
    Array.from({ length: random.int(0, 4) }, () => {
      const begin = start + wait(random) - random.pick([0, 0, 3600, 86_400]);
      return [
        random.chance(0.03) ? '' : id,
        random.chance(0.05) ? '' : timeCell(begin, format, random),
        random.chance(0.2) ? '' : timeCell(begin + wait(random), format, random),
        random.pick(['waiting', 'waiting', 'working', '']),
      ];
    }),
  );
  const source: RawSource = {
    files: 'holds.csv',
    timezone: sources.activities?.timezone ?? 'UTC',
    lead: 'lead_id',
    max_rejected: '100%',
    fields: { began: at('Began'), ended: at('Ended'), why: { column: 'Why' } },
  };
  return { source, rows: [['lead_id', 'Began', 'Ended', 'Why'], ...rows] };
}

/** Two sources have many rows a lead now: attempts say which. */
export function named(promise: RawPromise): RawPromise {
  const { attempts } = promise;
  if (!attempts || attempts.counter) return promise;
  return { ...promise, attempts: { ...attempts, source: 'activities' } };
}

/** Which rows hold a clock; one promise is about the same rows in all versions. */
type Whose = 'history' | 'lead' | 'ticket';

function pausedBy(random: Random, whose: Whose) {
  switch (whose) {
    case 'ticket':
      return {
        ...{ from: 'raised', to: 'replied' },
        pause: { from: 'raised_at', to: random.pick(['promised', 'solved_on']) },
      };
    case 'lead':
      return {
        ...{ from: 'created', to: 'won' },
        pause: { from: random.pick(['assigned_at', 'contacted_at']), to: 'answered_at' },
      };
    case 'history':
      return {
        from: random.pick(['created', 'handed']),
        to: random.pick(['contacted', 'answered', 'won', { earliest: 'activities' }]),
        pause: {
          ...{ source: 'holds', from: 'began', to: 'ended' },
          ...(random.chance(0.6) ? { where: { why: random.pick(['waiting', { not: ['working'] }]) } } : {}),
        },
      };
  }
}

/** A promise whose clock may stand still: by a history, by two dates of the lead, or by two of a ticket. */
function heldPromise(random: Random, whose: Whose, [first]: readonly RawPromise[]): RawPromise {
  const { owed_by = 'sales', owed_to = 'marketing' } = first ?? {};
  const own = limit(random);
  const isBusiness = own.within.includes('business');
  const at_most = `${random.pick([1, 2, 5, 30, 400])} ${isBusiness ? 'business ' : ''}hours`;
  const { from, to, pause } = pausedBy(random, whose);
  const slower = limit(random);
  const isAlike = slower.within.includes('business') === isBusiness;
  const measured = { ...own, pause: { ...pause, at_most } };
  const isTried = whose === 'history' && random.chance(0.35);
  return {
    ...{ id: 'held', owed_by, owed_to, target: `>= ${random.pick([30, 75, 100])}%` },
    ...(isTried
      ? { attempts: { from, at_least: random.int(1, 3), source: 'activities', ...measured } }
      : { response: { from, to, ...measured } }),
    ...(isAlike && from !== 'raised' && random.chance(0.4)
      ? { segments: [{ id: 'held-s', where: { size: '>= 200' }, ...slower }] }
      : {}),
    ...(random.chance(0.5) ? { max_unknown: '50%' } : {}),
    at_risk: `${random.int(1, 99)}%`,
  };
}
