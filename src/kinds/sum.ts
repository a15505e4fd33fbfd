import { t } from '../messages/index.ts';
import type { Condition } from '../model/condition.ts';
import { both, fieldReferences, leadsCounted } from './fields.ts';
import type { KindDef } from './kind.ts';
import { compareTerms, filter, shape, type Term } from './terms.ts';

/** A numeric field added up over the leads that reach a stage. */
export interface SumMeasure {
  readonly kind: 'sum';
  readonly field: string;
  readonly stage: string;
  readonly where: Condition | null;
}

/** A numeric field added up over the leads that reach a stage in a period. */
export const sum: KindDef<SumMeasure> = {
  kind: 'sum',
  schema: {
    title: 'Sum',
    description: 'A numeric field added up over the leads that reach a stage in a period.',
    examples: [{ field: 'amount', stage: 'won' }],
    type: 'object',
    properties: {
      field: { $ref: '#/definitions/fieldName' },
      stage: { $ref: '#/definitions/stageName' },
      where: { $ref: '#/definitions/condition' },
    },
    required: ['field', 'stage'],
    additionalProperties: false,
  },
  target: 'number',
  segmentTerms: [],

  decode(raw, context) {
    const field = context.field(raw.field, ['field'], 'number');
    const stage = context.stage(raw.stage, ['stage']);
    const where = context.condition(raw.where, ['where']);
    return field === null || stage === null ? null : { kind: 'sum', field: field.name, stage, where };
  },

  references(measure) {
    return [
      { to: 'field', name: measure.field, path: ['field'] },
      { to: 'stage', name: measure.stage, path: ['stage'] },
      ...fieldReferences(measure.where, ['where']),
    ];
  },

  scope: ({ stage, where }) => ({ stage, where }),

  part: () => null,

  adds: ({ field }) => ({ field, unit: null }),

  timing: () => null,

  lower(measure, context) {
    return {
      shape: 'tally',
      start: context.stage(measure.stage),
      scope: context.scope(measure.where),
      amount: context.number(measure.field),
      distinct: null,
    };
  },

  compare(before, after) {
    return compareTerms(TERMS, before, after);
  },

  sentence({ field, stage, where: own }, { words, where }) {
    const [what, leads] = [words.field(field), words.all(both(where, own))];
    return t`Met if ${what}, added up over ${leads} that reach ${words.stage(stage)}, is ${words.amount()} ${words.period()}`;
  },

  describe(measure) {
    const { field, stage, where } = measure;
    switch (leadsCounted(where)) {
      case 'all':
        return t`Sum of ${field} over the leads that reach ${stage}`;
      case 'profile':
        return t`Sum of ${field} over the leads in profile that reach ${stage}`;
      case 'some':
        return t`Sum of ${field} over the leads that meet the condition that reach ${stage}`;
    }
  },
};

const TERMS: readonly Term<SumMeasure>[] = [
  shape('field', ({ field }) => field),
  shape('stage', ({ stage }) => stage, 'stage'),
  filter('sum.where', ({ where }) => where),
];
