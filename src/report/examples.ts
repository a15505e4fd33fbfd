import { t } from '../messages/index.ts';
import type { FindingsDocument } from '../model/render.ts';
import { idInWords, nameOf } from './names.ts';

/** What the terms of each agreement mean by example, by its file: those of its promises, then its own, a sentence each. */
export function exampleTexts({
  dueExamples,
  termExamples = [],
}: Pick<FindingsDocument, 'dueExamples' | 'termExamples'>): (file: string) => readonly string[] {
  const promises = dueExamples.map(({ commitment, title, segment, ...example }) => ({
    ...example,
    name: ofSegment(nameOf({ id: commitment, title }), segment),
  }));
  const texts = new Map<string, string[]>();
  for (const { file, name, text } of [...promises, ...termExamples]) {
    const known = texts.get(file) ?? [];
    known.push(t`${name}: ${text}`);
    texts.set(file, known);
  }
  return (file) => texts.get(file) ?? [];
}

/** A title may be a sentence, behind which the segment is set apart. */
const ofSegment = (name: string, segment: string | null): string =>
  segment === null ? name : `${name}, ${idInWords(segment)}`;
