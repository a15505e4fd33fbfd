import { kindOf } from '../../kinds/index.ts';
import type { Part } from '../../kinds/kind.ts';
import { t } from '../../messages/index.ts';
import { quoted } from '../../messages/quoted.ts';
import type { Stage } from '../../model/agreement.ts';
import type { CaseState, Reason } from '../../model/compliance.ts';
import type { Condition } from '../../model/condition.ts';
import { nameOf } from '../../report/names.ts';
import type { Planned } from '../judging/run.ts';
import { conditionWords } from '../wording/conditions.ts';
import { headerOf, rowsOf } from '../wording/names.ts';

/** The stages of a promise by their part in it, where it has them. */
function stagesOf({ promise, inForce }: Planned): {
  readonly start: Stage | null;
  readonly stop: Stage | null;
} {
  const { stages } = inForce.sourced.agreement;
  const { measure } = promise;
  const kind = kindOf(measure.kind);
  const timing = kind.timing(measure);
  const end = timing === null ? null : (timing.to ?? timing.until);
  return {
    start: stages[kind.scope(measure)?.stage ?? ''] ?? null,
    stop: (typeof end === 'string' ? stages[end] : null) ?? null,
  };
}

/** The header of the column that a field of its rows stands in. */
const columnOf = (field: string, { promise, inForce }: Planned): string =>
  headerOf(inForce.sourced.agreement, field, rowsOf(promise));

const wordsOf = (condition: Condition, { promise, inForce }: Planned): string =>
  conditionWords(condition, inForce.sourced.agreement, rowsOf(promise));

/** The title of the stage that ends a case. */
function endOf(planned: Planned): string | undefined {
  const reaches = partOf(planned.promise)?.reaches ?? null;
  const stage = reaches === null ? undefined : planned.inForce.sourced.agreement.stages[reaches];
  const named = stage ?? stagesOf(planned).stop;
  return named ? nameOf(named) : undefined;
}

function partOf({ measure }: Planned['promise']): Part | null {
  return kindOf(measure.kind).part(measure);
}

/**
 * Why no case came of a lead: the stage that starts it was not reached, or its date is told of another
 * hand-over.
 */
export function notReached(
  planned: Planned,
  cells: Readonly<Record<string, string>>,
  elsewhere: boolean,
): string {
  const { start } = stagesOf(planned);
  const { by } = dueOf(planned) ?? {};
  if (by !== undefined)
    return t`it has no date by which it is to be done: "${columnOf(by, planned)}" is blank`;
  if (start === null) return t`its clock has not started`;
  const isLead = planned.promise.population === undefined;
  if (elsewhere) return t`another hand-over of the lead has the same "${nameOf(start)}", and is judged by it`;
  if (start.when === null || cells[start.at] === undefined)
    return isLead
      ? t`the lead has not reached "${nameOf(start)}": "${columnOf(start.at, planned)}" is blank`
      : t`the row has not reached "${nameOf(start)}": "${columnOf(start.at, planned)}" is blank`;
  const when = wordsOf(start.when, planned);
  return isLead
    ? t`the lead has not reached "${nameOf(start)}": it does not hold that ${when}`
    : t`the row has not reached "${nameOf(start)}": it does not hold that ${when}`;
}

const dueOf = ({ promise: { measure } }: Planned) => kindOf(measure.kind).due?.(measure) ?? null;

/** Of what is to be done by a date: by when, and when it was. */
export function doneBy(
  planned: Planned,
  state: CaseState | null,
  cells: Readonly<Record<string, string>>,
): readonly string[] {
  const due = dueOf(planned);
  if (due === null) return [];
  const { by, done } = due;
  const told = cells[done];
  const [until, when] = [columnOf(by, planned), columnOf(done, planned)];
  return [
    t`it is to be done by "${until}": "${cells[by] ?? ''}"`,
    told === undefined
      ? t`it is not done: "${when}" is blank`
      : state === 'met'
        ? t`it was done: "${when}" is "${told}"`
        : t`it was not done by as-of: "${when}" is "${told}"`,
  ];
}

/** What started the case. */
export function reached(planned: Planned): string {
  const { start } = stagesOf(planned);
  return start === null ? t`its clock has started` : hasReached(start, planned.promise);
}

/** Of a share of leads that also reach a stage: whether this one did, or what it lacks; null elsewhere. */
export function reachedToo(
  planned: Planned,
  state: CaseState | null,
  cells: Readonly<Record<string, string>>,
): string | null {
  const { promise, inForce } = planned;
  const reaches = partOf(promise)?.reaches ?? null;
  const stage = reaches === null ? undefined : inForce.sourced.agreement.stages[reaches];
  if (stage === undefined || (state !== 'met' && state !== 'breached')) return null;
  if (state === 'met') return hasReached(stage, promise);
  const isLead = promise.population === undefined;
  if (cells[stage.at] === undefined)
    return isLead
      ? t`the lead has not reached "${nameOf(stage)}": "${columnOf(stage.at, planned)}" is blank`
      : t`the row has not reached "${nameOf(stage)}": "${columnOf(stage.at, planned)}" is blank`;
  if (stage.when === null)
    return isLead
      ? t`the lead had not reached "${nameOf(stage)}" by as-of`
      : t`the row had not reached "${nameOf(stage)}" by as-of`;
  const when = wordsOf(stage.when, planned);
  return isLead
    ? t`the lead has not reached "${nameOf(stage)}", which asks that ${when}`
    : t`the row has not reached "${nameOf(stage)}", which asks that ${when}`;
}

const hasReached = (stage: Stage, { population }: Planned['promise']): string =>
  population === undefined
    ? t`the lead has reached "${nameOf(stage)}"`
    : t`the row has reached "${nameOf(stage)}"`;

/** Why a case is met with less than is owed. */
export function endedEarly(planned: Planned): string {
  const { stop } = stagesOf(planned);
  return t`reaching "${stop === null ? 'stop' : nameOf(stop)}" in time ended it early`;
}

/** Where leads come back: why a date that the row has does not end the case. */
export function endsAnother(planned: Planned): string {
  const stop = endOf(planned);
  return t`the date of "${stop ?? 'stop'}" is told of another hand-over`;
}

/**
 * Why a case is excluded or unknown, in the names of its stages; null where other sentences say it.
 * `startless`: it has no start.
 */
export function reasonSentence(reason: Reason | null, planned: Planned, startless = false): string | null {
  const { start, stop } = stagesOf(planned);
  const end = endOf(planned) ?? 'stop';
  const [from, to] = [
    quoted(start === null ? 'start' : nameOf(start)),
    quoted(stop === null ? 'stop' : nameOf(stop)),
  ];
  switch (reason) {
    case 'no-start':
      return t`${to} has a date and ${from} has none, so that no clock could start`;
    case 'stop-before-start':
      return t`${to} comes before ${from}`;
    case 'date-only':
      return t`a cell is a date without a time: the answer is one at the beginning of that day and another at its end`;
    case 'after-as-of':
      return t`it rests on a date after as-of`;
    case 'stray-date':
      return t`it rests on a date behind the end of the data, which is not taken for the present`;
    case 'no-date':
      return t`the condition of ${startless ? from : `"${end}"`} holds, and its date is blank`;
    case 'no-deadline':
      return t`the cell that says until when is blank`;
    case 'due-before-start':
      return t`it is due before ${from}`;
    case 'no-value':
      return t`the cell to add up is blank`;
    case 'counter-only':
      return t`the counter has enough touches, and its last touch does not tell whether they came in time`;
    case 'no-version':
      return t`no version of the agreement was in force when it started`;
    case 'unreadable':
      return t`a cell could not be read`;
    case 'out-of-scope':
    case 'waived':
    case 'excused':
    case null:
      return null;
  }
}
