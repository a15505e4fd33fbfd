const WORDS =
  /(?<![\p{L}\p{N}_-])(the|is|are|was|with|of|and|or|no|not|has|have|that|this|write|add)(?![\p{L}\p{N}_:-])/giu;

/** The English words that a sentence in French still says, what it quotes aside: that is the user's own, or is to be typed. */
export function englishWords(sentence: string): readonly string[] {
  return sentence.replaceAll(/"[^"]*"|«[^»]*»/g, '""').match(WORDS) ?? [];
}
