import { describe, expect, it } from 'vitest';
import { exampleWith } from '../../src/build/rule-pages.ts';
import { compareVersions } from '../../src/change/compare.ts';
import { termsMeaning } from '../../src/change/meaning.ts';
import { readAgreement } from '../../src/language/read.ts';
import { disputeRules } from '../../src/language/rules/disputes.ts';

const TERMS = 'disputes: { files: disputes/*.yaml, within: 10 business days, calendar: office }\n';

/** An agreement with these files of disputes beside it. */
async function read(files: readonly string[], terms = TERMS) {
  const text = exampleWith(terms);
  return readAgreement('/a.sla.yaml', 'a.sla.yaml', text, {
    openDisputes: async () =>
      files.map((file, i) => ({
        ...{ file: `/disputes/${i}.yaml`, shownAs: `disputes/${i}.yaml` },
        bytes: new TextEncoder().encode(file),
      })),
  });
}

const found = async (...args: Parameters<typeof read>) =>
  (await read(...args)).diagnostics
    .filter(({ place }) => place?.file.startsWith('disputes/'))
    .map(({ rule, place }) => `${rule} ${place?.file} ${place?.start.line}`);

const entry = (more = '', lead = 'L-1042') => `- lead: ${lead}
  promise: first-contact
  by: sales
  on: 2026-06-03
  says: The number in the form was out of service
${more}`;
const settled = (by: string, outcome = 'upheld', on = '2026-06-10') =>
  `  settled: { outcome: ${outcome}, by: ${by}, on: ${on} }\n`;

const waivers = async (...args: Parameters<typeof read>) =>
  ((await read(...args)).agreement?.waivers ?? []).map(({ leads, commitment, approvedBy }) => [
    ...[leads.join(), commitment, approvedBy.join()],
  ]);

describe('the rules of disputes', () => {
  it('are these', () => {
    expect(disputeRules.map(({ id }) => id)).toEqual([
      ...['dispute-unread', 'dispute-twice', 'dispute-settled-by'],
      ...['dispute-overdue', 'dispute-without-case', 'dispute-of-met'],
    ]);
  });

  // Those that a date or the data decide are tried upon exports.
  for (const { id, good, bad } of disputeRules.slice(0, 3))
    it(`${id}: its good example keeps it, and its bad one breaks it alone`, async () => {
      expect(await found([good])).toEqual([]);
      expect((await found([bad])).map((line) => line.split(' ')[0])).toEqual([id]);
    });

  it('the same lead and promise are told in another file too, and another promise is another dispute', async () => {
    expect(await found([entry(), entry()])).toEqual(['dispute-twice disputes/1.yaml 1']);
    expect(await found([entry(), entry('', 'L-1043')])).toEqual([]);
  });
});

describe('who settles a dispute', () => {
  it('are all sides of the promise where nobody is named: one of them alone settles nothing', async () => {
    expect(await waivers([entry(settled('[marketing, sales]'))])).toEqual([
      ['L-1042', 'first-contact', 'marketing,sales'],
    ]);
    for (const by of ['sales', '[sales]', 'marketing', 'sponsor']) {
      expect(await waivers([entry(settled(by))])).toEqual([]);
      expect(await found([entry(settled(by))])).toEqual(['dispute-settled-by disputes/0.yaml 6']);
    }
  });

  it('is a third that the agreement names, alone; a side that it names settles nothing without the other', async () => {
    const by = (name: string) => TERMS.replace('within', `settled_by: ${name}, within`);
    expect(await waivers([entry(settled('sponsor'))], by('sponsor'))).toHaveLength(1);
    expect(await waivers([entry(settled('[marketing, sales]'))], by('sponsor'))).toEqual([]);
    expect(await waivers([entry(settled('sales'))], by('sales'))).toEqual([]);
    expect(await waivers([entry(settled('[sales, marketing]'))], by('sales'))).toHaveLength(1);
    expect(await waivers([entry(settled('sponsor'))], by('[sponsor, sales]'))).toEqual([]);
    expect(await waivers([entry(settled('[sponsor, sales]'))], by('[sponsor, sales]'))).toHaveLength(1);
  });

  it('what is rejected is no waiver, and neither is what is open', async () => {
    expect(await waivers([entry(settled('[marketing, sales]', 'rejected')), entry('', 'L-2')])).toEqual([]);
  });
});

describe('an entry that is wrong', () => {
  const told = async (text: string) => {
    const { agreement, diagnostics } = await read([text + entry('', 'L-9')]);
    // The agreement stands, and so does the other entry of the file.
    expect(agreement?.disputes?.raised.map(({ lead }) => lead)).toEqual(['L-9']);
    return diagnostics.filter(({ rule }) => rule === 'dispute-unread').map(({ message }) => message);
  };

  it('is told with its place, changes nothing, and hides no other', async () => {
    expect(await told(entry().replace('by: sales', 'by: sails'))).toEqual(['There is no team "sails"']);
    expect(await told(entry().replace('first-contact', 'volume'))).toEqual([
      '"volume" is a number: nothing is ever taken out of it',
    ]);
    expect(await told(entry().replace('first-contact', 'first-call'))).toEqual([
      'There is no commitment "first-call"',
    ]);
    expect(await told(entry('  colour: red\n'))).toEqual(['The key "colour" is not known here']);
    expect(await told(entry(settled('[marketing, sales]', 'upheld', '2026-06-02')))).toEqual([
      'The dispute is settled on 2026-06-02, before it is raised on 2026-06-03',
    ]);
    expect(await told(entry(settled('[marketing, sails]')))).toEqual(['There is no team "sails"']);
    expect(await told(entry().replace('2026-06-03', '2026-06-31'))).toHaveLength(1);
    expect(await told(entry(settled('[marketing, sales]', 'maybe')))).toHaveLength(1);
    expect(await told('- L-1042\n')).toHaveLength(1);
  });

  it('a file that is no list is told as a whole, and an empty one is nothing', async () => {
    expect((await read(['lead: L-1\n'])).diagnostics.map(({ message }) => message)).toEqual([
      'The file holds no list of disputes',
    ]);
    expect((await read(['- [\n'])).diagnostics.map(({ rule }) => rule)).toContain('dispute-unread');
    expect((await read(['', '# nothing yet\n', '[]\n'])).diagnostics).toEqual([]);
  });

  it('a key of digits stays as it is written', async () => {
    const { agreement } = await read([entry('', '0042')]);
    expect(agreement?.disputes?.raised.map(({ lead }) => lead)).toEqual(['0042']);
  });
});

describe('between two versions', () => {
  const upheld = entry(settled('[marketing, sales]'));
  const version = async (files: readonly string[], terms = TERMS) => {
    const { agreement, source } = await read(files, terms);
    if (!agreement) throw new Error('The agreement is sound');
    return { agreement, file: 'a.sla.yaml', place: source.place };
  };
  const between = async (before: readonly string[], after: readonly string[], terms = TERMS) =>
    compareVersions(await version(before), await version(after, terms)).map((change) => [
      change.rule.split('.')[0],
      change.class,
      change.protects.join(),
    ]);

  it('a dispute that is raised or rejected is no change, and one that is upheld weakens for whom is promised', async () => {
    expect(await between([], [entry()])).toEqual([]);
    expect(await between([entry()], [entry(settled('[marketing, sales]', 'rejected'))])).toEqual([]);
    // Whoever writes it alone changes nothing yet: neither a number nor an agreement.
    expect(await between([entry()], [entry(settled('sales'))])).toEqual([]);
    expect(await between([entry()], [upheld])).toEqual([['waivers', 'weakened', 'marketing']]);
    expect(await between([], [upheld])).toEqual([['waivers', 'weakened', 'marketing']]);
    expect(await between([upheld], [entry()])).toEqual([['waivers', 'tightened', 'marketing']]);
  });

  it('one that is moved to another file is the same, and another lead or an earlier day is another waiver', async () => {
    expect(await between([upheld, ''], ['', upheld])).toEqual([]);
    const other = [
      ['waivers', 'weakened', 'marketing'],
      ['waivers', 'tightened', 'marketing'],
    ];
    expect(await between([upheld], [upheld.replace('L-1042', 'L-1')])).toEqual(other);
    expect(await between([upheld], [upheld.replace('2026-06-10', '2026-06-04')])).toEqual(other);
    expect(await between([upheld], [upheld.replace('out of service', 'wrong')])).toEqual([
      ['waivers', 'editorial', 'marketing'],
    ]);
    // What cannot be read any more excuses nothing, and its repair excuses anew.
    expect(await between(['- [\n'], [upheld])).toEqual([['waivers', 'weakened', 'marketing']]);
  });

  it('who settles, and by when, is agreed by all; where the files lie is not', async () => {
    const changed = (terms: string) => between([], [], terms);
    expect(await changed(TERMS.replace('10 business', '20 business'))).toEqual([
      ['disputes', 'open', 'marketing,sales'],
    ]);
    expect(await changed(TERMS.replace('within', 'settled_by: sponsor, within'))).toEqual([
      ['disputes', 'open', 'marketing,sales'],
    ]);
    expect(await changed('')).toEqual([
      ['disputes', 'open', 'marketing,sales'],
      ['disputes', 'editorial', 'marketing,sales'],
    ]);
    expect(await changed(TERMS.replace('disputes/*', 'other/*'))).toEqual([
      ['disputes', 'editorial', 'marketing,sales'],
    ]);
  });

  it('the terms are signed, what lies in the files is not', async () => {
    const signed = async (...args: Parameters<typeof version>) =>
      JSON.stringify(termsMeaning((await version(...args)).agreement));
    expect(await signed([upheld])).toBe(await signed([]));
    expect(await signed([], TERMS.replace('10', '11'))).not.toBe(await signed([]));
    expect(await signed([], '')).not.toContain('disputes');
  });
});
