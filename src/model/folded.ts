/**
 * The value of every field of the groups that are told as one, in files that programs read; people read it in their
 * language.
 */
export const foldedValue = (fewest: number): string => `(fewer than ${fewest} cases)`;
