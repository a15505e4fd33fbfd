import { t } from './index.ts';

/** A row of an export, or one that stays on its server and is told by its key, where that is not personal. */
interface Placed {
  readonly file: string;
  readonly line: number | null;
  readonly key?: string;
}

/** `deals.csv line 4711`, or `replica:crm.deals, key 4711` of a row that stays on its server. */
export function placedRow({ file, line, key }: Placed): string {
  if (line !== null) return t`${file} line ${line}`;
  return key === undefined ? file : t`${file}, key ${key}`;
}
