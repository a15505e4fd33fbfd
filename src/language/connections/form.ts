import { t } from '../../messages/index.ts';
import { type Connection, hasControls } from '../../model/connection.ts';
import type { Raw } from '../decode/report.ts';

/** Where a server is by its address, with the secret that it may hold. */
export interface Addressed {
  readonly connection: Connection;
  readonly password: string | null;
}

/** What is wrong with an address: the address itself is never repeated, for it may hold a secret. */
export interface Problem {
  readonly message: string;
  readonly help: string;
}

/** How the connections of one engine are written. */
export interface ConnectionForm {
  /** How its addresses begin: `https:`. */
  readonly scheme: RegExp;
  /** Of a map, beside "engine". */
  readonly keys: readonly string[];
  /** What to do with a secret that stands in the file. */
  keepOut(name: string): string;
  ofUrl(name: string, url: URL): Addressed | Problem;
  /** Null where a key was refused. */
  ofMap(map: ConnectionMap): Connection | null;
}

/** One connection that is written as a map of its keys. */
export interface ConnectionMap {
  readonly name: string;
  readonly raw: Raw;
  /** Tells what is wrong; an empty key is the map itself. */
  refuse(key: string, message: string, help: string, on?: 'key'): void;
}

/** The text of a key; null where there is none, which is told where one is asked for. */
export function textOf({ name, raw, refuse }: ConnectionMap, key: string, isAsked: boolean): string | null {
  const value = raw[key];
  if (typeof value === 'string' && value.trim() !== '' && !hasControls(value)) return value;
  const message = t`"${key}" of "${name}" is one text`;
  if (value === undefined) {
    if (isAsked) refuse('', message, t`add "${key}:"`);
  } else refuse(key, message, t`write one text on one line`);
  return null;
}

/** What would travel in the clear, and what to write in place of that. */
export const inTheClear = (name: string, help: string): Problem => ({
  message: t`"${name}" would be asked without TLS`,
  help,
});

export const rowsOfNone = (name: string): Problem => ({
  message: t`"rows" of "${name}" is stay or come`,
  help: t`leave it out: rows stay on the server where what is asked can be judged there`,
});

/** The parts of an address without their escapes; null where one of them is none. */
export function decodedParts(parts: readonly string[]): readonly string[] | null {
  try {
    const texts = parts.map((part) => decodeURIComponent(part));
    return texts.some(hasControls) ? null : texts;
  } catch {
    return null;
  }
}
