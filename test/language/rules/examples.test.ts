import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLE, exampleWith, rulePages } from '../../../src/build/rule-pages.ts';
import { catalogue } from '../../../src/language/catalogue.ts';
import { readAgreement } from '../../../src/language/read.ts';
import { foundElsewhere, foundLater } from '../../../src/language/rules/found-elsewhere.ts';
import { rules } from '../../../src/language/rules/index.ts';

const found = async (text: string) => (await readAgreement('/a.sla.yaml', 'a.sla.yaml', text)).diagnostics;

/** Rules that one file can break; the versions of an agreement are tested where they are compared. */
const alone = [...rules, ...foundElsewhere.filter(({ id }) => !foundLater.has(id))];

describe('the example of the rules', () => {
  it('is sound', async () => {
    expect(await found(EXAMPLE)).toEqual([]);
  });
});

describe.each(alone)('the rule $id', ({ id, severity, law, good, bad }) => {
  it('finds nothing in its good example, nor does any other', async () => {
    expect(await found(exampleWith(good))).toEqual([]);
  });

  it('finds its bad example, at a place, with words to type', async () => {
    const findings = await found(exampleWith(bad));
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding).toMatchObject({ rule: id, severity });
      expect(finding.place?.start.line).toBeGreaterThan(1);
      expect(finding.message).toMatch(/^["A-Z].*[^.]$/);
      expect(finding.help).toMatch(/^[a-z].*[^.]$/);
    }
  });

  it('has a law of one sentence', () => {
    expect(law).toMatch(/^[A-Z][^.]*\.$/);
  });
});

describe('the pages of the rules', () => {
  it.each([...rulePages()])('%s is what the rule says; else run "npm run generate"', (file, text) => {
    const page = new URL(`../../../docs/rules/${file}`, import.meta.url);
    expect(readFileSync(page, 'utf8').replaceAll('\r\n', '\n')).toBe(text);
  });

  it('are named in their index, each rule once', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const id of ids)
      expect(rulePages().get('index.md')).toMatch(new RegExp(`^\\| \\[?${id}[\\] ]`, 'm'));
  });
});
