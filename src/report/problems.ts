import { t } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Block } from './table.ts';

type Problems = Extract<Block, { readonly kind: 'findings' }>;

/** Files in which people write: agreements and their parts, records, minutes, calendars. All others are exports. */
const WRITTEN = /\.(?:ya?ml|md|ics)$/i;

/** What stands against an answer, by where it is to be mended: in the agreements, in the exports, or in neither. */
export function problemBlocks(findings: readonly Diagnostic[]): readonly Problems[] {
  const kinds = [
    [t`Problems in the agreements`, findings.filter((each) => isIn(each, true))],
    [t`Problems in the exports`, findings.filter((each) => isIn(each, false))],
    [t`Problems`, findings.filter(({ place }) => place === undefined)],
  ] as const;
  return kinds.flatMap(([title, own]): readonly Problems[] =>
    own.length === 0 ? [] : [{ kind: 'findings', title, findings: own }],
  );
}

const isIn = ({ place }: Diagnostic, written: boolean): boolean =>
  place !== undefined && WRITTEN.test(place.file) === written;
