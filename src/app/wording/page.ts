import type { Closures } from '../../calendar/closures.ts';
import { isOfLeads } from '../../kinds/scope.ts';
import { language, plural, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { hundred, whole } from '../../messages/numbers.ts';
import type { Agreement, FieldDef, PromiseDef, Waiver } from '../../model/agreement.ts';
import type {
  AgreementPage,
  PageEntry,
  PageLine,
  PageSection,
  Signatory,
} from '../../model/agreement-page.ts';
import type { DueExample } from '../../model/requests.ts';
import { MS_PER_DAY } from '../../model/time.ts';
import type { View } from '../../model/view.ts';
import { conditionWords } from './conditions.ts';
import { disputedTexts } from './disputed.ts';
import { hoursLines } from './hours.ts';
import { codesOf, columnName, fieldName, owesTitle, stageName, teamName } from './names.ts';
import { objectiveLines, priorityEntries } from './objectives.ts';
import { profileEntries } from './profile.ts';
import { rowTexts } from './rows.ts';
import { amountText, datesText, dateText, durationText, quoted } from './small-forms.ts';
import { minCasesText, termsSentence } from './terms.ts';
import { triedTexts } from './tried.ts';

/** What is known beside the terms. */
export interface Beside {
  readonly closed: ReadonlyMap<string, Closures>;
  readonly examples: readonly DueExample[];
  readonly digest: string;
  /** Cases below which a rate is no percentage, where nothing is said. */
  readonly usualMinCases: number;
}

/** The agreement as people read and sign it. */
export function pageOf(agreement: Agreement, beside: Beside): AgreementPage {
  const codes = codesOf(agreement);
  const pairs = new Map<string, PromiseDef[]>();
  for (const promise of agreement.commitments) {
    const title = owesTitle(agreement, promise.owedBy ?? '', promise.owedTo ?? '');
    pairs.set(title, [...(pairs.get(title) ?? []), promise]);
  }
  const entries = (promises: readonly PromiseDef[]): readonly PageEntry[] =>
    promises.map((promise) => promiseEntry(promise, agreement, codes.get(promise.id) ?? '', beside));
  const sections: readonly PageSection[] = [
    {
      title: t`What we aim for together`,
      entries: [...entries(agreement.objectives), ...priorityEntries(agreement, codes)],
    },
    { title: t`Our ideal prospect`, entries: profileEntries(agreement) },
    ...[...pairs].map(([title, promises]) => ({ title, entries: entries(promises) })),
    { title: t`Our words`, entries: wordEntries(agreement) },
    { title: t`Our hours`, entries: hourEntries(agreement, beside) },
    { title: t`What we excuse`, entries: waiverEntries(agreement, codes) },
    { title: t`Who sees what`, entries: viewEntries(agreement) },
    { title: t`Review`, entries: [plain(null, reviewLines(agreement))] },
  ];
  return {
    title: agreement.title,
    state: [t`version ${agreement.version}`, ...stateOf(agreement)],
    opening: opening(agreement),
    sections: sections.filter((section) => section.entries.length > 0),
    signatories: signatories(agreement, beside.digest),
    digest: beside.digest,
    signedNote: agreement.approvals.some(({ digest }) => digest !== null)
      ? t`Signed is the file with this digest: another digest, other terms.`
      : t`Signed is the file with this digest: another digest, other terms. No signature in the file yet.`,
    language: agreement.language,
  };
}

const line = (text: string, label: string | null = null): PageLine => ({ label, text });

const plain = (head: string | null, lines: readonly PageLine[]): PageEntry => ({ code: null, head, lines });

function stateOf({ status, effective: { from, to } }: Agreement): readonly string[] {
  if (status === 'draft') return [t`a draft: not in force`];
  if (from !== null && to !== null) return [t`in force ${datesText({ from, to })}`];
  if (from !== null) return [t`in force since ${dateText(from)}`];
  return to === null ? [t`in force`] : [t`in force until ${dateText(to)}`];
}

function opening({ teams, sponsor, why, commitments, objectives }: Agreement): readonly string[] {
  const who = Object.values(teams).map(({ title, lead }) => (lead === null ? title : `${title} (${lead})`));
  const between = t`Between ${allOf(who)}.`;
  const promises = [...commitments, ...objectives];
  return [
    sponsor === null ? between : t`${between} Sponsor: ${sponsor}.`,
    ...(why === null ? [] : [t`Why this version: ${why}`]),
    promises.some(isOfLeads) && promises.every(({ population }) => population === undefined)
      ? t`Each lead counts in the period in which its clock starts, and is judged by the version then in force.`
      : t`Each case counts in the period in which its clock starts, and is judged by the version then in force.`,
  ];
}

function promiseEntry(
  promise: PromiseDef,
  agreement: Agreement,
  code: string,
  { examples, usualMinCases }: Beside,
): PageEntry {
  const own = examples.filter(({ commitment }) => commitment === promise.id);
  const few = minCasesText(promise, usualMinCases);
  const due = promise.bookBy === 'due' ? [line(t`It counts in the period in which it is due.`)] : [];
  return {
    code,
    head: promise.promise ?? (promise.title === promise.id ? null : promise.title),
    lines: [
      line(termsSentence(promise, agreement)),
      ...objectiveLines(promise, agreement),
      ...excuseLines(promise, agreement),
      ...due,
      ...(few === null ? [] : [line(few)]),
      ...own.map(({ text }): PageLine => ({ label: null, text: t`Example: ${text}.`, small: true })),
    ],
  };
}

/** By the words of the promises that excuse it, else by their ids. */
function excuseLines({ excusedBy = [] }: PromiseDef, agreement: Agreement): readonly PageLine[] {
  if (excusedBy.length === 0) return [];
  const named = excusedBy.map((id) => {
    const other = agreement.commitments.find((each) => each.id === id);
    return quoted(other?.promise ?? id);
  });
  return [
    line(
      t`A lead about which one of these had been broken by then is excused: ${allOf(named)}. Both numbers are shown, and the one with the excuses counts.`,
    ),
  ];
}

function wordEntries(agreement: Agreement): readonly PageEntry[] {
  const stages = Object.values(agreement.stages).map(({ id, at, when }) => {
    const [name, column] = [stageName(agreement, id), columnName(agreement, at)];
    return line(
      when === null
        ? t`${name}: the date in ${column}`
        : t`${name}: the date in ${column}, where ${conditionWords(when, agreement)}`,
    );
  });
  const columns = Object.values(agreement.sources)
    .filter(({ kind }) => kind !== 'records')
    .map((source) => {
      const { name, key, fields } = source;
      const said = Object.values(fields)
        .filter(({ parts }) => parts === undefined)
        .map((field) => columnText(field));
      const parts = fields[key]?.parts?.map(({ column }) => t`“${column}”`) ?? [];
      const columns = t`Columns of ${name}: ${said.join(', ')}.`;
      const named = parts.length === 0 ? columns : t`${columns} A row is named by ${allOf(parts)} together.`;
      return line([named, ...rowTexts(source, agreement)].join(' '));
    });
  return [plain(null, [...stages, ...columns.map((one): PageLine => ({ ...one, small: true }))])];
}

/** English calls a field by its id; in other languages it has the header for its name, which is said once. */
const columnText = ({ name, column }: FieldDef): string =>
  language() === 'en' ? t`${name.replace(/[_-]+/g, ' ')} “${column}”` : quoted(column);

function hourEntries(agreement: Agreement, { closed }: Beside): readonly PageEntry[] {
  const calendars = Object.values(agreement.calendars);
  const year = new Date((agreement.effective.from ?? TODAY_UNKNOWN) * MS_PER_DAY).getUTCFullYear();
  return calendars.map((def) => {
    const closures = closed.get(def.id) ?? { days: new Map(), hours: [] };
    const lines = hoursLines(def, agreement, { closures, year }).map((text) => line(text));
    return plain(calendars.length > 1 ? def.id.replace(/[_-]+/g, ' ') : null, lines);
  });
}

/** An agreement that begins on no day shows the holidays of this day's year. */
const TODAY_UNKNOWN = 20_517;

function waiverEntries(agreement: Agreement, codes: ReadonlyMap<string, string>): readonly PageEntry[] {
  // What a dispute has become is no term.
  const waivers = agreement.waivers.filter(({ dispute }) => dispute === undefined);
  if (waivers.length === 0) return [plain(null, [line(t`Nothing.`)])];
  const lines = waivers.map((waiver) => line(waiverText(waiver, agreement, codes)));
  const told = t`Counted and listed in every report, never silent.`;
  return [plain(null, [...lines, { label: null, text: told, small: true }])];
}

function waiverText(waiver: Waiver, agreement: Agreement, codes: ReadonlyMap<string, string>): string {
  const { commitment, leads, where, between, reason, approvedBy, expires } = waiver;
  const which = commitment === null ? t`All promises` : (codes.get(commitment) ?? commitment);
  const n = leads.length;
  const named = n === 0 ? [] : [plural(n, t`${whole(n)} lead`, t`${whole(n)} leads`)];
  const dates = between === null ? null : datesText(between);
  const holds = where === undefined ? null : conditionWords(where, agreement);
  const found =
    holds === null
      ? dates !== null && t`leads ${dates}`
      : dates === null
        ? t`leads for which ${holds}`
        : t`leads ${dates} for which ${holds}`;
  const teams = allOf(approvedBy.map((team) => teamName(agreement, team)));
  const text = t`${[which, ...named, ...(found ? [found] : [])].join(', ')}: “${reason}” (approved by ${teams})`;
  return expires === null ? t`${text}.` : t`${text}, until ${dateText(expires)}.`;
}

function viewEntries(agreement: Agreement): readonly PageEntry[] {
  const views = Object.entries(agreement.views ?? {});
  if (views.length === 0) return [];
  const lines = views.map(([name, view]) => line(viewText(view, agreement), name));
  const told = t`The numbers are the same for all; groups of too few cases are folded into one.`;
  return [plain(null, [...lines, { label: null, text: told, small: true }])];
}

function viewText({ for: teams, leads, by, personal }: View, agreement: Agreement): string {
  const name = (team: string) => (team === 'sponsor' ? t`the sponsor` : teamName(agreement, team));
  const fields = (names: readonly string[]) => allOf(names.map((field) => fieldName(agreement, field)));
  return [
    teams.length === 0 ? t`for everybody` : t`for ${allOf(teams.map(name))}`,
    leads === 'none' ? t`no list of leads` : t`with the leads behind each number`,
    ...(by.length === 0 ? [] : [t`groups by ${fields(by)}`]),
    personal.length === 0
      ? t`no value of a personal field`
      : t`the values of ${fields(personal)} where they are asked for`,
  ].join(t`; `);
}

/** What is believed on the way to an objective: `sla plan` holds it against what was measured. */
function assumedLines(agreement: Agreement): readonly PageLine[] {
  const { rates = {}, average = null } = agreement.plan ?? {};
  const parts = [
    ...Object.entries(rates).map(
      ([id, part]) => t`${hundred(part)}% of the step before come to ${stageName(agreement, id)}`,
    ),
    ...(average === null ? [] : [t`a customer brings ${amountText(average)}`]),
  ];
  if (parts.length === 0) return [];
  const text = t`Assumed, with no verdict resting on it: ${allOf(parts)}.`;
  return [{ label: null, text, small: true }];
}

function reviewLines(agreement: Agreement): readonly PageLine[] {
  const { review, closing } = agreement;
  const { every: often = null, last = null } = review ?? {};
  const said =
    often === null
      ? last === null
        ? t`No review is agreed yet. Next review on: ____________________`
        : t`Last reviewed on ${dateText(last)}. Next review on: ____________________`
      : last === null
        ? t`Reviewed every ${durationText(often)}.`
        : t`Reviewed every ${durationText(often)}; last reviewed on ${dateText(last)}.`;
  const after = closing?.after ?? null;
  const [tried, disputed] = [triedTexts(agreement), disputedTexts(agreement)];
  return [
    line(said),
    ...(after === null ? [] : [line(t`A month is closed ${durationText(after)} after its end.`)]),
    line(t`A team that is promised less agrees to it by name. A month judged by this version stays so.`),
    ...[tried, disputed].filter((texts) => texts.length > 0).map((texts) => line(texts.join(' '))),
    ...assumedLines(agreement),
  ];
}

/** The teams, then the sponsor, each with who signed these terms. */
function signatories(agreement: Agreement, digest: string): readonly Signatory[] {
  const { teams, sponsor, approvals } = agreement;
  const signed = (team: string): string | null => {
    const own = approvals.find((approval) => approval.team === team && approval.digest !== null);
    if (own === undefined) return null;
    const its = (own.digest ?? '').replace(/^sha256:/, '');
    if (its !== digest) return t`signed another text: ${its.slice(0, 16)}`;
    const who = [own.name, own.role].flatMap((part) => part ?? []).join(', ');
    return own.date === null
      ? t`signed by ${who}`
      : t`signed by ${who}, ${datesText({ from: own.date, to: own.date })}`;
  };
  return [
    ...Object.values(teams).map(({ id, title, lead }) => ({ team: title, lead, signed: signed(id) })),
    ...(sponsor === null ? [] : [{ team: t`Sponsor`, lead: sponsor, signed: signed('sponsor') }]),
  ];
}
