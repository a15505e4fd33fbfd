import { afterAll, describe, expect, it } from 'vitest';
import { exampleWith } from '../../src/build/rule-pages.ts';
import { around } from '../../src/language/rules/around.ts';
import { folderWith } from './folder.ts';

const folders: { remove(): void }[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

const EXPORT =
  'Lead ID,Country,Employees,Qualified at,First contact at\nL-1,FR,60,2026-04-01T09:00,2026-04-01T10:00\n';

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly start: { readonly line: number };
}

/** The program over one agreement, or over versions of it. */
async function run(versions: readonly string[], ...argv: string[]) {
  const files = Object.fromEntries(versions.map((text, i) => [`v${i + 1}.sla.yaml`, text]));
  const folder = folderWith({ ...files, 'exports/leads.csv': EXPORT });
  folders.push(folder);
  const { status, out } = await folder.sla(...argv, '--format', 'json');
  const { findings } = JSON.parse(out) as { readonly findings: readonly Finding[] };
  return { status, findings, rules: findings.map(({ rule, severity }) => `${severity} ${rule}`) };
}

const versionsOf = (example: string) => example.split('---\n').map(exampleWith);

describe('the versions of an agreement', () => {
  const rules = around.filter(({ id }) => id.startsWith('version-'));

  it.each(rules)('keep $id in its good example', async ({ good }) => {
    expect((await run(versionsOf(good), 'validate')).rules).toEqual([]);
  });

  it.each(rules)('break $id in its bad example', async ({ id, severity, bad }) => {
    const { rules, findings } = await run(versionsOf(bad), 'validate');
    expect(rules).toEqual([`${severity} ${id}`]);
    expect(findings[0]?.file).toBe('v2.sla.yaml');
  });

  it.each([
    ['2026.9', '2026.10', true],
    ['2026.10', '2026.9', false],
    ['v1', 'v1.0', false],
    ['2', '2.0.1', true],
    ['1.0', '1.0', false],
    ['spring', 'autumn', true],
    ['2.0-rc1', '2.0', true],
  ])('with the texts "%s" and then "%s" are in order: %s', async (first, second, inOrder) => {
    const { rules } = await run(
      [
        exampleWith(`version: "${first}"\neffective: { from: 2026-01-01, to: 2026-06-30 }\n`),
        exampleWith(`version: "${second}"\neffective: { from: 2026-07-01 }\n`),
      ],
      'validate',
    );
    expect(rules).toEqual(inOrder ? [] : ['warning version-not-raised']);
  });

  it('are weighed by the lint section and the comments of the later one', async () => {
    const first = exampleWith('effective: { from: 2026-01-01, to: 2026-06-30 }\n');
    const later = (more: string) =>
      exampleWith(`version: "2026.2"\neffective: { from: 2026-08-01 }${more}\n`);
    const error = await run([first, later('\nlint: { version-gap: error }')], 'validate');
    expect(error).toMatchObject({ status: 1, rules: ['error version-gap'] });
    const ignored = await run([first, later(' # sla-ignore version-gap: nobody sells in July')], 'validate');
    expect(ignored).toMatchObject({ status: 0, rules: [] });
  });
});

describe('a review', () => {
  const REVIEW = 'review: { every: 30 calendar days, last: 2026-03-02 }\n';

  it.each([
    ['2026-04-01', []],
    ['2026-04-02', ['warning review-overdue']],
  ])('that was due on 2026-04-01 as of %s', async (asOf, rules) => {
    expect((await run([exampleWith(REVIEW)], 'check', '--as-of', asOf)).rules).toEqual(rules);
  });
});

describe('an error of a lint rule', () => {
  it('does not keep a promise from being judged, and fails the check', async () => {
    const text = exampleWith('lint: { missing-sponsor: error }\n# no sponsor\n');
    const { status, rules } = await run([text], 'check');
    expect({ status, rules }).toEqual({ status: 1, rules: ['error missing-sponsor'] });
  });
});
