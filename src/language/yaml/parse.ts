import type { Document } from 'yaml';
import { LineCounter, parseDocument } from 'yaml';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { misaligned } from './indented.ts';
import type { SourceMap } from './source-map.ts';
import { sourceMap } from './source-map.ts';
import { syntaxProblem } from './syntax.ts';
import { decodeText } from './text.ts';
import { unclosed } from './unclosed.ts';
import type { YamlProblem } from './values.ts';
import { DEEPEST, valuesOf } from './values.ts';

/** Longest agreement, in UTF-16 units. */
const MOST_TEXT = 1_000_000;

/** An agreement's text as plain values. `readable` is false where nothing in it can be trusted. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly readable: boolean;
  readonly source: SourceMap;
  readonly diagnostics: readonly Diagnostic[];
}

/** YAML 1.2 (core schema), one document. Whatever the input, problems come back as values with a place. */
export function parseYaml(shownAs: string, input: string | Uint8Array): ParsedYaml {
  const size = input.length;
  if (size > MOST_TEXT) return refuse(shownAs, '', tooLarge(size));
  const decoded = decodeText(input);
  if (!decoded.ok) {
    const { offset, message, help } = decoded;
    return refuse(shownAs, decoded.text, { rule: 'yaml-syntax', message, help, offset, end: offset + 1 });
  }
  const { text } = decoded;
  const deep = tooDeep(text);
  if (deep !== null) return refuse(shownAs, text, deep);

  const counter = lineCounter(text);
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const source = sourceMap(shownAs, text, document, counter);
  const syntax = syntaxOf(document, text, counter);
  if (syntax !== null)
    return { value: null, readable: false, source, diagnostics: [diagnose(syntax, source)] };
  const { value, problems } = valuesOf(document, counter);
  const readable = !problems.some(({ rule }) => rule === 'yaml-too-large' || rule === 'yaml-syntax');
  return {
    value,
    readable,
    source,
    diagnostics: problems.map((problem) => diagnose(problem, source, !readable)),
  };
}

function syntaxOf(document: Document, text: string, counter: LineCounter): YamlProblem | null {
  const [first] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (first)
    return (
      unclosed({ document, text, code: first.code, noticed: first.pos[0], counter }) ??
      misaligned(first, text, counter) ??
      syntaxProblem(first)
    );
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== '1.2') {
    const message = t`The file asks for another version of YAML, in which "no" and "on" are not texts`;
    return { rule: 'yaml-syntax', message, help: t`remove the line %YAML`, offset: 0, end: 5 };
  }
  return null;
}

function lineCounter(text: string): LineCounter {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) counter.addNewLine(i + 1);
  return counter;
}

function refuse(shownAs: string, text: string, problem: YamlProblem): ParsedYaml {
  const source = sourceMap(shownAs, text, null, lineCounter(text));
  return { value: null, readable: false, source, diagnostics: [diagnose(problem, source)] };
}

/** What does not parse leaves no answer; a problem inside a file that does is an error like any other. */
function diagnose(problem: YamlProblem, source: SourceMap, fatal = true): Diagnostic {
  const { rule, message, help, offset, end } = problem;
  const found: Diagnostic = { rule, severity: 'error', message, help, place: source.at(offset, end) };
  return fatal ? { ...found, fatal } : found;
}

function tooLarge(size: number): YamlProblem {
  const message = t`The file is too large for an agreement: ${size} bytes, at most ${MOST_TEXT}`;
  return {
    rule: 'yaml-too-large',
    message,
    help: t`give the path of an agreement, not of an export`,
    offset: 0,
    end: 1,
  };
}

/**
 * The parser recurses, so what is nested absurdly deep is refused before it: lines indented or begun with
 * more dashes, or brackets opened without being closed, than any agreement has. Quotes are not told apart;
 * the margin is wide.
 */
function tooDeep(text: string): YamlProblem | null {
  const limit = DEEPEST * 8;
  let brackets = 0;
  let line = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '[' || char === '{') brackets++;
    else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
    if (char === '\n') line = i + 1;
    const lead = i - line;
    if (brackets > limit || (lead === limit && char !== ' ' && /^[\s?:-]*$/.test(text.slice(line, i)))) {
      const message = t`The file is nested more than ${DEEPEST} levels deep`;
      const help = t`an agreement needs no more than ten levels: check the indentation and the brackets`;
      return { rule: 'yaml-too-large', message, help, offset: i, end: i + 1 };
    }
  }
  return null;
}
