import type { ErrorObject } from 'ajv';
import { mark, say, t } from '../messages/index.ts';
import { allOf, anyOf } from '../messages/list.ts';
import { nearest } from '../messages/nearest.ts';
import { quoted } from '../messages/quoted.ts';
import type { Finding, YamlPath } from '../model/diagnostic.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import { at, pathOf, resolve, schemaFor } from './schema-places.ts';
import { elsewhere } from './schema-ways.ts';
import type { SourceMap } from './yaml/source-map.ts';

/** A finding, and the path of the value that decoding must not see; null where only something is missing. */
export interface Explained {
  readonly finding: Finding;
  readonly drop: YamlPath | null;
  /** The key that a misspelt one stands for. */
  readonly meant: string | null;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: mark`a text`,
  number: mark`a number`,
  integer: mark`a whole number`,
  boolean: mark`true or false`,
  array: mark`a list`,
  object: mark`a map of keys`,
  null: mark`nothing`,
};

/** The validator's errors in people's words: one finding a mistake, in no order. */
export function explain(
  errors: readonly ErrorObject[],
  value: unknown,
  schema: JsonSchema,
  source: SourceMap,
): readonly Explained[] {
  const found = errors.map((error) => explainOne(error, value, schema, source));
  const meant = new Set(found.flatMap(({ corrected }) => (corrected === null ? [] : [corrected])));
  const typed = new Set(
    found.filter(({ finding }) => finding.rule === 'wrong-type').map(({ finding }) => String(finding.path)),
  );
  const seen = new Set<string>();
  return found.filter(({ finding, missing }) => {
    if (missing !== null && meant.has(missing)) return false;
    if (finding.rule === 'wrong-value' && typed.has(String(finding.path))) return false;
    const place = `${finding.rule} ${JSON.stringify(finding.path)} ${missing ?? ''}`;
    return !seen.has(place) && seen.add(place);
  });
}

interface Candidate extends Explained {
  /** `meant` as a path, so that it is not called missing too. */
  readonly corrected: string | null;
  readonly missing: string | null;
}

function explainOne(error: ErrorObject, value: unknown, schema: JsonSchema, source: SourceMap): Candidate {
  const path = pathOf(error.instancePath, value);
  const parent = schemaFor(path, schema);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(path, String(error.params.additionalProperty), parent, schema);
    case 'required':
      return missingKey(path, String(error.params.missingProperty), parent, schema);
    case 'type':
      return wrongType({
        path,
        types: [error.params.type].flat().map(String),
        value: at(value, path),
        written: source.written(path),
        schema: parent,
      });
    default:
      return wrongValue(error, path, parent, at(value, path));
  }
}

function unknownKey(path: YamlPath, key: string, parent: JsonSchema, schema: JsonSchema): Candidate {
  const allowed = Object.keys(parent.properties ?? {});
  const near = nearest(key, allowed);
  const under = near === null ? holder(key, parent, schema) : null;
  const list = t`the keys here are ${allOf(allowed)}`;
  const help =
    near !== null
      ? t`did you mean "${near}"? ${list}`
      : under !== null
        ? t`write "${key}" under "${under}"`
        : [elsewhere(key, schema), list].filter((text) => text !== null).join(t`; `);
  const finding = error({
    rule: 'unknown-key',
    message: t`The key "${key}" is not known here`,
    help,
    path: [...path, key],
    on: 'key',
  });
  const corrected = near === null ? null : JSON.stringify([...path, near]);
  return { finding, drop: [...path, key], meant: near, corrected, missing: null };
}

/** The neighbouring key under which the key would be right: `within` belongs under `response`. */
function holder(key: string, parent: JsonSchema, schema: JsonSchema): string | null {
  for (const [name, raw] of Object.entries(parent.properties ?? {})) {
    const inner = resolve(raw, schema);
    if (inner.properties && Object.hasOwn(inner.properties, key)) return name;
  }
  return null;
}

function missingKey(path: YamlPath, key: string, parent: JsonSchema, schema: JsonSchema): Candidate {
  const inner = resolve(parent.properties?.[key] ?? {}, schema);
  const example = parent.properties?.[key]?.examples?.[0] ?? inner.examples?.[0];
  const paste = example === undefined ? t`add "${key}:"` : t`add a line: ${key}: ${flow(example)}`;
  const finding = error({
    rule: 'missing-key',
    message: t`The key "${key}" is missing`,
    help: paste,
    path,
    on: 'key',
  });
  return { finding, drop: null, meant: null, corrected: null, missing: JSON.stringify([...path, key]) };
}

function wrongType({
  path,
  types,
  value,
  written,
  schema,
}: {
  readonly path: YamlPath;
  readonly types: readonly string[];
  readonly value: unknown;
  readonly written: string | null;
  readonly schema: JsonSchema;
}): Candidate {
  const words = types
    .filter((type) => type !== 'integer' || !types.includes('number'))
    .map((type) => say(TYPE_WORDS[type] ?? type));
  const expected = anyOf(words);
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  const message =
    value === null || value === undefined
      ? t`There is no value here`
      : written === null
        ? t`This is ${kindOf(value)}, and ${expected} is expected`
        : t`This is ${kindOf(value)} ("${short(written)}"), and ${expected} is expected`;
  const help =
    schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(written ?? '')
      ? t`write for example ${anyOf((schema.examples ?? []).map(flow))}`
      : types.includes('string') && scalar && written !== null
        ? t`put it in quotes: "${written}"`
        : types.length === 1 && types[0] === 'array' && typeof value === 'string'
          ? t`put it in brackets: [${short(value)}]`
          : /^(integer|number|boolean)$/.test(types.join()) &&
              typeof value === 'string' &&
              value.trim() !== ''
            ? t`write ${expected} without quotes`
            : types.join() === 'object' && schema.examples?.[0] !== undefined
              ? t`write ${expected}, for example ${flow(schema.examples[0])}`
              : t`write ${expected}`;
  return plain(error({ rule: 'wrong-type', message, help, path }));
}

function wrongValue(problem: ErrorObject, path: YamlPath, parent: JsonSchema, value: unknown): Candidate {
  // A map of the YAML has no prototype, and so no text of its own.
  const text = typeof value === 'object' ? flow(value) : String(value);
  const told = quoted(short(text));
  const { limit = 0 } = problem.params as { readonly limit?: number };
  switch (problem.keyword) {
    case 'enum': {
      const allowed = (parent.enum ?? []).map(String);
      const near = nearest(text, allowed);
      const [only = ''] = allowed;
      const list = allowed.length === 1 ? t`write ${only}` : t`write one of ${allOf(allowed)}`;
      const help = near === null ? list : t`did you mean "${near}"? ${list}`;
      return plain(
        error({
          rule: 'wrong-value',
          message: t`${told} is not a value of "${path.at(-1) ?? ''}"`,
          help,
          path,
        }),
      );
    }
    case 'minimum':
      return plain(
        error({
          rule: 'wrong-value',
          message: t`${told} is too small`,
          help: t`write ${limit} or more`,
          path,
        }),
      );
    case 'maximum':
      return plain(
        error({
          rule: 'wrong-value',
          message: t`${told} is too large`,
          help: t`write ${limit} or less`,
          path,
        }),
      );
    case 'pattern':
      return plain(
        error({
          rule: 'empty',
          message: t`The text is empty`,
          help: t`write a text, or remove the key`,
          path,
        }),
      );
    default:
      return plain(
        error({
          rule: 'empty',
          message: Array.isArray(value) ? t`The list is empty` : t`The map is empty`,
          help: t`fill it, or remove the key`,
          path,
          on: 'key',
        }),
      );
  }
}

function plain(finding: Finding): Candidate {
  return { finding, drop: finding.path, meant: null, corrected: null, missing: null };
}

type Problem = Omit<Finding, 'severity' | 'on'> & { readonly on?: 'key' | 'value' };

function error({ rule, on = 'value', ...said }: Problem): Finding {
  return { rule, severity: 'error', ...said, on };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return t`a list`;
  if (typeof value === 'object') return t`a map of keys`;
  return typeof value === 'string' ? t`a text` : typeof value === 'boolean' ? t`true or false` : t`a number`;
}

/** A value as it is written on one line of YAML. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flow(inner)}`)
      .join(', ')} }`;
  }
  const text = String(value);
  const quoted =
    typeof value === 'string' &&
    (/^[\d>=<[\]{}@*&!|%'"#-]|[:#,]\s|^$/.test(text) || /^(true|false|null)$/.test(text));
  return quoted ? JSON.stringify(text) : text;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
