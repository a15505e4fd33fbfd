/** The name of a kind of measure, as an agreement writes it: `response`. `src/kinds/index.ts` lists them. */
export type MeasureKind = string;

/**
 * What a promise measures. All but the name of its kind belongs to that kind: nobody outside of
 * `src/kinds/` looks inside, and who must know something of it asks the kind (`src/kinds/kind.ts`).
 */
export interface Measure {
  readonly kind: MeasureKind;
}
