import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { sla } from './sla.ts';

type Row = Readonly<Record<string, string>>;

/** The leads of the export whose cell of qualification is in May 2026, each line once. */
const qualified = (): readonly Row[] => {
  const text = new TextDecoder('windows-1252').decode(readFileSync('examples/acme/exports/leads.csv'));
  const rows: Row[] = parse(text, { columns: true, delimiter: ';', relax_column_count: true });
  const once = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return [...once.values()].filter(
    (row) =>
      row.Identifiant !== '' &&
      /^\d\d\/05\/2026 /.test(row['Qualifié le'] ?? '') &&
      // A cell that is no date rejects its row.
      /^(\d\d\/\d\d\/\d{4} .*)?$/.test(row['Premier contact le'] ?? ''),
  );
};

const count = (values: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

it('the pack of May says how its leads were answered as a count of the cells of the export does', async () => {
  const { stdout } = await sla('pack', 'examples/acme', '--period', '2026-05', '--format', 'json');
  const [{ answers }] = JSON.parse(stdout).results;
  const [{ words, sources }] = answers;
  const rows = qualified();
  expect(rows).toHaveLength(155);
  const told = words.map((each: { words: (string | null)[]; cases: number }) => [
    each.words.map((word) => word ?? '').join(' '),
    each.cases,
  ]);
  expect(Object.fromEntries(told)).toEqual(count(rows.map((row) => `${row.Décision} ${row.Motif}`)));
  const bySource = sources.rows.map((each: { source: string | null; of: number[]; blank: number }) => [
    each.source ?? '',
    [...each.of, each.blank],
  ]);
  for (const [source, counts] of bySource) {
    const own = count(rows.filter((row) => row.Origine === source).map((row) => row.Décision ?? ''));
    expect(counts, source).toEqual([...sources.words, ''].map((word: string) => own[word] ?? 0));
  }
});

/** What one of the program's commands answers about the example. */
const answer = async (...args: readonly string[]) =>
  JSON.parse((await sla(...args, 'examples/acme', '--format', 'json')).stdout).results[0];

it('the pack says of what was missed, of the objective and of the data what the commands of each say', async () => {
  const { missed, ahead } = await answer('pack', '--period', '2026-05');
  const calibration = await answer('calibrate');
  const plan = await answer('plan');
  expect(ahead.past.map((each: { promise: string }) => each.promise)).toEqual(
    calibration.promises.map(({ id }: { id: string }) => id).filter((id: string) => missed.includes(id)),
  );
  for (const { promise, held, proposals } of ahead.past) {
    const own = calibration.promises.find(({ id }: { id: string }) => id === promise);
    expect(held, promise).toEqual(own.held);
    const told = proposals.map(({ basis, held: kept }: { basis: string; held: unknown }) => [basis, kept]);
    const known = [...own.parts.flatMap((part: { proposals: unknown }) => part.proposals), ...own.targets];
    expect(told, promise).toEqual(known.map(({ basis, held: kept }) => [basis, kept]));
  }
  expect(
    ahead.steps.map(({ id, perMonth, promised }: Record<string, unknown>) => [id, perMonth, promised]),
  ).toEqual(
    plan.steps.map(({ id, perMonth, promised }: Record<string, unknown>) => [id, perMonth, promised]),
  );
  expect(ahead.questions.map(({ rule }: { rule: string }) => rule)).toEqual(['given-up-early']);
  // Of 70 that were refused without having taken part, as the count of the questions has it.
  expect(ahead.questions[0].message).toContain('54 of 70');
});

it('the pack says how far the leads came, what the other side had broken and what was tried, as the commands of each say', async () => {
  const { funnel, causes, experiments } = await answer('pack', '--period', '2026-05');
  const whole = await answer('funnel', '--from', '2026-02', '--to', '2026-05');
  expect(funnel.cohorts).toEqual(whole.cohorts);
  const { stdout } = await sla('report', 'examples/acme', '--format', 'json');
  const told = JSON.parse(stdout).causes.filter(({ period }: { period: string }) => period === '2026-05');
  expect(causes).toEqual(told.map(({ agreement: _, ...rest }: { agreement: string }) => rest));
  expect(causes.length).toBeGreaterThan(0);
  const { experiments: all } = await answer('experiments');
  // The webinar was over before May, and nothing of it is owed.
  expect(experiments.experiments).toEqual(all.filter(({ id }: { id: string }) => id === 'fair-large-firms'));
});
