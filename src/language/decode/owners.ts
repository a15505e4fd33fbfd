import { t } from '../../messages/index.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { OwnerHistory } from '../../model/links.ts';
import { dateField, isDeclared, unknownField } from './known-field.ts';
import { oneOf } from './people.ts';
import { isMap, map, type Raw, type Report, text } from './report.ts';

/** Leads, or rows of their own, with the history of their owners, where one is declared and makes sense. */
export function withOwners(
  root: Raw,
  rows: SourceDef,
  all: Readonly<Record<string, SourceDef>>,
  report: Report,
): SourceDef {
  const raw = map(map(root, 'sources'), rows.name).owners;
  if (!isMap(raw)) return rows;
  const path = [...rows.path, 'owners'];
  const at = (key: string) => [...path, key];
  if (rows.kind !== 'leads' && rows.kind !== 'population') {
    const message = t`The rows of "${rows.name}" are no cases, and nobody owns them`;
    const help = t`write "owners" under the leads, or under a source with a key`;
    report('source-link', path, { message, help, on: 'key' });
    return rows;
  }
  if (!Object.hasOwn(rows.fields, 'owner')) {
    report('unknown-field', path, { ...noOwner(rows), on: 'key' });
    return rows;
  }
  const of = rows.kind === 'leads' ? undefined : rows.name;
  const names = Object.values(all).flatMap((one) =>
    one.kind === 'activities' && one.of === of ? [one.name] : [],
  );
  const name = oneOf({ raw: raw.source, what: 'source', names, titles: {}, path: at('source'), report });
  const source = name === null ? undefined : all[name];
  // A key that is missing is told by the schema.
  if (!source || ['owner', 'from', 'to'].some((key) => raw[key] === undefined)) return rows;
  const declared = map(map(root, 'sources'), source.name);
  const known = { known: source.fields, raw: declared, report };
  const date = (key: 'from' | 'to') => dateField({ ...known, name: text(raw, key) ?? '', path: at(key) });
  const owner = text(raw, 'owner') ?? '';
  if (!isDeclared(owner, declared, source.fields)) unknownField(owner, source.fields, at('owner'), report);
  const [from, to] = [date('from'), date('to')];
  if (from === null || to === null || !Object.hasOwn(source.fields, owner)) return rows;
  if (from === to) {
    report('pause-ends', at('to'), {
      message: t`A time begins and ends at the same field "${from}"`,
      help: t`name in "to" the field that tells when it is over`,
    });
    return rows;
  }
  const owners: OwnerHistory = { source: source.name, from, to, owner };
  return { ...rows, owners };
}

const noOwner = ({ kind, name }: SourceDef): { readonly message: string; readonly help: string } =>
  kind === 'leads'
    ? {
        message: t`The leads have no field "owner"`,
        help: t`add owner: <header of its column> to the fields of the leads: who owns a lead where the history is silent`,
      }
    : {
        message: t`The rows of "${name}" have no field "owner"`,
        help: t`add owner: <header of its column> to the fields of "${name}": who owns a row where the history is silent`,
      };
