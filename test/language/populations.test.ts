import { describe, expect, it } from 'vitest';
import { readAgreement } from '../../src/language/read.ts';
import { base } from './base.ts';

/** The sound agreement with requests, which are no leads, and a promise about them. */
function text({
  fields = 'id: id, about: about, raised_on: { column: raised, type: date, format: iso }, answered_on: { column: answered, type: date, format: iso }',
  stage = 'raised_on',
  promise = 'response: { from: raised, to: answered, within: 10 calendar days }',
} = {}): string {
  const sources = `  requests:\n    files: requests.yaml\n    key: id\n    fields: { ${fields} }\nstages:\n`;
  const stages = `  raised: { at: ${stage} }\n  answered: { at: answered_on }\n`;
  return `${base.replace('stages:\n', `${sources}${stages}`)}  - id: listening
    owed_by: marketing
    owed_to: sales
    ${promise}
    target: 80%
`;
}

const found = async (of: Parameters<typeof text>[0]) => {
  const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text(of));
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
};

describe('a source with a key of its own', () => {
  it('has no place in the funnel, which is of leads', async () => {
    const { diagnostics } = await readAgreement(
      '/a.sla.yaml',
      'a.sla.yaml',
      `${text()}funnel: [qualified, raised]\n`,
    );
    expect(diagnostics).toMatchObject([
      {
        rule: 'stage-of-rows',
        message: 'The stage "raised" is of the rows of "requests", and a funnel is of leads',
        place: { start: { column: 21 } },
      },
    ]);
  });

  it('has stages, which are of it, and promises about its rows', async () => {
    const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text());
    expect(diagnostics).toEqual([]);
    expect(agreement?.sources.requests).toMatchObject({ kind: 'population', key: 'id' });
    expect(agreement?.stages.raised?.population).toBe('requests');
    expect(agreement?.stages.qualified?.population).toBeUndefined();
    expect(agreement?.commitments.map(({ population }) => population)).toEqual([
      undefined,
      undefined,
      'requests',
    ]);
  });

  it('has conditions about its own fields', async () => {
    const where = (test: string) => ({
      promise: `count: { stage: raised, where: { ${test} } }\n    where: { ${test} }`,
    });
    expect(await found(where('about: Offer'))).toEqual([
      'wrong-target: "80%" is a share, and a count has a number as its target',
    ]);
    expect(await found(where('country: FR'))).toContain('unknown-field: There is no field "country"');
  });

  it.each([
    [
      'a stage of leads as its stop',
      { promise: 'response: { from: raised, to: contacted, within: 2 hours }' },
      'other-population: "contacted" is a stage of "leads", and what is measured begins in "requests"',
    ],
    [
      'a stage of it as the stop of a lead',
      { promise: 'share: { of: { stage: qualified }, reaches: answered }' },
      'other-population: "answered" is a stage of "requests", and what is measured begins in "leads"',
    ],
    [
      'an activity as its stop',
      { promise: 'response: { from: raised, to: { earliest: activities }, within: 2 hours }' },
      'other-population: The rows of "activities" are about those of "leads", and what is measured begins in "requests"',
    ],
    [
      'touches of nothing that belongs to it',
      { promise: 'attempts: { from: raised, at_least: 2, within: 2 hours }' },
      'no-source: It is not said which activities count',
    ],
    [
      'the profile',
      { promise: 'share: { of: { stage: raised, where: profile }, reaches: answered }' },
      'no-profile: The profile is one of leads, and the rows of "requests" are none',
    ],
    [
      'a date that leads have too',
      {
        fields:
          'id: id, qualified_at: { column: q, type: date, format: iso }, answered_on: { column: a, type: date, format: iso }',
        stage: 'qualified_at',
      },
      'duplicate-field: The field "qualified_at" is in "leads" and in "requests", and a stage is of one of them',
    ],
  ])('does not take %s', async (_, of, finding) => {
    expect(await found(of)).toContain(finding);
  });

  it('is told where no promise is about it', async () => {
    const { diagnostics } = await readAgreement(
      '/a.sla.yaml',
      'a.sla.yaml',
      text({ promise: 'share: { of: { stage: qualified }, reaches: contacted }' }).replace(
        ', unused-source: off',
        '',
      ),
    );
    expect(diagnostics.map(({ message }) => message)).toContain('No promise is about the rows of "requests"');
  });
});
