/** Bytes of the files of a source up to which all that may be asked of a row is read with it. */
export const SMALL = 2_500_000;
