import type { ErrorCode, YAMLError } from 'yaml';
import { mark, say } from '../../messages/index.ts';
import type { YamlProblem } from './values.ts';

interface Advice {
  readonly message: string;
  readonly help: string;
}

const QUOTES = mark`put the text in quotes: "..."`;

/** The parser's errors in our words; what is not listed is told by `OTHER`. */
const ADVICE: Partial<Record<ErrorCode, Advice>> = {
  TAB_AS_INDENT: { message: mark`A tab is used for indentation`, help: mark`indent with spaces` },
  BAD_INDENT: {
    message: mark`The indentation does not fit the lines above`,
    help: mark`align the key with the keys of the same level`,
  },
  MISSING_CHAR: {
    message: mark`A comma, a colon, a dash or a space is missing here`,
    help: mark`write [a, b], "key: value", and a space before #`,
  },
  BLOCK_IN_FLOW: {
    message: mark`A list with dashes or an indented block is inside brackets`,
    help: mark`use [a, b] and { key: value } inside brackets`,
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: mark`A value on this line holds a second ": "`,
    help: mark`put the text in quotes: "...", or put the second key on its own line`,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: mark`A key runs over several lines`,
    help: mark`write "key: value" on one line; a colon may be missing`,
  },
  KEY_OVER_1024_CHARS: {
    message: mark`A key is longer than 1,024 characters`,
    help: mark`a colon or a closing quote may be missing`,
  },
  BAD_SCALAR_START: {
    message: mark`A value begins with a character that YAML keeps for itself`,
    help: QUOTES,
  },
  BAD_DQ_ESCAPE: {
    message: mark`An escape with a backslash is not known in double quotes`,
    help: mark`use single quotes: '\\.'`,
  },
  BAD_ALIAS: { message: mark`A value that begins with * or & is an alias or an anchor`, help: QUOTES },
  ALIAS_PROPS: { message: mark`An alias has an anchor or a tag`, help: mark`write the value out` },
  MULTIPLE_ANCHORS: { message: mark`A value has two anchors`, help: mark`keep one of the two` },
  MULTIPLE_TAGS: { message: mark`A value has two tags`, help: mark`remove the tags` },
  TAG_RESOLVE_FAILED: {
    message: mark`A tag is not known here`,
    help: mark`remove the tag and write the plain value`,
  },
  MULTIPLE_DOCS: {
    message: mark`The file holds several YAML documents`,
    help: mark`write one document a file: move what follows "---" to a file of its own`,
  },
  UNEXPECTED_TOKEN: {
    message: mark`This is not expected here`,
    help: mark`check the colon, the comma, the bracket or the quote before it; put the text in quotes: "..." if it is all one text`,
  },
  RESOURCE_EXHAUSTION: {
    message: mark`The file is nested too deeply`,
    help: mark`check the indentation and the brackets`,
  },
};

const OTHER: Advice = {
  message: mark`This is not YAML`,
  help: mark`check the colons, quotes and brackets of this line; put the text in quotes: "..."`,
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
  return { rule, message: say(message), help: say(help), offset, end };
}
