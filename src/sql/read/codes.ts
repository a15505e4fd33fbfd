/** Codes of `$bad` that name no field; `ODD_ROW` is one more. */
export const BLANK_KEY = 1;
export const BLANK_ROW = 2;

/** A code from here on is `FIRST_FIELD + 10 * position of the field + position of the reason`. */
export const FIRST_FIELD = 10;
