import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const src = fileURLToPath(new URL('../../src', import.meta.url));

const PARSED: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

/** One message as the sources write it. */
export interface Message {
  readonly key: string;
  /** `app/check.ts:12` */
  readonly at: string;
  readonly tag: 't' | 'mark';
  /** `t` outside of any function: it would be put into words before the language is known. */
  readonly early: boolean;
  /** What is put into its holes, as the sources write it. */
  readonly values: readonly string[];
  /** Of the three parts of "plural": which form it is; null elsewhere. */
  readonly form: 'one' | 'other' | null;
}

/** Every `t` and `mark` of the sources. */
export const messages: readonly Message[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
  .flatMap((file) => messagesOf(file.replaceAll('\\', '/'), readFileSync(join(src, file), 'utf8')));

function messagesOf(file: string, text: string): readonly Message[] {
  // To parse a source takes most of the time, and half of them say nothing.
  if (!/\b(t|mark)`/.test(text)) return [];
  const source = ts.createSourceFile(file, text, PARSED);
  const found: Message[] = [];
  const visit = (node: ts.Node, inFunction: boolean, form: Message['form']): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag)) {
      const tag = node.tag.text;
      if (tag === 't' || tag === 'mark') {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        const { template } = node;
        const spans = ts.isTemplateExpression(template) ? template.templateSpans : [];
        const values = spans.map(({ expression }) => expression.getText(source));
        const early = tag === 't' && !inFunction;
        found.push({ key: keyOf(template), at: `${file}:${line + 1}`, tag, early, values, form });
      }
    }
    const forms =
      ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'plural'
        ? node.arguments
        : null;
    ts.forEachChild(node, (child) => {
      const own = child === forms?.[1] ? 'one' : child === forms?.[2] ? 'other' : form;
      visit(child, inFunction || ts.isFunctionLike(node), own);
    });
  };
  visit(source, false, null);
  return found;
}

function keyOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (all, span, index) => `${all}{${index}}${span.literal.text}`,
    template.head.text,
  );
}
