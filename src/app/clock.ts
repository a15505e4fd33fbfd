import { compileCalendar } from '../calendar/calendar.ts';
import { MICROS_PER_DAY } from '../calendar/day.ts';
import { parseDuration } from '../calendar/duration.ts';
import { t } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { ClockRequest, ClockResult } from '../model/requests.ts';
import type { Micros } from '../model/time.ts';
import { closedDays } from './calendars.ts';
import { loadFamilies, type Sourced } from './families.ts';
import { type ParsedInstant, parseInstant } from './instants.ts';
import { stops } from './stops.ts';

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
  const broken = loaded.findings.filter(stops);
  const candidates = calendarsOf(loaded.families.flatMap(({ versions }) => versions));
  const chosen = choose(candidates, request.calendar);
  if (!chosen.ok) return give(...(broken.length > 0 ? broken.map(asFatal) : [chosen.problem]));
  const { sourced, id } = chosen;
  const def = sourced.agreement.calendars[id];
  if (!def) return give(...broken);

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
  const closed = await closedDays(def, sourced, { from: firstDay, to: lastDay }, io, request.allowOutside);
  if (closed.findings.length > 0) return give(...closed.findings.map(asFatal));
  const calendar = compileCalendar(def, closed.days, { from: from.at, to: last });
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

interface Candidate {
  readonly sourced: Sourced;
  readonly id: string;
}

/** Of several versions the newest is asked. */
function calendarsOf(versions: readonly Sourced[]): ReadonlyMap<string, Candidate> {
  return new Map(
    versions.flatMap((sourced) =>
      Object.keys(sourced.agreement.calendars).map((id) => [id, { sourced, id }] as const),
    ),
  );
}

type Choice = ({ readonly ok: true } & Candidate) | { readonly ok: false; readonly problem: Diagnostic };

function choose(candidates: ReadonlyMap<string, Candidate>, wanted: string | null): Choice {
  const ids = [...candidates.keys()];
  const chosen =
    wanted === null ? (ids.length === 1 ? candidates.get(ids[0] ?? '') : undefined) : candidates.get(wanted);
  if (chosen) return { ok: true, ...chosen };
  const list =
    ids.length === 0 ? t`no agreement found has a calendar` : t`the calendars are ${ids.join(', ')}`;
  return {
    ok: false,
    problem:
      wanted === null
        ? fatal(
            'which-calendar',
            ids.length === 0 ? t`There is no calendar` : t`There are several calendars`,
            t`${list}; write --calendar ${ids[0] ?? 'ID'}`,
          )
        : fatal('unknown-calendar', t`No calendar "${wanted}"`, list),
  };
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
