import { mark, plural, say, t } from '../messages/index.ts';
import { decimals, whole } from '../messages/numbers.ts';
import type {
  Basis,
  CalibratedPart,
  CalibratedPromise,
  Calibration,
  CalibrationRow,
  Held,
  Proposal,
} from '../model/calibration.ts';
import { FEWEST } from '../model/calibration.ts';
import { foldedValue } from '../model/folded.ts';
import { isOfSteps } from '../model/target.ts';
import { asOfFromText, spokenInstant, zoneText } from './instant.ts';
import { fieldWords, idInWords, type Naming } from './names.ts';
import { amount, percent, targetShown } from './number.ts';
import { limitText as spoken } from './page/counts.ts';
import type { Block, Cell, Row } from './table.ts';

type Headers = Calibration['agreement']['headers'];

/** Periods that a table shows; the rest are in JSON. */
const MOST = 12;

const lastOf = (shown: number, all: number): Block => ({
  kind: 'list',
  title: t`The last ${whole(shown)} of ${whole(all)} periods are shown`,
  items: [t`every one of them with --format json`],
});

/** What the past kept of each promise, and what it would have kept under other terms. */
export function calibrationBlocks(calibration: Calibration, naming: Naming): readonly Block[] {
  const { agreement, asOf, asOfFrom, asked, promises } = calibration;
  const title: Block = {
    kind: 'title',
    text: agreement.title,
    lines: [
      t`every case by the terms of version ${agreement.version}, in ${zoneText(agreement.timezone)}`,
      t`as of ${spokenInstant(asOf, agreement.timezone)} ${agreement.timezone}, ${asOfFromText(asOfFrom)}`,
      asked
        ? t`learned from the periods asked for that are final`
        : t`learned from final periods; the first and the last of the data, which may be cut, are left out`,
    ],
  };
  return [title, ...promises.flatMap((each) => promiseBlocks(each, naming, agreement.headers))];
}

function promiseBlocks(promise: CalibratedPromise, naming: Naming, headers: Headers): readonly Block[] {
  const { periods } = promise;
  const shown = periods.map((_, i) => i).slice(-MOST);
  const terms = new Set(promise.parts.map(({ term }) => term));
  const [term] = terms.size === 1 ? terms : [];
  const columns = [
    { title: term === undefined ? '' : say(TERMS[term]), align: 'left' as const },
    ...shown.map((i) => {
      const { period, used } = periods[i] as (typeof periods)[number];
      const label = naming.period(period.label);
      return { title: used ? label : `(${label})`, align: 'right' as const };
    }),
    { title: t`kept in`, align: 'right' as const },
    ...(promise.parts.length === 0 ? [] : [{ title: t`cases kept`, align: 'right' as const }]),
  ];
  const rows: readonly Row[] = [
    row(
      t`as promised today`,
      shown.map((i) => reachedCell(promise, i)),
      heldText(promise.held),
      promise.parts.length === 0 ? null : '',
    ),
    ...promise.parts.flatMap((part) => partRows(part, promise, shown)),
  ];
  const left = periods.length - shown.length;
  const [about, name] = [promise.promise ?? promise.title, naming.promise(promise.id)];
  return [
    {
      kind: 'list',
      title: promise.by === null ? name : `${name}, ${cutText(promise, headers)}`,
      items:
        promise.by === null
          ? [
              ...(about === name || about === promise.id ? [] : [about]),
              t`promised: ${promisedText(promise)}`,
            ]
          : [],
    },
    { kind: 'table', table: { columns, rows, fixed: 1 } },
    ...(left === 0 ? [] : [lastOf(shown.length, periods.length)]),
    { kind: 'list', title: t`What the past kept`, items: proposalTexts(promise) },
  ];
}

const TERMS: Readonly<Record<CalibratedPart['term'], string>> = {
  within: mark`within`,
  at_least: mark`tries, at least`,
};

/** `within 6 business hours`, `with 3 tries at least` */
function limitText(term: CalibratedPart['term'], text: string): string {
  if (term !== 'at_least') return `${say(TERMS[term])} ${spoken(text)}`;
  return plural(Number(text), t`with ${text} try at least`, t`with ${text} tries at least`);
}

/** `>= 90% within 3 business hours; enterprise: within 1 business hour` */
export function promisedText({ target, parts }: CalibratedPromise): string {
  const segments = [...new Set(parts.map(({ segment }) => segment))];
  const now = segments.flatMap((segment) => {
    const limits = termsText(parts, segment, null);
    if (limits === '') return [];
    return [segment === null ? limits : t`${idInWords(segment)}: ${limits}`];
  });
  const goal = goalText(target);
  return now.length === 0 ? goal : `${goal} ${now.join(t`; `)}`;
}

/** What a segment says today, term by term, with another text in the place of one. */
function termsText(
  parts: readonly CalibratedPart[],
  segment: string | null,
  changed: { readonly term: CalibratedPart['term']; readonly text: string } | null,
): string {
  const own = parts.filter((part) => part.segment === segment);
  const texts = own.flatMap(({ term, rows }) => {
    const text = changed?.term === term ? changed.text : rows.find(({ now }) => now)?.text;
    return text === undefined ? [] : [limitText(term, text)];
  });
  return texts.join(' ');
}

/** `>= 120 per month`, `>= 90%` */
const goalText = (target: CalibratedPromise['target']): string =>
  targetShown(target) +
  (target.per === null || target.of === 'rate' ? '' : ` ${t`per ${say(UNITS[target.per])}`}`);

const UNITS = {
  day: mark`day`,
  week: mark`week`,
  month: mark`month`,
  quarter: mark`quarter`,
  year: mark`year`,
};

function reachedCell({ target, periods, by, minCases }: CalibratedPromise, i: number): Cell {
  const one = periods[i];
  if (!one || one.reached === null) return { text: '–' };
  const { met, breached } = one.counts;
  const text =
    target.of === 'number'
      ? amount(one.reached, one.target)
      : isOfSteps(target) || (by !== null && met + breached < minCases)
        ? `${met}/${met + breached}`
        : besideLoad(percent(one.reached, met + breached, one.target), by === null ? null : met + breached);
  const mark =
    (one.verdict === 'met' || one.verdict === 'missed' || one.verdict === 'open') &&
    (by === null || met + breached >= minCases)
      ? one.verdict
      : undefined;
  const own = one.target === target.value ? '' : ` (${targetShown({ ...target, value: one.target })})`;
  return { text: text + own, ...(mark === undefined ? {} : { mark }) };
}

/** A share of a part stands beside what it is of: two persons with 90 % may have 10 cases and 100. */
const besideLoad = (share: string, cases: number | null): string =>
  cases === null ? share : t`${share} of ${whole(cases)}`;

/** The rows around what is promised and what is proposed: the others say little. */
function partRows(
  part: CalibratedPart,
  promise: CalibratedPromise,
  shown: readonly number[],
): readonly Row[] {
  const { rows, segment, proposals } = part;
  const named = rows.flatMap((each, i) =>
    each.now || proposals.some(({ text }) => text === each.text) ? [i] : [],
  );
  const [first, last] = [Math.max(0, Math.min(...named) - 1), Math.max(...named) + 1];
  const told = rows.slice(first, last + 1);
  const several = (of: (one: CalibratedPart) => unknown): boolean => new Set(promise.parts.map(of)).size > 1;
  const whose = segment !== null ? idInWords(segment) : several((one) => one.segment) ? t`all others` : null;
  const what = several(({ term }) => term) ? say(TERMS[part.term]) : null;
  const name = whose === null || what === null ? (whose ?? what) : t`${whose}: ${what}`;
  return [
    ...(name === null ? [] : [{ kind: 'group', text: name } as const]),
    ...told.map((each) =>
      row(
        each.now ? t`${spoken(each.text)}, today` : spoken(each.text),
        shown.map((i) => rateCell(each, promise, i)),
        heldText(each.held),
        whole(each.met),
      ),
    ),
  ];
}

function rateCell({ periods }: CalibrationRow, { target, by, minCases }: CalibratedPromise, i: number): Cell {
  const one = periods[i];
  if (!one || one.rate === null) return { text: '–' };
  const { met, breached, pending } = one.counts;
  const cases = met + breached + pending;
  if (by !== null && cases < minCases) return { text: `${met}/${cases}` };
  return { text: percent(one.rate, cases, target.value) };
}

/** `source: Salon`; a blank cell is `(blank)`, groups of too few cases are told as one. */
const cutText = ({ by, minCases }: CalibratedPromise, headers: Headers): string =>
  Object.entries(by ?? {})
    .map(([field, value]) => t`${fieldWords(field, headers)}: ${groupName(value, minCases)}`)
    .join(', ');

function groupName(value: string | null, minCases: number): string {
  if (value === foldedValue(minCases)) return t`(fewer than ${whole(minCases)} cases)`;
  return value ?? t`(blank)`;
}

const row = (name: string, cells: readonly Cell[], held: string, more: string | null): Row => ({
  kind: 'row',
  indent: 0,
  cells: [{ text: name }, ...cells, { text: held }, ...(more === null ? [] : [{ text: more }])],
});

const heldText = ({ in: n, of }: Held): string => t`${whole(n)} of ${whole(of)}`;

const BASES: Readonly<Record<Basis, string>> = {
  'every-period': mark`in every period`,
  'four-of-five': mark`in four of five`,
  'step-up': mark`a step up`,
  'all-cases': mark`of all cases together`,
};

function proposalTexts(promise: CalibratedPromise): readonly string[] {
  const { seasonal, target, periods } = promise;
  const proposed = proposalsOf(promise).map(({ text, proposal }) => proposalText(text, proposal));
  const season = seasonal.map(
    (each) =>
      t`${each.period} reached ${decimals(each.reached, 0)} of the usual ${decimals(each.median, 0)}: a period of that season could have a target of its own, ${whole(each.target)}`,
  );
  const all = [...proposed, ...season];
  if (all.length > 0) return all;
  if (isOfSteps(target)) return [t`every step is owed: there is no other number to promise`];
  return periods.filter(({ used, target: own }) => used && own === target.value).length < FEWEST
    ? [t`too few periods to propose anything from`]
    : [t`no round target was kept in four of five periods`];
}

/** Other limits at the target of today, then other targets at its limits, each as it would be promised. */
export function proposalsOf({ parts, targets, target }: CalibratedPromise): readonly {
  readonly text: string;
  readonly proposal: Proposal;
  readonly segment: string | null;
}[] {
  return [
    ...parts.flatMap(({ segment, term, proposals }) =>
      proposals.map((proposal) => {
        const limit = `${targetShown(target)} ${termsText(parts, segment, { term, text: proposal.text })}`;
        return { text: segment === null ? limit : t`${idInWords(segment)}: ${limit}`, proposal, segment };
      }),
    ),
    ...targets.map((proposal) => ({
      text: proposal.value === null ? proposal.text : goalText({ ...target, value: proposal.value }),
      proposal,
      segment: null,
    })),
  ];
}

function proposalText(text: string, { basis, now, held, kept, owed }: Proposal): string {
  const told = t`${say(BASES[basis])}: ${text}`;
  const price = now ? t`as today` : priceText(kept, owed);
  return price === '' ? t`${told} (${heldText(held)})` : t`${told} (${heldText(held)}; ${price})`;
}

/** What it costs the one who owes, over the periods learned from. */
function priceText(kept: number, owed: number | null): string {
  if (kept > 0) return plural(kept, t`${whole(kept)} case kept more`, t`${whole(kept)} cases kept more`);
  if (kept < 0) return plural(-kept, t`${whole(-kept)} case kept fewer`, t`${whole(-kept)} cases kept fewer`);
  if (owed === null || owed === 0) return '';
  const n = amount(Math.abs(owed));
  return owed > 0 ? t`${n} more are owed` : t`${n} fewer are owed`;
}
