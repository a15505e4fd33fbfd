import { say, t } from '../messages/index.ts';
import { anyOf } from '../messages/list.ts';
import { quoted } from '../messages/quoted.ts';
import type { KnownExport, PresetMatch } from '../model/sniff.ts';

/** Fewer headers in common are chance. */
const FEWEST = 4;

/**
 * A fair part of what a preset knows, or of what a file has: other tables of one CRM have a handful of
 * columns in common.
 */
const OF_THE_PRESET = 1 / 3;
const OF_THE_FILE = 1 / 2;

export interface Recognised {
  /** Null where none fits. */
  readonly preset: { readonly known: KnownExport; readonly match: PresetMatch } | null;
  /** Why the one that came nearest was not taken; null where one was, or none came near. */
  readonly near: string | null;
}

/**
 * The preset that knows the most headers of a file: its key among them, a date, what only such exports
 * have, and a fair share in all. Of equals the one whose date formats agree.
 */
export function recognise(
  names: readonly string[],
  formats: readonly (string | null)[],
  presets: readonly KnownExport[],
): Recognised {
  const found = presets
    .filter(({ roles }) => (roles.id ?? []).some((header) => names.includes(header)))
    .map((known) => ({
      known,
      matched: names.filter((name) => known.headers.includes(name)).length,
      // A time that was exported as a day is of the same hand.
      agreeing: names.filter(
        (name, i) => formats[i] != null && known.formats[name]?.startsWith(formats[i] ?? ''),
      ).length,
    }))
    .filter(({ matched }) => matched >= FEWEST)
    .sort((a, b) => b.matched - a.matched || b.agreeing - a.agreeing);
  const best = found.find(({ known, matched }) => lackOf(known, names, matched) === null);
  const [nearest] = found;
  if (best) {
    const { known, matched } = best;
    const { name, title, clock } = known;
    const match = { name, title: say(title), clock: say(clock), matched, of: names.length };
    return { preset: { known, match }, near: null };
  }
  if (!nearest) return { preset: null, near: null };
  const { known, matched } = nearest;
  const lack = lackOf(known, names, matched) ?? '';
  return {
    preset: null,
    near: t`not "${known.name}" (${say(known.title)}), though ${matched} of ${names.length} headers are its own: ${lack}`,
  };
}

/** What a file lacks to be such an export; null where it lacks nothing. */
function lackOf(known: KnownExport, names: readonly string[], matched: number): string | null {
  const has = (headers: readonly string[]): boolean => headers.some((header) => names.includes(header));
  if (known.telling.length > 0 && !known.telling.some(has)) {
    const usual = known.telling.map(([header = '']) => quoted(header));
    return t`it has no ${anyOf(usual)}`;
  }
  if (!has(Object.keys(known.formats))) return t`it has none of its dates`;
  const fields = known.fields.filter(has).length;
  if (fields >= known.fields.length * OF_THE_PRESET || matched >= names.length * OF_THE_FILE) return null;
  return t`of the ${known.fields.length} columns that it knows, ${fields} are there`;
}
