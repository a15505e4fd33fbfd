import type { ErrorCode, YAMLError } from 'yaml';
import type { YamlProblem } from './plain.ts';

interface Advice {
  readonly message: string;
  readonly help: string;
}

const QUOTES = 'put the text in quotes: "..."';

/** The parser's errors in our words; what is not listed is told by `OTHER`. */
const ADVICE: Partial<Record<ErrorCode, Advice>> = {
  TAB_AS_INDENT: { message: 'A tab is used for indentation', help: 'indent with spaces' },
  BAD_INDENT: {
    message: 'The indentation does not fit the lines above',
    help: 'align the key with the keys of the same level',
  },
  MISSING_CHAR: {
    message: 'A closing quote, bracket or comma is missing',
    help: 'close the quote or the bracket that was opened here or above',
  },
  BLOCK_IN_FLOW: {
    message: 'A list with dashes or an indented block is inside brackets',
    help: 'use [a, b] and { key: value } inside brackets',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A value on this line holds a second ": "',
    help: `${QUOTES}, or put the second key on its own line`,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A key runs over several lines',
    help: 'write "key: value" on one line; a colon may be missing',
  },
  KEY_OVER_1024_CHARS: {
    message: 'A key is longer than 1,024 characters',
    help: 'a colon or a closing quote may be missing',
  },
  BAD_SCALAR_START: { message: 'A value begins with a character that YAML keeps for itself', help: QUOTES },
  BAD_DQ_ESCAPE: {
    message: 'An escape with a backslash is not known in double quotes',
    help: "use single quotes: '\\.'",
  },
  BAD_ALIAS: { message: 'A value that begins with * or & is an alias or an anchor', help: QUOTES },
  ALIAS_PROPS: { message: 'An alias has an anchor or a tag', help: 'write the value out' },
  MULTIPLE_ANCHORS: { message: 'A value has two anchors', help: 'keep one of the two' },
  MULTIPLE_TAGS: { message: 'A value has two tags', help: 'remove the tags' },
  TAG_RESOLVE_FAILED: {
    message: 'A tag is not known here',
    help: 'remove the tag and write the plain value',
  },
  MULTIPLE_DOCS: {
    message: 'The file holds several YAML documents',
    help: 'write one agreement a file: move what follows "---" to a file of its own',
  },
  UNEXPECTED_TOKEN: {
    message: 'This is not expected here',
    help: `check the colon, the comma, the bracket or the quote before it; ${QUOTES} if it is all one text`,
  },
  RESOURCE_EXHAUSTION: {
    message: 'The file is nested too deeply',
    help: 'check the indentation and the brackets',
  },
};

const OTHER: Advice = {
  message: 'This is not YAML',
  help: `check the colons, quotes and brackets of this line; ${QUOTES}`,
};

/** A syntax error of the parser. Later errors of a file are most often echoes of the first. */
export function syntaxProblem(error: YAMLError): YamlProblem {
  const { message, help } = ADVICE[error.code] ?? OTHER;
  const [offset, end] = error.pos;
  const rule =
    error.code === 'TAG_RESOLVE_FAILED'
      ? 'yaml-tag'
      : error.code === 'RESOURCE_EXHAUSTION'
        ? 'yaml-too-large'
        : 'yaml-syntax';
  return { rule, message, help, offset, end };
}
