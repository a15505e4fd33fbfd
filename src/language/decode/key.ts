import { t } from '../../messages/index.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { BETWEEN } from '../../model/joint-key.ts';
import { list, type Raw, type Report } from './report.ts';

/** The `key` of a source as it is written, and its fields, among which a key of several becomes one. */
interface WrittenKey {
  readonly raw: Raw;
  readonly known: Record<string, FieldDef>;
  readonly path: YamlPath;
  readonly report: Report;
  /** The field of a name; null where there is none, which is reported. */
  readonly named: (name: string, at: YamlPath) => string | null;
}

/** The field that identifies a row: one that is there, or one made of several; null where it is wrong. */
export function keyOf({ raw, known, path, report, named }: WrittenKey): string | null {
  const at = [...path, 'key'];
  if (typeof raw.key === 'string') return named(raw.key, at);
  const names = list(raw, 'key').filter((name) => typeof name === 'string');
  const found = names.map((name, i) => named(name, [...at, i]));
  const [first, ...more] = names;
  if (first === undefined || found.includes(null)) return null;
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice >= 0)
    return report('wrong-value', [...at, twice], {
      message: t`The key names "${names[twice] ?? ''}" twice`,
      help: t`name each field once`,
    });
  if (more.length === 0) return first;
  const parts = names.flatMap((name) => known[name] ?? []);
  // A part whose declaration was wrong was reported there.
  if (parts.length < names.length) return null;
  const name = names.join(' + ');
  known[name] = {
    name,
    column: parts.map(({ column }) => column).join(BETWEEN),
    type: 'text',
    format: null,
    decimal: '.',
    personal: parts.some(({ personal }) => personal),
    parts,
    path: at,
  };
  return name;
}
