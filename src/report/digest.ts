/** A digest as it is read aloud and compared on paper: groups of four digits, so many a line. */
export function groupsOfFour(digest: string, perLine: number): readonly string[] {
  const groups = digest.match(/.{1,4}/g) ?? [];
  const lines: string[] = [];
  for (let i = 0; i < groups.length; i += perLine) lines.push(groups.slice(i, i + perLine).join(' '));
  return lines;
}
