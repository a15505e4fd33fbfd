import { isMap, isSeq, parseDocument, type YAMLSeq } from 'yaml';

/** What is to be written into a file of records. */
interface RecordEdit {
  /** Of records that are there, by the value of their key: the cells that change. */
  readonly changed: ReadonlyMap<string, Readonly<Record<string, string | number>>>;
  readonly added: readonly Readonly<Record<string, string | number>>[];
}

/**
 * The text of a file of records with cells changed and records added at its end: all else, comments too, stays
 * as it is. Null where the text is no list of records.
 */
export function withRecords(text: string, key: string, { changed, added }: RecordEdit): string | null {
  const parsed = parseDocument(text);
  if (parsed.errors.length > 0) return null;
  // A file without a record may hold comments alone.
  const document = parsed.contents === null ? parseDocument(`${text}[]`) : parsed;
  if (!isSeq(document.contents)) return null;
  const root: YAMLSeq<unknown> = document.contents;
  for (const item of root.items) {
    if (!isMap(item)) return null;
    const cells = changed.get(String(item.get(key))) ?? {};
    for (const [name, value] of Object.entries(cells)) item.set(name, value);
  }
  if (added.length > 0) root.flow = false;
  for (const record of added) root.add(document.createNode(record));
  return document.toString({ lineWidth: 0 });
}
