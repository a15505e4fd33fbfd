import type { ErrorObject } from 'ajv';
import { validate } from '../generated/validator.js';
import type { Agreement } from '../model/agreement.ts';
import type { Diagnostic, Finding, YamlPath } from '../model/diagnostic.ts';
import { decode } from './decode/agreement.ts';
import type { Raw } from './decode/report.ts';
import { isMap } from './decode/report.ts';
import { rules } from './rules/index.ts';
import { parseYaml } from './yaml/parse.ts';
import type { SourceMap } from './yaml/source-map.ts';

export type { SourceMap } from './yaml/source-map.ts';

/** An agreement as read from its file. `agreement` is null where anything in it is wrong; lint findings leave it standing. */
export interface ReadAgreement {
  readonly agreement: Agreement | null;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly source: SourceMap;
}

/**
 * Reads an agreement: YAML, schema, meaning, references, lint rules. All problems are found in one run, each with its place; whatever
 * the input, none is thrown.
 *
 * `file` is the absolute path, `shownAs` the path that diagnostics show, `input` the text or the bytes of the file.
 */
export async function readAgreement(
  file: string,
  shownAs: string,
  input: string | Uint8Array,
): Promise<ReadAgreement> {
  const { value, readable, source, diagnostics } = parseYaml(shownAs, input);
  if (!readable) return { agreement: null, diagnostics, source };
  if (!isMap(value))
    return { agreement: null, diagnostics: [...diagnostics, notAnAgreement(value, source)], source };

  const { root, names, findings: schemaFindings } = await checkSchema(value, source);
  const ruleIds = rules.map((rule) => rule.id);
  const decoded = await decode({ file, root, names, written: source.written, ruleIds });
  const problems = [...schemaFindings, ...decoded.findings];
  const sound = problems.length === 0 && diagnostics.length === 0;
  const found = sound ? lintFindings(decoded.agreement) : problems;
  const all = [...diagnostics, ...found.map((finding) => locate(finding, source))].sort(byPlace);
  return { agreement: sound ? decoded.agreement : null, diagnostics: all, source };
}

/** A finding with its place in the text. */
export function locate(finding: Finding, source: SourceMap): Diagnostic {
  const { rule, severity, message, help, path, on, part } = finding;
  const place = source.place(path, on, part);
  return help === undefined || help === ''
    ? { rule, severity, message, place }
    : { rule, severity, message, help, place };
}

interface Checked {
  /** Without what the schema refuses. */
  readonly root: Raw;
  /** With all that is written, misspelt keys under the names that they stand for. */
  readonly names: Raw;
  readonly findings: readonly Finding[];
}

async function checkSchema(value: Raw, source: SourceMap): Promise<Checked> {
  if (validate(value)) return { root: value, names: value, findings: [] };
  const errors: readonly ErrorObject[] = validate.errors ?? [];
  const [{ explain }, { agreementSchema }] = await Promise.all([
    import('./explain.ts'),
    import('./schema/index.ts'),
  ]);
  const explained = explain(errors, value, agreementSchema, source);
  const root = structuredClone(value) as Raw;
  const names = structuredClone(value) as Raw;
  for (const { drop, meant } of explained) {
    if (drop === null) continue;
    blank(root, drop, meant);
    if (meant !== null) rename(names, drop, meant);
  }
  return { root, names, findings: explained.map(({ finding }) => finding) };
}

function holderOf(root: Raw, path: YamlPath): Record<string | number, unknown> | null {
  let holder: unknown = root;
  for (const step of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return null;
    holder = (holder as Record<string | number, unknown>)[step];
  }
  return typeof holder === 'object' && holder !== null ? (holder as Record<string | number, unknown>) : null;
}

function rename(root: Raw, path: YamlPath, meant: string): void {
  const holder = holderOf(root, path);
  if (holder !== null && !Object.hasOwn(holder, meant)) holder[meant] = holder[path.at(-1) ?? ''];
}

/**
 * Takes a value away and leaves its key, or the key that was meant, without a value: what is written wrongly is not also missing. A field
 * of a source goes as a whole, because what is left of it would have another type.
 */
function blank(root: Raw, path: YamlPath, meant: string | null): void {
  const ofField = path[0] === 'sources' && path[2] === 'fields' && path.length > 4;
  const at = ofField ? path.slice(0, 4) : path;
  const holder = holderOf(root, at);
  const last = at.at(-1);
  if (holder === null || last === undefined) return;
  if (meant !== null && !ofField) delete holder[last];
  const key = meant === null || ofField ? last : meant;
  if (meant === null || ofField || !Object.hasOwn(holder, key)) holder[key] = undefined;
}

function lintFindings(agreement: Agreement): readonly Finding[] {
  return rules.flatMap((rule) => {
    const severity = agreement.lint[rule.id] ?? rule.severity;
    if (severity === 'off') return [];
    return rule.check(agreement).map((finding) => ({ rule: rule.id, severity, ...finding }));
  });
}

function notAnAgreement(value: unknown, source: SourceMap): Diagnostic {
  const message = value === null ? 'The file is empty' : 'The file is not an agreement: it holds no keys';
  const help = 'begin with "sla: 1" and "id: acme-demand", or give the path of an agreement';
  return { rule: 'not-an-agreement', severity: 'error', message, help, place: source.place([]), fatal: true };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [from, to] = [a.place?.start, b.place?.start];
  return (from?.line ?? 0) - (to?.line ?? 0) || (from?.column ?? 0) - (to?.column ?? 0);
}
