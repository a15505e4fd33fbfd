import type { Agreement, PromiseDef, SourceDef } from './agreement.ts';

/** Every promise of an agreement, in the order of its results: objectives before commitments. */
export const promisesOf = ({ objectives, commitments }: Agreement): readonly PromiseDef[] => [
  ...objectives,
  ...commitments,
];

/** What is no part of another objective. */
export const isWhole = ({ partOf }: Pick<PromiseDef, 'partOf'>): boolean => partOf === undefined;

/** The parts of an objective, in the order in which they are tried. */
export const partsIn = ({ objectives }: Agreement, id: string): readonly PromiseDef[] =>
  objectives.filter(({ partOf }) => partOf === id);

/** The same in the order of a comparison: what the teams owe each other before what they aim at together. */
export const commitmentsFirst = ({ objectives, commitments }: Agreement): readonly PromiseDef[] => [
  ...commitments,
  ...objectives,
];

/** The sources whose fields a row has: the leads and what joins them, or the population that is named. */
export const sourcesOf = ({ sources }: Agreement, population: string | undefined): readonly SourceDef[] =>
  Object.values(sources).filter(({ kind, name }) =>
    population === undefined ? kind === 'leads' || kind === 'joined' : name === population,
  );
