import { mark, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Rule } from './rule.ts';

/** What one team hands to the other is seldom taken for its own. Where nothing is said nothing is found. */
export const imposedObjective: Rule = {
  id: 'imposed-objective',
  severity: 'info',
  law: mark`An objective is drawn up by all the teams that share it.`,
  good: `
objectives:
  - id: pipeline
    shared_by: [marketing, sales]
    drawn_up: { on: 2026-05-12, by: [marketing, sales] }
    count: { stage: contacted }
    target: ">= 80 per month"
`,
  bad: `
objectives:
  - id: pipeline
    shared_by: [marketing, sales]
    drawn_up: { on: 2026-05-12, by: [sales] }
    count: { stage: contacted }
    target: ">= 80 per month"
`,
  check({ objectives, teams }) {
    return objectives.flatMap(({ id, sharedBy, drawnUp, path }) => {
      if (drawnUp === undefined) return [];
      const absent = [...new Set(sharedBy)].filter((team) => !drawnUp.by.includes(team));
      if (absent.length === 0) return [];
      const who = allOf(absent.map((team) => teams[team]?.title ?? team));
      return [
        {
          message: t`The objective "${id}" was drawn up without ${who}`,
          help: t`talk it over with those who share it, and name them; or leave them out of shared_by`,
          path: [...path, 'drawn_up', 'by'],
        },
      ];
    });
  },
};
