import { t } from '../../../messages/index.ts';
import { utcHeader } from '../../../model/header-names.ts';
import type { SniffColumn } from '../../../model/sniff.ts';
import { oneLine } from './one-line.ts';

/** Whose clock the times of a source show: that of the months, unless the headers of its times say UTC. */
export function zoneLine(columns: readonly SniffColumn[], timezone: string, why = ''): string {
  const utc = utcHeader(columns);
  if (utc !== null) return `    timezone: UTC # ${t`as its header "${oneLine(utc)}" says`}`;
  return `    timezone: ${timezone}${why === '' ? '' : ` # ${why}`}`;
}
