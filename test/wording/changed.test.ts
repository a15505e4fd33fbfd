import { describe, expect, it } from 'vitest';
import { changedWords } from '../../src/app/wording/changed.ts';
import { readAgreement } from '../../src/language/read.ts';
import { AGREEMENT } from '../change/agreements.ts';

async function agreementOf(text: string) {
  const { agreement } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  if (!agreement) throw new Error('The agreement of the test can not be read');
  return agreement;
}

describe('what changed, in plain words', () => {
  it('is nothing where the terms are the same, whatever else is written', async () => {
    const [base, head] = [await agreementOf(AGREEMENT), await agreementOf(`# a comment\n${AGREEMENT}`)];
    expect(changedWords(base, head)).toEqual([]);
  });

  it('is each promise before and after, those that come and those that go', async () => {
    const base = await agreementOf(AGREEMENT);
    const [first] = base.commitments;
    const target = first?.target.text ?? '';
    const head = await agreementOf(AGREEMENT.replace(`"${target}"`, `"${target.replace(/\d+/, '1')}"`));
    const [one, ...more] = changedWords(base, head);
    expect(more).toEqual([]);
    expect(one?.before).not.toBe(one?.after);
    expect(one?.before).toMatch(/^Met if /);
    const all = [...base.commitments, ...base.objectives].length;
    const come = changedWords(null, base);
    expect([come.length, come.every(({ before, after }) => before === null && after !== null)]).toEqual([
      all,
      true,
    ]);
    const gone = changedWords(base, null);
    expect([gone.length, gone.every(({ before, after }) => before !== null && after === null)]).toEqual([
      all,
      true,
    ]);
  });
});
