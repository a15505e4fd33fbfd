import { kindOf } from '../../kinds/index.ts';
import type { Rule } from './rule.ts';

/** A stage that no measure names is a word that nobody is held to; it may be a misspelt one. */
export const unusedStage: Rule = {
  id: 'unused-stage',
  severity: 'info',
  law: 'Each stage is named by a commitment or an objective.',
  good: 'stages: { won: { at: won_at } }\nobjectives: [{ count: { stage: won } }]',
  bad: 'stages: { won: { at: won_at } }\nobjectives: []',
  check({ stages, commitments, objectives }) {
    const used = new Set(
      [...objectives, ...commitments].flatMap(({ measure }) =>
        kindOf(measure.kind)
          .references(measure)
          .filter(({ to }) => to === 'stage')
          .map(({ name }) => name),
      ),
    );
    return Object.keys(stages)
      .filter((id) => !used.has(id))
      .map((id) => ({
        message: `No commitment or objective names the stage "${id}"`,
        help: 'remove it, or measure it',
        path: ['stages', id],
        on: 'key' as const,
      }));
  },
};
