import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { diagnosticText } from '../../src/report/code-frame.ts';
import { displayWidth } from '../../src/report/width.ts';
import { options } from './fixtures.ts';

/** A problem at the first `MQL` of a line of `acme.sla.yaml`. */
function at(text: string, line: number): Diagnostic {
  const column = (text.split('\n')[line - 1] ?? '').indexOf('MQL') + 1;
  return {
    rule: 'unknown-stage',
    severity: 'error',
    message: 'no stage "MQL"',
    help: 'did you mean "qualified"?',
    place: { file: 'acme.sla.yaml', start: { line, column }, end: { line, column: column + 3 } },
  };
}

function frame(text: string, line: number, width = 80): string {
  return diagnosticText(at(text, line), { 'acme.sla.yaml': text }, options({ width }));
}

/** Columns at which the carets and the text under them begin. */
function columns(printed: string): readonly [caret: number, marked: number] {
  const lines = printed.split('\n');
  const index = lines.findIndex((line) => line.includes('^'));
  const [above = '', carets = ''] = [lines[index - 1], lines[index]];
  return [
    displayWidth(carets.slice(0, carets.indexOf('^'))),
    displayWidth(above.slice(0, above.indexOf('MQL'))),
  ];
}

describe('a code frame', () => {
  it('shows the line before, the line, carets under the place, the message and the help', () => {
    const text = 'a: 1\npromise: Contact\nresponse: { from: MQL }\n';
    expect(frame(text, 3)).toBe(
      [
        'error  unknown-stage  acme.sla.yaml:3:19',
        '   2 | promise: Contact',
        '   3 | response: { from: MQL }',
        '     |                   ^^^ no stage "MQL"',
        '   help: did you mean "qualified"?',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['after tabs', '\t\tfrom: MQL'],
    ['after a tab inside the line', 'a:\tb\tMQL'],
    ['after wide characters', '日本語: 株式 MQL'],
    ['after combining characters', 'e\u0301te\u0301: MQL'],
    ['after emoji', '🎉🎉 MQL'],
    ['after an escape sequence', '\u001b[31m MQL'],
    ['in a line of thousands of characters', `${'x'.repeat(5000)} MQL ${'y'.repeat(5000)}`],
    ['at the end of a long line', `${'word '.repeat(400)}MQL`],
  ])('has its carets under the place %s', (_, line) => {
    const [caret, marked] = columns(frame(line, 1));
    expect(caret).toBe(marked);
  });

  it('is never wider than the terminal', () => {
    const printed = frame(`${'株'.repeat(500)} MQL ${'y'.repeat(5000)}`, 1, 80);
    for (const line of printed.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it('of a place that spans lines marks the rest of the first', () => {
    const finding = {
      ...at('MQL', 1),
      place: { file: 'f', start: { line: 1, column: 5 }, end: { line: 3, column: 1 } },
    };
    expect(diagnosticText(finding, { f: 'abc defg\nx\ny' }, options())).toContain('     |     ^^^^');
  });

  it('is left out where there is no text, or no such line', () => {
    expect(diagnosticText(at('MQL', 1), {}, options())).toBe(
      'error  unknown-stage  acme.sla.yaml:1:1\n   no stage "MQL"\n   help: did you mean "qualified"?\n',
    );
    expect(diagnosticText(at('', 9), { 'acme.sla.yaml': 'a' }, options())).not.toContain('^');
  });

  it('lets no text of the file act', () => {
    const printed = frame('\u001b[2J\u202e MQL', 1);
    expect(printed).not.toContain('\u001b');
    expect(printed).not.toContain('\u202e');
  });
});
