import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { FieldDef, SourceDef } from '../../model/agreement.ts';
import type { Micros } from '../../model/time.ts';
import { TOOL } from '../../model/tool.ts';
import { dialects, written } from '../../sql/dialects/index.ts';
import type { Planned } from '../judging/run.ts';
import { tableOf } from './facts.ts';

/** What stands at the head of a statement. */
export interface Head {
  readonly planned: readonly Planned[];
  /** Of the terms, by version. */
  readonly digests: ReadonlyMap<string, string>;
  readonly dialect: string;
  readonly asOf: Micros;
  readonly sources: readonly SourceDef[];
  /** Whether a column is read. */
  readonly isRead: (column: string) => boolean;
  /** Of the statement, in characters. */
  readonly length: number;
  /** The names of tables by those of their sources. */
  readonly named: Readonly<Record<string, string>>;
}

/** Comments that say what a statement was made of, one a line. */
export function headOf(head: Head): string {
  const { planned, digests, dialect, asOf, sources, isRead, named } = head;
  const newest = planned.at(-1);
  if (!newest) throw new Error('A promise has a version');
  const { promise, inForce } = newest;
  const { id, title } = inForce.sourced.agreement;
  const isRun = Object.hasOwn(dialects, dialect);
  return [
    `${promise.id}: ${promise.promise ?? promise.title}`,
    t`Agreement "${id}": ${title}`,
    ...[...digests].map(([version, digest]) => t`Version ${version}, terms ${digest}`),
    t`As of ${new Date(asOf / 1000).toISOString()}: what came later is not looked at`,
    isRun
      ? t`Written by sla ${TOOL.version} for ${dialect}, in which "sla report" runs`
      : t`Written by sla ${TOOL.version} for ${dialect}: printed, not run`,
    ...(written[dialect]?.lacks.has('composed')
      ? [t`Texts are compared as they are stored: an accent of its own is another letter to ${dialect}`]
      : []),
    ...lengthNotes(head),
    ...sources
      .filter(isToldApart)
      .map(
        (source) =>
          t`Rows of ${tableOf(source, named).join('.')} with one key that nothing tells apart are in any order: "sla report" warns of them, and this statement can not`,
      ),
    ...sources.map((source) => {
      const read = Object.values(source.fields)
        .flatMap((field) => field.parts ?? [field])
        .filter(({ column }) => isRead(column));
      const columns = read.map((field) => `"${field.column}" ${typeOf(field, source)}`).join(', ');
      const table = tableOf(source, named).join('.');
      return source.kind === 'activities'
        ? t`Reads ${table}: ${columns}`
        : t`Reads ${table}, one row a key: ${columns}`;
    }),
  ]
    .map((line) => `-- ${line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')}`)
    .join('\n');
}

/** That a server may refuse a statement for its length: most of it are the days of its calendars. */
function lengthNotes({ dialect, length }: Head): readonly string[] {
  const longest = written[dialect]?.longest ?? Number.POSITIVE_INFINITY;
  if (length <= longest) return [];
  return [
    t`It has ${whole(length)} characters, and ${dialect} takes ${whole(longest)} unless its query.max-length says more: with a later --from it is shorter`,
  ];
}

/** Whether rows of one key are told apart by what they hold, by a date or by their number. */
const isToldApart = ({ duplicates, recycled, onePerLead }: SourceDef): boolean =>
  duplicates.keep === 'latest' || recycled !== null || onePerLead !== undefined;

/** What the statement takes a column for. */
function typeOf({ type }: FieldDef, { timezone }: SourceDef): string {
  if (type !== 'datetime') return type;
  return timezone === null ? t`timestamp with time zone` : t`timestamp (${timezone})`;
}
