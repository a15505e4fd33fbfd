import { describe, expect, it } from 'vitest';
import { exampleWith } from '../../src/build/rule-pages.ts';
import { readAgreement } from '../../src/language/read.ts';

/** What is found in the example of the rules with two stages more, of which nothing speaks. */
async function found(stages: string, more = ''): Promise<readonly string[]> {
  const text = exampleWith(
    `stages:\n  qualified: { at: qualified_at }\n  contacted: { at: contacted_at }\n${stages}${more}`,
  );
  const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  const first = text.split('\n').findIndex((line) => line.startsWith('stages:')) + 1;
  return diagnostics.map(
    ({ rule, severity, place, message }) =>
      `${severity} ${rule} +${(place?.start.line ?? 0) - first}:${place?.start.column} ${message}`,
  );
}

const UNUSED = (line: number, name: string) =>
  `info unused-stage +${line}:3 No commitment or objective names the stage "${name}"`;

describe('a comment that ignores a rule', () => {
  it('silences the rule on its own line, and on that line only', async () => {
    expect(
      await found(
        '  a: { at: qualified_at } # sla-ignore unused-stage: a word of ours\n  b: { at: qualified_at }\n',
      ),
    ).toEqual([UNUSED(4, 'b')]);
  });

  it('alone on its line, is about the next line that holds more than a comment', async () => {
    expect(
      await found(
        '  # sla-ignore unused-stage: a word of ours\n\n  # a plain comment\n  a: { at: qualified_at }\n  b: { at: qualified_at }\n',
      ),
    ).toEqual([UNUSED(7, 'b')]);
  });

  it('silences only the rule that it names, and is reported where that finds nothing', async () => {
    expect(await found('  a: { at: qualified_at } # sla-ignore unused-team: why not\n')).toEqual([
      UNUSED(3, 'a'),
      'warning unused-ignore +3:27 The rule "unused-team" finds nothing here',
    ]);
  });

  it.each([
    ['without a colon', '# sla-ignore unused-stage'],
    ['without a reason', '# sla-ignore unused-stage:'],
    ['with dots for a reason', '# sla-ignore unused-stage: ...'],
  ])('%s, ignores nothing and is reported', async (_, comment) => {
    expect(await found(`  a: { at: qualified_at } ${comment}\n`)).toEqual([
      UNUSED(3, 'a'),
      'warning ignore-without-reason +3:27 The comment does not say why "unused-stage" is ignored, so it ignores nothing',
    ]);
  });

  it.each([
    ['no rule', '# sla-ignore', 'ignore-without-reason', 'The comment does not say which rule it ignores'],
    [
      'no rule that exists',
      '# sla-ignore unused-stge: why',
      'unused-ignore',
      'There is no lint rule "unused-stge"',
    ],
    [
      'a rule that can not be ignored',
      '# sla-ignore unknown-stage: why',
      'unused-ignore',
      `The rule "unknown-stage" can't be ignored: what breaks it has no meaning to judge by`,
    ],
  ])('that names %s is reported', async (_, comment, rule, message) => {
    expect(await found('', `# ${comment.slice(2)}\nlint: {}\n`)).toEqual([`warning ${rule} +3:1 ${message}`]);
  });

  it('is a comment: the same words in a text or in a block are none', async () => {
    const more =
      'title: "x # sla-ignore unused-stage: no"\nsponsor: |\n  # sla-ignore unused-stage: no\n  Director\n';
    expect(await found('', more)).toEqual([]);
  });

  it('is read a thousand times in a file, and said to be no more where there are more', async () => {
    const text = '  # sla-ignore unused-stage: ours\n'.repeat(1001);
    const told = await found(`${text}  a: { at: qualified_at }\n`);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('+1003:3 The file has 1,001 comments that ignore a rule');
  });

  it('works beside Windows line ends', async () => {
    const text = exampleWith(
      'stages:\n  qualified: { at: qualified_at }\n  contacted: { at: contacted_at }\n  a: { at: qualified_at } # sla-ignore unused-stage: ours\n',
    );
    const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text.replaceAll('\n', '\r\n'));
    expect(diagnostics).toEqual([]);
  });

  it('silences a lint rule that the agreement made an error', async () => {
    const lint = 'lint: { unused-stage: error }\n';
    expect(await found('  a: { at: qualified_at }\n', lint)).toEqual([
      UNUSED(3, 'a').replace('info', 'error'),
    ]);
    expect(await found('  a: { at: qualified_at } # sla-ignore unused-stage: ours\n', lint)).toEqual([]);
  });

  it('is itself weighed by the lint section', async () => {
    expect(await found('# sla-ignore unused-team\n', 'lint: { ignore-without-reason: off }\n')).toEqual([]);
  });

  it('of a rule that looks at other files or at the data is never called unused', async () => {
    expect(await found('', '# sla-ignore version-gap: nobody sells in August\nlint: {}\n')).toEqual([]);
  });
});
