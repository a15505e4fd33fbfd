import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** One message as the sources write it. */
export interface Message {
  readonly key: string;
  /** `app/check.ts:12` */
  readonly at: string;
  /** `t` outside of any function: it would be put into words before the language is known. */
  readonly early: boolean;
}

/** Every `t` and `mark` of the sources. */
export function messages(): readonly Message[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
    .flatMap((file) => messagesOf(file.replaceAll('\\', '/'), readFileSync(join(src, file), 'utf8')));
}

function messagesOf(file: string, text: string): readonly Message[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found: Message[] = [];
  const visit = (node: ts.Node, inFunction: boolean): void => {
    if (ts.isTaggedTemplateExpression(node) && ['t', 'mark'].includes(node.tag.getText())) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const early = node.tag.getText() === 't' && !inFunction;
      found.push({ key: keyOf(node.template), at: `${file}:${line + 1}`, early });
    }
    ts.forEachChild(node, (child) => visit(child, inFunction || ts.isFunctionLike(node)));
  };
  visit(source, false);
  return found;
}

export function keyOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (all, span, index) => `${all}{${index}}${span.literal.text}`,
    template.head.text,
  );
}
