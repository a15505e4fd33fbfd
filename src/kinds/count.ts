import { plural, t } from '../messages/index.ts';
import type { Condition } from '../model/condition.ts';
import { both, fieldReferences, leadsCounted } from './fields.ts';
import type { KindDef } from './kind.ts';
import { compareTerms, filter, shape, type Term } from './terms.ts';

/** How many leads reach a stage. */
export interface CountMeasure {
  readonly kind: 'count';
  readonly stage: string;
  readonly where: Condition | null;
}

/** How many leads reach a stage in a period. */
export const count: KindDef<CountMeasure> = {
  kind: 'count',
  schema: {
    title: 'Count',
    description: 'How many leads reach a stage in a period.',
    examples: [{ stage: 'qualified', where: 'profile' }],
    type: 'object',
    properties: {
      stage: { $ref: '#/definitions/stageName' },
      where: { $ref: '#/definitions/condition' },
    },
    required: ['stage'],
    additionalProperties: false,
  },
  target: 'number',
  segmentTerms: [],

  decode(raw, context) {
    const stage = context.stage(raw.stage, ['stage']);
    const where = context.condition(raw.where, ['where']);
    return stage === null ? null : { kind: 'count', stage, where };
  },

  references(measure) {
    return [
      { to: 'stage', name: measure.stage, path: ['stage'] },
      ...fieldReferences(measure.where, ['where']),
    ];
  },

  files: () => [],

  scope: ({ stage, where }) => ({ stage, where }),

  part: () => null,

  adds: () => null,

  timing: () => null,

  lower(measure, context) {
    return {
      shape: 'tally',
      table: null,
      start: context.stage(measure.stage),
      scope: context.scope(measure.where),
      amount: null,
    };
  },

  compare(before, after) {
    return compareTerms(TERMS, before, after);
  },

  sentence({ stage, where: own }, { words, where }) {
    const { text, n } = words.leads(both(where, own));
    const [at, per] = [words.stage(stage), words.period()];
    return plural(n, t`Met if ${text} reaches ${at} ${per}`, t`Met if ${text} reach ${at} ${per}`);
  },

  describe(measure) {
    const { stage, where } = measure;
    switch (leadsCounted(where)) {
      case 'all':
        return t`Number of leads that reach ${stage}`;
      case 'profile':
        return t`Number of leads in profile that reach ${stage}`;
      case 'some':
        return t`Number of leads that meet the condition that reach ${stage}`;
    }
  },
};

const TERMS: readonly Term<CountMeasure>[] = [
  shape('stage', ({ stage }) => stage, 'stage'),
  filter('count.where', ({ where }) => where),
];
