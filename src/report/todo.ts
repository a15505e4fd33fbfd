import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Case } from '../model/compliance.ts';
import type { RenderOptions } from '../model/render.ts';
import type { CaseHeader, Todo } from '../model/requests.ts';
import { terminal } from './escape.ts';
import { flow } from './flow.ts';
import { civil, localEnd } from './instant.ts';
import { painter } from './paint.ts';
import { displayWidth, pad } from './width.ts';

/** The head of a list of what is to be done. */
export function todoTitle({ before, atRisk }: Todo): string {
  if (before === null) return t`What is at risk, in the order of what is due`;
  const date = civil(before);
  return atRisk ? t`To do before ${date}, at risk` : t`To do before ${date}`;
}

/** What is to be done, a group for each day on which it is due. */
export function todoLines(cases: readonly Case[], { agreement }: CaseHeader, options: RenderOptions): string {
  const paint = painter(options);
  // Without the field, or where it is personal, nobody is named, and nobody is missed.
  const owned = cases.some((one) => one.owner !== null);
  const rows = cases.map((one) => {
    const [, day = '', time = ''] =
      /^(.*) (\S+)$/.exec(one.due === null ? '' : localEnd(one.due, agreement.timezone)) ?? [];
    const owner = owned ? [one.owner ?? t`no owner`] : [];
    const cells = [time, one.lead, ...owner, one.commitment.replace(/[_-]+/g, ' ')];
    return { day, mark: one.atRisk ? '!' : ' ', cells: cells.map(terminal) };
  });
  const widths = [0, 1, 2].map((at) =>
    Math.max(0, ...rows.map(({ cells }) => displayWidth(cells[at] ?? ''))),
  );
  let day: string | null = null;
  return rows
    .map((row) => {
      const head =
        row.day === day ? '' : `\n${paint(row.day === '' ? t`no time limit` : row.day, 'title')}\n`;
      day = row.day;
      const cells = row.cells.map((cell, at) => pad(cell, widths[at] ?? 0, 'left'));
      return `${head}${row.mark} ${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

/** What the signs mean, and what to do first. */
export function todoFoot(
  {
    total,
    atRisk,
    unowned,
    first,
  }: {
    readonly total: number;
    readonly atRisk: number;
    readonly unowned: number;
    readonly first: string | null;
  },
  options: RenderOptions,
): string {
  if (total === 0) return `\n${t`Nothing is due by then.`}\n`;
  const n = whole(total);
  const cases = plural(total, t`${n} case`, t`${n} cases`);
  const lines = [
    atRisk === 0 ? cases : t`${cases}, ${whole(atRisk)} at risk (!): most of the time is used`,
    ...(unowned === 0
      ? []
      : [
          plural(
            unowned,
            t`${whole(unowned)} has no owner: the first thing is to give it one`,
            t`${whole(unowned)} have no owner: the first thing is to give them one`,
          ),
        ]),
    t`A case that is done in the CRM leaves this list with the next export.`,
    ...(first === null ? [] : [t`Why this lead, why this time: sla explain ${first}`]),
  ];
  return `\n${lines.map((line) => `${flow(line, '', options)}\n`).join('')}`;
}
