import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/model/csv-cell.ts';
import { csvText, html, inline, json, jsonText, markdown, terminal } from '../../src/report/escape.ts';
import { cellText } from '../../src/report/xlsx/text.ts';

describe('text on a terminal', () => {
  it('can not move the cursor, set the title or ring', () => {
    expect(terminal('\u001b[2J\u001b]0;owned\u0007x')).toBe('\\u{1b}[2J\\u{1b}]0;owned\\u{7}x');
    expect(terminal('\u009b31mred')).toBe('\\u{9b}31mred');
  });

  it('stays on one line', () => {
    expect(inline('a\nb\r\nc\td\u2028e')).toBe('a b  c d\\u{2028}e');
  });

  it('can not turn the direction of reading or hide', () => {
    expect(inline('a\u202egpj.exe\u2066\u200b\u{e0041}')).toBe(
      'a\\u{202e}gpj.exe\\u{2066}\\u{200b}\\u{e0041}',
    );
  });

  it.each([
    0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x180b, 0x180e, 0x200b, 0x200d, 0x202e, 0x2060, 0x2063, 0x2066,
    0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfffc, 0x13430, 0x16fe4, 0x1d159, 0x1d173, 0xe0001, 0xe0020,
    0xe0100,
  ])('shows U+%i between letters as its code, in every form of text', (code) => {
    const hidden = `Ac${String.fromCodePoint(code)}me`;
    const shown = `Ac\\u{${code.toString(16)}}me`;
    expect(inline(hidden)).toBe(shown);
    expect(html(hidden)).toBe(shown);
    expect(jsonText(hidden, 0)).toMatch(/^[ -~]+$/);
    expect(JSON.parse(jsonText(hidden, 0))).toBe(hidden);
    expect(csvText(hidden)).toBe(shown);
    expect(cellText(hidden)).toBe(shown);
  });

  it('leaves joiners and selectors where they are part of the writing', () => {
    for (const text of ['❤️', '👩‍💻', 'می‌خواهم', 'क्‍ष']) expect(inline(text)).toBe(text);
  });

  it('is no command of a CI log', () => {
    expect(terminal('::error file=a::owned')).toBe(': :error file=a::owned');
    expect(terminal('x ::set-output name=a::b')).toBe('x : :set-output name=a::b');
    expect(terminal('##[group]x ##vso[task.x] ##teamcity[y]')).toBe(
      '# #[group]x # #vso[task.x] # #teamcity[y]',
    );
    expect(terminal('Foo::Bar ## heading')).toBe('Foo::Bar ## heading');
  });

  it('keeps names of every script as they are', () => {
    expect(terminal('Zoë Müller-Łukasz 株式会社 مرحبا')).toBe('Zoë Müller-Łukasz 株式会社 مرحبا');
  });
});

describe('text in Markdown', () => {
  it('is no cell, no markup, no link, no image, no mention', () => {
    const text = markdown('a|b `c` <img src=x> [x](javascript:y) ![i](z) *s* https://evil.example @team #1');
    expect(text).not.toMatch(/(?<!\\)[|`*[\]]/);
    expect(text).not.toMatch(/<|>|https:|@t/);
  });

  it('keeps numbers plain and starts no list', () => {
    expect(markdown('98.3% of 1,987')).toBe('98.3% of 1,987');
    expect(markdown('1. first')).toBe('1\\. first');
    expect(markdown('- item')).toBe('\\- item');
  });
});

describe('text in HTML', () => {
  it('is no element and leaves no attribute', () => {
    expect(html(`<script>alert("1")</script>'&`)).toBe(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;',
    );
  });
});

describe('text in CSV', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '\n=1',
    '\u0000=1',
    '＝1',
    '\u00ad=1',
    '\u2060＋1',
  ])('is no formula: %j', (cell) => {
    expect(csvText(cell)).toMatch(/^'/);
  });

  it('shows its control characters as a terminal does, and keeps tabs and lines', () => {
    expect(csvText('L\u001b[31m1')).toBe('L\\u{1b}[31m1');
    expect(csvText('a\u0000b\u007f\u0085')).toBe('a\\u{0}b\\u{7f}\\u{85}');
    expect(csvText('a\tb\nc')).toBe('a\tb\nc');
    expect(csvText('\u001b=1+1')).toBe("'\\u{1b}=1+1");
    expect(csvText('a\n\u0007::error::x ##\u0007[x]')).toBe('a\n\\u{7}::error::x ##\\u{7}[x]');
  });

  it('that is harmless is left alone', () => {
    expect(csvText('Anne-Marie @ Acme = 1')).toBe('Anne-Marie @ Acme = 1');
  });

  it('is quoted where the separator, a quote or a line end is in it', () => {
    expect(csvCell('a;b', { delimiter: ';', quote: '"' })).toBe('"a;b"');
    expect(csvCell('a;b', { delimiter: ',', quote: '"' })).toBe('a;b');
    expect(csvCell('say "x"\n', { delimiter: ',', quote: '"' })).toBe('"say ""x""\n"');
  });
});

describe('text in JSON', () => {
  it.each(['\u202egpj.exe\u009b31m', 'x ##[error]owned', '##vso[task.complete]'])(
    'is the same text once it is read, and does nothing before: %j',
    (text) => {
      for (const printed of [json({ text }), jsonText({ text }, 0)]) {
        expect(printed).not.toMatch(/[\u0080-\u009f\u202a-\u202e]|##\w*\[/);
        expect(JSON.parse(printed)).toEqual({ text });
      }
    },
  );
});
