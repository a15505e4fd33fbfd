import { t } from '../../../messages/index.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';

/** How many rows have a date, and one of them: what a person chooses by. */
export function dateLine(column: SniffColumn, sniff: Sniff): string {
  const { timeColumn } = column;
  const line = lineOf(column, sniff);
  return timeColumn === undefined ? line : t`${line}, with its time in "${timeColumn}"`;
}

function lineOf({ filled, examples, personal }: SniffColumn, { rows }: Sniff): string {
  const part = Math.floor((filled / Math.max(1, rows)) * 100);
  const example = personal ? undefined : examples[0];
  return example === undefined ? t`filled in ${part}%` : t`filled in ${part}%, such as ${example}`;
}
