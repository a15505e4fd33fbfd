import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import type { ChangedWords } from '../../model/change.ts';
import { promisesOf } from '../../model/promises.ts';
import { termsSentence } from './terms.ts';

/** The promises whose terms say something else, as both teams read them before and after. */
export function changedWords(base: Agreement | null, head: Agreement | null): readonly ChangedWords[] {
  const [old, now] = [base, head].map((each) => (each === null ? [] : promisesOf(each)));
  const former = ({ id, formerly }: PromiseDef): PromiseDef | undefined =>
    old?.find((one) => one.id === id) ?? old?.find((one) => one.id === formerly);
  const kept = new Set((now ?? []).map(former));
  const said = (promise: PromiseDef | undefined, agreement: Agreement | null): string | null =>
    promise === undefined || agreement === null ? null : termsSentence(promise, agreement);
  const pairs = [
    ...(now ?? []).map((promise) => ({
      promise,
      before: said(former(promise), base),
      after: said(promise, head),
    })),
    ...(old ?? [])
      .filter((promise) => !kept.has(promise))
      .map((promise) => ({ promise, before: said(promise, base), after: null })),
  ];
  return pairs
    .filter(({ before, after }) => before !== after)
    .map(({ promise, before, after }) => ({ promise: promise.promise ?? promise.title, before, after }));
}
