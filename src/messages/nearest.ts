import { t } from './index.ts';

/** Names longer than this are cut before they are compared, so that hostile input stays cheap. */
const LONGEST = 48;

/** A name that can be meant, and other words for it: a title, a column header. */
export interface Candidate {
  readonly name: string;
  readonly also?: readonly string[];
}

/**
 * The name that was most likely meant, or null where none is near: the same but for case, accents, spaces
 * and punctuation, within a third of its length in edits (a swap of neighbours is one edit), or the
 * initials or the whole of a title.
 */
export function nearest(wanted: string, candidates: readonly (string | Candidate)[]): string | null {
  const target = fold(wanted);
  if (target === '') return null;
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const candidate of candidates) {
    const { name, also = [] } = typeof candidate === 'string' ? { name: candidate } : candidate;
    const distance = Math.min(
      ...[name, ...also, ...also.map(initials)].map((word) => distanceTo(target, fold(word))),
    );
    if (best === null || distance < best.distance) best = { name, distance };
  }
  const allowed = Math.max(1, Math.floor(target.length / 3));
  return best !== null && best.distance <= allowed && best.distance < target.length ? best.name : null;
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(wanted: string, candidates: readonly (string | Candidate)[]): string {
  const name = nearest(wanted, candidates);
  return name === null ? '' : t`; did you mean "${name}"?`;
}

/** Whether what was wanted is the beginning of a word: three letters tell one from another. */
const isBeginning = (wanted: string, word: string): boolean =>
  wanted.length >= 3 && wanted !== word && word.startsWith(wanted);

/** A beginning is nearer than a slip, and a word with something after it as near as one edit. */
function distanceTo(target: string, word: string): number {
  if (isBeginning(target, word)) return 0.5;
  return isBeginning(word, target) ? 1 : editDistance(target, word);
}

function fold(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\s_-]+|\p{M}/gu, '');
}

function initials(title: string): string {
  return title
    .slice(0, LONGEST * 2)
    .split(/[\s-]+/)
    .map((word) => word.slice(0, 1))
    .join('');
}

/**
 * The candidate that a slip of the fingers turns into `typed` on a command line; null where none is near.
 * Spaces and punctuation count there. A beginning goes before a slip.
 */
export function nearestTyped(typed: string, candidates: readonly string[]): string | null {
  const wanted = typed.toLowerCase().slice(0, 80);
  const begun = candidates.filter((each) => isBeginning(letters(wanted), letters(each.toLowerCase())));
  if (begun.length > 0) return begun.reduce((a, b) => (b.length < a.length ? b : a));
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(letters(wanted).length / 3)) + 0.5;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

const letters = (flag: string): string => flag.replace(/^-+/, '');

/** A help that lists what there is, and what was probably meant. */
export function withNearest(help: string, near: string | null): string {
  return near === null ? help : t`${help}; did you mean "${near}"?`;
}

/**
 * The number of insertions, deletions, substitutions and swaps of neighbours between two texts. Source: the
 * optimal string alignment distance.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(before, j - 2) + 1);
      }
      row.push(least);
    }
    before = above;
    above = row;
  }
  return at(above, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
