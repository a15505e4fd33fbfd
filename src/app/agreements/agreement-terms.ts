import { touchesOf } from '../../kinds/fields.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { nearest } from '../../messages/nearest.ts';
import type { Agreement, FieldDef, Waiver } from '../../model/agreement.ts';
import { alikeText } from '../../model/alike.ts';
import { promisesOf } from '../../model/promises.ts';
import type { TermExample } from '../../model/requests.ts';
import { nameOf } from '../../report/names.ts';
import { conditionWords } from '../wording/conditions.ts';
import { fieldName } from '../wording/names.ts';
import { datesText, dateText, quoted, timeText } from '../wording/small-forms.ts';
import type { Sourced } from './family.ts';
import { exampleDate, touchExample } from './promise-terms.ts';

/** What one term of an agreement means, each time that it is used. */
type AgreementTerm = (sourced: TermsOf) => readonly Omit<TermExample, 'file'>[];

type TermsOf = Pick<Sourced, 'agreement' | 'shared'>;

const TERMS: readonly AgreementTerm[] = [parts, agreedWords, ownersInTime, profileTouched, waivedByCondition];

/** What the terms mean that belong to no promise. */
export const agreementTerms = (sourced: TermsOf & Pick<Sourced, 'file'>): readonly TermExample[] =>
  TERMS.flatMap((term) => term(sourced)).map((example) => ({ file: sourced.file, ...example }));

/** Which sections are written elsewhere, and of which something is said here as well. */
function parts({ shared }: TermsOf): ReturnType<AgreementTerm> {
  return shared.map(({ path, sections, overridden }) => {
    const from = t`from ${path}: ${allOf(sections)}`;
    return {
      term: 'parts',
      name: t`shared parts`,
      text:
        overridden.length === 0 ? from : t`${from}; what this file says of ${allOf(overridden)} goes before`,
    };
  });
}

function agreedWords({ agreement }: TermsOf): ReturnType<AgreementTerm> {
  return Object.values(agreement.sources).flatMap((source) =>
    Object.values(source.fields).flatMap((field) =>
      field.values === undefined
        ? []
        : [
            {
              term: `${source.name}.${field.name}`,
              name: `${fieldName(agreement, field.name, { source: source.name })} (${source.name})`,
              text: outsideText(field, field.values),
            },
          ],
    ),
  );
}

/** Words beyond so many characters are no example. */
const LONGEST = 40;

/** A slip of a word in its capitals alone shows how near a cell may come and still be outside. */
function outsideText({ personal }: FieldDef, values: readonly string[]): string {
  const agreed = new Set(values.map((value) => alikeText(value.trim())));
  const slips = values
    .filter(({ length }) => length <= LONGEST)
    .flatMap((word) => [word.toLowerCase(), word.toUpperCase()].map((slip) => ({ word, slip })));
  const found = slips.find(
    ({ word, slip }) => !agreed.has(alikeText(slip)) && nearest(slip, values) === word,
  );
  if (found === undefined) return t`a cell with another word than the agreed ones is counted as outside`;
  const slip = quoted(found.slip);
  if (personal)
    return t`${slip} is no agreed word: it is counted as outside, and as a personal field not told`;
  return t`${slip} is no agreed word: it is counted as outside, and told with the nearest one, ${quoted(found.word)}`;
}

function ownersInTime({ agreement }: TermsOf): ReturnType<AgreementTerm> {
  const [date, time] = [exampleDate(agreement), timeText(16 * 60 + 30)];
  const text = t`in the groups of --by owner, what is due on ${date} at ${time} is charged to who had it then, also where another has it the day after; its clock goes on`;
  return Object.values(agreement.sources).flatMap(({ name, owners }) =>
    owners === undefined ? [] : [{ term: `${name}.owners`, name: t`owners of ${name}`, text }],
  );
}

function profileTouched({ agreement }: TermsOf): ReturnType<AgreementTerm> {
  const { must = null, mustNot = null, score = null } = agreement.profile ?? {};
  const conditions = [must, mustNot, ...(score?.points ?? []).map(({ when }) => when)];
  const texts = conditions.flatMap(touchesOf).map((touch) => touchExample(touch, agreement));
  return [...new Set(texts)].map((text) => ({
    term: 'profile',
    name: agreement.profile?.title ?? t`profile`,
    text,
  }));
}

/** Those that disputes have become name their leads. */
function waivedByCondition({ agreement }: TermsOf): ReturnType<AgreementTerm> {
  return agreement.waivers.flatMap((waiver) => {
    const leads = waivedLeads(waiver, agreement);
    if (leads === null) return [];
    const text = t`${leads} is set aside unless the promise is kept for it; both numbers are shown`;
    const promise = promisesOf(agreement).find(({ id }) => id === waiver.commitment);
    const said = promise === undefined ? text : t`${nameOf(promise)}: ${text}`;
    return [{ term: 'waivers', name: t`waivers`, text: said }];
  });
}

/** One of the leads that a waiver names by a condition; null where it names none so. */
function waivedLeads({ where, between, expires }: Waiver, agreement: Agreement): string | null {
  if (where === undefined) return null;
  const holds = conditionWords(where, agreement);
  if (between === null)
    return expires === null
      ? t`a lead for which ${holds}`
      : t`a lead that starts no later than ${dateText(expires)} and for which ${holds}`;
  const days = { from: between.from, to: Math.min(between.to, expires ?? between.to) };
  return days.to < days.from ? null : t`a lead that starts ${datesText(days)} and for which ${holds}`;
}
