import type { KnownExport, PresetMatch } from '../model/sniff.ts';

/** Fewer headers in common are chance. */
const FEWEST = 4;

export interface Recognised {
  readonly known: KnownExport;
  readonly match: PresetMatch;
}

/** The preset that knows the most headers of a file, its key among them; null where none knows enough. */
export function recognise(names: readonly string[], presets: readonly KnownExport[]): Recognised | null {
  let best: Recognised | null = null;
  for (const known of presets) {
    const matched = names.filter((name) => known.headers.includes(name)).length;
    const key = (known.roles.id ?? []).some((header) => names.includes(header));
    if (!key || matched < FEWEST || matched <= (best?.match.matched ?? 0)) continue;
    const { name, title, clock } = known;
    best = { known, match: { name, title, clock, matched, of: names.length } };
  }
  return best;
}
