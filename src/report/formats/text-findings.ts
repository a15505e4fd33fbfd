import type { FindingsDocument, RenderOptions } from '../../model/render.ts';
import type { Clock } from '../../model/requests.ts';
import { tally } from '../count.ts';
import { terminal } from '../escape.ts';
import { flow, frames } from '../flow.ts';
import { duration, local } from '../instant.ts';
import { painter } from '../paint.ts';
import { pad } from '../width.ts';

/** The text of what has no table, apart so that `validate` starts without the drawing of boxes. */
export function findings(document: FindingsDocument, options: RenderOptions): string {
  const parts: string[] = [];
  if (document.findings.length > 0) parts.push(frames(document.findings, document.texts, options));
  for (const each of document.agreements) {
    const title = `${each.file}: ${each.title} (${each.id}, version ${each.version})`;
    const lines = [
      terminal(title),
      `  ${promises(each.commitments, 'commitment')}, ${promises(each.objectives, 'objective')}`,
    ];
    for (const example of document.dueExamples.filter((one) => one.file === each.file)) {
      const name =
        example.segment === null ? example.commitment : `${example.commitment}, ${example.segment}`;
      lines.push(flow(`${name}: ${example.text}`, '  ', options));
    }
    parts.push(`${lines.join('\n')}\n`);
  }
  if (document.agreements.length > 0 || document.findings.length > 0)
    parts.push(`${tally(document.findings)}\n`);
  return parts.join('\n');
}

function promises(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function clock(answer: Clock, options: RenderOptions): string {
  const at = (instant: number) => local(instant, answer.timezone);
  const paint = painter(options);
  const asked =
    answer.due === null
      ? `${at(answer.from)} to ${at(answer.to ?? answer.from)}: ${paint(duration(answer.businessSeconds ?? 0), 'title')} of business time`
      : `${terminal(answer.within ?? '')} from ${at(answer.from)}: due ${paint(at(answer.due), 'title')}`;
  const lines = answer.stretches.map((each) => {
    const seconds = (each.to - each.from) / 1_000_000;
    const why = each.name ? `${each.reason}: ${each.name}` : each.reason;
    const mark = each.counted ? '+' : ' ';
    return `  ${mark} ${at(each.from)}  ${at(each.to)}  ${pad(duration(seconds), 12, 'right')}  ${terminal(why)}`;
  });
  const calendar = `calendar ${terminal(answer.calendar)}, ${terminal(answer.timezone)}`;
  const legend = lines.length > 0 ? ['', ...lines, '', '  + counts'] : [];
  return `${[asked, calendar, ...legend].join('\n')}\n`;
}
