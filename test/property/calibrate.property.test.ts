import { describe, expect, it } from 'vitest';
import { folderWith } from '../app/folder.ts';
import { long } from '../effort.ts';
import { worldOf } from './world/world.ts';

const STATES = ['met', 'breached', 'pending'] as const;

describe('a calibration of any world', () => {
  it('has the numbers of the report where the agreement stands, and never keeps fewer within a longer limit', async () => {
    let looked = 0;
    for (let seed = 700; seed < 700 + (long ? 12 : 1); seed++) {
      const here = folderWith(worldOf(seed).texts as Readonly<Record<string, string>>);
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
          for (const { rows } of parts) {
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
            const today = (state: string): number =>
              parts.reduce((sum: number, { rows }: (typeof parts)[number]) => {
                const now = rows.find((row: { now: boolean }) => row.now);
                return sum + now.periods[j].counts[state];
              }, 0);
            for (const state of STATES)
              expect(today(state), `${seed} ${id} ${j} ${state}`).toBe(counts[state]);
            looked++;
          }
        }
      } finally {
        here.remove();
      }
    }
    expect(looked).toBeGreaterThan(3);
  });
});
