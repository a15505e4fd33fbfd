import { t } from '../../messages/index.ts';
import type { Finding, YamlPath } from '../../model/diagnostic.ts';
import { idLike, isId } from '../../model/id.ts';
import type { ProblemId } from '../catalogue.ts';

/** A map of the YAML after the schema: each value present has its declared type, any may be absent. */
export type Raw = Readonly<Record<string, unknown>>;

/** Collects findings; all of decoding's own are errors. */
export type Report = (rule: ProblemId, path: YamlPath, said: Said) => null;

interface Said {
  readonly message: string;
  readonly help: string;
  readonly on?: 'key' | 'value' | undefined;
  /** Of a text: what of it is meant. */
  readonly part?: { readonly offset: number; readonly length: number } | undefined;
}

export function reportTo(findings: Finding[]): Report {
  return (rule, path, { message, help, on, part }) => {
    findings.push({
      rule,
      severity: 'error',
      message,
      help,
      path,
      ...(on ? { on } : {}),
      ...(part ? { part } : {}),
    });
    return null;
  };
}

export function text(raw: Raw, key: string): string | null {
  const value = raw[key];
  return typeof value === 'string' ? value : null;
}

export function map(raw: Raw, key: string): Raw {
  const value = raw[key];
  return isMap(value) ? value : {};
}

export function list(raw: Raw, key: string): readonly unknown[] {
  const value = raw[key];
  return Array.isArray(value) ? value : [];
}

export function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a key is written at a path, whatever its value. */
export function isWritten(root: Raw, path: YamlPath): boolean {
  let here: unknown = root;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return false;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return true;
}

/** What stands under a name; nothing under one that every object has by itself. */
export const under = <T>(all: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;

/** Whether it is an id; what is none is reported with the nearest that is. */
export function checkId(id: string, path: YamlPath, report: Report, on: 'key' | 'value'): boolean {
  if (isId(id)) return true;
  const plain = idLike(id);
  const help =
    plain === null
      ? t`write a short name such as first-contact: lower-case letters, digits, - and _`
      : t`write "${plain}": lower-case letters, digits, - and _`;
  report('wrong-form', path, { message: t`"${id}" is not an id`, help, on });
  return false;
}
