import { formatDay } from '../../calendar/day.ts';
import { t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Dispute, DisputeTerms, Settlement } from '../../model/dispute.ts';
import { filesOf } from './files.ts';
import { calendar, isBusinessTime } from './measure.ts';
import { day, duration } from './parts.ts';
import { oneOf } from './people.ts';
import type { PromiseContext } from './promise-context.ts';
import { type RecordContext, teamOrSponsor } from './record.ts';
import { isMap, type Raw, text } from './report.ts';

/** An entry of a file of disputes as it was read. */
export interface DisputeRaw {
  /** As shown to the reader. */
  readonly file: string;
  readonly root: Raw;
}

/** What an agreement has that disputes name. */
export interface ForDisputes {
  readonly promises: readonly PromiseDef[];
  readonly record: RecordContext;
}

/** Who settles disputes, and which were raised. A path of a dispute begins with `disputes` and its index. */
export function disputes(
  root: Raw,
  raised: readonly DisputeRaw[],
  own: ForDisputes,
  around: PromiseContext,
): { readonly disputes?: DisputeTerms } {
  const raw = root.disputes;
  if (!isMap(raw)) return {};
  const { report } = around;
  const within = duration(raw.within, ['disputes', 'within'], report);
  const path = ['disputes', 'calendar'];
  if (raw.calendar !== undefined && (!('within' in raw) || (within !== null && !isBusinessTime(within))))
    report('unused-key', path, {
      message: t`The calendar counts nothing here: "within" is no business time`,
      help: t`remove it, or write for example "within: 10 business days"`,
      on: 'key',
    });
  const terms: DisputeTerms = {
    files: filesOf(raw),
    settledBy: namesOf(root, raw.settled_by, ['disputes', 'settled_by'], own),
    within,
    calendar: calendar(raw.calendar, path, { limit: within, key: 'within' }, around),
    raised: raised.flatMap((each, i) => dispute(root, each, ['disputes', i], own) ?? []),
  };
  return { disputes: terms };
}

/** One name, or a list of them. */
function namesOf(root: Raw, raw: unknown, path: YamlPath, { record }: ForDisputes): readonly string[] {
  if (raw === undefined) return [];
  if (Array.isArray(raw)) return teamOrSponsor(root, raw, path, record);
  // A single name stands at the path itself.
  const [name] = teamOrSponsor(root, [raw], path.slice(0, -1), {
    ...record,
    report: (rule, _, said) => record.report(rule, path, said),
  });
  return name === undefined ? [] : [name];
}

/** Null where something of it was reported. */
function dispute(
  agreement: Raw,
  { file, root }: DisputeRaw,
  path: YamlPath,
  own: ForDisputes,
): Dispute | null {
  const { report, teamNames, written } = own.record;
  const lead = written([...path, 'lead']) ?? String(root.lead ?? '');
  const promise = promiseNamed(root.promise, [...path, 'promise'], own);
  const by = oneOf({
    ...{ raw: root.by, what: 'team', names: teamNames, titles: {} },
    ...{ path: [...path, 'by'], report },
  });
  const on = day(root.on, [...path, 'on'], report);
  const settled = settlement(agreement, root.settled, { path: [...path, 'settled'], since: on, own });
  if (promise === null || by === null || on === null || settled === 'wrong') return null;
  return { file, lead, promise, by, on, says: text(root, 'says') ?? '', settled, path };
}

/** What is counted or added up can't be broken by one lead: only of a share a case is set aside. */
function promiseNamed(raw: unknown, path: YamlPath, { promises, record }: ForDisputes): string | null {
  const { report } = record;
  const names = promises.map(({ id }) => id);
  const titles = Object.fromEntries(promises.map(({ id, title }) => [id, title]));
  const id = oneOf({ raw, what: 'commitment', names, titles, path, report });
  const found = promises.find((promise) => promise.id === id);
  if (id === null || found?.target.of === 'rate') return id;
  return report('unknown-commitment', path, {
    message: t`"${id}" is a number: nothing is ever taken out of it`,
    help: t`dispute a promise that is a share of its cases`,
  });
}

/** Null where nothing is settled. */
function settlement(
  agreement: Raw,
  raw: unknown,
  { path, since, own }: { readonly path: YamlPath; readonly since: number | null; readonly own: ForDisputes },
): Settlement | null | 'wrong' {
  if (!isMap(raw)) return null;
  const on = day(raw.on, [...path, 'on'], own.record.report);
  const by = [...new Set(namesOf(agreement, raw.by, [...path, 'by'], own))];
  const outcome = text(raw, 'outcome');
  if (on === null || (outcome !== 'upheld' && outcome !== 'rejected')) return 'wrong';
  if (since !== null && on < since) {
    own.record.report('effective-order', [...path, 'on'], {
      message: t`The dispute is settled on ${formatDay(on)}, before it is raised on ${formatDay(since)}`,
      help: t`write a date from ${formatDay(since)} on`,
    });
    return 'wrong';
  }
  return { outcome, by, on, minutes: text(raw, 'minutes') };
}
