import { kindOf } from '../../kinds/index.ts';
import type { Ladder, Rung } from '../../kinds/ladder.ts';
import type { Agreement, PromiseDef, Segment } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';

/** A promise with one of its terms changed, which is judged beside it. */
export interface Trial {
  /** Of the promise that is tried; no id of an agreement has a blank. */
  readonly id: string;
  readonly of: string;
  /** The index of the segment whose term it is; null for the promise's own. */
  readonly segment: number | null;
  readonly term: Ladder['term'];
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

/** Where a term stands: the index of a segment that says it itself; null for all others. */
export interface TermPart {
  readonly term: Trial['term'];
  readonly segment: number | null;
}

/** The places of each term of a promise that can be varied, the segments behind the promise itself. */
export function partsOf(promise: PromiseDef): readonly TermPart[] {
  const { segments } = promise;
  return laddersOf(promise, null).flatMap(({ term }) => [
    { term, segment: null },
    ...segments.flatMap((segment, i) =>
      says(segment, term) && laddersOf(promise, i).some((own) => own.term === term)
        ? [{ term, segment: i }]
        : [],
    ),
  ]);
}

function laddersOf({ measure, segments }: PromiseDef, segment: number | null): readonly Ladder[] {
  const own = segment === null ? null : (segments[segment] ?? null);
  return kindOf(measure.kind).ladders?.(measure, own) ?? [];
}

const says = ({ within, atLeast }: Segment, term: Trial['term']): boolean =>
  term === 'within' ? within !== null : atLeast !== null;

function trialsOf(promise: PromiseDef): readonly { readonly trial: Trial; readonly promise: PromiseDef }[] {
  const { id, segments } = promise;
  return partsOf(promise).flatMap(({ term, segment }) => {
    const ladder = laddersOf(promise, segment).find((own) => own.term === term);
    return (ladder?.rungs ?? []).map((rung) => ({
      trial: { id: `${id} ${segment ?? ''} ${term} ${rung.text}`, of: id, segment, term, rung },
      promise:
        segment === null
          ? { ...promise, measure: rung.measure }
          : {
              ...promise,
              segments: segments.map((each, i) => (i === segment ? { ...each, ...rung.own } : each)),
            },
    }));
  });
}
