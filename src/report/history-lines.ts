import { t } from '../messages/index.ts';
import { anyOf } from '../messages/list.ts';
import { ownId } from '../messages/own-ids.ts';
import { quoted } from '../messages/quoted.ts';
import { firstLine } from '../model/first-line.ts';
import type { History, LinkedHistory } from '../model/sniff.ts';
import { fieldText, yaml } from './sniff-fields.ts';

/** What a source of a history calls its fields. */
const fields = () => ({ from: ownId('from_at'), to: ownId('to_at'), status: ownId('status') });

/** Characters of a word that is shown in a comment. */
const SHOWN = 60;

/** A clock may not stand still for ever: a working week, until somebody says otherwise. */
const CAP = '40 business hours';

/** How the rows of a history find those of `source`, and their fields, as lines of its source. */
export const historyLines = (source: string, history: LinkedHistory): readonly string[] => [
  `    belongs_to: { ${source}: ${yaml(history.link.name)} } # ${firstLine(history.evidence, 200)}`,
  ...stateLines(history),
];

/** What says that a clock stands still, and the fields of a history. */
export function stateLines({ from, to, status, holds }: History): readonly string[] {
  const own = fields();
  const words = anyOf(holds.map((word) => quoted(firstLine(word, SHOWN))));
  const column = firstLine(status?.name ?? '', SHOWN);
  return [
    holds.length > 0
      ? `    # ${t`the clock stands still where "${column}" is ${words}: are these the words that you mean?`}`
      : `    # ${t`no word in it says that a row waits for somebody: a pause would name one`}`,
    '    fields:',
    `      ${own.from}: ${fieldText(from)}`,
    `      ${own.to}: ${fieldText(to)}`,
    ...(status === null ? [] : [`      ${own.status}: ${yaml(status.name)}`]),
  ];
}

/** The pause of a clock as a measure writes it; null where no word says that one waits. */
export function pauseText(source: string, { holds }: History): string | null {
  if (holds.length === 0) return null;
  const own = fields();
  const where = `where: { ${own.status}: [${holds.map(yaml).join(', ')}] }`;
  return `pause: { source: ${source}, from: ${own.from}, to: ${own.to}, ${where}, at_most: ${CAP} }`;
}
