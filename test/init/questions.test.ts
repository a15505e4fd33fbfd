import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../app/folder.ts';

const here = folderWith({});
afterAll(here.remove);

/** The comments of the plain form that ask something. */
const questions = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (/^ *# .*\?/.test(line) ? [line.replace(/^ *# /, '')] : []));

describe('sla init without an export', () => {
  it.each([
    ['en', 'How many leads does sales need a month to reach its goal, and how many can it answer?'],
    ['fr', 'De combien de leads par mois les ventes ont-elles besoin pour atteindre leur but'],
  ])('asks in %s what both teams have to answer, beside what they answer', async (language, asked) => {
    const { out, status } = await here.sla('init', '--print', '--lang', language);
    expect(status).toBe(0);
    expect(questions(out)).toHaveLength(7);
    expect(out).toContain(asked);
    expect(Object.keys(parse(out))).toContain('commitments');
  });

  it('has an objective that holds once its comment and a date of winning are there', async () => {
    const { out } = await here.sla('init', '--print', '--lang', 'en');
    const whole = out
      .replace(/^# (objectives:| {2}- \{ id: new-customers)/gm, '$1')
      .replace('      phone:', '      won_at: { column: Won on, type: date, format: iso }\n      phone:')
      .replace('  contacted: { at', '  won: { at: won_at }\n  contacted: { at');
    const two = folderWith({ 'a.sla.yaml': whole });
    const validated = await two.sla('validate');
    two.remove();
    expect(validated.out).toContain('1 objective');
    expect(validated.status).toBe(0);
  });
});
