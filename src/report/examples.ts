import { t } from '../messages/index.ts';
import type { FindingsDocument } from '../model/render.ts';

/** What the terms of an agreement mean by example: those of its promises, then its own, a sentence each. */
export function exampleTexts(
  { dueExamples, termExamples = [] }: Pick<FindingsDocument, 'dueExamples' | 'termExamples'>,
  file: string,
): readonly string[] {
  const promises = dueExamples.map(({ commitment, segment, ...example }) => ({
    ...example,
    name: segment === null ? commitment : `${commitment}, ${segment}`,
  }));
  const own = termExamples.map(({ term, ...example }) => ({ ...example, name: term }));
  return [...promises, ...own]
    .filter((example) => example.file === file)
    .map(({ name, text }) => t`${name}: ${text}`);
}
