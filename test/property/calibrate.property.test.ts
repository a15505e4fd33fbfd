import { describe, expect, it } from 'vitest';
import { folderWith } from '../app/folder.ts';
import { long } from '../effort.ts';
import { worldOf } from './world/world.ts';

const STATES = ['met', 'breached', 'pending'] as const;

/** Whether some version of an agreement books the cases of a promise by their due. */
const isBookedByDue = (text: string, id: string): boolean =>
  /^sla: 1$/m.test(text) && new RegExp(`- id: ${id}\\n(?: {4}.*\\n)* {4}book_by: due`).test(text);

describe('a calibration of any world', () => {
  it('has the numbers of the report where the agreement stands, and never keeps fewer within a longer limit', async () => {
    let looked = 0;
    for (let seed = 700; seed < 700 + (long ? 12 : 1); seed++) {
      const { texts } = worldOf(seed);
      const here = folderWith(texts as Readonly<Record<string, string>>);
      try {
        const { status, out } = await here.sla('calibrate', '--format', 'json');
        if (status !== 0) continue;
        const [{ version, promises }] = JSON.parse(out).results;
        const told = await here.sla('report', '--format', 'json', '--as-if', version);
        const { results } = JSON.parse(told.out);
        for (const { id, periods, parts } of promises) {
          const own = results.filter((each: { id: string }) => each.id === id);
          expect(
            periods.map((each: (typeof periods)[number]) => [each.period, each.counts, each.verdict]),
            `${seed} ${id}`,
          ).toEqual(own.map((each: (typeof own)[number]) => [each.period, each.counts, each.verdict]));
          // A case that is booked by its due goes to another month under another limit.
          const isBooked = Object.values(texts).some((text) => isBookedByDue(text, id));
          for (const { rows } of isBooked ? [] : parts) {
            for (const [i, row] of rows.entries()) {
              if (i === 0) continue;
              for (const [j, { counts }] of row.periods.entries())
                expect(counts.met, `${seed} ${id} ${row.text} ${j}`).toBeGreaterThanOrEqual(
                  rows[i - 1].periods[j].counts.met,
                );
            }
          }
          if (parts.length === 0) continue;
          for (const [j, { counts }] of periods.entries()) {
            for (const term of new Set(parts.map((part: { term: string }) => part.term))) {
              const own = parts.filter((part: { term: string }) => part.term === term);
              const today = (state: string): number =>
                own.reduce((sum: number, { rows }: (typeof parts)[number]) => {
                  const now = rows.find((row: { now: boolean }) => row.now);
                  return sum + now.periods[j].counts[state];
                }, 0);
              for (const state of STATES)
                expect(today(state), `${seed} ${id} ${term} ${j} ${state}`).toBe(counts[state]);
              looked++;
            }
          }
        }
      } finally {
        here.remove();
      }
    }
    expect(looked).toBeGreaterThan(3);
  });
});
