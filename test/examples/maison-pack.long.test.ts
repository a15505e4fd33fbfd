import { expect, it } from 'vitest';
import { strictSchema } from '../app/strict-schema.ts';
import { sla } from './sla.ts';

type Told = Readonly<Record<string, unknown>>;

/** What one of the program's commands answers about the house; other tests hold each against loops over its rows. */
const answer = async (...args: readonly string[]) => {
  const { status, stdout } = await sla(...args, 'examples/maison', '--format', 'json');
  expect(status, args.join(' ')).toBe(0);
  return JSON.parse(stdout);
};

it('the agenda of April says what the funnel, the calibration, the plan, the experiments, the disputes and the data say', async () => {
  const document = await answer('pack', '--period', '2026-04');
  const validate = strictSchema('pack');
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  const [pack] = document.results;

  const [funnel] = (await answer('funnel', '--from', '2026-01', '--to', '2026-04')).results;
  expect(pack.funnel.cohorts).toEqual(funnel.cohorts);

  const { promises } = (await answer('calibrate')).results[0];
  expect(pack.ahead.past.map(({ promise }: Told) => promise)).toEqual(
    promises.map(({ id }: Told) => id).filter((id: string) => pack.missed.includes(id)),
  );
  for (const { promise, held } of pack.ahead.past)
    expect(held, promise).toEqual(promises.find(({ id }: Told) => id === promise).held);

  const { steps } = (await answer('plan')).results[0];
  const need = ({ id, perMonth, promised }: Told) => ({ id, perMonth, promised });
  expect(pack.ahead.steps.map(need)).toEqual(steps.map(need));

  const { experiments } = (await answer('experiments')).results[0];
  expect(pack.experiments.experiments).toEqual(experiments);

  const [{ disputes, ifUpheld }] = (await answer('disputes')).results;
  expect(pack.disputes.disputes).toEqual(disputes);
  expect(pack.disputes.ifUpheld).toEqual(ifUpheld);

  // Of its data nothing is asked, nor does marketing owe anything about a contact that is called late.
  expect([pack.ahead.questions, pack.causes]).toEqual([[], []]);
});

it('it stands in the words of the house, each part once', async () => {
  const { stdout } = await sla('pack', 'examples/maison', '--period', '2026-04');
  const parts = stdout
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .split('\n')
    .flatMap((line) => /^## \d+\. (.*) \(\d+ min\)$/.exec(line)?.[1] ?? []);
  expect(parts).toEqual([
    'Ce que nous avions décidé',
    'Le tableau de bord',
    'Ce qui a été manqué, et pourquoi',
    'Des leads à regarder ensemble',
    'Ce qui est contesté',
    'Jusqu’où les leads sont allés',
    'Ce qui a été essayé',
    'Ce qui peut encore changer',
    'Les promesses sont-elles justes ?',
    'Regards croisés',
    'Décisions',
  ]);
});
