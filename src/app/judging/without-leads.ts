import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { ComplianceShown } from '../../model/behind.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import type { StepTaken } from '../../model/steps.ts';

/**
 * What is left of an answer in a view: the numbers as they are. Problems of the data quote cells and name leads,
 * so that a view without leads says how many there are of each rule, and no more.
 */
export function inView(
  shown: ComplianceShown,
  { view = null, hidesLeads = false }: JudgeRequest,
): ComplianceShown {
  if (view === null) return shown;
  const said = hidesLeads
    ? t`This is the view "${view}": the numbers are those of every view, the leads behind them are not shown`
    : t`This is the view "${view}": the numbers are those of every view`;
  const told = { ...shown, notes: [said, ...(hidesLeads ? [] : shown.notes)] };
  return hidesLeads ? { ...told, ...stepsUnnamed(shown), findings: countedByRule(shown.findings) } : told;
}

/** How far each promise of steps is, without the keys of its rows. */
function stepsUnnamed({ steps }: ComplianceShown): Pick<ComplianceShown, 'steps'> {
  if (steps === undefined) return {};
  const unnamed = (step: StepTaken): StepTaken => ({ ...step, key: null });
  return {
    steps: steps.map((one) => ({
      ...one,
      next: one.next === null ? null : unnamed(one.next),
      steps: one.steps.map(unnamed),
    })),
  };
}

/** What keeps an agreement from being judged, as far as a view lets it be told. */
export const problemsInView = (
  problems: readonly Diagnostic[],
  { hidesLeads = false }: JudgeRequest,
): readonly Diagnostic[] => (hidesLeads ? countedByRule(problems) : problems);

/** Problems of files that lie beside an agreement: what is quoted of one of disputes may be a lead. */
export const filesInView = (problems: readonly Diagnostic[]): readonly Diagnostic[] =>
  problems.map((one) =>
    one.rule === 'dispute-unread'
      ? { ...one, message: t`A dispute can't be read`, help: t`whoever sees the leads sees why` }
      : one,
  );

/** One for each rule, in their order, at the severity of the first. */
function countedByRule(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const byRule = new Map<string, Diagnostic[]>();
  for (const one of findings) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  return [...byRule].flatMap(([rule, own]): readonly Diagnostic[] => {
    const [first] = own;
    if (!first) return [];
    const n = whole(own.length);
    const message = plural(
      own.length,
      t`${n} problem of the data: ${rule}`,
      t`${n} problems of the data: ${rule}`,
    );
    const fatal = own.some((each) => each.fatal) ? { fatal: true } : {};
    return [
      { rule, severity: first.severity, message, help: t`whoever sees the leads sees where`, ...fatal },
    ];
  });
}
