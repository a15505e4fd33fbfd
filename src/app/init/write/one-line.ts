/** Text of a file in a comment: it must not end it. */
export const oneLine = (text: string, most = 160): string =>
  text.replace(/[\p{Cc}\u0085\u2028\u2029\ufeff]+/gu, ' ').slice(0, most);
