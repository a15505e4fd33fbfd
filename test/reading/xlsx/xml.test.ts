import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XmlEvents } from '../../../src/reading/xlsx/plain-tags.ts';
import { plainTags } from '../../../src/reading/xlsx/plain-tags.ts';
import { carefulTaker, xmlTaker } from '../../../src/reading/xlsx/xml.ts';

/** What is told of a text, but for blanks outside of all tags and for where a text is cut; how it ended. */
function told(take: (events: XmlEvents) => void): readonly string[] {
  const found: string[] = [];
  let [depth, text] = [0, ''];
  const flush = (): void => {
    if (text !== '') found.push(`text ${text}`);
    text = '';
  };
  const events: XmlEvents = {
    open(name, attributes) {
      flush();
      depth++;
      found.push(`open ${name} ${JSON.stringify(Object.entries(attributes))}`);
    },
    close(name) {
      flush();
      depth--;
      found.push(`close ${name}`);
    },
    text(piece) {
      if (depth > 0) text += piece;
    },
  };
  try {
    take(events);
    flush();
    return found;
  } catch (error) {
    return [error instanceof Error ? error.name : 'thrown'];
  }
}

const carefully = (xml: string) => told((events) => carefulTaker(events)(xml, true));

function inPieces(xml: string, cuts: readonly number[]) {
  const bytes = new TextEncoder().encode(xml);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return told((events) => {
    const take = xmlTaker(events);
    for (const [i, to] of places.entries())
      if (i > 0) take(bytes.subarray(places[i - 1], to), i === places.length - 1);
  });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const CELL =
  '<c r="A2" t="inlineStr"><is><t xml:space="preserve">Café &amp; Söhne &#38; &lt;3 ☎ 😀</t></is></c>';
/** Longer than what is looked at for a declaration. */
const ROW = `<row r="2" spans="1:14">${CELL.repeat(3)}<c r="B2"/><c/></row>`;

const ODD = [
  ...[
    '<!-- - -->',
    '<![CDATA[<v>]]>',
    '<?x y?>',
    '<!DOCTYPE a>',
    ']]>',
    '&x;',
    '&#0;',
    '&#xe9;',
    '&#13;',
    '&#55296;',
    '&',
  ],
  ...[
    "<c r='1'/>",
    '<c r="&lt;"/>',
    '<c r="a\tb"/>',
    '<c r="a\nb"/>',
    '<c r = "1" />',
    '<c r="1"t="2"/>',
    '<c r="1" r="2"/>',
  ],
  ...[
    '<x:c y:z="1"/>',
    '<é/>',
    '<c é="1"/>',
    '<c r/>',
    '<c/ >',
    '<c',
    '</c >',
    '</c>',
    '< c/>',
    '<c __proto__="1"/>',
    '<1/>',
    '<c 1="1"/>',
  ],
  ...[
    '\r\n',
    '\r',
    '\0',
    '\u0085',
    '\ufffe',
    '\ufeff',
    ' ',
    '>',
    '"',
    '<a>',
    '</a>',
    '</row>',
    '</worksheet>',
    HEAD,
    '<b></b>',
    '<c r="<"/>',
  ],
];

describe('the tags of a part', () => {
  it('are told alike by both parsers, wherever its bytes are cut and whatever is odd in it', () => {
    const piece = fc.oneof(
      { weight: 2, arbitrary: fc.constant(ROW) },
      { weight: 1, arbitrary: fc.constantFrom(...ODD) },
    );
    const ends = fc.constantFrom('', ' ', '\n', ...ODD);
    const run = fc.property(
      fc.constantFrom(
        '',
        HEAD,
        `${HEAD}${HEAD}`,
        ' ',
        '\ufeff',
        '<?xml version="1.1"?>',
        `<?xml version="1.0"?>${' '.repeat(250)}`,
      ),
      fc.array(piece, { maxLength: 8 }),
      ends,
      fc.array(fc.nat(5000), { maxLength: 6 }),
      (head, pieces, end, cuts) => {
        const xml = `${head}<worksheet xmlns="a" xmlns:r="b"><sheetData>${pieces.join('')}</sheetData></worksheet>${end}`;
        expect(inPieces(xml, cuts)).toEqual(carefully(xml.replace(/^\ufeff/, '')));
      },
    );
    fc.assert(run, { numRuns: 600, seed: 14 });
  });

  it('that spreadsheets write are read without the parser of all XML', () => {
    const events: XmlEvents = {};
    const plain = plainTags(events);
    expect(plain.take(`${HEAD}<worksheet xmlns="a"><sheetData>${ROW.repeat(4)}`, false)).toBeNull();
    expect(plain.take('</sheetData></worksheet>', true)).toBeNull();
  });
});
