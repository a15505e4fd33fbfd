import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { isMap, type Raw } from '../decode/report.ts';

/** The sections whose items are promises, and may name records and minutes. */
const PROMISES = ['objectives', 'commitments'] as const;

/** A map without a prototype, as the values of a document are. */
export const copyOf = (map: Raw): Record<string, unknown> => Object.assign(Object.create(null), map);

/** Paths as they are written from the folder of the agreement: each is relative to the file in which it stands. */
export function relocated(root: Raw, from: string, to: string): Raw {
  const [here, there] = [dirname(from), dirname(to)];
  if (here === there) return root;
  const path = (text: unknown): unknown =>
    typeof text !== 'string' || isAbsolute(text) || /^https:\/\//i.test(text)
      ? text
      : relative(there, resolve(here, text)).split(sep).join('/');
  const paths = (value: unknown): unknown => (Array.isArray(value) ? value.map(path) : path(value));
  const calendars = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((one) => (isFile(one) ? path(one) : one)) : value;
  const promises = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((promise) =>
          eachKey(promise, (inner, key) => {
            // The fields of a condition may have any name.
            if (key === 'where') return inner;
            return withKey(inner, key === 'drawn_up' ? 'minutes' : 'records', path);
          }),
        )
      : value;
  const whole = copyOf(root);
  if (isMap(root.sources)) whole.sources = eachKey(root.sources, (one) => withKey(one, 'files', paths));
  if (isMap(root.calendars))
    whole.calendars = eachKey(root.calendars, (one) => withKey(one, 'holidays', calendars));
  if (isMap(root.experiments)) whole.experiments = withKey(root.experiments, 'files', paths);
  if (isMap(root.disputes)) whole.disputes = withKey(root.disputes, 'files', paths);
  for (const key of PROMISES) if (key in root) whole[key] = promises(root[key]);
  return whole;
}

const isFile = (value: unknown): boolean => typeof value === 'string' && /\.ics$/i.test(value);

function eachKey(value: unknown, change: (inner: unknown, key: string) => unknown): unknown {
  if (!isMap(value)) return value;
  const whole = copyOf(value);
  for (const [key, inner] of Object.entries(value)) whole[key] = change(inner, key);
  return whole;
}

function withKey(value: unknown, key: string, change: (inner: unknown) => unknown): unknown {
  if (!isMap(value) || !Object.hasOwn(value, key)) return value;
  const whole = copyOf(value);
  whole[key] = change(value[key]);
  return whole;
}
