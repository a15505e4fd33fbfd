import type { DocumentKind, FormatWriter, Written } from '../model/render.ts';
import { formats } from '../report/formats/index.ts';

export { formats };

/** The writer of one kind of document in one format. The format must be one that `formats` lists for it. */
export async function writerOf<K extends DocumentKind>(
  format: string,
  kind: K,
): Promise<NonNullable<FormatWriter[K]>> {
  const entry = formats.find((each) => each.name === format);
  const writer = (await entry?.load(kind))?.[kind];
  if (!writer) throw new Error(`The format "${format}" has no writer for ${kind}`);
  return writer;
}

/** A document in a format that is no bytes. */
export function textOf(written: Written): string {
  if (typeof written !== 'string') throw new Error('Bytes were written where text is shown');
  return written;
}
