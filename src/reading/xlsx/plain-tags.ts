/** What a part of a workbook holds, as it is met; names come without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads the XML of a part as far as it is plain. */
export interface PlainTags {
  /**
   * Takes the text that follows the one before. Gives back what it has not taken where anything in it is not
   * plain, and then is asked no more; null where it has taken all.
   */
  take(text: string, isLast: boolean): string | null;
  /** Tags that stand for all that was taken: those that are open, or a document that has ended. */
  before(): string;
}

/** The declaration of XML 1.0, and the blanks behind it. */
const DECLARATION =
  /^<\?xml version="1\.0"(?: encoding="[A-Za-z][\w.-]*")?(?: standalone="(?:yes|no)")? ?\?>[ \t\r\n]*/;

/** Characters in which there is a declaration, or none. */
const HEAD = 200;

/** Carriage returns, which XML reads as line feeds, and what it has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ODD = /[\0-\x08\x0b-\x1f\ufffe\uffff]/;

/** Characters of a text, or those that are kept for a tag that is not whole yet. */
const MOST_KEPT = 100_000;

/** Tags inside tags. */
const DEEPEST = 64;

/**
 * Reads tags of plain names with attributes in double quotes, texts with the entities of XML, each element closed as it was
 * opened: what programs write. A parser of all of XML looks at each character several times. Long because all of it knows which
 * tags are open.
 */
export function plainTags(events: XmlEvents): PlainTags {
  const open: string[] = [];
  /** By how deep it is: the name of the last tag there, which the next one mostly has too. */
  const names: string[] = [];
  let [isBegun, isOver] = [false, false];
  let [head, kept] = ['', ''];
  const nameAt = (all: string, from: number, to: number): string => {
    const last = names[open.length];
    if (last !== undefined && last.length === to - from && all.startsWith(last, from)) return last;
    const name = all.slice(from, to);
    names[open.length] = name;
    return name;
  };
  const takeClosing = (all: string, from: number): number => {
    const name = open.at(-1) ?? '';
    const end = from + 2 + name.length;
    if (end >= all.length) return NOT_WHOLE;
    if (all.charCodeAt(end) !== MORE || name === '' || !all.startsWith(name, from + 2)) return NOT_PLAIN;
    open.pop();
    events.close?.(local(name));
    isOver = open.length === 0;
    return end + 1;
  };
  /** Takes the tag that begins at a place; where the next may begin, or why it was not taken. */
  const takeTag = (all: string, from: number): number => {
    if (all.charCodeAt(from + 1) === SLASH) return takeClosing(all, from);
    const nameTo = nameEnd(all, from + 1);
    let [attributes, end] = [NONE, nameTo];
    if (all.charCodeAt(nameTo) !== MORE) {
      attributes = {};
      end = readAttributes(all, nameTo, attributes);
      if (end < 0) return end;
    }
    const isEmpty = all.charCodeAt(end) === SLASH;
    if (isEmpty && ++end >= all.length) return NOT_WHOLE;
    if (nameTo === from + 1 || all.charCodeAt(end) !== MORE || isOver || open.length >= DEEPEST)
      return NOT_PLAIN;
    const name = nameAt(all, from + 1, nameTo);
    events.open?.(local(name), attributes);
    if (isEmpty) events.close?.(local(name));
    else open.push(name);
    isOver = open.length === 0;
    return end + 1;
  };
  return {
    take(text, isLast) {
      const all = kept + text;
      kept = '';
      if (!isBegun && !isLast && all.length < HEAD) {
        kept = all;
        return null;
      }
      if (!isBegun) head = DECLARATION.exec(all)?.[0] ?? '';
      let at = isBegun ? 0 : head.length;
      isBegun = true;
      if (ODD.test(at === 0 ? all : all.slice(at)) || all.includes(']]>')) return all.slice(at);
      for (let tag = all.indexOf('<', at); tag >= 0; tag = all.indexOf('<', at)) {
        if (tag - at > MOST_KEPT) return all.slice(at);
        const read = tag === at ? '' : plainText(all.slice(at, tag), open.length > 0);
        if (read === null) return all.slice(at);
        if (read !== '') events.text?.(read);
        at = tag;
        const next = takeTag(all, tag);
        if (next === NOT_PLAIN) return all.slice(at);
        if (next === NOT_WHOLE) break;
        at = next;
      }
      kept = all.slice(at);
      return (isLast && !(isOver && kept === '')) || kept.length > MOST_KEPT ? kept : null;
    },
    before: () => (isOver ? '<a/>' : [head, ...open.map((name) => `<${name}>`)].join('')),
  };
}

/** A tag is no plain one, or not whole yet. */
const [NOT_PLAIN, NOT_WHOLE] = [-1, -2];

const [TAB, LF, CR, SPACE, QUOTE, AMPERSAND, SLASH, LESS, EQUALS, MORE] = [
  9, 10, 13, 32, 34, 38, 47, 60, 61, 62,
];

type Attributes = Record<string, string>;

const NONE: Attributes = {};

/** Reads what stands behind the name of a tag; where the tag ends, or why it was not read. */
function readAttributes(all: string, from: number, attributes: Attributes): number {
  let at = from;
  for (;;) {
    const behind = at;
    while (isBlank(all.charCodeAt(at))) at++;
    if (at >= all.length) return NOT_WHOLE;
    const code = all.charCodeAt(at);
    if (code === MORE || code === SLASH) return at;
    const equals = nameEnd(all, at);
    const end = valueEnd(all, equals);
    if (end < 0) return end;
    const name = all.slice(at, equals);
    if (at === behind || equals === at || Object.hasOwn(attributes, name)) return NOT_PLAIN;
    attributes[name] = all.slice(equals + 2, end);
    at = end + 1;
  }
}

const isBlank = (code: number): boolean => code === SPACE || code === LF || code === TAB;

/** By code: whether a name may begin with a character, and whether it may go on with it. */
const [BEGINS, GOES_ON] = [/[A-Za-z]/, /[\w:.-]/].map((pattern) =>
  Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0)),
) as [Uint8Array, Uint8Array];

/** Behind the name that begins at a place, the place itself where none does. */
function nameEnd(all: string, from: number): number {
  if (BEGINS[all.charCodeAt(from)] !== 1) return from;
  let at = from + 1;
  while (GOES_ON[all.charCodeAt(at)] === 1) at++;
  return at;
}

/** The quote that ends a value, of which the sign of equality stands at a place. */
function valueEnd(all: string, equals: number): number {
  if (equals + 1 >= all.length) return NOT_WHOLE;
  if (all.charCodeAt(equals) !== EQUALS || all.charCodeAt(equals + 1) !== QUOTE) return NOT_PLAIN;
  for (let at = equals + 2; at < all.length; at++) {
    const code = all.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === LESS || code === AMPERSAND || code < SPACE) return NOT_PLAIN;
  }
  return NOT_WHOLE;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,5}));/g;
const OTHER_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,5});)/;

/** What a text says; null where it holds what is not plain. Outside of all elements there are only blanks. */
function plainText(text: string, isInside: boolean): string | null {
  if (!isInside) return /^[ \t\n]*$/.test(text) ? '' : null;
  if (!text.includes('&')) return text;
  if (OTHER_ENTITY.test(text)) return null;
  const numbers = [...text.matchAll(ENTITY)].flatMap(([, , number]) => (number ? [Number(number)] : []));
  if (!numbers.every((code) => (code >= SPACE && code < 0xd800) || [TAB, LF, CR].includes(code))) return null;
  return text.replace(ENTITY, (_, name?: string, number?: string) =>
    name === undefined ? String.fromCharCode(Number(number)) : (NAMED[name] ?? ''),
  );
}

/** A name without its prefix: writers differ in it. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);
