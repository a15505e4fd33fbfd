/** Delimiters and quotes of one byte: only these are looked for in bytes. */
export const isByte = (text: string): boolean => /^[\0-\x7f]$/.test(text);
