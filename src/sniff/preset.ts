import { say } from '../messages/index.ts';
import type { KnownExport, PresetMatch } from '../model/sniff.ts';

/** Fewer headers in common are chance. */
const FEWEST = 4;

export interface Recognised {
  readonly known: KnownExport;
  readonly match: PresetMatch;
}

/**
 * The preset that knows the most headers of a file, its key among them; of equals the one whose date formats agree. Null where none
 * knows enough.
 */
export function recognise(
  names: readonly string[],
  formats: readonly (string | null)[],
  presets: readonly KnownExport[],
): Recognised | null {
  let best: (Recognised & { readonly agreeing: number }) | null = null;
  for (const known of presets) {
    const matched = names.filter((name) => known.headers.includes(name)).length;
    const key = (known.roles.id ?? []).some((header) => names.includes(header));
    const agreeing = names.filter(
      (name, i) => formats[i] != null && known.formats[name] === formats[i],
    ).length;
    const better =
      best === null ||
      matched > best.match.matched ||
      (matched === best.match.matched && agreeing > best.agreeing);
    if (!key || matched < FEWEST || !better) continue;
    const { name, title, clock } = known;
    best = {
      known,
      agreeing,
      match: { name, title: say(title), clock: say(clock), matched, of: names.length },
    };
  }
  return best;
}
