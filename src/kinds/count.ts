import { plural, t } from '../messages/index.ts';
import type { Condition } from '../model/condition.ts';
import { both, fieldReferences, leadsCounted } from './fields.ts';
import type { KindDef } from './kind.ts';
import { compareTerms, filter, shape, type Term } from './terms.ts';

/** How many leads reach a stage, or how many different values of a field they have. */
export interface CountMeasure {
  readonly kind: 'count';
  readonly stage: string;
  readonly where: Condition | null;
  /** Field; null where each lead counts. */
  readonly distinct: string | null;
}

/** How many leads reach a stage in a period. */
export const count: KindDef<CountMeasure> = {
  kind: 'count',
  schema: {
    title: 'Count',
    description: 'How many leads reach a stage in a period.',
    examples: [
      { stage: 'qualified', where: 'profile' },
      { stage: 'won', distinct: 'owner' },
    ],
    type: 'object',
    properties: {
      stage: { $ref: '#/definitions/stageName' },
      where: { $ref: '#/definitions/condition' },
      distinct: {
        title: 'Distinct',
        description:
          'A field of text or numbers whose different values are counted, in place of the leads: three different salespeople a quarter. A blank value counts for nobody.',
        examples: ['owner'],
        allOf: [{ $ref: '#/definitions/fieldName' }],
      },
    },
    required: ['stage'],
    additionalProperties: false,
  },
  target: 'number',
  segmentTerms: [],

  decode(raw, context) {
    const stage = context.stage(raw.stage, ['stage']);
    const where = context.condition(raw.where, ['where']);
    const distinct = context.field(raw.distinct, ['distinct'], 'value')?.name ?? null;
    if (stage === null || (raw.distinct !== undefined && distinct === null)) return null;
    return { kind: 'count', stage, where, distinct };
  },

  references(measure) {
    return [
      { to: 'stage', name: measure.stage, path: ['stage'] },
      ...fieldReferences(measure.where, ['where']),
      ...(measure.distinct === null
        ? []
        : [{ to: 'field' as const, name: measure.distinct, path: ['distinct'] }]),
    ];
  },

  scope: ({ stage, where }) => ({ stage, where }),

  part: () => null,

  adds: () => null,

  distinct: ({ distinct }) => distinct,

  timing: () => null,

  lower(measure, context) {
    return {
      shape: 'tally',
      start: context.stage(measure.stage),
      scope: context.scope(measure.where),
      amount: null,
      distinct: measure.distinct === null ? null : context.value(measure.distinct),
    };
  },

  compare(before, after) {
    return compareTerms(TERMS, before, after);
  },

  sentence({ stage, where: own, distinct }, { words, where }) {
    if (distinct !== null) {
      const [field, leads] = [words.field(distinct), words.all(both(where, own))];
      const values = t`the number of different values of ${field}, among ${leads} that reach ${words.stage(stage)}`;
      return t`Met if ${values}, is ${words.amount()} ${words.period()}`;
    }
    const { text, n } = words.leads(both(where, own));
    const [at, per] = [words.stage(stage), words.period()];
    return plural(n, t`Met if ${text} reaches ${at} ${per}`, t`Met if ${text} reach ${at} ${per}`);
  },

  describe(measure) {
    const leads = leadsOf(measure);
    return measure.distinct === null ? leads : t`${leads}, each value of ${measure.distinct} once`;
  },
};

function leadsOf({ stage, where }: CountMeasure): string {
  switch (leadsCounted(where)) {
    case 'all':
      return t`Number of leads that reach ${stage}`;
    case 'profile':
      return t`Number of leads in profile that reach ${stage}`;
    case 'some':
      return t`Number of leads that meet the condition that reach ${stage}`;
  }
}

const TERMS: readonly Term<CountMeasure>[] = [
  shape('stage', ({ stage }) => stage, 'stage'),
  filter('count.where', ({ where }) => where),
  shape('distinct', ({ distinct }) => distinct),
];
