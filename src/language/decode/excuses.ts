import { isBreakable, isCap, isOwedBack } from '../../kinds/other-side.ts';
import { t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Report } from './report.ts';

/**
 * What excuses a promise must be owed back by the other side, must be able to have been broken about one
 * lead, and must not be excused by it in turn.
 */
export function checkExcuses(commitments: readonly PromiseDef[], report: Report): void {
  const byId = new Map(commitments.map((promise) => [promise.id, promise]));
  // Of each circle one is told.
  const told = new Set<string>();
  for (const promise of commitments) {
    for (const [i, id] of (promise.excusedBy ?? []).entries()) {
      const other = byId.get(id);
      const path = [...promise.path, 'excused_by', i];
      const owner = promise.owedTo ?? '';
      if (other === undefined || !isOwedBack(other, promise))
        report('self-excuse', path, {
          message: t`"${id}" is not owed by "${owner}", to whom "${promise.id}" is owed, and excuses nothing`,
          help: t`name a promise that "${owner}" owes to "${promise.owedBy ?? ''}", or remove it`,
        });
      else if (!isBreakable(promise) || !(isBreakable(other) || isCap(other)))
        report(...idle(promise, other));
      else if (!told.has(promise.id)) {
        const way = wayBack(other, promise.id, byId);
        for (const each of way ?? []) told.add(each);
        if (way !== null)
          report('excuse-cycle', path, {
            message: t`"${id}" is excused by "${promise.id}" itself`,
            help: t`leave one of the two without the other: whose promise comes first in the life of a lead excuses`,
          });
      }
    }
  }
}

function idle(promise: PromiseDef, other: PromiseDef): Parameters<Report> {
  const path = [...promise.path, 'excused_by', (promise.excusedBy ?? []).indexOf(other.id)];
  return isBreakable(promise)
    ? [
        'idle-excuse',
        path,
        {
          message: t`"${other.id}" is never broken about one lead, and excuses nothing`,
          help: t`name a share of leads with a target of at least so much, or a count of leads of at most so many per day or week`,
        },
      ]
    : [
        'idle-excuse',
        path,
        {
          message: t`"${promise.id}" is no share of leads with a target of at least so much: no case of it can be excused`,
          help: t`remove "excused_by"`,
        },
      ];
}

/** The promises on one way from a promise to another that excuses it in the end; null where there is none. */
function wayBack(
  from: PromiseDef,
  to: string,
  byId: ReadonlyMap<string, PromiseDef>,
  seen: Set<string> = new Set(),
): readonly string[] | null {
  if (from.id === to) return [to];
  if (seen.has(from.id)) return null;
  seen.add(from.id);
  for (const id of from.excusedBy ?? []) {
    const next = byId.get(id);
    const way = next === undefined ? null : wayBack(next, to, byId, seen);
    if (way !== null) return [from.id, ...way];
  }
  return null;
}
