import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const sources = walk('src').filter((file) => file.endsWith('.ts') && !file.startsWith('src/generated/'));
const wing = sources.filter((file) => file.startsWith('src/sql/'));

/** A statement at the beginning of a text, or a part of one with a name put in. */
const STATEMENT =
  /['"`]\s*(SELECT|CREATE|ATTACH|DETACH|DROP|INSERT|DELETE|UPDATE|COPY|WITH|SET|ALTER|PRAGMA) [\w"$*(]|\b(FROM|JOIN|WHERE) (\$\{|")/;

/** A value between quotes of its own. */
const IN_QUOTES = /'\$\{/;

/** What doubles the quotes of a text or of a name. */
const QUOTING = /replaceAll\(\s*(?:"'",\s*"''"|'"',\s*'""')\s*\)|replace\(\s*\/['"]\/g/;

/** Syntax that not every engine reads, which the dialect writes. */
const OF_ONE_ENGINE =
  /::[A-Z]|\S \/\/ \$|GROUP BY ALL|ORDER BY ALL|\bEXCLUDE\b|\bREPLACE \(|\bASOF\b|SEMI JOIN|ANTI JOIN|quantile_|\blist_|unnest\(|QUALIFY|IS (NOT )?TRUE\b|MATERIALIZED|CREATE |ATTACH |regexp_|strlen\(|CAST\(/;

describe('SQL', () => {
  it('is written in src/sql alone', () => {
    const outside = sources.filter((file) => !wing.includes(file));
    expect(outside.filter((file) => STATEMENT.test(code(file)))).toEqual([]);
    expect(wing.filter((file) => STATEMENT.test(code(file))).length).toBeGreaterThan(15);
  });

  it('takes its literals and its names from the dialect: nobody else puts quotes around a value', () => {
    const others = wing.filter((file) => !file.startsWith('src/sql/dialects/'));
    expect(others.filter((file) => IN_QUOTES.test(code(file)))).toEqual([]);
    expect(others.filter((file) => QUOTING.test(code(file)))).toEqual([]);
    expect(code('src/sql/dialects/duckdb.ts')).toMatch(QUOTING);
  });

  it('is not put into quotes by those who ask for it either', () => {
    const askers = sources.filter((file) => /^src\/(app|reading|engine|plan)\//.test(file));
    expect(askers.filter((file) => /replaceAll\(\s*"'",\s*"''"/.test(code(file)))).toEqual([]);
  });

  const judging = wing.filter((file) => /^src\/sql\/(judge|facts|receipt)\//.test(file));

  it.each(judging)('of judging is that of no engine: %s', (file) => {
    expect(code(file)).not.toMatch(/dialects\/(?!dialect\.ts')/);
    expect(OF_ONE_ENGINE.exec(code(file))?.[0]).toBeUndefined();
  });

  it('of judging is made in at least twenty files', () => expect(judging.length).toBeGreaterThanOrEqual(20));
});

/** A file without its comments. */
function code(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
}
