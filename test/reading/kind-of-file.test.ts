import { describe, expect, it } from 'vitest';
import { otherKind, TELLING_BYTES } from '../../src/reading/kind-of-file.ts';

const what = (text: string): string | undefined => otherKind('a.csv', Buffer.from(text))?.what;

// Each could be cut in more ways than a computer tries in a lifetime, or in as many as its bytes squared.
describe('the first bytes of a file are looked at once, whatever they repeat', () => {
  const filled = (text: string): string => text.repeat(Math.floor(TELLING_BYTES / text.length) - 1);

  it.each([
    ['comments of a page that is none', `${filled('<!-- -->')}x`],
    ['comments that are not closed', filled('<!-- ')],
    ['blank lines behind a setting', `A=${filled('\n')}x`],
    ['blanks behind a setting', `A=${filled(' \n')}x`],
  ])('%s', (_, text) => {
    expect(what(text)).toBeUndefined();
  });

  it('and are told as what they are', () => {
    expect(what(`<!-- a > b -- --> \n<!-- -->\n${filled('<!-- -->').slice(56)}<html>`)).toContain(
      'a web page',
    );
    expect(what('# of the shop\n\nTOKEN=x  \n\n \nOTHER=y\n')).toContain('settings or passwords');
    expect(what('export TOKEN=x \r\n\r\n# and more')).toContain('settings or passwords');
    expect(what('TOKEN=x')).toContain('settings or passwords');
    expect(what('TOKEN=x\nid;name\n')).toBeUndefined();
  });
});
