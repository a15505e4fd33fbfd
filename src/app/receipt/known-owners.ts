import { t } from '../../messages/index.ts';
import { nearest, withNearest } from '../../messages/nearest.ts';
import { alikeText } from '../../model/alike.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CasesRequest } from '../../model/requests.ts';
import { ownersSql } from '../../sql/judge/listing.ts';
import { shownOf } from '../judging/case-rows.ts';
import { contextOf } from '../judging/context.ts';
import { noOwnerSaid, saysOwners } from '../judging/persons.ts';
import type { Planned, Run } from '../judging/run.ts';

/** Microseconds from 1970 on: a case of any period. */
const ALL_TIME = [0, Number.MAX_SAFE_INTEGER];

/** Who has a case of these promises in charge, as the rows write the names. */
async function ownersOf(run: Run, promises: readonly Planned[]): Promise<ReadonlySet<string>> {
  const owners = new Set<string>();
  for (const planned of promises) {
    const rows = await run.engine.rows(ownersSql(planned.plan, contextOf(run, planned, ALL_TIME)));
    for (const { owner } of rows) owners.add(String(owner));
  }
  return owners;
}

/** Those who are asked for and have no case yet, with the names that may be shown. */
export interface StrangeOwners {
  readonly names: Map<string, string[]>;
  /** The agreements that say who owns a case, and those that do not. */
  readonly saying: string[];
  readonly silent: string[];
}

/**
 * Whether no case has any of the owners that are asked for. Of the strange ones those that are found are taken out,
 * and the others learn the names that may be shown.
 */
export async function nobodyKnown(run: Run, request: CasesRequest, strange: StrangeOwners): Promise<boolean> {
  const { saying, silent } = strange;
  (saysOwners(run) ? saying : silent).push(run.newest.agreement.id);
  if (!saysOwners(run)) return true;
  const owners = await ownersOf(run, run.planned);
  const unknown = new Set(request.owners.filter((name) => !owners.has(alikeText(name))));
  for (const owner of request.owners) if (!unknown.has(owner)) strange.names.delete(owner);
  if (shownOf(run, request, null).owner) for (const names of strange.names.values()) names.push(...owners);
  return unknown.size === request.owners.length;
}

/** What is to be told of those who are still strange. */
export function strangeOwners({ names, saying, silent }: StrangeOwners): readonly Diagnostic[] {
  if (names.size > 0 && saying.length === 0) return [noOwnerSaid('--owner', silent)];
  return [...names].map(([owner, known]) => noSuchOwner(owner, known));
}

/** `names` are those that may be shown: none where they are personal. */
const noSuchOwner = (asked: string, names: readonly string[]): Diagnostic => ({
  rule: 'no-owner',
  severity: 'error',
  message: t`No case of the exports has the owner "${asked}"`,
  help: withNearest(
    names.length === 0
      ? t`write the name as the export does; "sla cases --personal" shows the names`
      : t`write the name as the export does; "sla report --by owner" lists the names`,
    nearest(asked, names),
  ),
  fatal: true,
});
