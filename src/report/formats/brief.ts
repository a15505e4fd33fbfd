import { firstOf } from '../../messages/first-of.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { ComplianceShown } from '../../model/behind.ts';
import type { Ledger, Result } from '../../model/compliance.ts';
import type { ComplianceDocument, RenderOptions } from '../../model/render.ts';
import { ledgerText } from '../afterwards.ts';
import { markdown } from '../escape.ts';
import { spokenInstant, zoneText } from '../instant.ts';
import { nameOf, promiseTitle } from '../names.ts';
import { noPeriodText } from '../no-period.ts';
import {
  type AgreementFacts,
  counted,
  factsOf,
  inOrder,
  newestOf,
  type PeriodCell,
  type PromiseFacts,
} from '../page/facts.ts';
import { gapOf, isMissed } from '../page/first.ts';
import { initial, periodName } from '../page/periods.ts';
import { gapText, numberText, openText, sentences, targetSign } from '../page/sentences.ts';
import { teamOf } from '../page/teams.ts';
import { symbolOf } from '../table.ts';

/** Lines of results that a message has room for: with head and foot no more than twelve. */
const [MOST_MISSED, MOST_OPEN, MOST_NAMED] = [4, 2, 8];

/**
 * The digest for a chat or a mail: at most twelve lines, the largest gap first, without the name of a lead
 * or of a person. Two spaces end a line, which Markdown keeps.
 */
export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  if (document.compliances.length === 0) return `${t`No agreement was judged`}\n`;
  return document.compliances.map((one) => `${linesOf(one, options).join('  \n')}\n`).join('\n');
}

function linesOf(shown: ComplianceShown, options: RenderOptions): readonly string[] {
  const facts = factsOf(shown, '');
  // A chat shows the backslash, and no underscore within a word is a sign of Markdown.
  const say = (text: string): string => markdown(text).replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');
  const missed = [...inOrder(facts.told.filter(isMissed))].sort((a, b) => gapOf(b) - gapOf(a));
  const met = inOrder(facts.told).filter(({ last }) => last?.verdict === 'met');
  const mark = (verdict: 'met' | 'missed' | 'open') => symbolOf(verdict, options.ascii);
  return [
    say(headOf(facts, missed.length)),
    ...missed.slice(0, MOST_MISSED).map((one) => `${mark('missed')} ${say(missedLine(one, facts))}`),
    ...(missed.length > MOST_MISSED
      ? [
          say(
            plural(
              missed.length - MOST_MISSED,
              t`and 1 other missed`,
              t`and ${whole(missed.length - MOST_MISSED)} others missed`,
            ),
          ),
        ]
      : []),
    ...(met.length === 0
      ? []
      : [`${mark('met')} ${say(named(met.map((one) => namedNumber(one, one.last))))}`]),
    ...runningLines(facts, { say, mark }),
    say(footOf(shown)),
  ];
}

/** As many as a line of a chat has room for, and how many more there are. */
const named = (names: readonly string[]): string =>
  names.length <= MOST_NAMED ? names.join(', ') : firstOf(names, MOST_NAMED);

/** `Acme: May 2026 (final), 4 promises of 7 met`. */
function headOf(facts: AgreementFacts, missed: number): string {
  const { compliance, focus } = facts;
  const told = counted(facts);
  const { title } = compliance.agreement;
  if (focus === null || told.length === 0) return t`${title}: nothing could be judged yet`;
  if (told.every(({ last }) => last?.running === true))
    return t`${title}: ${periodName(focus.label)} is running, nothing is final yet`;
  const state = told.every(({ last }) => last?.final === true) ? t`final` : t`provisional`;
  const name = t`${title}: ${periodName(focus.label)} (${state})`;
  const met = told.filter(({ last }) => last?.verdict === 'met').length;
  const n = told.length;
  if (missed === 1 && n === 1) return t`${name}, the promise is missed`;
  if (missed === 0 && met === n)
    return plural(n, t`${name}, the promise is met`, t`${name}, all ${whole(n)} promises met`);
  return plural(
    met,
    t`${name}, ${whole(met)} promise of ${whole(n)} met`,
    t`${name}, ${whole(met)} promises of ${whole(n)} met`,
  );
}

const namedNumber = ({ newest }: PromiseFacts, cell: PeriodCell | null): string =>
  cell === null ? nameOf(newest) : `${nameOf(newest)} ${numberText(newestOf(cell))}`;

function missedLine(one: PromiseFacts, { compliance }: AgreementFacts): string {
  const { last, newest } = one;
  if (last === null) return nameOf(newest);
  const result = newestOf(last);
  const number = t`${nameOf(newest)} (${teamOf(newest, compliance)}): ${numberText(result)}, target ${targetSign(result.target)}`;
  const gap = gapText(result, one);
  return gap === '' ? number : t`${number}; ${gap}`;
}

interface Saying {
  readonly say: (text: string) => string;
  readonly mark: (verdict: 'met' | 'missed' | 'open') => string;
}

/** The period that runs: what is decided in one line, and what can still change, the riskiest first. */
function runningLines({ promises }: AgreementFacts, { say, mark }: Saying): readonly string[] {
  // In a first month the message is about what runs: what is missed or met there has its line already.
  const running = inOrder(promises).flatMap((one) => {
    const open = one.running?.verdict === 'open' ? one.running : null;
    const cell = one.now ?? open;
    return cell === null || cell.verdict === 'no data' ? [] : [{ one, cell }];
  });
  const [first] = running;
  if (!first) return [];
  const decided = running.filter(({ cell }) => cell.verdict === 'met' || cell.verdict === 'missed');
  const open = running.filter(({ cell }) => cell.verdict === 'open');
  const units = new Set(running.map(({ cell }) => cell.period.label));
  const when = [...units].map((label) => initial(periodName(label))).join(', ');
  const said = decided.map(
    ({ one, cell }) => `${mark(cell.verdict === 'met' ? 'met' : 'missed')} ${namedNumber(one, cell)}`,
  );
  const isRisky = ({ outlook }: Result): number => Number(outlook === 'at risk');
  const risky = open
    .map((each) => ({ ...each, result: newestOf(each.cell) }))
    .sort(({ result: a }, { result: b }) => isRisky(b) - isRisky(a) || b.atRisk - a.atRisk);
  return [
    ...(decided.length === 0 ? [] : [say(t`${when} so far: ${named(said)}`)]),
    ...risky.slice(0, MOST_OPEN).map(({ one, cell }) => {
      const text = sentences([
        t`${namedNumber(one, cell)}, target ${targetSign(newestOf(cell).target)}`,
        openText(newestOf(cell)),
      ]);
      return `${mark('open')} ${say(text)}`;
    }),
    ...(risky.length > MOST_OPEN
      ? [
          say(
            plural(
              risky.length - MOST_OPEN,
              t`and 1 other open`,
              t`and ${whole(risky.length - MOST_OPEN)} others open`,
            ),
          ),
        ]
      : []),
  ];
}

/** As of when, the cases of no period, and what became of every row that was read. */
function footOf(shown: ComplianceShown): string {
  const { asOf, agreement, ledgers, undated } = shown;
  return [
    t`As of ${spokenInstant(asOf, agreement.timezone)}, ${zoneText(agreement.timezone)}`,
    ...undated.map((each) => t`${promiseTitle(each.id, shown)}: ${noPeriodText(each)}`),
    ...rowsText(ledgers),
  ].join(t`; `);
}

/** One account over all exports, each reason once; nothing where every row was judged. */
function rowsText(ledgers: Readonly<Record<string, Ledger>>): readonly string[] {
  const named = Object.entries(ledgers);
  const [first] = named;
  if (!first || named.every(([, { read, judged }]) => read === judged)) return [];
  if (named.length === 1) return [ledgerText(...first)];
  return [ledgerText(t`all exports`, named.map(([, each]) => each).reduce(added))];
}

const added = (one: Ledger, other: Ledger): Ledger => ({
  read: one.read + other.read,
  judged: one.judged + other.judged,
  excluded: addedParts(one.excluded, other.excluded),
  rejected: addedParts(one.rejected, other.rejected),
});

type Parts = Readonly<Record<string, number>>;

const addedParts = (one: Parts, other: Parts): Parts =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((reason) => [
      reason,
      (Object.hasOwn(one, reason) ? (one[reason] ?? 0) : 0) +
        (Object.hasOwn(other, reason) ? (other[reason] ?? 0) : 0),
    ]),
  );
