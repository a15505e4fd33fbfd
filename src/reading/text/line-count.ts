export const LF = 10;
const CR = 13;

/** Counts lines while the bytes of a text go by. */
export interface LineCounter {
  add(chunk: Buffer): void;
  /** How many lines have something on them. */
  filled(): number;
}

/** Lines end with LF or CRLF, or all with CR: the engine reads no file that mixes these. */
export function lineCounter(): LineCounter {
  let end: number | null = null;
  let lines = 0;
  // Bytes of the line that the last chunk has begun, but for a CR.
  let begun = 0;
  return {
    add(chunk) {
      end ??= endOf(chunk);
      let from = 0;
      for (let at = chunk.indexOf(end ?? LF); at >= 0; at = chunk.indexOf(end ?? LF, from)) {
        const length = at - from - (at > from && chunk[at - 1] === CR ? 1 : 0);
        if (begun + length > 0) lines++;
        begun = 0;
        from = at + 1;
      }
      const isCrLast = chunk[chunk.length - 1] === CR && end === LF;
      begun += Math.max(0, chunk.length - from - (isCrLast ? 1 : 0));
    },
    filled: () => lines + (begun > 0 ? 1 : 0),
  };
}

/** The byte that ends the lines, by the first of them; null where no line ends. */
export function endOf(chunk: Buffer): number | null {
  const [lf, cr] = [chunk.indexOf(LF), chunk.indexOf(CR)];
  if (lf < 0 && cr < 0) return null;
  return cr >= 0 && (lf < 0 || cr < lf - 1) ? CR : LF;
}
