import { expect, it } from 'vitest';
import type { ReadPlan } from '../../src/model/reading.ts';
import { askedOf, type TypedSource } from '../../src/sql/server-facts/cells.ts';

const PLAN = {
  columns: [
    { kind: 'time', name: 'assigned_at', field: 'assigned' },
    { kind: 'time', name: 'won_at', field: 'won' },
    { kind: 'own', name: 'own_2', time: 'assigned_at', when: 'test_1' },
    { kind: 'flag', name: 'test_1', condition: null },
    { kind: 'flag', name: 'test_2', condition: null },
  ],
} as unknown as ReadPlan;

const named = (...asked: readonly string[]): readonly string[] =>
  askedOf({ plan: PLAN, isAsked: (name: string) => asked.includes(name) } as unknown as TypedSource).map(
    ({ name }) => name,
  );

it('Whether a date is told of this hand-over rests on the date and on its condition, asked for or not', () => {
  expect(named('own_2')).toEqual(['assigned_at', 'own_2', 'test_1']);
  expect(named('won_at')).toEqual(['won_at']);
});
