import { resolve } from 'node:path';
import { parseDay } from '../calendar/day.ts';
import { zoneTable } from '../calendar/zone.ts';
import { openDuckDb } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { t } from '../messages/index.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { MONTH_NAMES } from '../model/month-names.ts';
import type { Answer, CaseSink, CasesRequest } from '../model/requests.ts';
import { handedOverBy } from '../plan/facts.ts';
import { periodOfLabel } from '../plan/periods.ts';
import type { Family } from './agreements/family.ts';
import { newestOf } from './agreements/family.ts';
import { type Loaded, loadFamilies } from './agreements/load.ts';
import { promisesIn, promisesMeant } from './agreements/promises-meant.ts';
import { saltOf } from './agreements/salt.ts';
import { listSeen } from './agreements/views.ts';
import { unknownSources } from './exports/files.ts';
import { rejectFindings } from './exports/findings.ts';
import { runTables } from './exports/tables.ts';
import { idMeant } from './findings/meant.ts';
import { sortFindings } from './findings/order.ts';
import { withEngine } from './judging/engine.ts';
import { nobodyCameBack } from './judging/groups.ts';
import { judgeableOf } from './judging/judgeable.ts';
import { openRun } from './judging/open.ts';
import { spanProblems } from './judging/span.ts';
import { listCases, listOfOwners } from './list-cases.ts';
import { keysKnown, noSuchLead } from './receipt/known-keys.ts';
import { type StrangeOwners, strangeOwners } from './receipt/known-owners.ts';

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
export async function cases(asked: CasesRequest, sink: CaseSink, io: Io): Promise<Answer> {
  const loaded = await withPromisesTold(asked.paths, await loadFamilies(asked.paths, io), io);
  const meant = promisesMeant(asked.commitments, loaded.families);
  const request = { ...asked, commitments: meant.ids };
  const judgeable = judgeableOf(loaded, [
    ...spanProblems(request, loaded.families.flatMap(newestOf)),
    ...unknownSources(request, loaded.families),
    ...meant.findings,
  ]);
  const findings: Diagnostic[] = [...judgeable.findings];
  const answer = (): Answer => ({ findings: sortFindings(findings), texts: loaded.texts });
  if (judgeable.families.length === 0) return answer();
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
      const { run, findings: problems } = await openRun({ family, request: seen, engine, io, mayStay: true });
      findings.push(...problems);
      if (run === null) return true;
      findings.push(...(await rejectFindings(run.exports)));
      const known = await keysKnown(run, request.leadIds, io);
      for (const key of known.keys()) left.delete(key);
      // Where nothing has any of these keys, there is no list without a case: there is none.
      if (known.size === 0 && request.leadIds.length > 0) return true;
      const listed = { ...seen, leadIds: [...known.values()] };
      const salt = await saltOf(run.newest.agreement.file, io);
      const more =
        request.owners.length === 0
          ? await listCases(run, listed, sink, { salt })
          : await listOfOwners(run, listed, { sink, salt, strange });
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
  const all = promisesIn(families);
  const named = paths.find((path, i) => stats[i] === null && idMeant(path, all) !== null);
  if (named === undefined) return loaded;
  const command = ['sla cases', ...others, '--commitment', idMeant(named, all)].join(' ');
  const help = t`"${named}" is a promise: ${command}`;
  return { ...loaded, findings: loaded.findings.map((each) => (isMissing(each) ? { ...each, help } : each)) };
}

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
