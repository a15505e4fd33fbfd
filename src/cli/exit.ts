import type { Compliance, Verdict } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Answer } from '../model/requests.ts';

export type FailOn = 'error' | 'warning' | 'never';

/**
 * The exit status: 2 where no answer could be given, 1 where one was and it is bad, else 0. 2 wins over 1:
 * "could not evaluate" never reads as a pass, whatever the threshold.
 */
export function exitStatus(
  findings: readonly Diagnostic[],
  verdicts: readonly (Verdict | null)[],
  failOn: FailOn,
): 0 | 1 | 2 {
  if (isFatal({ findings }) || verdicts.includes('no verdict')) return 2;
  if (failOn === 'never') return 0;
  if (verdicts.includes('missed')) return 1;
  const counts = (each: Diagnostic) =>
    each.severity === 'error' || (failOn === 'warning' && each.severity === 'warning');
  return findings.some(counts) ? 1 : 0;
}

/** Whether something stood in the way of an answer, or of a part of it. */
export const isFatal = ({ findings }: Pick<Answer, 'findings'>): boolean =>
  findings.some(({ fatal }) => fatal === true);

/**
 * The promises themselves: that one owner missed what all of them together kept is for the table to say.
 * Left out is a number in a period that the agreement covers in part: that it has no verdict is no failure.
 */
export function verdictsOf(compliances: readonly Compliance[]): readonly (Verdict | null)[] {
  return compliances.flatMap(({ results }) => {
    const wholes = results.filter((each) => each.by === null);
    return (wholes.length > 0 ? wholes : results)
      .filter(({ noVerdict }) => noVerdict?.why !== 'partial-period')
      .map((each) => each.verdict);
  });
}
