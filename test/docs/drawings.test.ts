import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from './page.ts';
import { type Reader, reader } from './reader.ts';

/** The drawings of the page, each with the commands that stand under it. */
const drawings = readPage('docs/how-time-is-counted.md')
  .split(/^### /m)
  .flatMap((section) => {
    const drawing = /^```drawing\n([\s\S]*?)^```$/m.exec(section)?.[1];
    const commands = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
      block.trimEnd().split('\n'),
    );
    return drawing === undefined ? [] : [{ title: section.split('\n')[0] ?? '', drawing, commands }];
  });

describe('a drawing of how time is counted shows what the clock says', () => {
  let at: Reader;
  beforeAll(() => {
    at = reader({ files: { 'examples/acme': 'examples/acme' } });
  });
  afterAll(() => at.leave());

  it.each(drawings)('$title', async ({ drawing, commands }) => {
    let said = '';
    for (const command of commands) {
      const { status, out } = await at.run(command);
      expect(status, command).toBe(0);
      said += out;
      const [, start = '', due = ''] = /from \w+ ([\d-]+ [\d:]+): due \w+ ([\d-]+ [\d:]+)/.exec(out) ?? [];
      expect(due).not.toBe('');
      for (const part of due.split(' ')) expect(drawing).toContain(part);
      if (drawing.includes('▼')) for (const part of start.split(' ')) expect(drawing).toContain(part);
    }
    // Each day, length of time and reason that is drawn is one that the clock prints.
    const figures =
      drawing.match(/\w{3} \d{4}-\d\d-\d\d|\d+ h\b(?: \d+ min)?|\d+ min|holiday: [^\d\n░█]*[^\s░█]|lunch/g) ??
      [];
    for (const figure of new Set(figures)) expect(said).toContain(figure);
  });

  it('is there for each hard case', () => {
    expect(drawings).toHaveLength(7);
  });
});
