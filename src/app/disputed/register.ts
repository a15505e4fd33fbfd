import { formatDay } from '../../calendar/day.ts';
import { settlersIn } from '../../language/disputes/upheld.ts';
import type { Compliance } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DisputeRegister, DisputeState } from '../../model/dispute.ts';
import type { Io } from '../../model/io.ts';
import { promisesOf } from '../../model/promises.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import type { Day } from '../../model/time.ts';
import { localDay, periodOfDay } from '../../plan/periods.ts';
import { saltOf } from '../agreements/salt.ts';
import { type Shown, shownOf } from '../judging/case-rows.ts';
import { dueBy, isOverdue } from '../judging/dispute-due.ts';
import { isSettled } from '../judging/open-disputes.ts';
import { type Run, titleOf, wordsOf } from '../judging/run.ts';
import { type Disputed, disputedIn } from './cases.ts';
import { findingsOf } from './findings.ts';
import { ifUpheldOf } from './if-upheld.ts';

/** The disputes of a run and what is to be told of them, with the numbers that hang on the open ones. */
export async function registerOf(
  run: Run,
  io: Io,
  judged: { readonly compliance: Compliance; readonly request: JudgeRequest },
): Promise<{ readonly register: DisputeRegister; readonly findings: readonly Diagnostic[] }> {
  const { request, compliance } = judged;
  const { agreement, file } = run.newest;
  const { id, timezone } = agreement;
  const disputed = await disputedIn(run);
  const dueOf = dueBy(run, { io, allowOutside: request.allowOutside });
  const shown = request.hidesLeads ? null : shownOf(run, request, await saltOf(agreement.file, io));
  const disputes: DisputeState[] = [];
  const findings: Diagnostic[] = [];
  for (const one of disputed) {
    const due = await dueOf(one.sourced, one.dispute.on);
    const state = stateOf(one, due.day, { run, shown, request });
    disputes.push(state);
    findings.push(...due.findings, ...findingsOf(one, state));
  }
  return {
    register: {
      agreement: { ...{ id, title: titleOf(run), file, timezone }, teams: wordsOf(agreement).teams ?? {} },
      ...{ asOf: run.asOf, asOfFrom: run.asOfFrom, disputes },
      ifUpheld: await ifUpheldOf(run, disputed, compliance),
    },
    findings,
  };
}

interface Around {
  readonly run: Run;
  /** Null where the leads are not shown. */
  readonly shown: Shown | null;
  readonly request: JudgeRequest;
}

function stateOf(
  { dispute, sourced, case: own }: Disputed,
  due: Day | null,
  { run, shown, request }: Around,
): DisputeState {
  const { agreement, place } = sourced;
  const { lead, promise, by, says, settled } = dispute;
  const about = promisesOf(agreement).find(({ id }) => id === promise);
  const done = isSettled(dispute, agreement, run.asOf) ? settled : null;
  const unit = about?.target.per ?? request.period ?? 'month';
  const booked = own?.booked ?? null;
  return {
    ...{ file: dispute.file, line: place(dispute.path).start.line },
    lead: shown === null ? null : shown.lead(lead, promise),
    ...{ promise, title: about?.title ?? promise, by, on: formatDay(dispute.on) },
    says: shown === null ? null : says,
    is: done?.outcome ?? (isOverdue(due, run) ? 'overdue' : 'open'),
    due: due === null ? null : formatDay(due),
    settledBy: done === null ? settlersIn(dispute, agreement) : done.by,
    settledOn: done === null ? null : formatDay(done.on),
    minutes: shown === null ? null : (done?.minutes ?? null),
    state: own?.state ?? null,
    period: booked === null ? null : periodOfDay(unit, localDay(run.zone, booked), run).label,
  };
}
