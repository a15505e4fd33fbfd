import { expect, it } from 'vitest';
import { firstWorld, typedWorlds } from '../effort.ts';
import { rule } from '../oracle/judge.ts';
import { expected } from './expected.ts';
import { differences } from './compare.ts';
import { judgedOnce, type Said } from './run.ts';
import { inTwoForms } from './world/typed.ts';
import { worldOf } from './world/world.ts';

/** What a reader sees of a report, but for which files it read and where the agreement says so. */
function saidOf({ compliance, cases, findings }: Said): string {
  if (compliance === null) return JSON.stringify(findings.map(({ rule: name }) => name));
  const { inputs: _, agreement, ...rest } = compliance;
  const { digest: __, ...known } = agreement as typeof agreement & { digest?: unknown };
  return JSON.stringify({ ...rest, agreement: known, cases }, asOfText, 1)
    .replace(
      /[.](?:parquet|duckdb)(:| line )(\d+)/g,
      (_all, sign: string, row: string) => `.csv${sign}${Number(row) + 1}`,
    )
    .replace(/[.](?:parquet|duckdb)/g, '.csv');
}

/** Places of an agreement are left out. The first row of a table is 1, that of a text is below its header. */
function asOfText(key: string, value: unknown): unknown {
  if (key === 'place') return undefined;
  const cell = value as { readonly file?: unknown; readonly line?: unknown } | null;
  const isOfTable = typeof cell?.file === 'string' && /[.](parquet|duckdb)$/.test(cell.file);
  return isOfTable && typeof cell.line === 'number'
    ? { ...cell, file: cell.file.replace(/[.](parquet|duckdb)$/, '.csv'), line: cell.line + 1 }
    : value;
}

const first = firstWorld(1);

it(`${typedWorlds} worlds from seed ${first}: typed columns give the report of the same values as texts, and the plain loop's`, {
  timeout: 60_000 + typedWorlds * 8_000,
}, async () => {
  for (let seed = first; seed < first + typedWorlds; seed++) {
    const seeded = worldOf(seed);
    const { world, texts, tables } = await inTwoForms(seeded);
    const { asOf, period, by } = world;
    const again = `SEED=${seed} WORLDS=1 npx vitest run test/property/typed.test.ts`;
    const ofTexts = await judgedOnce(texts, { asOf, period, by });
    const ofTables = await judgedOnce(tables, { asOf, period, by });
    expect(saidOf(ofTables), again).toBe(saidOf(ofTexts));
    const ruling = rule(world, seeded.season.span);
    if (ruling === null || ofTables.compliance === null) continue;
    expect(differences(ofTables, ruling, expected(ruling, world, seeded.season.span), world), again).toEqual(
      [],
    );
  }
});
