import type { Compliance } from '../model/compliance.ts';
import { local } from './instant.ts';
import type { Block } from './table.ts';

/** Whose numbers these are, of when, and as known when. */
export function heading(compliance: Compliance, labels: readonly string[]): Block {
  const { agreement, asOf, asOfFrom, bookBy } = compliance;
  const versions = agreement.versions.length === 1 ? 'version' : 'versions';
  const booked = {
    start: 'a case belongs to the period of its start',
    due: 'a case belongs to the period in which it is due',
    mixed: 'a case belongs to the period of its start, or of its due where the agreement says so',
  };
  const from = asOfFrom === 'flag' ? 'as asked for' : 'the latest instant in the data';
  return {
    kind: 'title',
    text: agreement.title,
    lines: [
      `${agreement.id}, ${versions} ${agreement.versions.join(', ')} (${agreement.file})`,
      `${spanText(labels)} in ${agreement.timezone}; ${booked[bookBy]}`,
      `as of ${local(asOf, agreement.timezone)} ${agreement.timezone}, ${from}`,
    ],
  };
}

function spanText(labels: readonly string[]): string {
  if (labels.length === 0) return 'no period';
  const sorted = [...labels].sort();
  if (sorted.length <= 3) return sorted.join(', ');
  return `${sorted[0]} to ${sorted.at(-1)}`;
}
