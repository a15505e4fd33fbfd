import type { Team } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { didYouMean } from '../near.ts';
import type { Raw, Report } from './report.ts';
import { checkId, isMap, map, text } from './report.ts';

export function teams(root: Raw, report: Report): Readonly<Record<string, Team>> {
  const decoded: Record<string, Team> = {};
  for (const [id, raw] of Object.entries(map(root, 'teams'))) {
    if (!checkId(id, ['teams', id], report, 'key')) continue;
    const team = isMap(raw) ? raw : {};
    decoded[id] = { id, title: text(team, 'title') ?? id, lead: text(team, 'lead') };
  }
  return decoded;
}

/**
 * A name that must be one of those declared in a section; null and reported where it is not. No names at all means that the section
 * is missing, which was reported: then nothing more is said.
 */
export function oneOf(
  raw: unknown,
  what: 'team' | 'stage' | 'calendar' | 'source' | 'commitment' | 'preset',
  names: readonly string[] | null,
  titles: Readonly<Record<string, string>>,
  path: YamlPath,
  report: Report,
): string | null {
  if (typeof raw !== 'string') return null;
  if (names === null) return null;
  if (names.includes(raw)) return raw;
  const near = didYouMean(
    raw,
    names.map((name) => ({ name, also: titles[name] === undefined ? [] : [titles[name]] })),
  );
  const help =
    names.length === 0
      ? `there are no ${what}s in this agreement`
      : `the ${what}s are ${shown(names)}${near}`;
  return report(`unknown-${what}`, path, `There is no ${what} "${raw}"`, help);
}

/** A list of names that a terminal can hold. */
export function shown(names: readonly string[]): string {
  return names.length > 20
    ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more`
    : names.join(', ');
}
