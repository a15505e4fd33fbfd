import type { Answers } from '../../model/behind.ts';
import type { Pack, PackAhead, PackDocument, PackLead } from '../../model/pack.ts';
import type { RenderOptions } from '../../model/render.ts';
import { proposalsOf } from '../calibration.ts';
import { disputesOf } from '../dispute-records.ts';
import { json } from '../escape.ts';
import { iso } from '../instant.ts';
import { spokenOf } from '../pack/disputes.ts';
import { talkedAbout } from '../pack/experiments.ts';
import { packFacts } from '../pack/facts.ts';
import { answersNow } from '../page/answers.ts';
import { type AgreementFacts, inOrder, type PeriodCell, type PromiseFacts } from '../page/facts.ts';
import { findingOf, instant, toolOf } from './json.ts';
import { registerOf } from './json-experiments.ts';
import { funnelOf } from './json-funnel.ts';

/** Names and order of keys change only by addition. Described by schemas/pack.schema.json. */
export function pack({ packs, findings }: PackDocument, options: RenderOptions): string {
  return json({
    schema: 'pack/1',
    tool: toolOf(options),
    results: packs.map(packOf),
    findings: [...findings, ...packs.flatMap(({ compliance }) => compliance.findings)].map(findingOf),
  });
}

function packOf(one: Pack) {
  const { facts, missed } = packFacts(one);
  const { compliance, focus, told } = facts;
  const { agreement, asOf } = compliance;
  return {
    agreement: agreement.id,
    title: agreement.title,
    file: agreement.file,
    version: agreement.versions.at(-1) ?? null,
    timezone: agreement.timezone,
    period: focus?.label ?? null,
    asOf: iso(asOf),
    final: told.every(({ last }) => last?.final !== false),
    closed: one.closed,
    promises: inOrder(facts.promises).map((each) => promiseOf(each, one)),
    missed: missed.map(({ newest }) => newest.id),
    decisions: one.decisions.map(({ id, what, who, decided, due, seen, again }) => ({
      ...{ id, what, who, decided, due, seen, again },
    })),
    leads: (one.leads?.leads ?? []).map(leadOf),
    answers: answersNow(facts).map(answerOf),
    openDays: one.openDays.map(({ period, days }) => ({ period, days })),
    causes: causesOf(facts),
    funnel: one.funnel && funnelOf(one.funnel),
    experiments: experimentsOf(facts),
    ahead: one.ahead && aheadOf(one.ahead),
    ...disputedOf(facts),
  };
}

/** Of the period of the meeting. */
const causesOf = ({ compliance: { causes = [] }, focus }: AgreementFacts) =>
  causes
    .filter(({ period }) => period === focus?.label)
    .map(({ id, period, versions, broken, causes: own }) => ({
      ...{ id, period, versions, breached: broken },
      causes: own.map(({ id: cause, owedBy, cases, excuses }) => ({ id: cause, owedBy, cases, excuses })),
    }));

/** Those that the meeting talks about; null where the agreement names none. */
function experimentsOf({ compliance: { experiments: register }, focus }: AgreementFacts) {
  if (register === undefined) return null;
  return registerOf({ ...register, experiments: focus === null ? [] : talkedAbout(register, focus) });
}

/** Those that the meeting talks about; absent where the agreement does not say who settles any. */
function disputedOf({ compliance: { disputes }, focus }: AgreementFacts) {
  if (disputes === undefined || focus === null) return {};
  return { disputes: disputesOf(spokenOf(disputes, focus)) };
}

function promiseOf({ newest, last, now }: PromiseFacts, { codes }: Pack) {
  return {
    id: newest.id,
    code: codes[newest.id] ?? newest.id,
    title: newest.title,
    owedBy: newest.owedBy,
    owedTo: newest.owedTo,
    sharedBy: newest.sharedBy,
    last: cellOf(last),
    now: cellOf(now),
  };
}

/** The past of what was missed, the objective's need at each promised step, and the questions to the data. */
const aheadOf = ({ past, plan, questions }: PackAhead) => ({
  past: past.map((one) => ({
    promise: one.id,
    held: one.held,
    proposals: proposalsOf(one).map(({ text, segment, proposal }) => ({
      ...{ text, segment, basis: proposal.basis, now: proposal.now, held: proposal.held },
    })),
  })),
  steps: (plan?.steps ?? []).map(({ id, title, perMonth, promised }) => ({ id, title, perMonth, promised })),
  questions: questions.map(({ rule, message }) => ({ rule, message })),
});

/** A promise in one period, one entry for each target that was in force. */
const cellOf = (cell: PeriodCell | null) =>
  cell && {
    period: cell.period.label,
    verdict: cell.verdict,
    final: cell.final,
    targets: cell.results.map((result) => ({
      target: result.target.text,
      attainment: result.attainment,
      attainmentBeforeExcuses: result.extras.attainmentBeforeExcuses ?? null,
      worst: result.worst,
      best: result.best,
      value: result.value,
      met: result.counts.met,
      breached: result.counts.breached,
      pending: result.counts.pending,
    })),
  };

const leadOf = ({ lead, start, size, missed }: PackLead) => ({
  lead,
  start: instant(start),
  size,
  missed: missed.map(({ promise, case: one }) => ({
    promise,
    due: instant(one.due),
    stop: instant(one.stop),
  })),
});

const answerOf = ({ promise, period, columns, words, sources }: Answers) => ({
  promise,
  period,
  columns,
  words: words.map((each) => ({ words: each.words, cases: each.cases, inProfile: each.inProfile })),
  sources: sources && {
    column: sources.column,
    words: sources.words,
    rows: sources.rows.map(({ source, others, cases, of, blank }) => ({ source, others, cases, of, blank })),
  },
});
