import { expect, it } from 'vitest';
import { ZONES_RELEASE } from '../../src/calendar/zone.ts';
import { compliance as brief } from '../../src/report/formats/brief.ts';
import { counts, month, options, rated, tableOf } from './fixtures.ts';

const may = { period: month(2026, 5) };
const june = { period: month(2026, 6), final: false };

const lines = (results: Parameters<typeof tableOf>[0], ledgers = {}): readonly string[] =>
  String(brief(tableOf(results, { ledgers }), options()))
    .replace(/\u00a0/g, ' ')
    .trimEnd()
    .split('  \n');

it('tells the last final month, the largest gap first, then the one that runs, and what could not be read', () => {
  const rejected = { leads: { read: 100, judged: 97, excluded: {}, rejected: { 'blank-key': 3 } } };
  expect(
    lines(
      [
        rated('near', 'missed', counts(90, 10), may),
        rated('far', 'missed', counts(50, 50), { ...may, title: 'A call | a day' }),
        rated('kept', 'met', counts(96, 4), may),
        rated('near', 'open', counts(40, 1, 9), { ...june, atRisk: 2 }),
        rated('far', 'met', counts(40, 0), { ...june, title: 'A call | a day' }),
      ],
      rejected,
    ),
  ).toEqual([
    'Marketing and Sales agreement: May 2026 (final), 1 promise of 3 met',
    '✗ A call \\| a day (sales): 50%, target ≥ 95%; 50 cases of 100 not met; the target allows 5: 45 too many',
    '✗ near (sales): 90%, target ≥ 95%; 10 cases of 100 not met; the target allows 5: 5 too many',
    '✓ kept 96%',
    'June 2026 so far: ✓ A call \\| a day 100%',
    '◔ Near 98%, target ≥ 95%. 9 cases still open, 2 at risk, so it ends between 80% and 98%.',
    `As of Tuesday 30 June 2026, 17:58, Europe/Paris (zones ${ZONES_RELEASE}); leads: 100 rows read = 97 judged + 0 excluded + 3 rejected (blank key 3)`,
  ]);
});

it('adds up what became of the rows of several exports, each reason once', () => {
  const ledgers = {
    leads: { read: 100, judged: 90, excluded: { 'no date': 4 }, rejected: { 'blank key': 6 } },
    deals: {
      read: 1_000,
      judged: 993,
      excluded: { 'no date': 2, 'no lead': 4 },
      rejected: { 'blank key': 1 },
    },
    calls: { read: 7, judged: 7, excluded: {}, rejected: {} },
  };
  expect(lines([rated('kept', 'met', counts(99, 1), may)], ledgers).at(-1)).toBe(
    `As of Tuesday 30 June 2026, 17:58, Europe/Paris (zones ${ZONES_RELEASE}); all exports: 1,107 rows read = 1,090 judged + 10 excluded (no date 6, no lead 4) + 7 rejected (blank key 7)`,
  );
});

it('has no more than twelve lines, however many promises there are', () => {
  const many = Array.from({ length: 30 }, (_, i) => [
    rated(`missed-${i}`, 'missed', counts(50, 50), may),
    rated(`kept-${i}`, 'met', counts(99, 1), may),
    rated(`missed-${i}`, 'open', counts(50, 1, 9), june),
    rated(`kept-${i}`, 'met', counts(50, 0), june),
  ]).flat();
  const told = lines(many);
  expect(told).toHaveLength(12);
  expect(told).toContain('and 26 others missed');
  expect(told).toContain('and 28 others open');
});

it('says that nothing could be judged, and that all is met', () => {
  expect(lines([])[0]).toBe('Marketing and Sales agreement: nothing could be judged yet');
  expect(lines([rated('kept', 'met', counts(99, 1), may)])[0]).toBe(
    'Marketing and Sales agreement: May 2026 (final), the promise is met',
  );
});

it('names as many promises in a line as a chat has room for, and says how many more are met', () => {
  const many = Array.from({ length: 30 }, (_, n) => rated(`promise-${n}`, 'met', counts(99, 1), may));
  expect(lines(many)[1]).toMatch(/^✓ promise 0 99%, .*promise 7 99% and 22 more$/);
});

it('says of an only promise that it is missed, and counts none', () => {
  expect(lines([rated('only', 'missed', counts(90, 10), may)])[0]).toBe(
    'Marketing and Sales agreement: May 2026 (final), the promise is missed',
  );
});
