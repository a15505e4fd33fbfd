/** Of one property: its parser looks through the line again for each, and takes minutes for 100,000. */
export const MOST_PARAMETERS = 1000;

const [LF, SPACE, TAB, QUOTE, COLON, SEMICOLON] = [10, 32, 9, 34, 58, 59];

/** The line of a calendar file, from 1, at which a property of more parameters begins; null where none does. */
export function overloadedLine(text: string): number | null {
  let [line, begin, parameters] = [1, 1, 0];
  let [isName, isQuoted] = [true, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF) {
      line++;
      const next = text.charCodeAt(at + 1);
      // A line that begins with a blank goes on with the one before it.
      if (next === SPACE || next === TAB) continue;
      begin = line;
      parameters = 0;
      [isName, isQuoted] = [true, false];
    } else if (isName) {
      if (code === QUOTE) isQuoted = !isQuoted;
      else if (code === COLON && !isQuoted) isName = false;
      else if (code === SEMICOLON && ++parameters > MOST_PARAMETERS) return begin;
    }
  }
  return null;
}
