import type { BackTest, BackTestSide, PromiseBackTest } from '../../model/change.ts';
import { amount, percent, whole } from '../number.ts';
import type { Table } from '../table.ts';

/** What the same leads were under the old terms and are under the new. */
export function backTestTable({ promises }: BackTest): Table {
  const number = (value: number) => ({ text: value === 0 ? '' : whole(value) });
  return {
    fixed: 7,
    columns: [
      { title: 'Promise', align: 'left' },
      { title: 'Before', align: 'right' },
      { title: 'After', align: 'right' },
      { title: 'Late to met', align: 'right', fold: 'Cases' },
      { title: 'Met to late', align: 'right', fold: 'Cases' },
      { title: 'Entered', align: 'right', fold: 'Cases' },
      { title: 'Left', align: 'right', fold: 'Cases' },
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
  return attainment === null ? 'n/a' : percent(attainment, met + breached, bound);
}

function casesText({ cases, target }: BackTestSide): string {
  return `${whole(cases)} ${cases === 1 ? 'case' : 'cases'}, ${target}`;
}

function effectText({ effect, protects, otherwise }: PromiseBackTest): string {
  const others = otherwise > 0 ? `; ${whole(otherwise)} in another state besides` : '';
  return EFFECTS[effect].replace('%', protects.join(' and ')) + others;
}

const EFFECTS: Readonly<Record<PromiseBackTest['effect'], string>> = {
  weakened: 'weaker for %',
  tightened: 'stronger for %',
  both: 'weaker for % on some leads, stronger on others',
  none: 'the same on every lead',
};
