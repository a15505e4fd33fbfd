/** Ids end up in flags, file names and JSON; letters, digits, - and _ are safe in all of them. */
export const ID_PATTERN = '^[a-z0-9][a-z0-9_-]{0,63}$';

const FORM = new RegExp(ID_PATTERN);

/** A name that every object has by itself is no id: what is looked up by it would be found where nobody wrote it. */
export const isId = (text: string): boolean => !(text in {}) && FORM.test(text);

/** The id nearest to what was written; null where nothing of it can stand in one. */
export function idLike(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replaceAll(/^[-_]+|-+$/g, '')
    .slice(0, 62);
  const id = plain in {} ? `${plain}-1` : plain;
  return isId(id) ? id : null;
}
