/**
 * Text from a lead, a file name or an agreement never acts: not on a terminal, a page, a spreadsheet or a
 * CI log.
 */

// What Unicode calls ignorable: soft hyphens, fillers, marks and overrides of direction, joiners and selectors of
// variants, and the tags that hide text. Then separators and notes within a line, and characters that are drawn as
// nothing: the empty Braille cell, fillers of notes and of Khitan, and what joins hieroglyphs.
const HIDING = '\\p{DI}\\u2028\\u2029\\ufff9-\\ufffc\\u2800\\u{16fe4}\\u{1d159}\\u{13430}-\\u{1343f}';

const ACTING = new RegExp(`[\\p{Cc}${HIDING}]`, 'gu');

/** One line in which nothing moves the cursor, changes the direction of reading or hides. */
export function inline(text: string): string {
  return text.replace(ACTING, (found, at: number) =>
    found === '\t' || found === '\n' || found === '\r'
      ? ' '
      : isWriting(found, text.slice(Math.max(0, at - 2), at))
        ? found
        : visible(found),
  );
}

/** Joiners and selectors shape the letters of some scripts, and emoji: there they are part of the writing. */
const isWriting = (found: string, before: string): boolean => SHAPERS.has(found) && SHAPED.test(before);

const SHAPERS: ReadonlySet<string> = new Set(['\u200c', '\u200d', '\ufe0e', '\ufe0f']);

/** Scripts whose letters join. */
const JOINING = [
  ...['Arabic', 'Syriac', 'Mongolian', 'Khmer', 'Sinhala', 'Devanagari', 'Bengali', 'Gurmukhi'],
  ...['Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
].map((script) => `\\p{Script=${script}}`);

const SHAPED = new RegExp(`(?:[${JOINING.join('')}\\p{Extended_Pictographic}]|\\ufe0f)$`, 'u');

const visible = (found: string) => `\\u{${found.codePointAt(0)?.toString(16)}}`;

/**
 * For terminals and CI logs. Source: workflow commands of GitHub (`::name` at the start of a line, after
 * blanks) and of Azure Pipelines, GitHub and TeamCity (`##[name]`, `##vso[`, `##teamcity[` anywhere).
 */
export function terminal(text: string): string {
  return inline(text)
    .replace(/(^|\s)::/g, '$1: :')
    .replace(/##(?=\w*\[)/g, '# #');
}

/** A whole document of JSON. */
export function json(value: unknown): string {
  return `${jsonText(value, 2)}\n`;
}

/**
 * Data stays data in JSON, but a file that is printed must not act on a terminal or in a CI log either:
 * what could is written as its code.
 */
export function jsonText(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent)
    .replace(ACTING_IN_JSON, codes)
    .replace(/#(?=#\w*\[)/g, code);
}

/** Without the line ends of the document; it has no other controls below these. */
const ACTING_IN_JSON = new RegExp(`[\\u007f-\\u009f${HIDING}]`, 'gu');

const codes = (found: string): string => found.split('').map(code).join('');

const code = (found: string) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * What a CI log would obey is written as its code: a reader of the page, or of the XML, sees no difference.
 */
export function html(text: string): string {
  return inline(text)
    .replace(/[&<>"']/g, (found) => HTML[found] ?? found)
    .replace(/#(?=#\w*\[)/g, '&#35;')
    .replace(/(^|\s):(?=:)/g, '$1&#58;');
}

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text and attributes of XML 1.0, which has no way to write a control character or half a surrogate pair;
 * lines stay.
 */
export function xml(text: string): string {
  return text
    .split('\n')
    .map((line) => html(line.replace(/[\ufffe\uffff]|\p{Cs}/gu, '\ufffd')))
    .join('\n');
}

/**
 * No markup, no table cell of its own, no link, no mention. Source: CommonMark 0.31 and the tables of
 * GitHub.
 */
export function markdown(text: string): string {
  return inline(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]|~#!$]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/(https?|ftp|mailto):/gi, '$1&#58;')
    .replace(/\bwww\./gi, '$&\u2060')
    .replace(/@(?=\w)/g, '@\u2060');
}

/**
 * A cell of text: a spreadsheet must not take it for a formula, nor a CI log a line of it for a command;
 * control characters are shown and not dropped, so that no part of a key is lost. Source: OWASP, CSV
 * injection.
 */
export function csvText(text: string): string {
  const shown = text.replace(CONTROL, (found, at: number) =>
    isWriting(found, text.slice(Math.max(0, at - 2), at)) ? found : visible(found),
  );
  const plain = shown.replace(/[\r\n]\s*(?=::)/g, ' ').replace(/##(?=\w*\[)/g, '# #');
  // A control character in front of a formula does not hide it.
  const bare = shown === text ? plain : text.replace(CONTROL, '');
  return FORMULA.test(bare) || FORMULA.test(plain) ? `'${plain}` : plain;
}

const FORMULA = /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** What acts, but for tabs and line ends. */
const CONTROL = new RegExp(`(?![\\t\\r\\n])[\\p{Cc}${HIDING}]`, 'gu');
