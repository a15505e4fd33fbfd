import { kindOf } from '../../kinds/index.ts';
import type { Rung } from '../../kinds/ladder.ts';
import type { Agreement, PromiseDef, Segment } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';

/** A promise with one of its terms changed, which is judged beside it. */
export interface Trial {
  /** Of the promise that is tried; no id of an agreement has a blank. */
  readonly id: string;
  readonly of: string;
  /** The index of the segment whose term it is; null for the promise's own. */
  readonly segment: number | null;
  readonly term: 'within' | 'at_least';
  readonly rung: Rung;
}

/** An agreement that also promises what is tried, and what that is. */
export interface Tried {
  readonly agreement: Agreement;
  readonly trials: readonly Trial[];
}

/** Tries every rung of every promise but the one that the agreement says. */
export function withTrials(agreement: Agreement, isWanted: (id: string) => boolean): Tried {
  const tried = promisesOf(agreement)
    .filter(({ id }) => isWanted(id))
    .flatMap((promise) => trialsOf(promise));
  const added = tried.flatMap(({ trial, promise }) => (trial.rung.now ? [] : [{ ...promise, id: trial.id }]));
  const waived = added.flatMap(({ id }) =>
    agreement.waivers
      .filter(({ commitment }) => commitment !== null && commitment === id.split(' ')[0])
      .map((waiver) => ({ ...waiver, commitment: id })),
  );
  return {
    agreement: {
      ...agreement,
      commitments: [...agreement.commitments, ...added],
      waivers: [...agreement.waivers, ...waived],
    },
    trials: tried.map(({ trial }) => trial),
  };
}

/** The segments that say a term themselves, and the promise for all others. */
export function partsOf(promise: PromiseDef): readonly (number | null)[] {
  const { measure, segments } = promise;
  const ladder = kindOf(measure.kind).ladder?.(measure, null) ?? null;
  if (ladder === null) return [];
  return [null, ...segments.flatMap((segment, i) => (says(segment, ladder.term) ? [i] : []))];
}

const says = ({ within, atLeast }: Segment, term: Trial['term']): boolean =>
  term === 'within' ? within !== null : atLeast !== null;

function trialsOf(promise: PromiseDef): readonly { readonly trial: Trial; readonly promise: PromiseDef }[] {
  const { id, measure, segments } = promise;
  return partsOf(promise).flatMap((part) => {
    const ladder = kindOf(measure.kind).ladder?.(measure, part === null ? null : (segments[part] ?? null));
    return (ladder?.rungs ?? []).map((rung) => ({
      trial: {
        ...{ id: `${id} ${part ?? ''} ${rung.text}`, of: id, segment: part },
        ...{ term: ladder?.term ?? 'within', rung },
      },
      promise:
        part === null
          ? { ...promise, measure: rung.measure }
          : {
              ...promise,
              segments: segments.map((each, i) => (i === part ? { ...each, ...rung.own } : each)),
            },
    }));
  });
}
