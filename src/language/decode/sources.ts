import { chosenBy } from '../../kinds/fields.ts';
import { t } from '../../messages/index.ts';
import type { CsvDialect, FieldDef, SourceDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { presets } from '../../presets/index.ts';
import type { Preset } from '../../presets/preset.ts';
import { belonging, type Link, ofItsRows } from './belonging.ts';
import type { ConditionContext } from './condition-context.ts';
import { fields } from './fields.ts';
import { keyOf } from './key.ts';
import { isDeclared, unknownField } from './known-field.ts';
import { onePerLeadOf } from './one-per-lead.ts';
import { withOwners } from './owners.ts';
import { percentage, zone } from './parts.ts';
import { oneOf } from './people.ts';
import { duplicatesOf, mergedOf, recycledOf } from './repeats.ts';
import type { Raw, Report } from './report.ts';
import { checkId, isMap, list, map, text } from './report.ts';
import { whereRowsAre } from './where-rows-are.ts';

const PLAIN_CSV: CsvDialect = { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 };

/** Most of the rows that may be rejected, where a source does not say. */
const MAX_REJECTED = 0.01;

/** The sources that could be decoded, by name, the leads first. */
export function sources(
  root: Raw,
  names: Raw,
  context: ConditionContext,
): Readonly<Record<string, SourceDef>> {
  const { report } = context;
  const raw = map(root, 'sources');
  const hasLeads = 'leads' in map(names, 'sources');
  const decoded: Record<string, SourceDef> = {};
  const asWritten = (name: string): Raw => map(map(names, 'sources'), name);
  const leads = isMap(raw.leads)
    ? source({
        name: 'leads',
        raw: raw.leads,
        leads: null,
        hasLeads,
        inherited: undefined,
        written: asWritten('leads'),
        report,
      })
    : null;
  const inherited = isMap(raw.leads) && 'timezone' in raw.leads ? text(raw.leads, 'timezone') : undefined;
  if (leads) decoded.leads = leads;
  for (const [name, other] of Object.entries(raw)) {
    if (name === 'leads' || !isMap(other)) continue;
    const named = checkId(name, ['sources', name], report, 'key');
    const written = asWritten(name);
    const found = source({ name, raw: other, leads, hasLeads, inherited, written, report });
    const one = found && onePerLeadOf(root, found, found.path, context);
    if (named && found && one !== undefined) decoded[name] = one ? { ...found, onePerLead: one } : found;
  }
  for (const one of Object.values(decoded)) {
    const found = ofItsRows(one, decoded, map(names, 'sources'), report);
    if (found === null) delete decoded[one.name];
    else decoded[one.name] = found;
  }
  for (const one of Object.values(decoded)) decoded[one.name] = withOwners(root, one, decoded, report);
  return Object.fromEntries(Object.values(decoded).map((one) => [one.name, givenWay(one, decoded)]));
}

/**
 * A field that a source has from its preset alone gives way to one of that name that another source of the
 * lead declares.
 */
function givenWay(source: SourceDef, all: Readonly<Record<string, SourceDef>>): SourceDef {
  const isOfLead = ({ kind }: SourceDef) => kind === 'leads' || kind === 'joined';
  if (!isOfLead(source)) return source;
  const others = Object.values(all).filter((other) => other.name !== source.name && isOfLead(other));
  const needed = new Set([source.key, source.duplicates.keep === 'latest' ? source.duplicates.by : '']);
  for (const name of chosenBy(source)) needed.add(name);
  if (typeof source.recycled === 'object' && source.recycled) needed.add(source.recycled.handedOver);
  if (source.merged) needed.add(source.merged.field);
  if (source.owners) needed.add('owner');
  for (const { joinsTo, leadBy = [] } of others) for (const name of [joinsTo, ...leadBy]) needed.add(name);
  for (const { name } of source.fields[source.key]?.parts ?? []) needed.add(name);
  const declaredElsewhere = (name: string): boolean =>
    others.some(({ fields, key }) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field !== undefined && name !== key && field.path.at(-1) !== 'preset';
    });
  const kept = Object.entries(source.fields).filter(
    ([name, { path }]) => path.at(-1) !== 'preset' || needed.has(name) || !declaredElsewhere(name),
  );
  return { ...source, fields: Object.fromEntries(kept) };
}

/** A source as it is written, and the leads once they are decoded: null for the leads themselves. */
interface Declared {
  readonly name: string;
  readonly raw: Raw;
  readonly leads: SourceDef | null;
  /** Whether the agreement names leads, be they refused. */
  readonly hasLeads: boolean;
  readonly report: Report;
}

/**
 * A source that declares no time zone has that of the leads: most often all exports are of one CRM. It is
 * undefined where the leads declare none, and null where theirs was refused.
 */
function source({
  name,
  raw,
  leads,
  hasLeads,
  inherited,
  written,
  report,
}: Declared & {
  readonly inherited: string | null | undefined /** Its keys, whatever they hold. */;
  readonly written: Raw;
}): SourceDef | null {
  const path: YamlPath = ['sources', name];
  const presetName = oneOf({
    raw: raw.preset,
    what: 'preset',
    names: Object.keys(presets),
    titles: {},
    path: [...path, 'preset'],
    report,
  });
  const preset = presetName === null ? null : (presets[presetName] ?? null);
  const timezone =
    'timezone' in raw ? zone(raw.timezone, [...path, 'timezone'], report) : (inherited ?? null);
  const csv = dialect(map(raw, 'csv'), preset, [...path, 'csv'], report);
  const { where, isTyped } = whereRowsAre({ raw, written, path, report });
  const own = fields(
    raw,
    preset,
    { path, timezone, checkZone: !('timezone' in raw) && inherited !== null, isTyped },
    report,
  );
  const known = { ...own };
  const broken = 'preset' in raw && preset === null;
  const silent: Report = () => null;
  const link = linkOf({ name, raw, known, leads, hasLeads, path, report: broken ? silent : report });
  const duplicates = duplicatesOf(raw, known, path, broken ? silent : report);
  const recycled = recycledOf(raw, known, path, broken ? silent : report);
  const merged = mergedOf(raw, known, path, broken ? silent : report);
  const maxRejected = percentage(raw.max_rejected, [...path, 'max_rejected'], report) ?? MAX_REJECTED;
  if (link === null || duplicates === null || recycled === undefined || merged === undefined || broken)
    return null;
  const nulls = list(raw, 'nulls').filter((word) => typeof word === 'string');
  return {
    name,
    ...link,
    ...where,
    preset: presetName,
    csv,
    sheet: text(raw, 'sheet'),
    timezone,
    fields: known,
    nulls,
    duplicates,
    recycled,
    merged,
    maxRejected,
    path,
  };
}

/**
 * How a source's rows find their lead. The leads' key is a declared field. Other sources may name a field,
 * or directly the header of a column, which then becomes a text field of that name: `known` grows by it.
 */
function linkOf({
  name,
  raw,
  known,
  leads,
  hasLeads,
  path,
  report,
}: Declared & { readonly known: Record<string, FieldDef>; readonly path: YamlPath }): Link | null {
  if (name === 'leads') {
    const named = (field: string, at: YamlPath) =>
      isDeclared(field, raw, known) ? field : unknownField(field, known, at, report);
    const key = keyOf({ raw, known, path, report, named });
    return key === null ? null : { kind: 'leads', key, joinsTo: key };
  }
  const [link, second] = (['lead', 'belongs_to', 'joins', 'key'] as const).filter((way) => way in raw);
  if (link === undefined || second !== undefined) {
    const message =
      link !== undefined
        ? t`The source "${name}" says both "${link}" and "${second ?? ''}"`
        : t`The source "${name}" does not say how its rows find their lead`;
    const help = t`write "lead: lead_id" for many rows a lead (activities), "joins: { lead_id: id }" for at most one, "key: id" where its rows are no leads, or "belongs_to: { tickets: ticket_id }" for many rows of one of these`;
    return report('source-link', path, { message, help, on: 'key' });
  }
  const column = (key: string): string => columnOf(key, { raw, known, path: [...path, link] });
  if (link === 'belongs_to') return belonging(raw, column);
  if (link !== 'key' && !hasLeads) return nobodyToFind(name, [...path, link], report);
  if (link === 'key') {
    const key = keyOf({ raw, known, path, report, named: column });
    return key === null ? null : { kind: 'population', key, joinsTo: key };
  }
  if (link === 'lead') return activitiesOf({ raw, known, leads, path: [...path, link], report });
  const pairs = Object.entries(map(raw, 'joins'));
  const [key, to] = pairs[0] ?? [];
  if (pairs.length > 1) {
    return report('source-link', [...path, 'joins'], {
      message: t`The source "${name}" joins by several fields`,
      help: t`write one: joins: { lead_id: id }`,
    });
  }
  if (key === undefined || typeof to !== 'string') return null;
  if (leads && !Object.hasOwn(leads.fields, to))
    return unknownField(to, leads.fields, [...path, 'joins', key], report);
  return { kind: 'joined', key: column(key), joinsTo: to };
}

/** Activities hold the lead's key, or what one of the leads' fields holds. */
function activitiesOf({
  raw,
  known,
  leads,
  path,
  report,
}: Pick<Declared, 'raw' | 'leads' | 'report'> & {
  readonly known: Record<string, FieldDef>;
  readonly path: YamlPath;
}): Link | null {
  const joinsTo = leads?.key ?? 'id';
  const plain = text(raw, 'lead');
  if (plain !== null) return { kind: 'activities', key: columnOf(plain, { raw, known, path }), joinsTo };
  const [pair] = Object.entries(map(raw, 'lead'));
  if (pair === undefined) return null;
  const [column, written] = pair;
  const names = [written].flat().filter((name) => typeof name === 'string');
  const fields = leads?.fields ?? {};
  const wrong = leads === null ? undefined : names.find((name) => !Object.hasOwn(fields, name));
  if (wrong !== undefined) return unknownField(wrong, fields, [...path, column], report);
  const key = columnOf(column, { raw, known, path });
  const own = known[key];
  // What is personal of a lead is so wherever it stands.
  if (own && names.some((name) => fields[name]?.personal)) known[key] = { ...own, personal: true };
  const leadBy = [...new Set(names)];
  const isKey = leadBy.every((name) => name === joinsTo);
  return { kind: 'activities', key, joinsTo, ...(isKey ? {} : { leadBy }) };
}

/** A field, or the header of a column, which becomes a text field of that name. */
function columnOf(
  key: string,
  {
    raw,
    known,
    path,
  }: { readonly raw: Raw; readonly known: Record<string, FieldDef>; readonly path: YamlPath },
): string {
  if (!isDeclared(key, raw, known))
    known[key] = { name: key, column: key, type: 'text', format: null, decimal: '.', personal: false, path };
  return key;
}

const nobodyToFind = (name: string, path: YamlPath, report: Report): null =>
  report('source-link', path, {
    message: t`The rows of "${name}" find their lead, and the agreement has no leads`,
    help: t`add the source "leads", or write "key: id" where the rows are no leads`,
    on: 'key',
  });

function dialect(raw: Raw, preset: Preset | null, path: YamlPath, report: Report): CsvDialect {
  const base = { ...PLAIN_CSV, ...preset?.csv };
  const one = (key: 'delimiter' | 'quote'): string => {
    const written = text(raw, key);
    if (written === null) return base[key];
    const value = written === 'tab' || written === '\\t' ? '\t' : written;
    if (value.length === 1 && value !== '\n' && value !== '\r') return value;
    report('wrong-form', [...path, key], {
      message: t`"${written}" is not one character`,
      help: key === 'delimiter' ? t`write ";" or "," or tab` : t`write '"'`,
    });
    return base[key];
  };
  const [delimiter, quote] = [one('delimiter'), one('quote')];
  if (delimiter === quote) {
    report('wrong-value', [...path, 'delimiter'], {
      message: t`The delimiter and the quote are the same character`,
      help: t`write ";" or "," or tab as the delimiter`,
    });
  }
  return {
    delimiter,
    quote,
    encoding: (text(raw, 'encoding') as CsvDialect['encoding'] | null) ?? base.encoding,
    skip: typeof raw.skip === 'number' ? raw.skip : base.skip,
  };
}
