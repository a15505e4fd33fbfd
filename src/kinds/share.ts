import { t } from '../messages/index.ts';
import type { Condition } from '../model/condition.ts';
import { both, fieldReferences, leadsCounted } from './fields.ts';
import type { KindDef } from './kind.ts';
import { compareTerms, filter, shape, type Term } from './terms.ts';

/** The part of the leads that reach a stage for which something holds. */
export interface ShareMeasure {
  readonly kind: 'share';
  readonly of: { readonly stage: string; readonly where: Condition | null };
  /** Exactly one of `with` and `reaches` is given. */
  readonly with: Condition | null;
  /** A stage that the lead also reaches. */
  readonly reaches: string | null;
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
    if (stage === null || (part === null && reaches === null)) return null;
    return { kind: 'share', of: { stage, where }, with: part, reaches };
  },

  references(measure) {
    return [
      { to: 'stage', name: measure.of.stage, path: ['of', 'stage'] },
      ...fieldReferences(measure.of.where, ['of', 'where']),
      ...fieldReferences(measure.with, ['with']),
      ...(measure.reaches === null
        ? []
        : [{ to: 'stage' as const, name: measure.reaches, path: ['reaches'] }]),
    ];
  },

  files: () => [],

  scope: ({ of }) => of,

  part: (measure) => ({ with: measure.with, reaches: measure.reaches }),

  timing: () => null,

  lower(measure, context) {
    return {
      shape: 'ratio',
      start: context.stage(measure.of.stage),
      scope: context.scope(measure.of.where),
      holds: measure.with === null ? null : context.flag(measure.with),
      reaches: measure.reaches === null ? null : context.stage(measure.reaches),
    };
  },

  compare(before, after) {
    return compareTerms(TERMS, before, after);
  },

  sentence({ of, with: part, reaches }, { words, where }) {
    const { text } = words.part(both(where, of.where));
    const stage = words.stage(of.stage);
    if (reaches !== null) return t`Met if ${text} that reach ${stage} also reach ${words.stage(reaches)}`;
    if (part === null) return t`Met if ${text} reach ${stage}`;
    return t`Met if ${text} that reach ${stage} ${words.holds(part)}`;
  },

  describe(measure) {
    const whole = leadsOf(measure.of);
    if (measure.reaches !== null) return t`${whole} and go on to reach ${measure.reaches}`;
    return measure.with?.op === 'profile'
      ? t`${whole} and are in profile`
      : t`${whole} and meet the condition on their fields`;
  },
};

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
];
