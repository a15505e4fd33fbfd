import { mark, say, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { ChangeValue, PlacedAcceptance } from '../../model/change.ts';
import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import { isId } from '../../model/id.ts';
import { isMap, type Raw } from '../decode/report.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { SourceMap } from '../yaml/source-map.ts';

export interface ReadAccepted {
  /** Empty where anything in the file is wrong: half of a file accepts nothing. */
  readonly entries: readonly PlacedAcceptance[];
  readonly diagnostics: readonly Diagnostic[];
  readonly source: SourceMap;
}

const KEYS = ['agreement', 'commitment', 'rule', 'from', 'to', 'before', 'after', 'by', 'reason'] as const;

const HELP = mark`let "sla accept" write the entry, or correct it by hand`;

/**
 * Reads a file of acceptances. Every entry says all of its values, each one alone: there is no pattern and
 * no list in it.
 */
export function readAccepted(shownAs: string, input: string | Uint8Array): ReadAccepted {
  const { value, readable, source, diagnostics } = parseYaml(shownAs, input);
  const problems: Diagnostic[] = diagnostics.map((each) => ({ ...each, fatal: true }));
  const wrong = (path: YamlPath, message: string, help = say(HELP), on?: 'key' | 'value'): void => {
    problems.push({
      rule: 'wrong-acceptance',
      severity: 'error',
      message,
      help,
      place: source.place(path, on),
      fatal: true,
    });
  };
  const entries: PlacedAcceptance[] = [];
  if (readable && value !== null) {
    if (!Array.isArray(value)) wrong([], t`The file of acceptances is not a list`);
    else {
      for (const [index, raw] of value.entries()) {
        const before = problems.length;
        if (!isMap(raw)) wrong([index], t`An acceptance is not a map of its values`);
        else check(raw, index, wrong);
        if (isMap(raw) && problems.length === before) entries.push(entryOf(raw, index, source));
      }
    }
  }
  return { entries: problems.length > 0 ? [] : entries, diagnostics: problems, source };
}

type Wrong = (path: YamlPath, message: string, help?: string, on?: 'key' | 'value') => void;

function check(raw: Raw, index: number, wrong: Wrong): void {
  for (const key of Object.keys(raw)) {
    if (!KEYS.some((known) => known === key))
      wrong([index, key], t`An acceptance has no "${key}"`, t`its keys are ${allOf(KEYS)}`, 'key');
  }
  for (const key of ['agreement', 'rule', 'by', 'reason'] as const) {
    const text = raw[key];
    if (text === undefined) wrong([index], t`The acceptance does not say "${key}"`);
    else if (typeof text !== 'string' || text.trim() === '')
      wrong([index, key], t`"${key}" of an acceptance is one text`);
  }
  if (raw.commitment !== undefined && typeof raw.commitment !== 'string')
    wrong([index, 'commitment'], t`"commitment" of an acceptance is one id`);
  for (const key of ['agreement', 'commitment', 'by'] as const) {
    const id = raw[key];
    if (typeof id === 'string' && id !== '' && !isId(id))
      wrong(
        [index, key],
        t`"${id}" is not an id`,
        t`name one: an acceptance holds for nothing but what it names`,
      );
  }
  for (const key of ['from', 'to'] as const) {
    const value = raw[key];
    if (value === undefined)
      wrong([index], t`The acceptance does not say "${key}"`, t`write the value, or null for none`);
    else if (typeof value === 'object' && value !== null)
      wrong([index, key], t`"${key}" of an acceptance is one value`);
  }
  // Entries of earlier versions have neither of the two.
  if ((raw.before === undefined) !== (raw.after === undefined))
    wrong([index], t`The acceptance says one of "before" and "after" without the other`);
  for (const key of ['before', 'after'] as const) {
    const digest = raw[key] ?? null;
    if (digest !== null && (typeof digest !== 'string' || !/^sha256:[0-9a-f]{32}$/.test(digest)))
      wrong([index, key], t`"${key}" of an acceptance is a digest, or null for none`);
  }
}

const digestOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function entryOf(raw: Raw, index: number, source: SourceMap): PlacedAcceptance {
  return {
    agreement: String(raw.agreement),
    commitment: typeof raw.commitment === 'string' ? raw.commitment : null,
    rule: String(raw.rule),
    from: raw.from as ChangeValue,
    to: raw.to as ChangeValue,
    by: String(raw.by),
    reason: String(raw.reason),
    bound: raw.before === undefined ? null : { before: digestOf(raw.before), after: digestOf(raw.after) },
    place: source.place([index, 'rule']),
    index,
  };
}
