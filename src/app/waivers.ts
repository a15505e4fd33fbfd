import type { Agreement, PromiseDef } from '../model/agreement.ts';
import type { WaiverRef } from '../model/judge.ts';
import type { Micros } from '../model/time.ts';
import { localMidnight } from './instants.ts';

/** The waivers of a version that apply to a promise and have not expired at as-of. */
export function waiversOf(promise: PromiseDef, agreement: Agreement, asOf: Micros): readonly WaiverRef[] {
  const { timezone, waivers } = agreement;
  return waivers
    .filter(({ commitment }) => commitment === null || commitment === promise.id)
    .filter(({ expires }) => expires === null || asOf < localMidnight(timezone, expires + 1))
    .map(({ leads, between }) => ({
      leads,
      span:
        between === null
          ? null
          : { from: localMidnight(timezone, between.from), to: localMidnight(timezone, between.to + 1) },
    }));
}
