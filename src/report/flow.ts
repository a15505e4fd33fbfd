import type { Diagnostic } from '../model/diagnostic.ts';
import type { RenderOptions } from '../model/render.ts';
import { diagnosticText } from './code-frame.ts';
import { terminal } from './escape.ts';
import { wrap } from './width.ts';

/** One item over as many lines as it takes, the further ones set in. */
export function flow(text: string, indent: string, options: RenderOptions): string {
  return wrap(terminal(text), Math.max(30, options.width - indent.length - 2))
    .map((line, index) => indent + (index > 0 ? '  ' : '') + line)
    .join('\n');
}

/** Code frames, a blank line between. */
export function frames(
  findings: readonly Diagnostic[],
  texts: Readonly<Record<string, string>>,
  options: RenderOptions,
): string {
  return findings.map((each) => diagnosticText(each, texts, options)).join('\n');
}
