import { mark, t } from '../../messages/index.ts';
import { namesUsed } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

/** A stage that no measure names is a word that nobody is held to; it may be a misspelt one. */
export const unusedStage: Rule = {
  id: 'unused-stage',
  severity: 'info',
  law: mark`Each stage is named by a commitment, an objective or the funnel.`,
  good: `
stages:
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }
`,
  bad: `
stages:
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }
  called: { at: contacted_at }
`,
  check(agreement) {
    const used = namesUsed(agreement, 'stage');
    return Object.keys(agreement.stages)
      .filter((id) => !used.has(id))
      .map((id) => ({
        message: t`No commitment or objective names the stage "${id}"`,
        help: t`remove it, or measure it`,
        path: ['stages', id],
        on: 'key' as const,
      }));
  },
};
