import { t } from '../../messages/index.ts';
import type { ComplianceDocument, FindingsDocument, RenderOptions } from '../../model/render.ts';
import { tally } from '../count.ts';
import { terminal } from '../escape.ts';
import { painter } from '../paint.ts';
import { asFindings, belowFindings } from '../verdict-findings.ts';
import { pad } from '../width.ts';
import { severityWidth, wordOf } from '../words.ts';

/** One line a problem, under the name of its file. */
export function findings(document: FindingsDocument, options: RenderOptions): string {
  const paint = painter(options);
  const width = severityWidth();
  const byFile = new Map<string, string[]>();
  for (const each of document.findings) {
    const file = each.place?.file ?? '';
    const at = each.place ? `${each.place.start.line}:${each.place.start.column}` : '-';
    const tone = each.severity === 'error' ? 'bad' : each.severity === 'warning' ? 'watch' : 'quiet';
    const line = `  ${pad(at, 8)} ${paint(pad(wordOf(each.severity), width), tone)}  ${terminal(each.message)}  ${paint(terminal(each.rule), 'quiet')}`;
    byFile.set(file, [...(byFile.get(file) ?? []), line]);
  }
  const blocks = [...byFile].map(
    ([file, lines]) =>
      `${paint(file === '' ? t`(no file)` : terminal(file), 'title')}\n${lines.join('\n')}\n`,
  );
  return [...blocks, `${tally(document.findings)}\n`].join('\n');
}

export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  return findings(asFindings(document), options) + belowFindings(document);
}
