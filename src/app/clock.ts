import { compileCalendar } from '../calendar/calendar.ts';
import { MICROS_PER_DAY } from '../calendar/day.ts';
import { parseDuration } from '../calendar/duration.ts';
import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { didYouMean } from '../messages/nearest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { ClockRequest, ClockResult } from '../model/requests.ts';
import type { Micros } from '../model/time.ts';
import type { Family, Sourced } from './agreements/family.ts';
import { type VersionInForce, versionsInForce } from './agreements/in-force.ts';
import { loadFamilies } from './agreements/load.ts';
import { isFatalError } from './findings/fatal.ts';
import { idMeant } from './findings/meant.ts';
import { closuresOf } from './judging/closures.ts';
import { type ParsedInstant, parseInstant } from './judging/instants.ts';

/** A due date may lie so far ahead, days: as far as a calendar looks. */
const AHEAD = 21 * 366;

/** Business time between two instants, or when a time limit from an instant is due, stretch by stretch. */
export async function clock(request: ClockRequest, io: Io): Promise<ClockResult> {
  const loaded = await loadFamilies(request.paths, io);
  const give = (...findings: readonly Diagnostic[]): ClockResult => ({
    findings,
    texts: loaded.texts,
    clock: null,
  });
  const broken = loaded.findings.filter(isFatalError);
  const chosen = choose(calendarsOf(loaded.families), request.calendar);
  if (!chosen.ok) return give(...(broken.length > 0 ? broken.map(asFatal) : [chosen.problem]));
  const { id } = chosen;
  const sourced = inForce(chosen, request.from);
  const def = sourced?.agreement.calendars[id];
  if (!sourced || !def) return give(...broken);

  const from = parseInstant(request.from, def.timezone, 'begin');
  const to = request.to === null ? null : parseInstant(request.to, def.timezone, 'begin');
  const within = request.within === null ? null : parseDuration(request.within);
  const problems = [flagProblem('--from', from), flagProblem('--to', to), flagProblem('--within', within)];
  const wrong = problems.filter((problem) => problem !== null);
  if (!from.ok || (to && !to.ok) || (within && !within.ok)) return give(...wrong);
  if (to && to.at < from.at)
    return give(fatal('wrong-option', t`--to is before --from`, t`write the earlier instant behind --from`));

  const last = to?.at ?? from.at;
  const firstDay = Math.floor(from.at / MICROS_PER_DAY) - 3;
  const lastDay = Math.ceil(last / MICROS_PER_DAY) + (within ? AHEAD : 3);
  const closed = await closuresOf({
    ...{ def, sourced, io },
    span: { from: firstDay, to: lastDay },
    allowOutside: request.allowOutside,
  });
  if (closed.findings.length > 0) return give(...closed.findings.map(asFatal));
  const calendar = compileCalendar(def, closed.closures, { from: from.at, to: last });
  const due = within?.ok ? calendar.due(from.at, within.duration) : null;
  if (within && due === null) {
    return give(
      fatal(
        'no-due',
        t`"${request.within ?? ''}" is never over on the calendar "${id}"`,
        t`write a shorter time limit`,
      ),
    );
  }
  const until: Micros = to?.at ?? due ?? from.at;
  return {
    findings: [],
    texts: loaded.texts,
    clock: {
      calendar: id,
      timezone: def.timezone,
      from: from.at,
      to: to?.at ?? null,
      within: request.within,
      due,
      businessSeconds: to ? calendar.openBetween(from.at, to.at) / 1e6 : null,
      stretches: calendar.stretches(from.at, until),
    },
  };
}

/** A calendar by its id, in the versions of the one agreement that have it, oldest first. */
interface Candidate {
  readonly id: string;
  readonly versions: readonly VersionInForce[];
}

/** By id; several agreements may have one of a name, each its own. */
function calendarsOf(families: readonly Family[]): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const family of families) {
    const versions = versionsInForce(family);
    const ids = new Set(family.versions.flatMap(({ agreement }) => Object.keys(agreement.calendars)));
    for (const id of ids) {
      const having = versions.filter(({ sourced }) => Object.hasOwn(sourced.agreement.calendars, id));
      found.set(id, [...(found.get(id) ?? []), { id, versions: having }]);
    }
  }
  return found;
}

/**
 * The version in force at the instant, whose calendar judges; the newest where none is, or where there is
 * no instant to tell.
 */
function inForce({ id, versions }: Candidate, from: string): Sourced | undefined {
  const newest = versions.at(-1)?.sourced;
  const parsed = parseInstant(from, newest?.agreement.calendars[id]?.timezone ?? 'UTC', 'begin');
  const at = parsed.ok ? parsed.at : null;
  const found = versions.find(({ span }) => at !== null && at >= span.from && at < span.to);
  return found?.sourced ?? newest;
}

type Choice = ({ readonly ok: true } & Candidate) | { readonly ok: false; readonly problem: Diagnostic };

function choose(candidates: ReadonlyMap<string, readonly Candidate[]>, wanted: string | null): Choice {
  const ids = [...candidates.keys()];
  const all = ids.map((each) => ({ id: each }));
  const id = wanted === null ? (ids.length === 1 ? ids[0] : undefined) : idMeant(wanted, all);
  const [chosen, ...others] = candidates.get(id ?? '') ?? [];
  if (chosen && others.length > 0) return { ok: false, problem: ofSeveral(chosen, others) };
  if (chosen) return { ok: true, ...chosen };
  const list = ids.length === 0 ? t`no agreement found has a calendar` : t`the calendars are ${allOf(ids)}`;
  return {
    ok: false,
    problem:
      wanted === null
        ? fatal(
            'which-calendar',
            ids.length === 0 ? t`There is no calendar` : t`There are several calendars`,
            t`${list}; write --calendar ${ids[0] ?? 'ID'}`,
          )
        : fatal('unknown-calendar', t`No calendar "${wanted}"`, `${list}${didYouMean(wanted, ids)}`),
  };
}

/** Hours of one name in two agreements are not the same hours. */
function ofSeveral(chosen: Candidate, others: readonly Candidate[]): Diagnostic {
  const files = [chosen, ...others].map(({ versions }) => versions.at(-1)?.sourced.file ?? '');
  return fatal(
    'which-calendar',
    t`Several agreements have a calendar "${chosen.id}": ${files.join(', ')}`,
    t`name one of them: sla clock ${files[0] ?? ''} --calendar ${chosen.id}`,
  );
}

function flagProblem(
  flag: string,
  parsed: ParsedInstant | ReturnType<typeof parseDuration> | null,
): Diagnostic | null {
  return parsed === null || parsed.ok
    ? null
    : fatal('wrong-option', `${flag}: ${parsed.message}`, parsed.help);
}

const fatal = (rule: string, message: string, help: string): Diagnostic => ({
  rule,
  severity: 'error',
  message,
  help,
  fatal: true,
});

const asFatal = (finding: Diagnostic): Diagnostic => ({ ...finding, fatal: true });
