import type { Measure, MeasureKind } from '../model/measure.ts';
import { attempts } from './attempts.ts';
import { count } from './count.ts';
import type { KindDef } from './kind.ts';
import { occurrence } from './occurrence.ts';
import { response } from './response.ts';
import { share } from './share.ts';
import { sum } from './sum.ts';

/** Every kind of measure, in the order in which it is presented. */
export const kinds: { readonly [K in MeasureKind]: KindDef<Extract<Measure, { readonly kind: K }>> } = {
  count,
  sum,
  share,
  response,
  attempts,
  occurrence,
};

export const kindNames = Object.keys(kinds) as readonly MeasureKind[];

export function kindOf(kind: MeasureKind): KindDef {
  return kinds[kind];
}
