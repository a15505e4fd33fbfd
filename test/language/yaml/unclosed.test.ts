import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/language/yaml/parse.ts';

/** `line:column sentence: help` of the one problem of a text; null where it is sound. */
function problemOf(text: string): string | null {
  const { diagnostics } = parseYaml('a.sla.yaml', text);
  expect(diagnostics.length).toBeLessThan(2);
  const [problem] = diagnostics;
  if (problem === undefined) return null;
  expect(problem).toMatchObject({ rule: 'yaml-syntax', severity: 'error', fatal: true });
  const { line, column } = problem.place?.start ?? { line: 0, column: 0 };
  return `${line}:${column} ${problem.message}: ${problem.help}`;
}

const open = (what: string, help: string) => `${what} is opened here and not closed: ${help}`;
const beforeWord = (closer: string, line: number) =>
  `write "${closer}" where it ends, before line ${line}; or indent line ${line} if it belongs to it`;

describe('what is opened and never closed', () => {
  it.each([
    ['holidays: [FR, BE\nclosed: [2026-01-01]\n', `1:11 ${open('"["', beforeWord(']', 2))}`],
    ['week: { mon: [09:00-12:00]\nid: x\n', `1:7 ${open('"{"', beforeWord('}', 2))}`],
    ['a:\r\n  b: [1, 2\r\n  c: 3\r\n', `2:6 ${open('"["', beforeWord(']', 3))}`],
    ['a:\n  - { id: x, b: { c: d }\n  - { id: y }\n', `2:5 ${open('"{"', beforeWord('}', 3))}`],
    ['a: [b: 1, c: [2]\nd: 1\n', `1:4 ${open('"["', beforeWord(']', 2))}`],
    ['week: { mon: [09:00-12:00]\n  tue: [1]\nx: 1\n', `1:7 ${open('"{"', beforeWord('}', 2))}`],
    ['a:\n  b: [\n  1\n]\n', `2:6 ${open('"["', beforeWord(']', 3))}`],
    ['a: [1, # ]\nb: 2\n', `1:4 ${open('"["', beforeWord(']', 2))}`],
    ['a: [1, 2\n', `1:4 ${open('"["', 'write "]" where it ends')}`],
    ['a: [ [1]', `1:4 ${open('"["', 'write "]" where it ends')}`],
    ['a: { b: {c: 1}', `1:4 ${open('"{"', 'write "}" where it ends')}`],
    ['a: [1, 2}\nb: 2\n', `1:4 ${open('"["', 'write "]" in place of "}"')}`],
    ['a: [x, {b: c]\ny: 1\n', `1:8 ${open('"{"', 'write "}" in place of "]"')}`],
    ['a: "abc\nb: 2\n', `1:4 ${open('A quote', 'close it with "')}`],
    ["a: 'x''\nb: 2\n", `1:4 ${open('A quote', "close it with '")}`],
    ['a: [ "abc, 2]\nb: 2\n', `1:6 ${open('A quote', 'close it with "')}`],
  ])('%j is told where it was opened', (text, told) => {
    expect(problemOf(text)).toBe(told);
  });

  it.each([
    ['a:\n   b: 1\n  c: 2\n', '3:1 The indentation does not fit the lines above'],
    ['a: "[x"\n b: 2\n', '2:1 The indentation does not fit the lines above'],
    ['a: [x, "]"]\n b: 2\n', '2:1 The indentation does not fit the lines above'],
    ['- a: 1\n  b: 1\n c: 2\n', '3:2 The indentation does not fit the lines above'],
    ['a:\n  b: 1\n   c: 2\n', '3:4 The indentation does not fit the lines above'],
    ['a:\n  - b: 1\r\n     c: 2\r\n', '3:6 The indentation does not fit the lines above'],
    ['a:\n  b: x: 1\n   c: 2\n', '2:6 A value on this line holds a second ": "'],
    ['a: ["x"\n "y"]\n', '2:2 A comma, a colon, a dash or a space is missing here'],
    ['a: {b: "x"\n c: 1}\n', '2:2 A comma, a colon, a dash or a space is missing here'],
    ['a: ["x" "y"]\n', '1:9 A comma, a colon, a dash or a space is missing here'],
    ['a: [1]]\nb: 2\n', '1:7 This is not expected here'],
  ])('%j has another problem', (text, told) => {
    expect(problemOf(text)).toContain(told);
  });

  it.each(['a: [\n  1,\n  2\n  ]\n', 'a: { b: {c: 1}}', "a: ['it''s', \"a \\\" b\"]\n", 'a: ""\n'])(
    '%j is none',
    (text) => {
      expect(problemOf(text)).toBeNull();
    },
  );

  it('is found in a text that is made of escapes, or of brackets', () => {
    expect(problemOf(`a: "${'\\\\'.repeat(400_000)}`)).toContain('1:4 A quote is opened here');
    expect(problemOf(`a: ${'[1,\n '.repeat(300)}`)).toContain('300:2 "[" is opened here');
  });
});
