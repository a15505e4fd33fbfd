import type { Agreement, PromiseDef } from './agreement.ts';

/** Every promise of an agreement, in the order of its results: objectives before commitments. */
export const promisesOf = ({ objectives, commitments }: Agreement): readonly PromiseDef[] => [
  ...objectives,
  ...commitments,
];

/** The same in the order of a comparison: what the teams owe each other before what they aim at together. */
export const commitmentsFirst = ({ objectives, commitments }: Agreement): readonly PromiseDef[] => [
  ...commitments,
  ...objectives,
];
