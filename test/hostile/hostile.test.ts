import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fewOf, oneIn } from '../effort.ts';
import { agreements, exports, misbehaviour, sla } from './run.ts';

/** A file is named for the rule that it breaks: `unknown-stage--stage-of-count.yaml`. */
const corpus = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes('--'));
const ruleOf = (file: string): string => file.split('--')[0] ?? '';

describe('a broken agreement', () => {
  const files = corpus(agreements);

  it('is one of at least a hundred', () => expect(files.length).toBeGreaterThanOrEqual(100));

  it.each(files)('is refused with its place, its rule and a remedy: %s', async (file) => {
    const outcome = await sla(agreements, 'validate', file);
    expect(misbehaviour(outcome)).toBeNull();
    expect([1, 2]).toContain(outcome.status);
    expect(outcome.stdout).toMatch(new RegExp(`^error {2}${ruleOf(file)} {2}${escaped(file)}:\\d+:\\d+$`, 'm'));
    expect(outcome.stdout).toMatch(/^ {3}help: \S/m);
    expect(outcome.stderr).toBe('');
  });

  it.each(oneIn(3, fewOf(files, ruleOf, 1)))('is judged by nobody: %s', async (file) => {
    const outcome = await sla(agreements, 'check', file, '--format', 'json');
    expect(misbehaviour(outcome)).toBeNull();
    expect(outcome.status).toBe(2);
    const { results, findings } = JSON.parse(outcome.stdout);
    expect(results).toEqual([]);
    expect(findings.map((each: { rule: string }) => each.rule)).toContain(ruleOf(file));
  });
});

describe('a broken export', () => {
  const files = corpus(exports);

  it('is one of at least sixty', () => expect(files.length).toBeGreaterThanOrEqual(60));

  it('is told from a sound one', async () => {
    expect((await sla(exports, 'check', 'agreement.yaml')).status).toBe(0);
  });

  it.each(fewOf(files, ruleOf, 1))('is refused with its place, its rule and a remedy: %s', async (file) => {
    const outcome = await sla(exports, 'check', 'agreement.yaml', '--leads', file, '--format', 'stylish');
    expect(misbehaviour(outcome)).toBeNull();
    expect([1, 2]).toContain(outcome.status);
    const at = outcome.stdout.indexOf(`${file}\n`);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(outcome.stdout.slice(at)).toMatch(new RegExp(`^ {2}\\d+:\\d+ +error .* {2}${ruleOf(file)}$`, 'm'));
  });
});

describe('what is only odd', () => {
  // Text is text: a quote inside a cell and a NUL in a key are kept as they stand.
  it.each(['odd-quote-inside.csv', 'odd-nul-in-key.csv'])('is read: %s', async (file) => {
    const outcome = await sla(exports, 'check', 'agreement.yaml', '--leads', file);
    expect(misbehaviour(outcome)).toBeNull();
    expect(outcome.status).toBe(0);
    expect(outcome.stdout).toContain('leads: 6 rows read = 6 judged + 0 excluded + 0 rejected');
  });

  it('is judged: a waiver whose keys hold a NUL excuses the lead that has it, and says which nobody has', async () => {
    const options = ['--leads', 'odd-nul-in-key.csv', '--format', 'json'];
    const outcome = await sla(exports, 'check', 'waived-nul.yaml', ...options);
    expect(misbehaviour(outcome)).toBeNull();
    expect(outcome.status).toBe(0);
    const { results, findings } = JSON.parse(outcome.stdout);
    const contact = results.find(({ id }: { id: string }) => id === 'first-contact');
    expect(contact).toMatchObject({ counts: { met: 5, excluded: 1 }, reasons: { waived: 1 } });
    expect(findings.map(({ message }: { message: string }) => message)).toEqual([
      'The waiver "Telephone outage" names "A\0B" and "it\'s", which no row of the exports has',
    ]);
  });

  it('is listed: a case whose key holds a NUL', async () => {
    const outcome = await sla(exports, 'cases', 'waived-nul.yaml', '--leads', 'odd-nul-in-key.csv');
    expect(misbehaviour(outcome)).toBeNull();
    expect(outcome.status).toBe(0);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
