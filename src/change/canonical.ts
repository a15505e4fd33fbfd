import { createHash } from 'node:crypto';
import { t } from '../messages/index.ts';
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

/** How what differs is told. */
export interface Naming {
  /** Of a part, by the keys that lead to it; empty for the whole. */
  name(path: readonly string[]): string;
  /** Null where it is told as it is. */
  value(path: readonly string[], value: Meaning): string | null;
}

const AS_IT_IS: Naming = { name: (path) => path.join('.'), value: () => null };

/**
 * What differs between two meanings, one line each: `week.fri: 14:00-17:00 -> 14:00-16:00`,
 * `closed: + 2026-05-15`. What is there on one side alone is told part by part.
 */
export function differences(
  before: Meaning,
  after: Meaning,
  naming: Naming = AS_IT_IS,
  path: readonly string[] = [],
): readonly string[] {
  if (canonical(before) === canonical(after)) return [];
  const name = naming.name(path);
  const told = (text: string) => (name === '' ? text : t`${name}: ${text}`);
  const shown = (value: Meaning) => naming.value(path, value) ?? textOfValue(value);
  // What is absent beside a list is the empty one.
  if ((Array.isArray(before) || before === null) && (Array.isArray(after) || after === null)) {
    const [a, b] = [before ?? [], after ?? []].map((list) => list.map(shown)) as [string[], string[]];
    const lines = [
      ...a.filter((each) => !b.includes(each)).map((each) => told(`- ${each}`)),
      ...b.filter((each) => !a.includes(each)).map((each) => told(`+ ${each}`)),
    ];
    return lines.length > 0 ? lines : [told(t`in another order or number`)];
  }
  if (isMapOrNull(before) && isMapOrNull(after)) {
    const [a, b] = [before ?? {}, after ?? {}];
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      differences(a[key] ?? null, b[key] ?? null, naming, [...path, key]),
    );
  }
  return [told(`${shown(before)} -> ${shown(after)}`)];
}

const isMapOrNull = (value: Meaning): value is { readonly [key: string]: Meaning | undefined } | null =>
  typeof value === 'object' && !Array.isArray(value);

/** As an agreement writes it on one line. */
function textOfValue(value: Meaning): string {
  if (value === null) return t`none`;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? t`yes` : t`no`;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(textOfValue).join(', ')}]`;
  const entries = Object.entries(value).flatMap(([key, each]) =>
    each === undefined ? [] : [`${key}: ${textOfValue(each)}`],
  );
  return `{ ${entries.join(', ')} }`;
}
