/** The first line of a text, cut to so many characters, with an ellipsis where something is left out. */
export function firstLine(text: string, characters: number): string {
  const [first = ''] = text.split(/[\r\n\u0085\u2028\u2029]/, 1);
  // By code points, of which a character outside the basic plane is one.
  const points = Array.from(first.slice(0, 2 * characters));
  const isWhole =
    first.length === text.length && first.length <= 2 * characters && points.length <= characters;
  return isWhole ? first : `${points.slice(0, characters - 1).join('')}…`;
}
