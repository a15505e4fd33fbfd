import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { broken, type Taker, tooLarge } from './archive.ts';
import { local, plainTags, type XmlEvents } from './plain-tags.ts';

/** Tags inside tags that no part of a workbook has. */
const DEEPEST = 256;

/** Characters without a tag: a cell holds 32,767, and the parser keeps them all until the next tag. */
const LONGEST = 1_000_000;

/**
 * Parses a part as it comes: plain tags in a moment, and from the first that is not plain on with a parser of
 * all of XML. Entities of the document's own are not expanded: a workbook has none. Throws a WorkbookProblem for
 * what is no part of a workbook, before it takes more memory than one.
 */
export function xmlTaker(events: XmlEvents): Taker {
  const decoder = new TextDecoder('utf-8');
  const plain = plainTags(events);
  let careful: ReturnType<typeof carefulTaker> | null = null;
  return (piece, last) => {
    const text = decoder.decode(piece, { stream: !last });
    if (careful !== null) return careful(text, last);
    const left = plain.take(text, last);
    if (left === null) return;
    careful = carefulTaker(events, plain.before());
    careful(left, last);
  };
}

/** Parses a text as it comes; `before` are tags that it stands behind, of which nothing is told. */
export function carefulTaker(events: XmlEvents, before = ''): (text: string, last: boolean) => void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [told, depth, waiting] = [{} as XmlEvents, 0, 0];
  parser.on('error', () => {
    throw broken();
  });
  parser.on('doctype', () => {
    throw broken();
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    waiting = 0;
    if (++depth > DEEPEST) throw broken();
    told.open?.(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    waiting = 0;
    depth--;
    told.close?.(local(tag.name));
  });
  parser.on('text', (text: string) => told.text?.(text));
  parser.on('cdata', (text: string) => told.text?.(text));
  if (before !== '') parser.write(before);
  told = events;
  return (text, last) => {
    for (let at = 0; at < text.length; at += LONGEST) {
      const part = text.slice(at, at + LONGEST);
      waiting += part.length;
      parser.write(part);
      if (waiting > LONGEST) throw tooLarge();
    }
    if (last) parser.close();
  };
}
