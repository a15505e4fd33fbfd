import { resolve } from 'node:path';
import { parseDay } from '../calendar/day.ts';
import { zoneTable } from '../calendar/zone.ts';
import { openDuckDb } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { t } from '../messages/index.ts';
import type { Agreement } from '../model/agreement.ts';
import { alikeText } from '../model/alike.ts';
import type { Case } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { MONTH_NAMES } from '../model/month-names.ts';
import { promisesOf } from '../model/promises.ts';
import type { Answer, CaseSink, CasesRequest } from '../model/requests.ts';
import type { Period } from '../model/time.ts';
import { handedOverBy } from '../plan/facts.ts';
import { midnight, periodOfLabel, periodsBetween } from '../plan/periods.ts';
import { listingSql } from '../sql/judge/listing.ts';
import type { Family } from './agreements/family.ts';
import { newestOf } from './agreements/family.ts';
import { type Loaded, loadFamilies } from './agreements/load.ts';
import { type Salt, saltOf } from './agreements/salt.ts';
import { listSeen } from './agreements/views.ts';
import { unknownSources } from './exports/files.ts';
import { rejectFindings } from './exports/findings.ts';
import { runTables } from './exports/tables.ts';
import { sortFindings } from './findings/order.ts';
import { tabulateActivities } from './judging/activities.ts';
import { caseOf, headerOf, type Shown, shownOf } from './judging/case-rows.ts';
import { contextOf } from './judging/context.ts';
import { withEngine } from './judging/engine.ts';
import { nobodyCameBack } from './judging/groups.ts';
import { judgeableOf } from './judging/judgeable.ts';
import { ledgersOf } from './judging/ledgers.ts';
import { openRun } from './judging/open.ts';
import { personAfterPerson, whyNobody } from './judging/persons.ts';
import type { Planned, Run } from './judging/run.ts';
import { spanOfAll, spanProblems } from './judging/span.ts';
import { keysKnown, noSuchLead } from './receipt/known-keys.ts';
import { nobodyKnown, type StrangeOwners, strangeOwners } from './receipt/known-owners.ts';

/**
 * A list is sorted, and one of millions of cases is sorted in pieces, which must fit when they come
 * together.
 */
const LISTING_MEMORY = '350MB';

/**
 * The leads behind the numbers, one case at a time: each batch goes to the sink as it comes, so that
 * nothing piles up. Ends early where the sink wants no more. Long because what is wrong with the question is looked for
 * in its order.
 */
export async function cases(request: CasesRequest, sink: CaseSink, io: Io): Promise<Answer> {
  const loaded = await withPromisesTold(request.paths, await loadFamilies(request.paths, io), io);
  const judgeable = judgeableOf(loaded, [
    ...spanProblems(request, loaded.families.flatMap(newestOf)),
    ...unknownSources(request, loaded.families),
  ]);
  const findings: Diagnostic[] = [...judgeable.findings];
  const answer = (): Answer => ({ findings: sortFindings(findings), texts: loaded.texts });
  if (judgeable.families.length === 0) return answer();
  const ids = new Set(judgeable.families.flatMap(promiseIds));
  const unknown = request.commitments.filter((id) => !ids.has(id));
  if (unknown.length > 0) {
    findings.push(...unknown.map((id) => noSuchPromise(id, [...ids])));
    return answer();
  }
  const wrong = judgeable.families.flatMap(newestOf).flatMap((agreement) => wrongPeriods(request, agreement));
  if (wrong.length > 0) {
    findings.push(...wrong);
    return answer();
  }
  const noDay = wrongDay(request);
  if (noDay.length > 0) {
    findings.push(...noDay);
    return answer();
  }
  const silent = request.recycled ? judgeable.families.flatMap(notTelling) : [];
  if (silent.length > 0) {
    findings.push(...silent);
    return answer();
  }
  const left = new Set(request.leadIds);
  const strange: StrangeOwners = {
    names: new Map(request.owners.map((owner) => [owner, []])),
    ...{ saying: [], silent: [] },
  };
  for (const family of judgeable.families) {
    const { request: seen, findings: unseen } = listSeen(request, family);
    if (unseen.length > 0) {
      findings.push(...unseen);
      continue;
    }
    const list = async (engine: Engine): Promise<boolean> => {
      const { run, findings: problems } = await openRun({ family, request: seen, engine, io });
      findings.push(...problems);
      if (run === null) return true;
      findings.push(...(await rejectFindings(run.exports)));
      const known = await keysKnown(run, request.leadIds, io);
      for (const key of known.keys()) left.delete(key);
      // Where nothing has any of these keys, there is no list without a case: there is none.
      if (known.size === 0 && request.leadIds.length > 0) return true;
      if (request.owners.length > 0 && (await nobodyKnown(run, seen, strange))) return true;
      const listed = { ...seen, leadIds: [...known.values()] };
      const more = await listCases(run, listed, sink, await saltOf(run.newest.agreement.file, io));
      if (typeof more === 'boolean') return more;
      findings.push(more);
      return true;
    };
    const more = await withEngine(io, list, openDuckDb({ ...io, memoryLimit: LISTING_MEMORY }));
    if (!more) break;
  }
  if (!findings.some(({ fatal }) => fatal))
    findings.push(...[...left].map(noSuchLead), ...strangeOwners(strange));
  return answer();
}

/** What was loaded; where a path that is not there is the name of a promise, its problem says how that is asked for. */
async function withPromisesTold(paths: readonly string[], loaded: Loaded, io: Io): Promise<Loaded> {
  const isMissing = ({ rule, fatal }: Diagnostic) => rule === 'no-agreement' && fatal === true;
  if (!loaded.findings.some(isMissing)) return loaded;
  const stats = await Promise.all(paths.map((path) => io.files.stat(resolve(io.cwd, path))));
  const others = paths.filter((_, i) => stats[i] !== null);
  const { families } = await loadFamilies(others, io);
  const ids = new Set(families.flatMap(promiseIds));
  const named = paths.find((path, i) => stats[i] === null && ids.has(path));
  if (named === undefined) return loaded;
  const command = ['sla cases', ...others, '--commitment', named].join(' ');
  const help = t`"${named}" is a promise: ${command}`;
  return { ...loaded, findings: loaded.findings.map((each) => (isMissing(each) ? { ...each, help } : each)) };
}

/** The cases of one agreement; resolves to false once the sink wants no more. */
export async function listCases(
  run: Run,
  request: CasesRequest,
  sink: CaseSink,
  salt: Salt | null = null,
): Promise<boolean | Diagnostic> {
  const wanted = run.planned.filter(
    ({ promise }) => request.commitments.length === 0 || request.commitments.includes(promise.id),
  );
  const spansOf = await spansToList(run, request);
  const ledgers = await ledgersOf(run, (planned) => spansOf(planned).flat());
  const { todo = null } = request;
  const shown = shownOf(run, request, salt);
  const nobody = todo?.byPerson ? whyNobody(run, shown) : null;
  if (nobody !== null) return nobody;
  if (!(await sink.begin({ ...headerOf(run, wanted), ledgers, ...(todo === null ? {} : { todo }) })))
    return false;

  if (request.leadIds.length === 0) await tabulateActivities(run, wanted);
  const all = async (to: CaseSink): Promise<boolean> => {
    for (const planned of wanted) {
      for (const periods of spansOf(planned)) {
        if (!(await list({ run, planned, periods, request, sink: to, shown }))) return false;
      }
    }
    return true;
  };
  if (todo === null) return all(sink);
  const found = await inOrderOfDue(all);
  return sink.batch(todo.byPerson ? personAfterPerson(found) : found);
}

/** What is due first before the others; of one time what is at risk, then what nobody has in charge. */
async function inOrderOfDue(all: (to: CaseSink) => Promise<boolean>): Promise<readonly Case[]> {
  const found: Case[] = [];
  await all({
    begin: async () => true,
    batch: async (cases) => {
      found.push(...cases);
      return true;
    },
  });
  const late = ({ due }: Case) => due ?? Number.POSITIVE_INFINITY;
  return found.sort(
    (a, b) =>
      (late(a) === late(b) ? 0 : late(a) - late(b)) ||
      Number(b.atRisk) - Number(a.atRisk) ||
      Number(a.owner !== null) - Number(b.owner !== null) ||
      (a.lead < b.lead ? -1 : a.lead > b.lead ? 1 : a.commitment < b.commitment ? -1 : 1),
  );
}

/** The periods to list of a promise, as rows of periods that follow one another. */
async function spansToList(
  run: Run,
  request: CasesRequest,
): Promise<(planned: Planned) => readonly (readonly Period[])[]> {
  const named = (request.periods ?? []).flatMap((label) => periodOfLabel(label, run) ?? []);
  if (named.length > 0) {
    return ({ promise }) =>
      named
        .filter(({ unit }) => promise.target.per === null || promise.target.per === unit)
        .map((period) => [period]);
  }
  const { from, to, unit } = await spanOfAll(run, request);
  return ({ promise }) => [periodsBetween(promise.target.per ?? unit, from, to, run)];
}

async function list({
  run,
  planned,
  periods,
  request,
  sink,
  shown,
}: {
  readonly run: Run;
  readonly planned: Planned;
  readonly periods: readonly Period[];
  readonly request: CasesRequest;
  readonly sink: CaseSink;
  readonly shown: Shown;
}): Promise<boolean> {
  const last = periods.at(-1);
  const boundaries = [...periods.map(({ from }) => from), ...(last ? [last.to] : [])];
  const known = contextOf(run, planned, boundaries);
  // What belongs to no period is not of a period that is asked for by its name.
  const context = (request.periods ?? []).length > 0 ? { ...known, undated: false } : known;
  const { states, recycled = false } = request;
  const [leads, owners] = [request.leadIds, request.owners].map((texts) => texts.map(alikeText)) as [
    string[],
    string[],
  ];
  const { before = null, atRisk = false } = request.todo ?? {};
  const day = before === null ? null : parseDay(before);
  const dueBy = day?.ok ? midnight(run.zone, day.value) : null;
  const wanted = { states, leads, owners, recycled, atRisk, dueBy };
  for await (const rows of run.engine.stream(listingSql(planned.plan, context, wanted))) {
    if (!(await sink.batch(rows.map((row) => caseOf(row, planned, periods, shown))))) return false;
  }
  return true;
}

const promiseIds = ({
  versions,
}: {
  readonly versions: readonly { readonly agreement: Planned['inForce']['sourced']['agreement'] }[];
}) => versions.flatMap(({ agreement }) => promisesOf(agreement).map(({ id }) => id));

/** The exports are read as the newest version maps them. */
function notTelling({ versions }: Family): readonly Diagnostic[] {
  return versions
    .slice(-1)
    .filter((newest) => handedOverBy(runTables(newest).leads.source) === null)
    .map(({ agreement }) => nobodyCameBack('--recycled', agreement));
}

/** A label names a period in any zone or in none. */
const UTC = zoneTable('UTC', 0, 0);

function wrongPeriods({ periods }: CasesRequest, { id, yearStarts }: Agreement): readonly Diagnostic[] {
  const wrong = (periods ?? []).filter((label) => periodOfLabel(label, { zone: UTC, yearStarts }) === null);
  const month = MONTH_NAMES[yearStarts - 1]?.[1] ?? '';
  return wrong.map((label) => ({
    rule: 'wrong-option',
    severity: 'error',
    message: t`--period: "${label}" is not a period`,
    help:
      yearStarts === 1
        ? t`write 2026-03, 2026-Q1, 2026-W10 or 2026`
        : t`write 2026-03, 2026-W10, FY2026-Q1 or FY2026: the year of ${id} starts in ${month} (year_starts)`,
    fatal: true,
  }));
}

function wrongDay({ todo = null }: CasesRequest): readonly Diagnostic[] {
  const day = todo?.before == null ? null : parseDay(todo.before);
  if (day === null || day.ok) return [];
  return [
    {
      rule: 'wrong-option',
      severity: 'error',
      message: `--due-before: ${day.message}`,
      help: day.help,
      fatal: true,
    },
  ];
}

export const noSuchPromise = (id: string, ids: readonly string[]): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`--commitment: there is no commitment or objective "${id}"`,
  help: t`there are ${ids.join(', ')}`,
  fatal: true,
});
