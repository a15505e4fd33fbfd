import { disputeRules } from '../../language/rules/disputes.ts';
import { experimentRules } from '../../language/rules/experiments.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** What lies beside an agreement and has a command of its own, which tells all that is found in it. */
export type TellingCommand = 'experiments' | 'disputes';

const RULES: Readonly<Record<TellingCommand, ReadonlySet<string>>> = {
  experiments: new Set(experimentRules.map(({ id }) => id)),
  disputes: new Set(disputeRules.map(({ id }) => id)),
};

const WEIGHT = { info: 0, warning: 1, error: 2 } as const;

/** What is found in experiments and in disputes, as one line each, but for those that the command at hand is about. */
export function besideFolded(
  findings: readonly Diagnostic[],
  telling: TellingCommand | null,
): readonly Diagnostic[] {
  const folded = (Object.keys(RULES) as TellingCommand[]).filter((each) => each !== telling);
  const of = (each: TellingCommand) => findings.filter(({ rule }) => RULES[each].has(rule));
  const many = folded.filter((each) => of(each).length > 1);
  return [
    ...findings.filter(({ rule }) => !many.some((each) => RULES[each].has(rule))),
    ...many.map((each) => oneOf(each, of(each))),
  ];
}

/** The gravest stands for all. */
function oneOf(command: TellingCommand, findings: readonly Diagnostic[]): Diagnostic {
  const [first, ...others] = [...findings].sort((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity]) as [
    Diagnostic,
    ...Diagnostic[],
  ];
  const n = others.length;
  const told =
    command === 'experiments'
      ? plural(
          n,
          t`${first.message}; ${whole(n)} more finding in the experiments`,
          t`${first.message}; ${whole(n)} more findings in the experiments`,
        )
      : plural(
          n,
          t`${first.message}; ${whole(n)} more finding in the disputes`,
          t`${first.message}; ${whole(n)} more findings in the disputes`,
        );
  return { ...first, message: told, help: t`"sla ${command}" tells them all` };
}
