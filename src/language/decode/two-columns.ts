import { t } from '../../messages/index.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { BETWEEN } from '../../model/joint-key.ts';
import { list, type Raw, type Report } from './report.ts';

interface Written {
  readonly name: string;
  readonly raw: Raw;
  readonly type: FieldDef['type'];
  readonly path: YamlPath;
  readonly report: Report;
}

/** The columns of a date and of its time of day, where "column" lists them; null where they are wrong. */
export function twoColumns({
  name,
  raw,
  type,
  path,
  report,
}: Written): Required<Pick<FieldDef, 'column' | 'parts'>> | null {
  const at = [...path, 'column'];
  const columns = list(raw, 'column').filter((column) => typeof column === 'string');
  const [date, clock, ...more] = columns;
  if (date === undefined) return null;
  if (clock === undefined)
    return report('wrong-form', at, {
      message: t`The field "${name}" lists one column`,
      help: t`write column: ${yamlText(date)}, or the columns of its date and of its time: [${yamlText(date)}, Time]`,
    });
  if (more.length > 0)
    return report('wrong-form', at, {
      message: t`The field "${name}" lists ${columns.length} columns, and a time is read from two: that of its date and that of its time of day`,
      help: t`keep those two, the date first: [${yamlText(date)}, ${yamlText(clock)}]`,
    });
  if (date === clock)
    return report('wrong-value', [...at, 1], {
      message: t`The field "${name}" names the column "${date}" twice`,
      help: t`write column: ${yamlText(date)}, or the column of its time of day behind it`,
    });
  if (type !== 'datetime')
    return report('wrong-value', 'type' in raw ? [...path, 'type'] : at, {
      message: t`The field "${name}" is ${type}, and two columns are a date and its time of day`,
      help: t`write type: datetime, or name one column`,
    });
  const part = (column: string, of: 'date' | 'text'): FieldDef => ({
    ...{ name, column, type: of, format: null, decimal: '.', personal: raw.personal === true, path },
  });
  return { column: columns.join(BETWEEN), parts: [part(date, 'date'), part(clock, 'text')] };
}

const yamlText = (text: string): string =>
  /^\p{L}[\p{L}\d_-]*(?: [\p{L}\d_-]+)*$/u.test(text) ? text : JSON.stringify(text);
