import type { SharedParts } from '../../language/parts-file/read.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Diagnostic, Place, YamlPath } from '../../model/diagnostic.ts';
import type { Ignored } from '../../model/ignored.ts';
import { byText } from '../findings/order.ts';

/** A decoded agreement with what is needed to point into its text. */
export interface Sourced {
  readonly agreement: Agreement;
  /** As shown to the reader. */
  readonly file: string;
  readonly place: (path: YamlPath, on?: 'key' | 'value') => Place;
  /** Findings about it made elsewhere, as its `lint` section and its comments weigh them. */
  readonly weigh: (findings: readonly Diagnostic[]) => readonly Diagnostic[];
  /** What it takes from files of parts. */
  readonly shared: readonly SharedParts[];
  /** Its comments that silence a rule. */
  readonly ignores: readonly Ignored[];
}

/** The versions of one agreement, oldest first: disjoint in time, one id. */
export interface Family {
  readonly id: string;
  readonly versions: readonly Sourced[];
}

/**
 * The version whose sources are read and by whose zone and year the periods are cut; of a family that has
 * none, none.
 */
export const newestOf = ({ versions }: Family): readonly Agreement[] =>
  versions.slice(-1).map(({ agreement }) => agreement);

/** By their beginning. */
export function inOrder(versions: readonly Sourced[]): readonly Sourced[] {
  const start = ({ agreement }: Sourced) => agreement.effective.from ?? Number.NEGATIVE_INFINITY;
  return [...versions].sort((a, b) => start(a) - start(b) || byText(a.file, b.file));
}
