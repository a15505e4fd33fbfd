import { createHash } from 'node:crypto';
import { remembered } from './remembered.ts';

/** Plain data of a meaning; keys carry no order. */
export type Meaning =
  | string
  | number
  | boolean
  | null
  | readonly Meaning[]
  | { readonly [key: string]: Meaning | undefined };

/**
 * One text for each meaning: JSON with sorted keys, without what is undefined. Source: RFC 8785, for these
 * types.
 */
export function canonical(value: Meaning): string {
  return value === null || typeof value !== 'object' ? JSON.stringify(value) : textOf(value);
}

const textOf = remembered((value: object & Meaning): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter((entry): entry is [string, Meaning] => entry[1] !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(',')}}`;
});

/** `sha256:` and 64 hexadecimal digits. */
export function digestOf(value: Meaning): string {
  return `sha256:${createHash('sha256').update(canonical(value), 'utf8').digest('hex')}`;
}

/** The digest as a term of a change: half of its digits still can't be forged. */
export const shortDigest = (value: Meaning): string => digestOf(value).slice(0, 'sha256:'.length + 32);

/**
 * What differs between two meanings, one line each: `week.fri: 14:00-17:00 -> 14:00-16:00`,
 * `closed: + 2026-05-15`.
 */
export function differences(before: Meaning, after: Meaning, path = ''): readonly string[] {
  if (canonical(before) === canonical(after)) return [];
  const name = path === '' ? '' : `${path}: `;
  // What is absent beside a list is the empty one.
  if ((Array.isArray(before) || before === null) && (Array.isArray(after) || after === null)) {
    const [a, b] = [before ?? [], after ?? []].map((list) => list.map(shown)) as [string[], string[]];
    const lines = [
      ...a.filter((each) => !b.includes(each)).map((each) => `${name}- ${each}`),
      ...b.filter((each) => !a.includes(each)).map((each) => `${name}+ ${each}`),
    ];
    return lines.length > 0 ? lines : [`${name}in another order or number`];
  }
  if (isMap(before) && isMap(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differences(before[key] ?? null, after[key] ?? null, path === '' ? key : `${path}.${key}`),
    );
  }
  return [`${name}${shown(before)} -> ${shown(after)}`];
}

const isMap = (value: Meaning): value is { readonly [key: string]: Meaning | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: Meaning): string {
  if (value === null) return 'none';
  return typeof value === 'string' ? value : canonical(value);
}
