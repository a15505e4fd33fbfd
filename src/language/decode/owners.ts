import { t } from '../../messages/index.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { OwnerHistory } from '../../model/links.ts';
import { dateField, isDeclared, unknownField } from './known-field.ts';
import { oneOf } from './people.ts';
import { isMap, map, type Raw, type Report, text } from './report.ts';

/** The leads with the history of their owners, where one is declared and makes sense. */
export function withOwners(
  root: Raw,
  leads: SourceDef,
  all: Readonly<Record<string, SourceDef>>,
  report: Report,
): SourceDef {
  const raw = map(map(root, 'sources'), 'leads').owners;
  if (!isMap(raw)) return leads;
  const path = ['sources', 'leads', 'owners'];
  const at = (key: string) => [...path, key];
  if (!Object.hasOwn(leads.fields, 'owner')) {
    const help = t`add owner: <header of its column> to the fields of the leads: who owns a lead where the history is silent`;
    report('unknown-field', path, { message: t`The leads have no field "owner"`, help, on: 'key' });
    return leads;
  }
  const names = Object.values(all).flatMap(({ name, kind }) => (kind === 'activities' ? [name] : []));
  const name = oneOf({ raw: raw.source, what: 'source', names, titles: {}, path: at('source'), report });
  const source = name === null ? undefined : all[name];
  // A key that is missing is told by the schema.
  if (!source || ['owner', 'from', 'to'].some((key) => raw[key] === undefined)) return leads;
  const declared = map(map(root, 'sources'), source.name);
  const known = { known: source.fields, raw: declared, report };
  const date = (key: 'from' | 'to') => dateField({ ...known, name: text(raw, key) ?? '', path: at(key) });
  const owner = text(raw, 'owner') ?? '';
  if (!isDeclared(owner, declared, source.fields)) unknownField(owner, source.fields, at('owner'), report);
  const [from, to] = [date('from'), date('to')];
  if (from === null || to === null || !Object.hasOwn(source.fields, owner)) return leads;
  if (from === to) {
    report('pause-ends', at('to'), {
      message: t`A time begins and ends at the same field "${from}"`,
      help: t`name in "to" the field that tells when it is over`,
    });
    return leads;
  }
  const owners: OwnerHistory = { source: source.name, from, to, owner };
  return { ...leads, owners };
}
