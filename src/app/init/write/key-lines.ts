import { t } from '../../../messages/index.ts';
import type { SniffColumn } from '../../../model/sniff.ts';
import { fieldName, fieldText } from '../../../report/sniff-fields.ts';
import { changingIn } from '../ask/key.ts';

/** What names a lead, as a source says it. */
interface KeyLines {
  /** The `key` of the source, and what it costs. */
  readonly key: string;
  /** Fields that are there for the key alone. */
  readonly fields: readonly string[];
}

/** The key, of one column, which is the field `id`, or of several; `mapped` are those of the fields that are there. */
export function keyLines(
  key: readonly SniffColumn[],
  mapped: readonly SniffColumn[],
  { isOfLeads = true, isChosen = false } = {},
): KeyLines {
  if (key.length < 2) return { key: '    key: id', fields: [] };
  const names: string[] = [];
  const fields: string[] = [];
  for (const column of key) {
    const there = mapped.find(({ name }) => name === column.name);
    const name = there ? fieldName(there) : freeName(column, names);
    names.push(name);
    if (!there) fields.push(`      ${name}: ${keyText(column)}`);
  }
  const why = isChosen
    ? t`chosen: rows that are alike in all of these are one, and a row in which one of them is corrected is another`
    : isOfLeads
      ? t`no column identifies a lead, these do together: a row in which one of them is corrected is another lead`
      : t`no column identifies a row, these do together: a row in which one of them is corrected is another row`;
  return { key: `    key: [${names.join(', ')}] # ${[why, ...changingIn(key)].join(t`; `)}`, fields };
}

/** As it stands in the export, be it a date: it is a name here. */
const keyText = (column: SniffColumn): string => fieldText({ ...column, type: 'text' });

/** `Submitted at` is `key_submitted_at`. */
function freeName({ name }: SniffColumn, taken: readonly string[]): string {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  for (let n = 1; ; n++) {
    const free = `key_${slug === '' ? 'part' : slug}${n === 1 ? '' : `_${n}`}`;
    if (!taken.includes(free)) return free;
  }
}
