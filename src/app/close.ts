import { join } from 'node:path';
import { parseDay } from '../calendar/day.ts';
import { zoneTable } from '../calendar/zone.ts';
import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import type { Closed, CloseRequest, Closing } from '../model/closed.ts';
import type { Result } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { type Answer, UNASKED } from '../model/requests.ts';
import type { Period } from '../model/time.ts';
import { periodOfLabel } from '../plan/periods.ts';
import { spokenEnd } from '../report/instant.ts';
import { nameOf, periodText } from '../report/names.ts';
import { closedFolder, shown } from './agreements/find.ts';
import { leavesRepository } from './agreements/inside-repository.ts';
import { loadFamilies } from './agreements/load.ts';
import { saltMade } from './agreements/salt.ts';
import { earliestClosing, tooEarly } from './closed/earliest.ts';
import { edited, readRecord, wrongRecord } from './closed/load.ts';
import { groundOf, resultsOfMonth } from './closed/month.ts';
import { WrongRecord } from './closed/raw-result.ts';
import { type RecordFile, rawClosing, withClosing } from './closed/record.ts';
import { closedCases, NO_CASES, statesOf } from './closed/states.ts';
import { unknownSources } from './exports/files.ts';
import { asFatal, isFatalError } from './findings/fatal.ts';
import { sortFindings } from './findings/order.ts';
import { withEngine } from './judging/engine.ts';
import { openRun } from './judging/open.ts';
import type { Run } from './judging/run.ts';

export interface CloseResult extends Answer {
  readonly closed: readonly Closed[];
}

/** Judges a month that is over and writes what was found beside each agreement. Commits nothing. */
export async function close(request: CloseRequest, io: Io): Promise<CloseResult> {
  const loaded = await loadFamilies(request.paths, io);
  const findings: Diagnostic[] = [
    ...loaded.findings,
    ...typedWrong(request),
    ...unknownSources(request, loaded.families),
  ];
  const closed: Closed[] = [];
  if (findings.some(isFatalError))
    return { closed, findings: sortFindings(findings.map(asFatal)), texts: loaded.texts };
  // All are judged before the first is written: a month is not closed by halves.
  const ready: Ready[] = [];
  for (const family of loaded.families)
    await withEngine(io, async (engine) => {
      const { run, findings: problems } = await openRun({
        family,
        request: { ...UNASKED, ...request },
        engine,
        io,
      });
      if (run === null) {
        findings.push(...problems);
        return;
      }
      const one = await judged(run, request, io);
      if ('ready' in one) ready.push(one.ready);
      else findings.push(...one.findings);
    });
  if (!findings.some(isFatalError))
    for (const one of ready) {
      const wrong = await written(one, request, io);
      if (wrong !== null) findings.push(wrong);
      else closed.push(one.closed);
    }
  return { closed, findings: sortFindings(findings), texts: loaded.texts };
}

const wrongOption = (message: string, help: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message,
  help,
  fatal: true,
});

/** A label names a month in any zone. */
const UTC = zoneTable('UTC', 0, 0);

function typedWrong({ month, again, why, date }: CloseRequest): readonly Diagnostic[] {
  const period = periodOfLabel(month, { zone: UTC, yearStarts: 1 });
  const day = parseDay(date);
  return [
    ...(period?.unit === 'month'
      ? []
      : [
          wrongOption(
            t`"${month}" is not a month`,
            t`write sla close 2026-05; a quarter is closed with its last month, a year with its last`,
          ),
        ]),
    ...(day.ok ? [] : [wrongOption(`--date: ${day.message}`, day.help)]),
    ...(again && (why ?? '').trim() === ''
      ? [wrongOption(t`Why is it closed anew?`, t`write sla close ${month} --again --why "..."`)]
      : []),
  ];
}

interface Ready {
  readonly closed: Closed;
  readonly closing: Closing;
  /** Absolute. */
  readonly path: string;
}

type Judged = { readonly ready: Ready } | { readonly findings: readonly Diagnostic[] };

const wrongly = (...findings: readonly Diagnostic[]): Judged => ({ findings });

async function judged(run: Run, request: CloseRequest, io: Io): Promise<Judged> {
  const { newest } = run;
  const { id, file: agreementFile } = newest.agreement;
  const month = periodOfLabel(request.month, run);
  if (month === null) throw new Error(`No month ${request.month}`);
  const path = join(closedFolder(agreementFile), `${month.label}.json`);
  if (await leavesRepository(path, agreementFile, io)) return wrongly(outside(shown(path, io)));
  const early = await tooEarlyFor(run, month, request, io);
  if (early.findings.length > 0 && !(early.known && request.provisional)) return early;
  const results = await resultsOfMonth(run, month);
  const refusal = refused(results, month, run, request);
  if (refusal !== null) return wrongly(refusal);
  const cases = request.cases ?? newest.agreement.closing?.cases ?? 'hashed';
  const isPersonal = [run.tables.leads, ...run.tables.populations()].some(
    ({ source: { fields, key } }) => fields[key]?.personal === true,
  );
  if (cases === 'ids' && isPersonal && !request.personal)
    return wrongly(
      wrongOption(
        t`--cases ids: the key of the leads is personal, and a record stays in git`,
        t`leave it out: leads are then named by a keyed hash; --personal writes them as they are`,
      ),
    );
  const ground = groundOf(run, month, run.asOf);
  const naming = cases === 'none' ? null : { as: cases, salt: await saltMade(agreementFile, io) };
  const closing: Closing = {
    ...ground,
    closed: request.date,
    why: request.again ? request.why : null,
    provisional: early.findings.length > 0 || results.some(({ final }) => !final),
    asOf: run.asOf,
    inputs: run.exports.inputs,
    results,
    cases: naming === null ? NO_CASES : closedCases(await statesOf(run, month, naming), naming),
  };
  const salted = naming !== null;
  const closed = { agreement: id, month: month.label, file: shown(path, io), results, salted };
  return { ready: { closed, closing, path } };
}

/** That it is not yet the day on which the agreement has months closed, and whether that day is known. */
async function tooEarlyFor(
  run: Run,
  month: Period,
  { date, allowOutside }: CloseRequest,
  io: Io,
): Promise<{ readonly known: boolean; readonly findings: readonly Diagnostic[] }> {
  const found = await earliestClosing(run, month, { io, allowOutside });
  if (!found.ok) return { known: false, findings: found.findings };
  const on = parseDay(date);
  const early = found.day !== null && on.ok && on.value < found.day;
  return { known: true, findings: early ? [tooEarly(found.day, month, run)] : [] };
}

function refused(
  results: readonly Result[],
  month: Period,
  { newest, asOf, zone }: Run,
  { provisional }: CloseRequest,
): Diagnostic | null {
  const { id } = newest.agreement;
  if (results.every(({ verdict }) => verdict === 'no data' || verdict === null))
    return {
      rule: 'nothing-judged',
      severity: 'error',
      message: t`Nothing was judged: "${id}" has no case in ${periodText(month.label)}`,
      help: t`check the month, the "effective:" of the agreement, and the export`,
      fatal: true,
    };
  const open = [...new Set(results.filter(({ final }) => !final).map(nameOf))];
  if (open.length === 0 || provisional) return null;
  return {
    rule: 'not-final',
    severity: 'error',
    message: t`${periodText(month.label)} of "${id}" is not over: ${allOf(open.map((each) => `"${each}"`))} may still change as of ${spokenEnd(asOf, zone.zone)}`,
    help: t`close it with later exports, or name the present with --as-of; --provisional closes it as it is`,
    place: newest.place(['id']),
    fatal: true,
  };
}

const outside = (file: string): Diagnostic => ({
  rule: 'outside-path',
  severity: 'error',
  message: t`"${file}" leads to a file outside the repository`,
  help: t`remove the link: a closed month lies beside its agreement`,
  fatal: true,
});

/** What keeps the closing from being written, read at the moment of writing; null once it is. */
async function written(
  { closing, path, closed }: Ready,
  request: CloseRequest,
  io: Io,
): Promise<Diagnostic | null> {
  return io.files.locked(path, async () => {
    const there = await recordAt(path, io);
    if (there !== null && 'rule' in there) return there;
    const { agreement, month } = closed;
    const own = there?.agreements.get(agreement);
    if (own !== undefined && !own.intact) return { ...edited(closed.file, month, agreement), fatal: true };
    if (own !== undefined && !request.again)
      return wrongOption(
        t`${month} of "${agreement}" is closed already`,
        t`to close it anew, and keep the first: sla close ${month} --again --why "..."`,
      );
    if (own === undefined && request.again)
      return wrongOption(t`${month} of "${agreement}" was not closed before`, t`leave out --again and --why`);
    const text = withClosing(there, { month, agreement, closing: rawClosing(agreement, closing) });
    await io.files.write(path, text, { force: true, folder: true });
    return null;
  });
}

async function recordAt(path: string, io: Io): Promise<RecordFile | Diagnostic | null> {
  if ((await io.files.stat(path)) === null) return null;
  try {
    return await readRecord(path, io.files);
  } catch (error) {
    if (error instanceof WrongRecord) return wrongRecord(shown(path, io));
    throw error;
  }
}
