import { populationOf, type RawSource, type World } from '../../oracle/agreement.ts';
import { versionsOf } from './agreement.ts';
import { disguised } from './disguise.ts';
import { withExcuses } from './excuses.ts';
import { exportsOf, type Table } from './exports.ts';
import { withHolds } from './holds.ts';
import { withJointKey } from './joint-key.ts';
import { withCurrencies, withSheetMarks } from './marks.ts';
import { withMerges } from './merges.ts';
import { withNames } from './names.ts';
import { agreementTexts } from './parts.ts';
import { randomOf } from './random.ts';
import { anyDate, anyDay, SEASONS, type Season } from './season.ts';
import { withSeveralDeals } from './several-deals.ts';
import { withTicketRows } from './ticket-rows.ts';
import { withTouches } from './touches.ts';

export interface Seeded {
  readonly seed: number;
  readonly season: Season;
  readonly world: World;
  /** By path: agreements as YAML, exports as CSV. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The world of a seed. */
export function worldOf(seed: number): Seeded {
  const random = randomOf(seed);
  const season = random.pick(SEASONS);
  const exports = exportsOf(random, season);
  const joint = withJointKey(exports, seed);
  const plain = versionsOf(random, season, joint.sources);
  const instant = (anyDay(season, random) + random.int(0, 20)) * 86_400 + random.int(0, 47) * 1800;
  const asOf = random.pick([
    null,
    null,
    null,
    `${new Date(instant * 1000).toISOString().slice(0, 19)}Z`,
    anyDate(season, random),
  ]);
  const fields = random.pick([[], [], [], [], [], ['country'], ['owner', 'country'], ['vip']]);
  const merged = withMerges(seed, withHolds(seed, { ...exports, ...joint }, plain));
  const linked = withSeveralDeals(seed, withNames(seed, merged));
  const { sources, files: written, versions: held } = withSheetMarks(seed, withCurrencies(seed, linked));
  const logged = withTicketRows(seed, season, {
    ...{ sources, files: disguised(written, seed) },
    versions: withExcuses(seed, withTouches(seed, held)),
  });
  const { versions, files } = logged;
  const by = sources.leads?.recycled === 'each' && random.chance(0.3) ? ['recycled', ...fields] : fields;
  const newest = versions.at(-1);
  const isOfTickets = newest?.commitments.some((promise) => populationOf(promise, newest) !== null) === true;
  const cut = isOfTickets && seed % 5 === 0 ? ['topic'] : by;
  const period = random.pick(['week', 'month', 'month', 'quarter', null] as const);
  const world: World = { versions, files, asOf, by: cut, period };
  return {
    seed,
    season,
    world,
    texts: { ...agreementTexts(seed, versions), ...csvOf(files, logged.sources) },
  };
}

/** Exports as texts. */
export function csvOf(files: Readonly<Record<string, Table>>, sources: Readonly<Record<string, RawSource>>) {
  const delimiters = new Map(
    Object.values(sources).map((source) => [source.files, source.csv?.delimiter ?? ',']),
  );
  return Object.fromEntries(
    Object.entries(files).map(([path, rows]) => {
      const delimiter = delimiters.get(path) === 'tab' ? '\t' : (delimiters.get(path) ?? ',');
      const cell = (text: string) => (/[",;|\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      return [path, `${rows.map((row) => row.map(cell).join(delimiter)).join('\n')}\n`];
    }),
  );
}
