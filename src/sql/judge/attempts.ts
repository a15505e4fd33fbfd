import type { AttemptsPlan, Terms } from '../../model/judge.ts';
import { HAND_OVER } from '../hand-over.ts';
import {
  activityRows,
  type CaseColumns,
  carried,
  carriedNames,
  flag,
  laterReason,
  REASON,
  rowOf,
  STATE,
  sameLead,
  segmentOf,
} from './base.ts';
import type { JudgeContext } from './context.ts';
import { endAfter, isWithoutDate, noMicros, type Spelling, startEnds, stopEnds } from './expressions.ts';
import { type Layers, LEVEL } from './layers.ts';
import { localDay } from './local.ts';
import { Lookups } from './lookups.ts';
import { hasRanges, holdRows, holdsOf, riskAfter, windowOf } from './pauses.ts';
import { bySegment } from './row-calendar.ts';
import { type Started, startedBy } from './starts.ts';
import { limitsOf } from './terms.ts';

/**
 * Cases of attempts: met with enough touches from the start to due, or where the lead's answer stops them
 * early; breached once due has passed with too few. `x0` is the number of touches, `x1` 1 where they
 * stopped early. Cells that are dates bound the number from both sides; where the bounds disagree the data
 * can't tell.
 */
export function attemptsCases(plan: AttemptsPlan, context: JudgeContext): string {
  const enough = bySegment(plan.terms.map(({ atLeast }) => String(atLeast)));
  const over = `${context.asOf} > due`;
  // Enough touches are met, whatever else is written or missing.
  const tried =
    plan.counter === null
      ? `sure >= ${enough}`
      : `sure >= ${enough} AND last_touch <= due AND last_touch >= s0 AND last_touch <= ${context.asOf}`;
  const state =
    plan.counter === null
      ? `WHEN early THEN ${STATE.met}
    WHEN possible >= ${enough} THEN ${STATE.unknown}
    WHEN ${over} AND ${context.asOf} > due1 THEN ${STATE.breached}
    WHEN ${over} THEN ${STATE.unknown} ELSE ${STATE.pending}`
      : `WHEN early THEN ${STATE.met}
    WHEN sure < ${enough} AND ${over} AND ${context.asOf} > due1 THEN ${STATE.breached}
    WHEN coalesce(sure, 0) < ${enough} AND NOT (${over}) THEN ${STATE.pending} ELSE ${STATE.unknown}`;
  const floats = undated(plan, context);
  const byDates = context.hasStray && plan.counter === null;
  const unsure = byDates
    ? `CASE WHEN stray > 0 THEN ${REASON.strayDate} ELSE ${REASON.dateOnly} END`
    : plan.counter === null
      ? REASON.dateOnly
      : REASON.counterOnly;
  return `
SELECT ${carriedNames(context)}, s0, s1, e0, e1, seg, raw,
  CASE WHEN raw = ${STATE.excluded} THEN ${REASON.outOfScope} WHEN raw = ${STATE.unknown} THEN coalesce(reason, ${unsure}) END AS raw_reason,
  ${plan.pause ? 'due1, ' : ''}at_risk AND raw = ${STATE.pending} AS risk, ${noMicros(context)} AS elapsed, due, 1 AS amount,
  ${floats === 'false' ? '' : `${floats} AS undated, `}sure AS x0, CASE WHEN early AND NOT coalesce(sure >= ${enough}, false) THEN 1 ELSE 0 END AS x1
FROM (
  SELECT *, CASE WHEN NOT scope THEN ${STATE.excluded} WHEN ${tried} THEN ${STATE.met}
    WHEN reason IS NOT NULL THEN ${STATE.unknown}
    ${state} END AS raw
  FROM (${plan.counter === null ? counted(plan, context) : counters(plan, context)})
)`;
}

/** Its cases are rows already. */
export function attemptsColumns(plan: AttemptsPlan, context: JudgeContext, layers: Layers): CaseColumns {
  const none = noMicros(context);
  const own = (name: string) => layers.column(LEVEL.source, `l.${name}`);
  const [s0, s1, e0, e1, seg] = [own('s0'), own('s1'), own('e0'), own('e1'), own('seg')];
  const [state, reason] = [own('raw'), own('raw_reason')];
  const floats = undated(plan, context) === 'false' ? 'false' : own('undated');
  return {
    ...{ s0, s1, e0, e1, seg, exists: 'true', undated: floats, elapsed: none, amount: '1' },
    ...(plan.pause ? { lastDue: own('due1') } : {}),
    ...{ risk: own('risk'), due: own('due'), x0: own('x0'), x1: own('x1') },
    outcome: {
      state,
      reason,
      weighed: (ofState, ofReason) => `${state} * ${ofState} + coalesce(${reason} + 1, 0) * ${ofReason}`,
    },
  };
}

/** Which windows there are, over the columns of a row of `windows`; `own` names those it needs of the lead. */
const startedIn = (plan: AttemptsPlan, context: JudgeContext, own: (sql: string) => string): Started =>
  startedBy(plan.start, { s0: 's0', scope: 'scope', alone: null }, context, own);

/** The name of what tells whether the date of its first stage is blank. */
const undated = (plan: AttemptsPlan, context: JudgeContext): string =>
  startedIn(plan, context, () => 'blank').undated;

/** One row a lead, or a hand-over, that has started: its window, its answer, whether that stops it early. */
function windows(plan: AttemptsPlan, context: JudgeContext): string {
  const { identifier } = context.dialect;
  const none = noMicros(context);
  const lookups = new Lookups(context);
  const limits = limitsOf(plan.terms, context, lookups);
  const start = startEnds(plan.start, context);
  const until =
    plan.until === null ? { earliest: none, latest: none } : endAfter(start.earliest, plan.until, context);
  // A window that nothing dates has no due; calendars are asked for some instant all the same.
  const asked: string[] = [];
  const started = startedIn(plan, context, (sql) => {
    asked.push(`, ${sql} AS blank`);
    return 'blank';
  });
  const floats = asked.length > 0;
  const begins = (s: string) => (floats ? `coalesce(${s}, ${context.asOf})` : s);
  const clock = windowOf(plan);
  const held = holdsOf(clock, context, (sql) => sql);
  const dueOf = (s: string, more: string) => {
    const due = bySegment(
      limits.map(({ due: plain, place }) => (held === null ? plain(begins(s)) : place.due(begins(s), more))),
    );
    return floats ? `CASE WHEN s0 IS NOT NULL THEN ${due} END` : due;
  };
  // A start that is one instant has one due, which is looked up once.
  const last = held === null && start.earliest === start.latest ? 's0' : 's1';
  const unsaid = plan.until === null ? null : isWithoutDate(plan.until, context);
  if (unsaid !== null) asked.push(`, ${unsaid} AS unsaid`);
  const stood =
    held === null
      ? ''
      : `, ${held.worst.taken} AS stood, ${held.worst.delay} AS held0, ${held.best.delay} AS held1`;
  const counter =
    plan.counter === null
      ? `NULL AS counter, ${none} AS last_touch`
      : `l.${identifier(plan.counter.count)} AS counter, ${stopEnds({ time: plan.counter.last, when: null }, context).latest} AS last_touch`;
  return `
    SELECT *, coalesce(e1 <= due AND e0 <= ${context.asOf}, false) AS early,
      CASE ${floats ? `WHEN s0 IS NULL THEN ${REASON.noDate} ` : ''}WHEN s0 > ${context.asOf} OR e0 > ${context.asOf} OR last_touch > ${context.asOf} THEN ${laterReason(context)}
        WHEN e1 < s0 THEN ${REASON.stopBeforeStart}${unsaid === null ? '' : ` WHEN unsaid THEN ${REASON.noDate}`} END AS reason
    FROM (
      SELECT c.*, ${dueOf('s0', 'held0')} AS due,
        ${dueOf(last, 'held1')} AS due1,
        ${bySegment(limits.map(({ risk, place }) => (held === null ? risk(begins('s0')) : riskAfter('stood', begins('s0'), place, context))))} AS at_risk
      FROM (
        SELECT * FROM (
          SELECT ${carried(context)}, ${start.earliest} AS s0, ${start.latest} AS s1, ${segmentOf(plan.terms, context)} AS seg,
            ${flag(plan.scope, context)} AS scope, ${until.earliest} AS e0, ${until.latest} AS e1, ${counter}${asked.join('')}${stood}
          FROM ${identifier(context.leads)} l ${plan.pause ? holdRows(clock, plan.pause, context) : ''}
        ) WHERE ${started.exists}
      ) c
      ${lookups}
    )`;
}

/** The windows with their touches: those that surely fall inside, and those that may. */
function counted(plan: AttemptsPlan, context: JudgeContext): string {
  return `
    SELECT w.*, coalesce(n.sure, 0) AS sure, coalesce(n.possible, 0) AS possible${context.hasStray ? ', coalesce(n.stray, 0) AS stray' : ''}
    FROM (${windows(plan, context)}) w LEFT JOIN ${activityRows(touchesSql(plan, context), context)} n ON ${sameLead('n', 'w', context)}`;
}

/**
 * By lead or hand-over that has touches. The windows, which are fewer, come last: a join holds what it
 * reads last.
 */
export function touchesSql(plan: AttemptsPlan, context: JudgeContext): string {
  if (plan.touches === null) throw new Error('Attempts without a counter need touches');
  const at = stopEnds({ time: plan.touches.time, when: null }, context, 'a');
  const zoneOf = ({ calendar }: Terms) =>
    calendar === null ? undefined : context.calendars[calendar]?.table.zone;
  const day = bySegment(plan.terms.map((terms) => localDay(zoneOf(terms) ?? context.zone, 't0', context)));
  const sure = tally(plan, context, 'sure_in');
  // Without dates that have no time, what may fall inside does.
  const isSure =
    !hasRanges(windowOf(plan), context) && !context.dateOnly.has(plan.touches.time) && !context.hasStray;
  // A stray touch may have been made at any time: it counts among those that may fall inside.
  const isLater = `${at.earliest} > ${context.asOf}`;
  const isPossible = context.hasStray
    ? `(${at.earliest} <= s.due1 OR ${isLater})`
    : `${at.earliest} <= s.due1
            AND ${at.earliest} <= ${context.asOf}`;
  const surely = context.hasStray ? ` AND NOT ${isLater}` : '';
  const stray = context.hasStray ? `, count(CASE WHEN t0 > ${context.asOf} THEN 1 END) AS stray` : '';
  const row = context.handOvers ? `key, ${HAND_OVER}` : 'key';
  const table = context.dialect.identifier(plan.touches.table);
  return `
      SELECT ${row}, ${sure} AS sure, ${isSure ? sure : tally(plan, context, 'true')} AS possible${stray}
      FROM (
        SELECT ${row}, t0, ${plan.distinctDays ? day : '0'} AS d0, sure_in
        FROM (
          SELECT ${rowOf('s', context)}, s.seg, ${at.earliest} AS t0, ${at.earliest} >= s.s1 AND ${at.latest} <= s.due${surely} AS sure_in
          FROM ${table} a JOIN (SELECT ${row}, s0, s1, seg, due, due1 FROM (${windows(plan, { ...context, undated: false })})) s ON a.key = s.key
          WHERE ${flag(plan.touches.when, context, 'a')} AND ${at.latest} >= s.s0 AND ${isPossible}
        )
      ) GROUP BY ${row}`;
}

function counters(plan: AttemptsPlan, context: JudgeContext): string {
  return `SELECT *, counter AS sure, counter AS possible FROM (${windows(plan, context)})`;
}

/**
 * How many touches count: every one, one a local day, or from the first on those a minimum gap apart (and
 * on another day).
 */
function tally({ minGap, distinctDays }: AttemptsPlan, { dialect }: Spelling, where: string): string {
  if (minGap !== null) {
    const gap = minGap.unit === 'elapsed' ? minGap.micros : 0;
    return dialect.countApart({ at: 't0', day: 'd0', where, gap, distinctDays });
  }
  return `count(${distinctDays ? 'DISTINCT ' : ''}CASE WHEN ${where} THEN ${distinctDays ? 'd0' : '1'} END)`;
}
