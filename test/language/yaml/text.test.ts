import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/language/yaml/text.ts';

describe('the text of a file', () => {
  it('holds no control character of ASCII but tab and line ends, and any other character', () => {
    const refused: number[] = [];
    for (let code = 0; code <= 0xffff; code++)
      if (!decodeText(`id: ${String.fromCharCode(code)}`).ok) refused.push(code);
    const expected = [...Array(0x20).keys(), 0x7f].filter((code) => ![0x09, 0x0a, 0x0d].includes(code));
    expect(refused).toEqual(expected);
  });

  it('says where the first control character is, in UTF-16 units', () => {
    const text = 'title: "\u{1f600} \u0007 \u0000"';
    expect(decodeText(text)).toMatchObject({
      ok: false,
      offset: 11,
      message: 'The file is not plain text: it holds the control character U+0007',
    });
    expect(decodeText(new TextEncoder().encode(`\ufeff${text}`))).toMatchObject({ ok: false, offset: 11 });
  });
});
