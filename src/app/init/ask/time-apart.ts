import { firstOf } from '../../../messages/first-of.ts';
import { plural, t } from '../../../messages/index.ts';
import { quoted } from '../../../messages/quoted.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Sniff } from '../../../model/sniff.ts';
import { yaml } from '../../../report/sniff-fields.ts';
import { isTimeOfDay } from '../../../sniff/time-of-day.ts';
import { namedColumns } from './mapping.ts';

/** Ids that Excel has rounded: what they were is lost, and no key is made of them. */
export const roundedIds = ({ oddities }: Sniff): readonly Diagnostic[] =>
  oddities.flatMap(({ kind, message, help }) =>
    kind === 'rounded-ids' ? [{ rule: 'rounded-id', severity: 'warning', message, help }] : [],
  );

/** An export whose dates have no time, while times stand in a column of their own that is not known to be theirs. */
export function timeApart(sniff: Sniff): readonly Diagnostic[] {
  const columns = namedColumns(sniff);
  const day = columns.find(({ type }) => type === 'date');
  const known = new Set(columns.flatMap(({ timeColumn }) => timeColumn ?? []));
  const times = columns.filter((column) => isTimeOfDay(column) && !known.has(column.name));
  if (day === undefined || times.length === 0) return [];
  const names = firstOf(
    times.map(({ name }) => quoted(name)),
    4,
  );
  return [
    {
      rule: 'time-apart',
      severity: 'warning',
      message: plural(
        times.length,
        t`${names} holds times of day beside dates without a time, and is not read: days are judged, no hours`,
        t`${names} hold times of day beside dates without a time, and are not read: days are judged, no hours`,
      ),
      help: t`if they are the times of "${day.name}", write column: [${yaml(day.name)}, ${yaml(times[0]?.name ?? '')}] and type: datetime under its field, with the format of both and a blank between them`,
    },
  ];
}
