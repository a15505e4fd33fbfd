import { t } from '../messages/index.ts';
import type { FindingsDocument } from '../model/render.ts';

/** What the terms of each agreement mean by example, by its file: those of its promises, then its own, a sentence each. */
export function exampleTexts({
  dueExamples,
  termExamples = [],
}: Pick<FindingsDocument, 'dueExamples' | 'termExamples'>): (file: string) => readonly string[] {
  const promises = dueExamples.map(({ commitment, segment, ...example }) => ({
    ...example,
    name: segment === null ? commitment : `${commitment}, ${segment}`,
  }));
  const own = termExamples.map(({ term, ...example }) => ({ ...example, name: term }));
  const texts = new Map<string, string[]>();
  for (const { file, name, text } of [...promises, ...own]) {
    const known = texts.get(file) ?? [];
    known.push(t`${name}: ${text}`);
    texts.set(file, known);
  }
  return (file) => texts.get(file) ?? [];
}
