import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { folderWith } from '../app/folder.ts';
import { long } from '../effort.ts';
import { type Seeded, worldOf } from './world/world.ts';

/** Worlds of which every version names the same stages, and those of leads in their order as a funnel. */
function withFunnel({ texts, world }: Seeded): Readonly<Record<string, string>> | null {
  const versions = Object.entries(texts).filter(([path]) => path.endsWith('.sla.yaml'));
  const agreements = versions.map(([path, text]) => [path, parse(text)] as const);
  // Stages may be written in a file of parts.
  const known = world.versions.map(({ stages }) =>
    Object.keys(stages).filter((id) => ['created', 'contacted', 'answered', 'won'].includes(id)),
  );
  const funnel = (known[0] ?? []).filter((id) => known.every((ids) => ids.includes(id)));
  if (funnel.length < 2) return null;
  return {
    ...texts,
    ...Object.fromEntries(agreements.map(([path, one]) => [path, stringify({ ...one, funnel })])),
  };
}

describe('a funnel of any world', () => {
  it('never rises, adds up over its groups, and keeps no more promises than it has leads', async () => {
    let looked = 0;
    for (let seed = 400; seed < 400 + (long ? 24 : 2); seed++) {
      const texts = withFunnel(worldOf(seed));
      if (texts === null) continue;
      const here = folderWith(texts);
      try {
        const { out } = await here.sla('funnel', '--format', 'json', '--by', 'country');
        for (const { cohorts } of JSON.parse(out).results) {
          for (const { period, by, steps } of cohorts) {
            looked++;
            for (const [i, step] of steps.entries()) {
              if (i > 0) expect(step.leads, `${seed} ${period}`).toBeLessThanOrEqual(steps[i - 1].leads);
              for (const { met, breached, pending, excluded, unknown } of step.promises)
                expect(
                  met + breached + pending + excluded + unknown,
                  `${seed} ${period}`,
                ).toBeLessThanOrEqual(step.leads);
              if (by !== null) continue;
              const parts = cohorts.filter(
                (each: typeof steps) => each.period === period && each.by !== null,
              );
              const sum = parts.reduce((all: number, each: typeof steps) => all + each.steps[i].leads, 0);
              expect(sum, `${seed} ${period}`).toBe(step.leads);
            }
          }
        }
      } finally {
        here.remove();
      }
    }
    expect(looked).toBeGreaterThan(long ? 40 : 5);
  });
});
