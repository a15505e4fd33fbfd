import { parseDay } from '../calendar/day.ts';
import { alikeText } from '../model/alike.ts';
import type { Case } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CaseHeader, CaseSink, CasesRequest } from '../model/requests.ts';
import type { Period } from '../model/time.ts';
import { midnight, periodOfLabel, periodsBetween } from '../plan/periods.ts';
import { listingSql } from '../sql/judge/listing.ts';
import type { Salt } from './agreements/salt.ts';
import { tabulateActivities } from './judging/activities.ts';
import { caseOf, headerOf, type Shown, shownOf } from './judging/case-rows.ts';
import { contextOf } from './judging/context.ts';
import { ledgersOf } from './judging/ledgers.ts';
import { personAfterPerson, saysOwners, whyNobody } from './judging/persons.ts';
import type { Planned, Run } from './judging/run.ts';
import { spanOfAll } from './judging/span.ts';
import { nobodyKnown, type StrangeOwners } from './receipt/known-owners.ts';

/**
 * The cases of those who are asked for. The list begins with its first case: only where somebody has none it is asked
 * who has any, for that takes as long as the list.
 */
export async function listOfOwners(
  run: Run,
  request: CasesRequest,
  {
    sink,
    salt,
    strange,
  }: { readonly sink: CaseSink; readonly salt: Salt | null; readonly strange: StrangeOwners },
): Promise<boolean | Diagnostic> {
  if (!saysOwners(run)) {
    await nobodyKnown(run, request, strange);
    return true;
  }
  let header: CaseHeader | null = null;
  const begin = async (): Promise<boolean> => {
    const first = header;
    header = null;
    return first === null || sink.begin(first);
  };
  const late: CaseSink = {
    begin: async (of) => {
      header = of;
      return true;
    },
    batch: async (cases) => cases.length === 0 || ((await begin()) && sink.batch(cases)),
  };
  const met = new Set<string>();
  const more = await listCases(run, request, late, { salt, met });
  if (more !== true) return more;
  const isMet = (name: string): boolean => met.has(alikeText(name));
  for (const owner of request.owners) if (isMet(owner)) strange.names.delete(owner);
  if (!request.owners.every(isMet) && (await nobodyKnown(run, request, strange))) return true;
  return begin();
}

/** The cases of one agreement; resolves to false once the sink wants no more. `met` takes the owners of those listed. */
export async function listCases(
  run: Run,
  request: CasesRequest,
  sink: CaseSink,
  { salt = null, met = null }: { readonly salt?: Salt | null; readonly met?: Set<string> | null } = {},
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
        if (!(await list({ run, planned, periods, request, sink: to, shown, met }))) return false;
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
  met,
}: {
  readonly run: Run;
  readonly planned: Planned;
  readonly periods: readonly Period[];
  readonly request: CasesRequest;
  readonly sink: CaseSink;
  readonly shown: Shown;
  readonly met: Set<string> | null;
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
    if (met !== null) for (const { owner } of rows) met.add(String(owner));
    if (!(await sink.batch(rows.map((row) => caseOf(row, planned, periods, shown))))) return false;
  }
  return true;
}
