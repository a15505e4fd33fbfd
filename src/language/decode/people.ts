import { firstOf } from '../../messages/first-of.ts';
import { t } from '../../messages/index.ts';
import { didYouMean } from '../../messages/nearest.ts';
import type { Team } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Raw, Report } from './report.ts';
import { checkId, isMap, map, text, under } from './report.ts';

export function teams(root: Raw, report: Report): Readonly<Record<string, Team>> {
  const decoded: Record<string, Team> = {};
  for (const [id, raw] of Object.entries(map(root, 'teams'))) {
    if (!checkId(id, ['teams', id], report, 'key')) continue;
    const team = isMap(raw) ? raw : {};
    decoded[id] = { id, title: text(team, 'title') ?? id, lead: text(team, 'lead') };
  }
  return decoded;
}

type Named = 'team' | 'stage' | 'calendar' | 'source' | 'commitment' | 'objective' | 'preset';

/**
 * A name that must be one of those declared in a section; null and reported where it is not. No names at
 * all means that the section is missing, which was reported: then nothing more is said.
 */
export function oneOf({
  raw,
  what,
  names,
  titles,
  path,
  report,
}: {
  readonly raw: unknown;
  readonly what: Named;
  readonly names: readonly string[] | null;
  readonly titles: Readonly<Record<string, string>>;
  readonly path: YamlPath;
  readonly report: Report;
}): string | null {
  if (typeof raw !== 'string') return null;
  if (names === null) return null;
  if (names.includes(raw)) return raw;
  const near = didYouMean(
    raw,
    names.map((name) => ({ name, also: [under(titles, name) ?? []].flat() })),
  );
  const { none, known, unknown } = NAMES[what];
  const help = names.length === 0 ? none() : `${known(shown(names))}${near}`;
  return report(`unknown-${what}`, path, { message: unknown(raw), help });
}

interface Sentences {
  readonly none: () => string;
  readonly known: (names: string) => string;
  readonly unknown: (name: string) => string;
}

const NAMES: Readonly<Record<Named, Sentences>> = {
  team: {
    none: () => t`there are no teams in this agreement`,
    known: (names) => t`the teams are ${names}`,
    unknown: (name) => t`There is no team "${name}"`,
  },
  stage: {
    none: () => t`there are no stages in this agreement`,
    known: (names) => t`the stages are ${names}`,
    unknown: (name) => t`There is no stage "${name}"`,
  },
  calendar: {
    none: () => t`there are no calendars in this agreement`,
    known: (names) => t`the calendars are ${names}`,
    unknown: (name) => t`There is no calendar "${name}"`,
  },
  source: {
    none: () => t`there are no sources in this agreement`,
    known: (names) => t`the sources are ${names}`,
    unknown: (name) => t`There is no source "${name}"`,
  },
  commitment: {
    none: () => t`there are no commitments in this agreement`,
    known: (names) => t`the commitments are ${names}`,
    unknown: (name) => t`There is no commitment "${name}"`,
  },
  objective: {
    none: () => t`there are no objectives in this agreement`,
    known: (names) => t`the objectives are ${names}`,
    unknown: (name) => t`There is no objective "${name}"`,
  },
  preset: {
    none: () => t`there are no presets in this agreement`,
    known: (names) => t`the presets are ${names}`,
    unknown: (name) => t`There is no preset "${name}"`,
  },
};

/** A list of names that a terminal can hold. */
export const shown = (names: readonly string[]): string => firstOf(names, 20);
