import type { MeasureKind } from '../model/measure.ts';
import { attempts } from './attempts.ts';
import { count } from './count.ts';
import type { KindDef } from './kind.ts';
import { occurrence } from './occurrence.ts';
import { response } from './response.ts';
import { share } from './share.ts';
import { steps } from './steps.ts';
import { sum } from './sum.ts';

/** Every kind of measure, in the order in which it is presented. */
export const kinds: readonly KindDef[] = [count, sum, share, response, attempts, occurrence, steps];

export const kindNames: readonly MeasureKind[] = kinds.map(({ kind }) => kind);

const byName: ReadonlyMap<MeasureKind, KindDef> = new Map(kinds.map((each) => [each.kind, each]));

/** The kind of a name that is one of `kindNames`. */
export function kindOf(kind: MeasureKind): KindDef {
  const found = byName.get(kind);
  if (!found) throw new Error(`No kind of measure is named "${kind}"`);
  return found;
}
