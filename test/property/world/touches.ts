import type { RawAgreement, RawCondition, RawPromise } from '../../oracle/agreement.ts';
import { limit } from './agreement.ts';
import { type Random, randomOf } from './random.ts';

/** One world of so many asks which activities its leads have. */
const ONE_OF = 5;

/**
 * Versions with one promise more, whose conditions ask for activities; in some the profile or a waiver does.
 * Its numbers are its own, so that the other worlds stay as they are.
 */
export function withTouches(seed: number, versions: readonly RawAgreement[]): readonly RawAgreement[] {
  const random = randomOf(seed ^ 0x70c4);
  if (random.int(1, ONE_OF) > 1) return versions;
  const kind = random.pick(['count', 'share', 'share', 'response'] as const);
  return versions.map((version): RawAgreement => {
    const touched = { ...touchedPromise(random, kind, version), owed_by: 'sales', owed_to: 'marketing' };
    const { must = {} } = version.profile ?? {};
    return {
      ...version,
      ...(random.chance(0.3)
        ? { profile: { ...version.profile, must: { any: [must, ofActivities(random, version)] } } }
        : {}),
      commitments: [...version.commitments, touched],
      ...(random.chance(0.2)
        ? {
            waivers: [
              ...(version.waivers ?? []),
              { where: ofActivities(random, version), reason: 'Called', approved_by: ['marketing', 'sales'] },
            ],
          }
        : {}),
    };
  });
}

/** Where there is one source of activities alone, some leave its name out. */
function ofActivities(random: Random, { sources }: RawAgreement): RawCondition {
  const where = random.pick<RawCondition | null>([null, { kind: 'call' }, { by: { not: ['automation'] } }]);
  const before = random.chance(0.7)
    ? random.pick(['assigned', 'contacted', 'answered', 'won', 'closed'])
    : undefined;
  const isOnly = before === 'won' && !sources.holds;
  const touched: RawCondition = {
    touched: {
      ...(isOnly ? {} : { source: 'activities' }),
      ...(where === null ? {} : { where }),
      ...(before === undefined ? {} : { before }),
    },
  };
  return random.pick<RawCondition>([
    touched,
    touched,
    { not: touched },
    { ...touched, size: '>= 100' },
    { any: [touched, { country: 'FR' }] },
  ]);
}

function touchedPromise(
  random: Random,
  kind: 'count' | 'share' | 'response',
  version: RawAgreement,
): RawPromise {
  const stage = random.pick(['created', 'contacted', 'won', 'closed']);
  const own = { id: 'touched', ...(random.chance(0.3) ? { where: ofActivities(random, version) } : {}) };
  switch (kind) {
    case 'count':
      return { ...own, count: { stage, where: ofActivities(random, version) }, target: '>= 3 per month' };
    case 'share':
      return { ...own, share: { of: { stage }, with: ofActivities(random, version) }, target: '>= 50%' };
    case 'response':
      return {
        ...own,
        response: { from: 'created', to: 'answered', ...limit(random) },
        segments: [{ id: 'touched-s', where: ofActivities(random, version), ...limit(random) }],
        target: '>= 50%',
      };
  }
}
