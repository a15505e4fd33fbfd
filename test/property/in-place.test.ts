import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { firstWorld, servedWorlds } from '../effort.ts';
import { promisesOf, type RawSource, type World } from '../oracle/agreement.ts';
import { type Target, targets } from '../servers/targets.ts';
import { judgedOnce } from './run.ts';
import { saidOf } from './said.ts';
import { onServer } from './world/served.ts';
import { worldOf } from './world/world.ts';

const first = firstWorld(3);

/** Where a run may make tables of its own. */
const SCRATCH = 'sla_runs';

/** Three worlds of four ask for nothing that only the reading here can tell: so many are tried at most. */
const tried = 4 * servedWorlds;

/** Worlds from which on each of these must have been judged on the server. */
const ENOUGH = 50;

/** What tells rows of a lead apart, or touches of a row, as the worlds declare it. */
const TOLD_APART: Readonly<Record<string, (source: RawSource) => boolean>> = {
  'hand-overs': ({ recycled }) => recycled === 'each',
  'the latest row of a lead': ({ duplicates }) => duplicates === 'latest',
  'one row of several of a lead': (source) => source.one_per_lead !== undefined,
  'a key of several columns': ({ key }) => typeof key === 'object',
};

function toldApart(world: World): readonly string[] {
  const sources = world.versions.flatMap((version) => Object.values(version.sources));
  const isApart = world.versions.flatMap(promisesOf).some(({ attempts }) => attempts?.min_gap !== undefined);
  const told = Object.entries(TOLD_APART).filter(([, has]) => sources.some(has));
  return [...told.map(([name]) => name), ...(isApart ? ['touches a minimum gap apart'] : [])];
}

it.each(targets)(
  `${servedWorlds} worlds from seed ${first}: judged on their server they give the report of the same values as texts: $title`,
  { timeout: 60_000 + tried * 60_000 },
  async (target) => {
    let judged = 0;
    const wanted = Math.ceil(servedWorlds / target.shares);
    const seen = new Set<string>();
    const warned: Error[] = [];
    const warn = (warning: Error) => warned.push(warning);
    process.on('warning', warn);
    await target.make(SCRATCH, []);
    for (let seed = first; target.url !== null && judged < wanted && seed < first + tried; seed++) {
      const { world, texts, tables, names, schema, made } = onServer(worldOf(seed), target);
      await target.make(schema, made);
      const { asOf, period, by } = world;
      const again = `SEED=${seed} WORLDS=1 npx vitest run test/property/in-place.test.ts`;
      const there = await judgedOnce(
        { ...tables, ...staying(target, seed) },
        { asOf, period, by, connections: {} },
        true,
      );
      if (there.where !== 'in place') continue;
      judged += 1;
      for (const name of toldApart(world)) seen.add(name);
      const ofTexts = await judgedOnce(texts, { asOf, period, by });
      expect(withoutPlaces(saidOf(there, names)), again).toBe(withoutPlaces(saidOf(ofTexts, new Map())));
    }
    process.off('warning', warn);
    expect(warned).toEqual([]);
    expect(judged, 'worlds that were judged in place').toBe(target.url === null ? 0 : wanted);
    if (judged >= ENOUGH)
      expect([...seen].sort()).toEqual([...Object.keys(TOLD_APART), 'touches a minimum gap apart'].sort());
  },
);

/** The rows of a Trino stay where its connection says so, or where it names a schema for tables of the run. */
function staying({ dialect, url, catalog }: Target, seed: number): Record<string, string> {
  if (dialect !== 'trino' || url === null) return {};
  const { origin, pathname } = new URL(url);
  const how = seed % 4 === 0 ? { rows: 'stay' } : { scratch: `${catalog}${SCRATCH}` };
  const replica = { engine: 'trino', server: origin, catalog: pathname.slice(1), ...how };
  return { '.sla/connections.yaml': stringify({ replica }) };
}

/** Of rows without their places, and of a table that is no export. */
const TOLD_OTHERWISE = new Set(['blank-key', 'implausible-date', 'rounded-id', 'no-rows']);

/** Rows that stay on a server have no place that tells them, and what is wrong with them is told without their cells. */
function withoutPlaces(said: string): string {
  const told = JSON.parse(said, (key, value) => {
    // Where nothing could be judged only rules are told.
    if ((key === 'findings' || key === '') && Array.isArray(value))
      return value.filter((finding) => !TOLD_OTHERWISE.has(finding.rule ?? finding));
    // Such a row is told by its key.
    return key === 'cell' && value !== null ? { ...value, line: undefined, key: undefined } : value;
  });
  return JSON.stringify(told, null, 1).replace(/([.]csv)(?::\d+| line \d+|, key [^,"]+)/g, '$1');
}
