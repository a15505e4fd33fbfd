/** A path or a value without a blank, which would widen its column beyond the window. */
const LONG_WORD = /\S{36}/;

/** Whether a cell holds a word that has to break anywhere. */
export const hasLongWord = (texts: readonly string[]): boolean => texts.some((text) => LONG_WORD.test(text));
