import { t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import { isWhole } from '../../model/promises.ts';
import { oneOf } from './people.ts';
import { list, type Raw, type Report } from './report.ts';

/** The objectives that were put in an order, each once; the parts of one stand where it stands. */
export function priorities(root: Raw, objectives: readonly PromiseDef[], report: Report): readonly string[] {
  const names = objectives.filter(isWhole).map(({ id }) => id);
  const order: string[] = [];
  for (const [i, raw] of list(root, 'priorities').entries()) {
    const path = ['priorities', i];
    const id = oneOf({
      raw,
      what: 'objective',
      names,
      titles: titlesOf(objectives),
      path,
      report,
    });
    if (id === null) continue;
    if (order.includes(id))
      report('objective-twice', path, {
        message: t`The objective "${id}" stands twice among the priorities`,
        help: t`name it once`,
      });
    else order.push(id);
  }
  return order;
}

const titlesOf = (objectives: readonly PromiseDef[]): Readonly<Record<string, string>> =>
  Object.fromEntries(objectives.map(({ id, title }) => [id, title]));

/** Those that were put in an order come first, in it; what is left out stays in its own order behind them. */
export function byPriority(
  objectives: readonly PromiseDef[],
  order: readonly string[],
): readonly PromiseDef[] {
  const place = ({ id, partOf }: PromiseDef): number => {
    const at = order.indexOf(partOf ?? id);
    return at < 0 ? order.length : at;
  };
  return objectives.toSorted((a, b) => place(a) - place(b));
}
