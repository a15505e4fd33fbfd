import { afterAll, describe, expect, it } from 'vitest';
import { folderWith } from '../app/folder.ts';

const here = folderWith({});
afterAll(here.remove);

describe('a key that the language has in another place', () => {
  it.each([
    ['holidays: [FR]', '"holidays" is written under calendars'],
    ['timezone: Europe/Paris', '"timezone" is written at the beginning of a line'],
    ['preset: hubspot', '"preset" is written under sources'],
  ])('is told with its place: %s', async (line, told) => {
    const { out } = await here.sla('init', '--print', '--lang', 'en');
    const wrong = folderWith({
      'a.sla.yaml': out.replace(
        '    target: ">= 100 per month"',
        `    target: ">= 100 per month"\n    ${line}`,
      ),
    });
    const { err, out: said, status } = await wrong.sla('validate');
    wrong.remove();
    expect(`${err}${said}`.replaceAll(/\s+/g, ' ')).toContain(told);
    expect(status).toBe(1);
  });
});
