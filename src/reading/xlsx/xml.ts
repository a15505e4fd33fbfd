import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { broken, type Taker } from './archive.ts';

export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Parses a part as it comes. Names come without their prefix: writers differ in it. Entities of the
 * document's own are not expanded: a workbook has none.
 */
export function xmlTaker(events: XmlEvents): Taker {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8');
  parser.on('error', () => {
    throw broken();
  });
  parser.on('doctype', () => {
    throw broken();
  });
  parser.on('opentag', (tag: SaxesTagPlain) => events.open?.(local(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => events.close?.(local(tag.name)));
  parser.on('text', (text: string) => events.text?.(text));
  parser.on('cdata', (text: string) => events.text?.(text));
  return (piece, last) => {
    parser.write(decoder.decode(piece, { stream: !last }));
    if (last) parser.close();
  };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
