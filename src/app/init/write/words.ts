import { t } from '../../../messages/index.ts';
import type { RoleName, SniffColumn } from '../../../model/sniff.ts';
import { fieldName, yaml } from '../../../report/sniff-fields.ts';
import { oneLine } from './one-line.ts';

/** Fields whose words the teams agree on, and how many words a list of them may have. */
const [WORDED, MOST]: readonly [readonly RoleName[], number] = [['reason', 'source'], 12];

/**
 * The words of a field that has few, as a comment: the export says which are written, the teams which are
 * meant.
 */
export function wordLines(column: SniffColumn): readonly string[] {
  const { role, type, personal, values } = column;
  const isFew = values.length > 1 && values.length <= MOST;
  if (role === null || !WORDED.includes(role.name) || type !== 'text' || personal || !isFew) return [];
  const words = values.map(({ value }) => yaml(value)).join(', ');
  const field = oneLine(`${fieldName(column)}: { column: ${yaml(column.name)}, values: [${words}] }`, 500);
  return [`      # ${field} # ${t`once you agree on the words: others are then counted and told`}`];
}
