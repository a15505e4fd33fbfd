import { t } from '../messages/index.ts';
import type { Condition } from '../model/condition.ts';
import { both, fieldReferences, leadsCounted } from './fields.ts';
import type { Added, DecodeContext, KindDef } from './kind.ts';
import { compareTerms, filter, shape, type Term } from './terms.ts';
import type { Wording } from './wording.ts';

/** The part of the leads that reach a stage for which something holds; by number, or by what they weigh. */
export interface ShareMeasure {
  readonly kind: 'share';
  readonly of: { readonly stage: string; readonly where: Condition | null };
  /** Exactly one of `with` and `reaches` is given. */
  readonly with: Condition | null;
  /** A stage that the lead also reaches. */
  readonly reaches: string | null;
  /** What each lead weighs; null where one counts as much as another. */
  readonly weigh: Added | null;
}

/** Part of whole: the leads that reach a stage, and those of them for which something holds. */
export const share: KindDef<ShareMeasure> = {
  kind: 'share',
  schema: {
    title: 'Share',
    description:
      'The part of the leads that reach a stage for which something holds: a condition on their fields (with), or a second stage (reaches). Exactly one of the two.',
    examples: [
      { of: { stage: 'qualified' }, with: { phone: 'present', company: 'present' } },
      { of: { stage: 'qualified' }, reaches: 'won' },
      { of: { stage: 'won' }, with: { source: ['webinar', 'website'] }, weigh: 'amount' },
    ],
    type: 'object',
    properties: {
      of: {
        title: 'Whole',
        description: 'The leads that the share is taken of.',
        examples: [{ stage: 'qualified' }],
        type: 'object',
        properties: {
          stage: { $ref: '#/definitions/stageName' },
          where: { $ref: '#/definitions/condition' },
        },
        required: ['stage'],
        additionalProperties: false,
      },
      with: { $ref: '#/definitions/condition' },
      reaches: { $ref: '#/definitions/stageName' },
      weigh: {
        title: 'Weight',
        description:
          'A numeric field by which leads weigh: the share is then the sum of the field over the part, of its sum over the whole. { field: amount, unit: EUR } says the currency where no target does.',
        examples: ['amount', { field: 'amount', unit: 'EUR' }],
        oneOf: [
          { $ref: '#/definitions/fieldName' },
          {
            type: 'object',
            properties: {
              field: { $ref: '#/definitions/fieldName' },
              unit: {
                title: 'Unit',
                description: 'The unit of the field, as targets write it.',
                examples: ['EUR'],
                type: 'string',
                pattern: '^\\S+$',
              },
            },
            required: ['field'],
            additionalProperties: false,
          },
        ],
      },
    },
    required: ['of'],
    oneOf: [{ required: ['with'] }, { required: ['reaches'] }],
    additionalProperties: false,
  },
  target: 'rate',
  segmentTerms: [],

  decode(raw, context) {
    const whole = (raw.of ?? {}) as { readonly stage?: unknown; readonly where?: unknown };
    const stage = context.stage(whole.stage, ['of', 'stage']);
    const where = context.condition(whole.where, ['of', 'where']);
    const part = context.condition(raw.with, ['with']);
    const reaches = context.stage(raw.reaches, ['reaches']);
    if ('with' in raw === 'reaches' in raw) {
      context.report({
        rule: 'share-of-what',
        message:
          'with' in raw
            ? t`A share says "with" or "reaches", not both`
            : t`A share says which part counts, and this one does not`,
        help: t`write "with: { phone: present }" for a condition on fields, or "reaches: won" for a second stage`,
        path: [],
        on: 'key',
      });
      return null;
    }
    const weigh = weight(raw.weigh, context);
    if (stage === null || (part === null && reaches === null) || weigh === 'reported') return null;
    return { kind: 'share', of: { stage, where }, with: part, reaches, weigh };
  },

  references(measure) {
    return [
      { to: 'stage', name: measure.of.stage, path: ['of', 'stage'] },
      ...fieldReferences(measure.of.where, ['of', 'where']),
      ...fieldReferences(measure.with, ['with']),
      ...(measure.reaches === null
        ? []
        : [{ to: 'stage' as const, name: measure.reaches, path: ['reaches'] }]),
      ...(measure.weigh === null
        ? []
        : [{ to: 'field' as const, name: measure.weigh.field, path: ['weigh', 'field'] }]),
    ];
  },

  scope: ({ of }) => of,

  part: (measure) => ({ with: measure.with, reaches: measure.reaches }),

  adds: ({ weigh }) => weigh,

  timing: () => null,

  lower(measure, context) {
    return {
      shape: 'ratio',
      start: context.stage(measure.of.stage),
      scope: context.scope(measure.of.where),
      holds: measure.with === null ? null : context.flag(measure.with),
      reaches: measure.reaches === null ? null : context.stage(measure.reaches),
      amount: measure.weigh === null ? null : context.number(measure.weigh.field),
    };
  },

  compare(before, after) {
    return compareTerms(TERMS, before, after);
  },

  sentence({ of, with: part, reaches, weigh }, { words, where }) {
    const among = both(where, of.where);
    if (weigh !== null) {
      const what = weighed(weigh, words);
      const whole = t`${what}, added up over ${words.all(among)} that reach ${words.stage(of.stage)}`;
      if (reaches !== null)
        return t`Met if ${words.rate()} of ${whole}, is of those that also reach ${words.stage(reaches)}`;
      return t`Met if ${words.rate()} of ${whole}, is of those that ${part === null ? '' : words.holds(part)}`;
    }
    const { text } = words.part(among);
    const stage = words.stage(of.stage);
    if (reaches !== null) return t`Met if ${text} that reach ${stage} also reach ${words.stage(reaches)}`;
    if (part === null) return t`Met if ${text} reach ${stage}`;
    return t`Met if ${text} that reach ${stage} ${words.holds(part)}`;
  },

  describe(measure) {
    const leads = leadsOf(measure.of);
    const whole = measure.weigh === null ? leads : t`${leads}, weighed by ${measure.weigh.field},`;
    if (measure.reaches !== null) return t`${whole} and go on to reach ${measure.reaches}`;
    return measure.with?.op === 'profile'
      ? t`${whole} and are in profile`
      : t`${whole} and meet the condition on their fields`;
  },
};

const weighed = ({ field, unit }: Added, words: Wording): string =>
  unit === null ? words.field(field) : t`${words.field(field)} in ${unit}`;

/** Null where nothing is said of it. */
function weight(raw: unknown, context: DecodeContext): Added | null | 'reported' {
  if (raw === undefined) return null;
  const { field, unit } = (typeof raw === 'string' ? { field: raw } : (raw ?? {})) as {
    readonly field?: unknown;
    readonly unit?: unknown;
  };
  const found = context.field(field, typeof raw === 'string' ? ['weigh'] : ['weigh', 'field'], 'number');
  return found === null ? 'reported' : { field: found.name, unit: typeof unit === 'string' ? unit : null };
}

function leadsOf({ stage, where }: ShareMeasure['of']): string {
  switch (leadsCounted(where)) {
    case 'all':
      return t`Share of the leads that reach ${stage}`;
    case 'profile':
      return t`Share of the leads in profile that reach ${stage}`;
    case 'some':
      return t`Share of the leads that meet the condition that reach ${stage}`;
  }
}

const TERMS: readonly Term<ShareMeasure>[] = [
  shape('of.stage', ({ of }) => of.stage, 'stage'),
  filter('of.where', ({ of }) => of.where),
  filter('with', (share) => share.with),
  shape('reaches', ({ reaches }) => reaches, 'stage'),
  shape(
    'weigh',
    ({ weigh }) => weigh && [weigh.field, ...(weigh.unit === null ? [] : [weigh.unit])].join(' '),
  ),
];
