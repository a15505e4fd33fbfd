import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/language/catalogue.ts';
import { readAgreement } from '../../src/language/read.ts';
import { base } from './base.ts';
import { broken, cases } from './broken-cases.ts';

describe('an agreement that is wrong in one place has one problem, there', () => {
  it('is sound before it is broken', async () => {
    const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', base);
    expect(diagnostics).toEqual([]);
    expect(agreement?.commitments.map(({ id }) => id)).toEqual(['volume', 'first-contact']);
  });

  it.each(cases)('$name', async (entry) => {
    const { text, start, end } = broken(entry);
    const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
    expect(agreement).toBeNull();
    expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toHaveLength(1);
    const [found] = diagnostics;
    expect(found).toMatchObject({
      rule: entry.rule,
      severity: 'error',
      place: { file: 'a.sla.yaml', start, end },
    });
    expect(found?.message).toContain(entry.says ?? '');
    expect(found?.message).toMatch(/^["A-Z].*[^.]$/);
    expect(found?.help).toContain(entry.help);
  });

  it('of a time zone that is refused says nothing of the sources that would have had it', async () => {
    const text = base
      .replace('type: datetime, format: epoch', 'type: datetime, format: iso')
      .replace('    timezone: Europe/Paris\n    key: id', '    timezone: 5\n    key: id');
    const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['wrong-type']);
  });

  it('has a law in the catalogue for each rule', () => {
    const known = catalogue.map(({ id }) => id);
    expect(cases.map(({ rule }) => rule).filter((rule) => !known.includes(rule))).toEqual([]);
  });
});
