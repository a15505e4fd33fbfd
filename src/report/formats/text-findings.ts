import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { FindingsDocument, RenderOptions } from '../../model/render.ts';
import { tally } from '../count.ts';
import { terminal } from '../escape.ts';
import { exampleTexts } from '../examples.ts';
import { flow, frames } from '../flow.ts';

/** The text of what has no table, apart so that `validate` starts without the drawing of boxes. */
export function findings(document: FindingsDocument, options: RenderOptions): string {
  const parts: string[] = [];
  if (document.findings.length > 0) parts.push(frames(document.findings, document.texts, options));
  const examplesOf = exampleTexts(document);
  for (const each of document.agreements) {
    const title = t`${each.file}: ${each.title} (${each.id}, version ${each.version})`;
    const lines = [
      terminal(title),
      `  ${commitmentsText(each.commitments)}, ${objectivesText(each.objectives)}`,
    ];
    lines.push(...examplesOf(each.file).map((text) => flow(text, '  ', options)));
    parts.push(`${lines.join('\n')}\n`);
  }
  if (document.agreements.length > 0 || document.findings.length > 0)
    parts.push(`${tally(document.findings)}\n`);
  return parts.join('\n');
}

function commitmentsText(count: number): string {
  return plural(count, t`${whole(count)} commitment`, t`${whole(count)} commitments`);
}

function objectivesText(count: number): string {
  return plural(count, t`${whole(count)} objective`, t`${whole(count)} objectives`);
}
