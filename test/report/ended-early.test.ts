import { afterEach, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import type { EndedEarly } from '../../src/model/compliance.ts';
import { afterwards } from '../../src/report/afterwards.ts';
import { compliance, counts, month, rated } from './fixtures.ts';

afterEach(reset);

const tries = (number: number, endedEarly: readonly EndedEarly[]) => ({
  ...rated('tries', 'met', counts(9, 1), { period: month(2026, number) }),
  endedEarly,
});

/** Nine ended in May and eight in June: of these two in ways too many to tell. */
const RESULTS = [
  tries(5, [
    { words: { decision: 'Accepted', reason: null }, cases: 5 },
    { words: { decision: 'Refused', reason: 'Unreachable' }, cases: 4 },
  ]),
  tries(6, [
    { words: { decision: 'Refused', reason: 'Unreachable' }, cases: 6 },
    { words: null, cases: 2 },
  ]),
  rated('first-contact', 'met', counts(9, 1)),
];

const linesOf = (title: string) =>
  afterwards(compliance(RESULTS), 'timetable').flatMap((block) =>
    block.kind === 'list' && block.title === title ? block.items : [],
  );

it('a report of several months says below its table how the early ends of attempts divide over all of them', () => {
  expect(linesOf('Ended early')).toEqual(['tries, 17 cases: Refused / Unreachable 10, Accepted 5, others 2']);
});

it('the same is said in French', async () => {
  await speak('fr');
  expect(linesOf('Fins anticipées')).toEqual([
    'tries, 17 cas\u00a0: Refused / Unreachable 10, Accepted 5, autres 2',
  ]);
});
