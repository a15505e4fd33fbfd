import { mark } from '../messages/index.ts';

/** A file that is no export, as sentences still to be said: what it is, and what to do. */
export interface OtherKind {
  readonly what: string;
  readonly help: string;
}

/** Bytes of a file that tell what it is. */
export const TELLING_BYTES = 1 << 14;

const EXPORT_AGAIN = mark`export again as CSV or .xlsx, and name that file`;
const UNPACK = mark`unpack it and name the export in it; a single CSV may be packed as .csv.gz`;
const SAVE_AS = mark`open it in a spreadsheet and save it as .xlsx or CSV, or export again`;
const SIGN_IN = mark`sign in, export again and save the file itself; a script needs the session or the key of the CRM`;

const PAGE: OtherKind = { what: mark`The export is a web page (HTML), not a table of cells`, help: SAVE_AS };
const LOGIN: OtherKind = { what: mark`The export is the page of a login, not the export`, help: SIGN_IN };
const LFS: OtherKind = {
  what: mark`The export is a Git LFS pointer, not the export itself`,
  help: mark`run "git lfs pull", or check out with lfs: true in CI`,
};
const ANNEX: OtherKind = {
  what: mark`The export is a git-annex pointer, not the export itself`,
  help: mark`run "git annex get" on it`,
};
const BOOK_XML: OtherKind = { what: mark`The export is a spreadsheet in XML of Excel 2003`, help: SAVE_AS };
const XML: OtherKind = { what: mark`The export is XML, not a table of cells`, help: EXPORT_AGAIN };
const JSON_TEXT: OtherKind = {
  what: mark`The export is JSON, perhaps an answer of the CRM's interface, not a table of cells`,
  help: EXPORT_AGAIN,
};
const MERGE: OtherKind = {
  what: mark`The export holds the marks of a merge that was not finished`,
  help: mark`choose one of the two versions, or export again`,
};
const CARD: OtherKind = { what: mark`The export is a file of contacts or of a calendar`, help: EXPORT_AGAIN };
const ARCHIVE: OtherKind = { what: mark`The export is an archive`, help: UNPACK };
const PDF: OtherKind = { what: mark`The export is a PDF, not a table of cells`, help: EXPORT_AGAIN };
const PICTURE: OtherKind = { what: mark`The export is a picture, not a table of cells`, help: EXPORT_AGAIN };
const DATABASE: OtherKind = {
  what: mark`The export is a file of a database or of a data tool, not a text`,
  help: EXPORT_AGAIN,
};
const RICH: OtherKind = { what: mark`The export is a text document (RTF)`, help: EXPORT_AGAIN };
const NOUGHTS: OtherKind = {
  what: mark`The export holds nothing but zero bytes: it was not downloaded or copied whole`,
  help: mark`download or copy it again; a file that is kept online is to be made available offline`,
};
const LOCK: OtherKind = {
  what: mark`The file is the mark that Excel keeps beside a workbook while it is open`,
  help: mark`close the workbook, or name the files so that "~$" is left out`,
};
const NAME_EXPORT = mark`name the export of the CRM; nothing of this file is shown`;
const KEY: OtherKind = { what: mark`The file is a key or a certificate, not an export`, help: NAME_EXPORT };
const SETTINGS: OtherKind = {
  what: mark`The file holds settings or passwords, not a table of cells`,
  help: NAME_EXPORT,
};
const HIDDEN: OtherKind = {
  what: mark`A file whose name begins with a dot is no export`,
  help: mark`give the export a name without it; nothing of this file is shown`,
};
const MAINFRAME: OtherKind = {
  what: mark`The export is a text in EBCDIC, as mainframes write it`,
  help: mark`convert it to UTF-8, or have it sent as text`,
};
const WIDEST: OtherKind = {
  what: mark`The export is UTF-32`,
  help: mark`save it as UTF-8`,
};

/** First bytes of what is no text, as Latin-1. */
const MAGIC: readonly (readonly [start: string, kind: OtherKind])[] = [
  ['%PDF-', PDF],
  ['7z\xbc\xaf\x27\x1c', ARCHIVE],
  ['Rar!\x1a', ARCHIVE],
  ['\xfd7zXZ\0', ARCHIVE],
  ['\x28\xb5\x2f\xfd', ARCHIVE],
  ['\x89PNG', PICTURE],
  ['\xff\xd8\xff', PICTURE],
  ['GIF8', PICTURE],
  ['PAR1', DATABASE],
  ['ARROW1', DATABASE],
  ['Obj\x01', DATABASE],
  ['SQLite format 3\0', DATABASE],
  ['{\\rtf', RICH],
  ['\xff\xfe\0\0', WIDEST],
  ['\0\0\xfe\xff', WIDEST],
];

/** First words of what is text, behind blanks and a mark of byte order. */
const WORDS: readonly (readonly [start: RegExp, kind: OtherKind])[] = [
  [/^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\//, LFS],
  [/^(?:\.\.\/)*(?:\.git)?\/annex\/objects\//, ANNEX],
  [/^BEGIN:V(?:CARD|CALENDAR)\b/, CARD],
  [/^<{7} \S|\n<{7} [^\n]*\n(?:[^\n]*\n)*?={7}\r?\n/, MERGE],
  [/^-----BEGIN [A-Z0-9 ]+-----|^PuTTY-User-Key-File-|^ssh-(?:rsa|ed25519) /, KEY],
  // A line "NAME=value" of an environment, alone or before another; a line of /etc/passwd or of /etc/shadow.
  [
    /^(?:#[^\n]*\n\s*)*(?:export )?[A-Z_][A-Z0-9_]*=[^\n]*(?:$|\n\s*(?:$|#|(?:export )?[A-Z_][A-Z0-9_]*=))/,
    SETTINGS,
  ],
  [/^[a-z_][\w-]*:[^:\n]*:\d+:(?:\d+:|\d*:\d*:)/, SETTINGS],
  [/^(?:<\?xml[^>]*>\s*)?<!--[\s\S]*?mso-application|^<\?xml[\s\S]*?<(?:ss:)?Workbook\b/, BOOK_XML],
  [/^\s*(?:\{\s*(?:"[^"]*"\s*:|\})|\[\s*(?:\{|\[\s*["[\d]|\]\s*$))/, JSON_TEXT],
];

/** A comment ends where it first can: else a row of comments could be cut in more ways than can be tried. */
const HTML =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|script|style|div|form|h1|p)\b/i;

const LOGIN_WORDS =
  /type\s*=\s*["']?password|<title>[^<]*(?:(?:log|sign)[ -]?in\b|connecter|connexion|authenti)|action\s*=\s*["']?[^"'>]*(?:login|signin|sso|auth)/i;

/**
 * What a file is by its first bytes, unpacked, where it is no text of cells; null where it may be one.
 * UTF-16 is told apart by `wideOf`.
 */
export function otherKind(name: string, head: Buffer): OtherKind | null {
  if (name.startsWith('~$')) return LOCK;
  if (name.startsWith('.')) return HIDDEN;
  if (head.length === 0) return null;
  if (head.every((byte) => byte === 0)) return NOUGHTS;
  const bytes = head.toString('latin1');
  const found = MAGIC.find(([start]) => bytes.startsWith(start));
  if (found) return found[1];
  // The pieces of "bzip2" are numbered 1 to 9, and a tape's first block names its kind.
  if (/^BZh[1-9]1AY&SY/.test(bytes) || bytes.slice(257, 262) === 'ustar') return ARCHIVE;
  if (isEbcdic(head)) return MAINFRAME;
  const text = textOf(head).trimStart();
  const word = WORDS.find(([start]) => start.test(text));
  if (word) return word[1];
  if (HTML.test(text)) return LOGIN_WORDS.test(text) ? LOGIN : PAGE;
  return /^<\?xml\b/.test(text) ? XML : null;
}

/**
 * Whether bytes without a mark of byte order are UTF-16, by their zero bytes: every other byte of an ASCII
 * letter is one.
 */
export function wideOf(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const pairs = head.length >> 1;
  if (pairs < 2) return null;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs * 0.3 && even === 0) return 'utf-16le';
  return even > pairs * 0.3 && odd === 0 ? 'utf-16be' : null;
}

/** Letters, digits, ends of lines and frequent signs of EBCDIC, as first and last bytes of their ranges. */
const EBCDIC: readonly (readonly [first: number, last: number])[] = [
  [0x81, 0x89],
  [0x91, 0x99],
  [0xa2, 0xa9],
  [0xc1, 0xc9],
  [0xd1, 0xd9],
  [0xe2, 0xe9],
  [0xf0, 0xf9],
  ...[0x05, 0x0d, 0x15, 0x25, 0x40, 0x4b, 0x5e, 0x60, 0x61, 0x6b, 0x6d, 0x7a, 0x7d, 0x7f].map(
    (byte) => [byte, byte] as const,
  ),
];

/** A text of another alphabet has ends of lines, digits or commas of its own, and none of these. */
function isEbcdic(head: Buffer): boolean {
  const has = (first: number, last: number): boolean => head.some((byte) => byte >= first && byte <= last);
  if (has(0x0a, 0x0a) || has(0x2c, 0x2c) || has(0x30, 0x39) || has(0x3b, 0x3b)) return false;
  if (!(has(0x15, 0x15) || has(0x25, 0x25)) || !has(0xf0, 0xf9)) return false;
  const known = head.filter((byte) => EBCDIC.some(([first, last]) => byte >= first && byte <= last));
  return known.length > head.length * 0.9;
}

function textOf(head: Buffer): string {
  const wide =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : wideOf(head);
  return new TextDecoder(wide ?? 'utf-8').decode(head).replace(/^\ufeff/, '');
}
