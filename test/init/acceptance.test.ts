import { afterAll, describe, expect, it } from 'vitest';
import { isAcceptance } from '../../src/sniff/header-words.ts';
import { folderWith } from '../app/folder.ts';

const date = (n: number): string => new Date(Date.UTC(2026, 0, 5 + n)).toISOString().slice(0, 10);
/** Half of the leads are taken by sales, two days after they came. */
const rows = Array.from({ length: 80 }, (_, i) => `L${i},${date(i)},${i % 2 ? date(i + 2) : ''}`).join('\n');
const files = folderWith({
  'stages.csv': `lead_id,mql_date,sql_date\n${rows}\n`,
  'decided.csv': `lead_id,mql_date,decided_on\n${rows}\n`,
});
afterAll(files.remove);

const proposed = async (file: string): Promise<string> => {
  const flags = ['--timezone', 'Europe/Paris', '--holidays', 'none', '--yes', '--print'];
  return (await files.sla('init', '--from', file, ...flags)).out;
};

describe('init, from a date of the answer of sales', () => {
  it('proposes acceptance alone where only leads that sales took have it, and says so', async () => {
    const text = await proposed('stages.csv');
    expect(text).toContain(
      'title: Accepted by sales } # its header "sql_date" says when sales took the lead: one that they refused has no date, and counts as late',
    );
    expect(text).toContain('promise: Every lead is accepted by sales within ');
  });

  it('proposes an answer where a refusal has a date too', async () => {
    const text = await proposed('decided.csv');
    expect(text).toContain('title: Accepted or refused by sales }\n');
    expect(text).toContain('promise: Every lead is accepted or refused within ');
  });

  it.each([
    ['sql date', true],
    ['became a sales qualified lead date', true],
    ['accepted on', true],
    ['date of acceptance or refusal', false],
    ['accepted or rejected on', false],
    ['decision date', false],
  ])('takes "%s" for a date of acceptance: %s', (header, is) => {
    expect(isAcceptance(header)).toBe(is);
  });
});
