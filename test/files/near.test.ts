import { afterAll, describe, expect, it } from 'vitest';
import { folderWith } from '../app/folder.ts';

const AGREEMENT = 'sla: 1\n';
const files = folderWith({ 'exports/leads.csv': 'id,at\n', 'a.sla.yaml': AGREEMENT });
afterAll(files.remove);

const said = async (...args: readonly string[]): Promise<string> => {
  const { out, err } = await files.sla(...args);
  return `${out}${err}`.replace(/\s+/g, ' ');
};

describe('a file that is not there', () => {
  it.each([
    ['in its own name', 'exports/laeds.csv'],
    ['in the name of its folder', 'export/leads.csv'],
    ['in both', 'export/leeds.csv'],
  ])('is told with the one that a slip made of it, %s', async (_, typed) => {
    expect(await said('init', '--from', typed, '--print')).toContain(
      'check the path of the export; did you mean "exports/leads.csv"?',
    );
  });

  it('is told without another where none is near', async () => {
    const text = await said('sniff', 'exports/customers.csv');
    expect(text).toContain('There is no such file');
    expect(text).not.toContain('did you mean');
  });

  it('may be an agreement', async () => {
    expect(await said('check', 'a.sl.yaml')).toContain('did you mean "a.sla.yaml"?');
  });
});
