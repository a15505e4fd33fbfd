import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Step, stepsOf } from './page.ts';
import { type Reader, reader } from './reader.ts';

const TUTORIALS = [
  { page: 'docs/tutorial.md', leads: 'examples/hubspot/exports/leads.csv', lang: 'C' },
  { page: 'docs/fr/tutoriel.md', leads: 'examples/acme/exports/leads.csv', lang: 'fr_FR.UTF-8' },
];

// Each step rests on those before it.
describe.each(TUTORIALS)('a reader who follows $page', ({ page, leads, lang }) => {
  let at: Reader;
  beforeAll(() => {
    at = reader({ files: { 'leads.csv': leads }, lang });
  });
  afterAll(() => at.leave());

  const steps = stepsOf(page);
  it.each(steps.map((step, i): [string, Step] => [`${i + 1}. ${titleOf(step)}`, step]))(
    '%s',
    async (_title, step) => {
      await at.follow(step);
    },
  );

  it('is shown outputs, and edits both versions of the agreement and the minutes', () => {
    expect(steps.filter((step) => step.kind === 'run' && step.pieces.length > 0).length).toBeGreaterThan(7);
    expect(new Set(steps.flatMap((step) => (step.kind === 'edit' ? [step.file] : []))).size).toBe(3);
  });
});

function titleOf(step: Step): string {
  return step.kind === 'run' ? step.command : `edits ${step.file}`;
}
