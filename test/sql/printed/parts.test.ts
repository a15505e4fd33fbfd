import { describe, expect, it } from 'vitest';
import { written } from '../../../src/sql/dialects/index.ts';
import { escaped } from '../../../src/sql/dialects/plain.ts';
import { postgres } from '../../../src/sql/dialects/postgres.ts';
import { laidOut } from '../../../src/sql/laid-out.ts';
import { withNamedRows } from '../../../src/sql/named-rows.ts';
import { portablePattern } from '../../../src/sql/portable-pattern.ts';

describe('A pattern is handed to another engine only where all read it alike', () => {
  it.each([
    ['^Appel', '^Appel'],
    ['(?i)@(gmail|yahoo)\\.', '(?i)@(gmail|yahoo)\\.'],
    ['Café|[a-z]+', 'Café|[a-z]+'],
    ['^\\d{3}-[\\d.]*$', '^[0-9]{3}-[0-9.]*$'],
  ])('%s is read as %s', (pattern, portable) => expect(portablePattern(pattern)).toBe(portable));

  it.each([
    '\\bcall\\b',
    '(?i)café',
    '\\w+',
    '\\s',
    'a+?',
    'a*+',
    '\\pL',
    '[[:alpha:]]',
    '[a&&b]',
    '(?s).',
    '(?P<n>a)',
    '\\Aa',
  ])('%s is refused', (pattern) => expect(portablePattern(pattern)).toBeNull());
});

describe('Rows in brackets have a name', () => {
  it('where they had none, and keep the one they have', () => {
    expect(withNamedRows('SELECT a FROM (SELECT 1 AS a) WHERE a IN (SELECT 2)', '')).toBe(
      'SELECT a FROM (SELECT 1 AS a) AS q0 WHERE a IN (SELECT 2)',
    );
    expect(withNamedRows('SELECT * FROM (SELECT 1) c JOIN (SELECT 2) d ON true', '')).toBe(
      'SELECT * FROM (SELECT 1) c JOIN (SELECT 2) d ON true',
    );
  });

  it('and a name in quotes or in backticks is one, whatever it holds', () => {
    const named = 'SELECT `a(` FROM (SELECT 1 AS `a(`) `x` JOIN (SELECT 2 AS b) "y" ON true';
    expect(withNamedRows(named, '')).toBe(named);
    expect(withNamedRows('SELECT `FROM (` FROM (SELECT 1 AS `FROM (`)', '')).toBe(
      'SELECT `FROM (` FROM (SELECT 1 AS `FROM (`) AS q0',
    );
  });

  it('and a fence at their end, whatever stands in a literal', () => {
    expect(withNamedRows('SELECT * FROM (SELECT \' FROM (\' AS "FROM (" FROM (SELECT 1))', ' OFFSET 0')).toBe(
      'SELECT * FROM (SELECT \' FROM (\' AS "FROM (" FROM (SELECT 1 OFFSET 0) AS q0 OFFSET 0) AS q1',
    );
  });
});

it('What stands in a literal is not laid out', () => {
  const literal = "'two  blanks, FROM here\n and (there) '' '";
  expect(laidOut(`SELECT   ${literal}  AS a, 2 AS b   FROM t`)).toBe(
    `SELECT ${literal} AS a,\n  2 AS b\nFROM t;`,
  );
});

it('A text is a literal of PostgreSQL whatever is in it', () => {
  expect(postgres.text("O'Neil")).toBe("'O''Neil'");
  expect(postgres.text("\\'; DROP TABLE leads; --")).toBe("E'\\\\''; DROP TABLE leads; --'");
  expect(postgres.text('a\0b')).toBe('CAST(NULL AS text)');
});

it('A literal with escapes holds no quote and nothing that is not seen', () => {
  expect(escaped("it's")).toBe("'it\\u0027s'");
  expect(escaped('back\\')).toBe("'back\\\\'");
  expect(escaped('\u00a0e\u0301 \n\u{e0001}')).toBe("'\\u00a0e\\u0301 \\u000a\\udb40\\udc01'");
});

it('No dialect asks an engine for a zone, for an approximation or for its clock', () => {
  const said = Object.values(written).flatMap((dialect) => [
    ...(['instant', 'local', 'date'] as const).map((type) => dialect.micros('c', type)),
    ...[
      dialect.divide('a', 7),
      dialect.matches('a', 'b'),
      dialect.composed('a'),
      dialect.trimmed('a', "'b'"),
    ],
    dialect.numberRows([['a', [1]]]),
  ]);
  expect(said.filter((sql) => /approx|now\(|current_|at time zone|europe|america/i.test(sql))).toEqual([]);
});
