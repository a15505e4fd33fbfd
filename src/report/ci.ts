import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { t } from '../messages/index.ts';
import type { Diagnostic, Position, Severity } from '../model/diagnostic.ts';
import type { FindingsDocument, RenderOptions } from '../model/render.ts';

/** What the formats for CI systems have in common. */

export interface Spot {
  /** From the root of the checkout, with forward slashes; absolute where it lies outside. */
  readonly path: string;
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
}

const TOP: Position = { line: 1, column: 1 };

/**
 * Where a CI system shows a finding. They accept none without a file, so one that has no place is shown at
 * the top of the first agreement that was read, or at the folder where nothing was.
 */
export function spotOf(finding: Diagnostic, document: FindingsDocument, options: RenderOptions): Spot {
  const { place } = finding;
  if (place) return { path: fromRoot(place.file, options), start: place.start, end: place.end };
  const file = document.agreements[0]?.file ?? Object.keys(document.texts)[0] ?? '.';
  return { path: fromRoot(file, options), start: TOP, end: TOP };
}

/** A path as shown, seen from the root of the checkout. */
export function fromRoot(file: string, { checkout }: RenderOptions): string {
  if (!checkout) return file;
  const path = relative(checkout.root, resolve(checkout.cwd, file)).split(sep).join(posix.sep);
  return path === '..' || path.startsWith('../') || isAbsolute(path) ? file : path || '.';
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Errors first; what is equally severe keeps its order. */
export function mostSevereFirst(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return ORDER.flatMap((severity) => findings.filter((each) => each.severity === severity));
}

/** The sentence and the remedy, one line each. */
export function sentences(finding: Diagnostic): readonly string[] {
  const [first = '', ...more] = (finding.help ?? '').split('\n');
  return [finding.message, ...(first === '' ? [] : [t`Help: ${first}`]), ...more];
}
