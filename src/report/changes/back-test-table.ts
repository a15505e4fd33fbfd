import { plural, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import type { BackTest, BackTestSide, PromiseBackTest } from '../../model/change.ts';
import { amount, percent, termShown } from '../number.ts';
import type { Table } from '../table.ts';

/** What the same leads were under the old terms and are under the new. */
export function backTestTable({ promises }: BackTest): Table {
  const number = (value: number) => ({ text: value === 0 ? '' : whole(value) });
  return {
    fixed: 7,
    columns: [
      { title: t`Promise`, align: 'left' },
      { title: t`Before`, align: 'right' },
      { title: t`After`, align: 'right' },
      { title: t`Late to met`, align: 'right', fold: t`Cases` },
      { title: t`Met to late`, align: 'right', fold: t`Cases` },
      { title: t`Entered`, align: 'right', fold: t`Cases` },
      { title: t`Left`, align: 'right', fold: t`Cases` },
    ],
    rows: promises.map((promise) => ({
      kind: 'row',
      indent: 0,
      cells: [
        { text: promise.promise },
        { text: attainedText(promise.before), under: casesText(promise.before) },
        { text: attainedText(promise.after), under: casesText(promise.after) },
        number(promise.breachedToMet),
        number(promise.metToBreached),
        number(promise.entered),
        number(promise.left),
      ],
      note: effectText(promise),
    })),
  };
}

/** On the side of its target on which it is: what is just short of 90% never reads 90%. */
function attainedText({ attainment, value, met, breached, target }: BackTestSide): string {
  if (value !== null) return amount(value);
  const rate = /([\d.]+)%$/.exec(target)?.[1];
  const bound = rate === undefined ? null : Number(`${rate}e-2`);
  return attainment === null ? t`n/a` : percent(attainment, met + breached, bound);
}

function casesText({ cases, target }: BackTestSide): string {
  const due = termShown(target);
  return plural(cases, t`${whole(cases)} case, ${due}`, t`${whole(cases)} cases, ${due}`);
}

function effectText({ effect, protects, otherwise }: PromiseBackTest): string {
  const text = effectOn(effect, allOf(protects));
  return otherwise > 0 ? t`${text}; ${whole(otherwise)} in another state besides` : text;
}

function effectOn(effect: PromiseBackTest['effect'], teams: string): string {
  switch (effect) {
    case 'weakened':
      return t`weaker for ${teams}`;
    case 'tightened':
      return t`stronger for ${teams}`;
    case 'both':
      return t`weaker for ${teams} on some leads, stronger on others`;
    case 'none':
      return t`the same on every case`;
    case 'nothing':
      return t`no case was decided: nothing is shown`;
  }
}
