import { expect, it } from 'vitest';
import { firstTold } from '../../src/language/first-told.ts';
import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';

const found = (severity: Severity, line: number): Diagnostic => ({
  rule: `${severity}-${line}`,
  severity,
  message: 'A problem',
  place: { file: 'a.sla.yaml', start: { line, column: 1 }, end: { line, column: 2 } },
});

const many = (severity: Severity, n: number): readonly Diagnostic[] =>
  Array.from({ length: n }, (_, i) => found(severity, i + 1));

it('Of a thousand problems each is told', () => {
  const all = many('warning', 1000);
  expect(firstTold(all)).toEqual(all);
});

it('An error behind a thousand warnings is told, in its place', () => {
  const told = firstTold([...many('warning', 1500), found('error', 2000)]);
  expect(told).toHaveLength(1001);
  expect(told.slice(-2).map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
    ['error-2000', 'error', 'A problem'],
    ['warning-1000', 'warning', 'There are more than 1,000 problems, and those from here on are not told'],
  ]);
});

it('That there are more is an error where one of them is', () => {
  const told = firstTold([...many('info', 5), ...many('error', 1001)]);
  expect(told).toHaveLength(1001);
  expect(told.every(({ severity }) => severity === 'error')).toBe(true);
});
