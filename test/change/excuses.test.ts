import { expect, it } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import { AGREEMENT } from './agreements.ts';
import { changesBetween, versionsOf } from './pass.ts';

/** Marketing hands over until the end of March under one version, and from April under the other. */
const [OLD_DAYS, NEW_DAYS] = [
  'effective: { from: 2026-01-01, to: 2026-03-31 }',
  'effective: { from: 2026-04-01 }',
] as const;

/** A version with a hand-over in time; in some it excuses sales, or is excused itself by follow-up. */
function versionOf(days: string, within: string | null, excusedBy = ''): string {
  const handOver = `  - id: handed-over
    owed_by: marketing
    owed_to: sales
    response: { from: qualified, to: answered, within: ${within} }
    target: ">= 90%"
`;
  return AGREEMENT.replace('effective: { from: 2026-01-01 }', days)
    .replace('version: "1"', `version: "${days === OLD_DAYS ? 1 : 2}"`)
    .replace('commitments:\n', `commitments:\n${within === null ? '' : handOver}`)
    .replace('    promise: Contacted', `${excusedBy}    promise: Contacted`);
}

const EXCUSED = '    excused_by: [handed-over]\n';

const told = (changes: readonly Change[]): readonly string[] =>
  changes.map(
    ({ promise, rule, class: found, protects, details = [] }) =>
      `${promise} ${rule}: ${found}, protects ${protects.join()}${details.map((each) => `; ${each}`).join('')}`,
  );

async function changes(before: readonly string[], after: readonly string[]): Promise<readonly string[]> {
  return told(changesBetween(await versionsOf(...before), await versionsOf(...after)));
}

it('a promise that changes in one version is open at what it excuses in the other', async () => {
  const next = versionOf(NEW_DAYS, '4 hours', EXCUSED);
  expect(
    await changes([versionOf(OLD_DAYS, '4 hours'), next], [versionOf(OLD_DAYS, '2 hours'), next]),
  ).toEqual([
    'handed-over within: tightened, protects sales',
    'first-contact excuses.handed-over: open, protects marketing; measure.within: 4 hours -> 2 hours',
  ]);
});

it('one that comes into a version where it was not is open at what it excuses in the other', async () => {
  const next = versionOf(NEW_DAYS, '4 hours', EXCUSED);
  const found = await changes([versionOf(OLD_DAYS, null), next], [versionOf(OLD_DAYS, '4 hours'), next]);
  expect(found).toContain('first-contact excuses.handed-over: open, protects marketing');
});

it('it is told once where both versions name it, and not at all where none does', async () => {
  const excused = (within: string) => versionOf(OLD_DAYS, within, EXCUSED);
  const next = versionOf(NEW_DAYS, '4 hours', EXCUSED);
  const both = await changes([excused('4 hours'), next], [excused('2 hours'), next]);
  expect(both.filter((each) => each.includes('excuses.'))).toHaveLength(1);
  const plain = versionOf(NEW_DAYS, '4 hours');
  expect(
    await changes([versionOf(OLD_DAYS, '4 hours'), plain], [versionOf(OLD_DAYS, '2 hours'), plain]),
  ).toEqual(['handed-over within: tightened, protects sales']);
});
