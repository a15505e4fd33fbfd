import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { broken, type Taker, tooLarge } from './archive.ts';

export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Tags inside tags that no part of a workbook has. */
const DEEPEST = 256;

/** Characters without a tag: a cell holds 32,767, and the parser keeps them all until the next tag. */
const LONGEST = 1_000_000;

/**
 * Parses a part as it comes. Names come without their prefix: writers differ in it. Entities of the
 * document's own are not expanded: a workbook has none. Throws a WorkbookProblem for what is no part of a
 * workbook, before it takes more memory than one.
 */
export function xmlTaker(events: XmlEvents): Taker {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8');
  let depth = 0;
  let waiting = 0;
  parser.on('error', () => {
    throw broken();
  });
  parser.on('doctype', () => {
    throw broken();
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    waiting = 0;
    if (++depth > DEEPEST) throw broken();
    events.open?.(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    waiting = 0;
    depth--;
    events.close?.(local(tag.name));
  });
  parser.on('text', (text: string) => events.text?.(text));
  parser.on('cdata', (text: string) => events.text?.(text));
  return (piece, last) => {
    const text = decoder.decode(piece, { stream: !last });
    for (let at = 0; at < text.length; at += LONGEST) {
      const part = text.slice(at, at + LONGEST);
      waiting += part.length;
      parser.write(part);
      if (waiting > LONGEST) throw tooLarge();
    }
    if (last) parser.close();
  };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
