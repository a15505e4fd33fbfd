import { plural, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import type { Group, PageBlock, Styled, Words } from '../blocks.ts';
import {
  type AgreementFacts,
  counted,
  gapOf as gapOfCell,
  inOrder,
  newestOf,
  type PeriodCell,
  type PromiseFacts,
  placeOf,
  shapeOf,
} from './facts.ts';
import { initial, periodName, several } from './periods.ts';
import {
  cellText,
  gapText,
  notMissedText,
  numberText,
  openText,
  said,
  sentences,
  spaced,
  targetSign,
  toneOf,
  verdictWord,
  whyNone,
} from './sentences.ts';
import { teamOf } from './teams.ts';

/** `May 2026: 3 of 7 promises missed`. */
export function headline(facts: AgreementFacts): string {
  const { focus } = facts;
  const told = counted(facts);
  if (focus === null) return t`Nothing could be judged yet`;
  const period = initial(periodName(focus.label));
  const missed = told.filter(isMissed).length;
  const all = whole(told.length);
  if (missed > 0)
    return plural(
      missed,
      t`${period}: ${whole(missed)} of ${all} promises missed`,
      t`${period}: ${whole(missed)} of ${all} promises were missed`,
    );
  if (told.length > 0 && told.every(({ last }) => last?.verdict === 'met'))
    return told.length === 1 ? t`${period}: the promise is met` : t`${period}: all ${all} promises are met`;
  return t`${period}: no promise missed so far`;
}

/** What was missed, by whom, against the period before; then what was met, and what still runs. */
export function firstScreen(facts: AgreementFacts, level: 1 | 2): Group {
  const missed = [...inOrder(facts.told.filter(isMissed))].sort((a, b) => gapOf(b) - gapOf(a));
  const blocks: PageBlock[] = [
    { kind: 'heading', level: level === 1 ? 1 : 3, words: [initial(headline(facts))] },
    { kind: 'text', role: 'sub', words: [against(facts)] },
    ...(missed.length === 0
      ? []
      : [
          {
            kind: 'group',
            role: 'hits',
            blocks: missed.slice(0, MOST_HITS).map((one) => hit(one, facts)),
          } as const,
        ]),
    ...(missed.length > MOST_HITS
      ? [{ kind: 'text', role: 'quiet', words: [moreText(missed.length - MOST_HITS)] } as const]
      : []),
    {
      kind: 'group',
      role: 'pair',
      blocks: [
        ...metList(facts, next(level)),
        ...waitingList(facts, next(level)),
        ...runningList(facts, next(level)),
      ],
    },
  ];
  return { kind: 'group', role: 'first', id: `${facts.prefix}first`, blocks };
}

export const next = (level: 1 | 2): 2 | 3 => (level === 1 ? 2 : 3);

/** How far a missed promise is from its target, as a part of it: the largest gap is told first. */
export const gapOf = ({ last }: PromiseFacts): number => (last === null ? 0 : gapOfCell(last));

/** What a first screen has room for; all months and the cards have the rest. */
const [MOST_HITS, MOST_LINES] = [6, 10];

const moreText = (n: number): string =>
  plural(n, t`and ${whole(n)} more, below`, t`and ${whole(n)} others, below`);

export const isMissed = ({ last }: Pick<PromiseFacts, 'last'>): boolean => last?.verdict === 'missed';

/** By whom, and what is new, goes on and is back since the period before. */
export function against(facts: AgreementFacts): string {
  const { focus } = facts;
  const told = counted(facts);
  if (focus === null) return t`No period holds a case that can be told.`;
  const missed = told.filter(isMissed);
  const owners = new Map<string, { n: number; of: number }>();
  for (const one of told) {
    const name = teamOf(one.newest, facts.compliance);
    const known = owners.get(name) ?? { n: 0, of: 0 };
    owners.set(name, { n: known.n + (isMissed(one) ? 1 : 0), of: known.of + 1 });
  }
  const by = [...owners].filter(([, { n }]) => n > 0);
  const who = by.map(([team, { n, of }]) => t`${team}: ${whole(n)} of ${whole(of)}`).join(t`; `);
  const [[team, { of }] = ['', { of: 0 }]] = by;
  const missedBy = plural(missed.length, t`missed by ${team}: 1 of ${whole(of)}`, t`missed by ${who}`);
  return sentences([missed.length === 0 ? null : missedBy, since(told)]);
}

function since(told: readonly PromiseFacts[]): string | null {
  // The day before is no month before.
  const known = told.filter(({ before, parts }) => before !== null && parts === null);
  const [first] = known;
  if (!first?.before) return null;
  const wasMissed = known.filter(({ before }) => before?.verdict === 'missed');
  const name = periodName(first.before.period.label);
  const n = wasMissed.length;
  const head =
    n === 0
      ? t`${name} had none missed`
      : plural(n, t`${name} had 1 missed`, t`${name} had ${whole(n)} missed`);
  const fresh = known.filter((one) => isMissed(one) && one.before?.verdict !== 'missed').length;
  const goesOn = wasMissed.filter(isMissed).length;
  const back = wasMissed.filter(({ last }) => last?.verdict === 'met').length;
  const parts = [
    ...(fresh > 0 ? [plural(fresh, t`${whole(fresh)} is new`, t`${whole(fresh)} are new`)] : []),
    ...(goesOn > 0 ? [plural(goesOn, t`${whole(goesOn)} goes on`, t`${whole(goesOn)} go on`)] : []),
    ...(back > 0 ? [plural(back, t`${whole(back)} is met again`, t`${whole(back)} are met again`)] : []),
  ];
  return parts.length === 0 ? head : t`${head}: ${allOf(parts)}`;
}

function hit(one: PromiseFacts, facts: AgreementFacts): PageBlock {
  const { last, before, streak, anchor, newest } = one;
  if (last === null) throw new Error('A promise that is missed has a period');
  const result = newestOf(last);
  const who: Styled = {
    text: t`${teamOf(newest, facts.compliance)}: missed`,
    shape: shapeOf(last),
    tone: 'bad',
    role: 'strong',
  };
  const number: readonly Words[] = [
    { text: numberText(result), role: 'number', to: placeOf(one, last, result) },
    ' ',
    { text: t`target ${targetSign(result.target)}`, role: 'small' },
  ];
  const how = sentences([
    gapText(result, one),
    before === null ? null : t`${periodName(before.period.label)}: ${cellText(before)}`,
    streak > 1 ? t`missed for ${several(one.unit, streak)}` : null,
  ]);
  return {
    kind: 'group',
    role: 'hit',
    blocks: [
      { kind: 'text', role: 'who', words: [who] },
      { kind: 'text', role: 'said', words: [{ ...said(one, facts.compliance), to: anchor }] },
      { kind: 'text', role: 'number', words: number },
      { kind: 'text', role: 'quiet', words: [how] },
    ],
  };
}

function metList(facts: AgreementFacts, level: 2 | 3): readonly PageBlock[] {
  const { focus, told, compliance } = facts;
  // What still runs is told beside.
  if (focus === null || focus.to > compliance.asOf) return [];
  const rest = inOrder(told.filter((one) => !isMissed(one)));
  if (rest.length === 0) return [];
  const items = rest.slice(0, MOST_LINES).flatMap(({ last, ...one }): readonly (readonly Words[])[] => {
    if (last === null) return [];
    const result = newestOf(last);
    const wasMissed = one.before?.verdict === 'missed' && last.verdict === 'met';
    return [
      [
        { text: '', shape: shapeOf(last) },
        { ...said({ ...one, last }, compliance), to: one.anchor },
        ' ',
        {
          text: notMissedText(result, one, teamOf(one.newest, compliance)),
          tone: 'quiet',
        },
        ...(last.verdict === 'met' ? [] : [' ', ...spaced([plainVerdict(last), whyNone(result)])]),
        ...(wasMissed && one.before
          ? [' ', { text: t`missed in ${periodName(one.before.period.label)}`, role: 'strong' } as const]
          : []),
      ],
    ];
  });
  const all = rest.every(({ last }) => last?.verdict === 'met');
  const title = all ? t`Met in ${periodName(focus.label)}` : t`Not missed in ${periodName(focus.label)}`;
  return [section(title, level, items, rest.length)];
}

/** What is missed already, or can still be, in a period that is over and where some promise is not final. */
function waitingList({ promises, waiting, compliance }: AgreementFacts, level: 2 | 3): readonly PageBlock[] {
  if (waiting === null) return [];
  const found = inOrder(promises).flatMap((one) => {
    const cell = one.cells.find(({ period }) => period.label === waiting.label);
    return cell?.verdict === 'missed' || cell?.verdict === 'open' ? [{ one, cell }] : [];
  });
  const sorted = [...found].sort(
    (a, b) => Number(isMissed({ last: b.cell })) - Number(isMissed({ last: a.cell })),
  );
  const items = sorted.slice(0, MOST_LINES).map(({ one, cell }): readonly Words[] => {
    const result = newestOf(cell);
    const text = sentences([
      `${numberText(result)}, ${t`target ${targetSign(result.target)}`}`,
      cell.verdict === 'open' ? openText(result) : null,
    ]);
    return [
      { text: '', shape: shapeOf(cell) },
      { ...said(one, compliance), to: one.anchor },
      ' ',
      plainVerdict(cell),
      ' ',
      { text, tone: 'quiet' },
    ];
  });
  if (items.length === 0) return [];
  return [section(initial(t`${periodName(waiting.label)}, not all final`), level, items, sorted.length)];
}

/** The verdict where its shape stands before the line. */
const plainVerdict = (cell: PeriodCell): Styled => ({
  text: verdictWord(cell),
  tone: toneOf(cell),
  role: 'strong',
});

/** At risk first: only here can a reader still change something. */
function runningList(facts: AgreementFacts, level: 2 | 3): readonly PageBlock[] {
  const { compliance, promises } = facts;
  const running = inOrder(promises).filter(
    (one) => one.running !== null && one.running.verdict !== 'no data' && !isToldAbove(one),
  );
  if (running.length === 0) return [];
  const sorted = [...running].sort((a, b) => urgency(a) - urgency(b));
  const isRunning = facts.focus !== null && facts.focus.to > compliance.asOf;
  const label = (isRunning ? facts.focus?.label : facts.now?.label) ?? sorted[0]?.running?.period.label ?? '';
  const items = sorted.slice(0, MOST_LINES).flatMap((one): readonly (readonly Words[])[] => {
    const { running: now } = one;
    if (now === null) return [];
    const result = newestOf(now);
    const period = now.period.label === label ? null : periodName(now.period.label);
    const text = sentences([
      `${numberText(result)}${period === null ? '' : ` (${period})`}, ${t`target ${targetSign(result.target)}`}`,
      now.verdict === 'met' ? null : openText(result),
    ]);
    return [
      [
        { text: '', shape: shapeOf(now) },
        { ...said(one, compliance), to: one.anchor },
        ' ',
        plainVerdict(now),
        ' ',
        { text, tone: 'quiet' },
      ],
    ];
  });
  const name = periodName(label);
  return [section(initial(t`${name} so far`), level, items, sorted.length)];
}

/** What was missed in the running period itself; what was missed in the one before can still be kept in this one. */
const isToldAbove = (one: PromiseFacts): boolean =>
  isMissed(one) && one.last?.period.label === one.running?.period.label;

function urgency({ running: now }: PromiseFacts): number {
  if (now === null) return 9;
  if (now.verdict === 'missed') return 0;
  if (now.verdict === 'open') return newestOf(now).outlook === 'at risk' ? 1 : 2;
  return now.verdict === 'no verdict' ? 3 : 4;
}

function section(title: string, level: 2 | 3, items: readonly (readonly Words[])[], all: number): PageBlock {
  const more = all - items.length;
  return {
    kind: 'group',
    role: 'figure',
    blocks: [
      { kind: 'heading', level, words: [title] },
      { kind: 'points', role: 'lines', items },
      ...(more > 0 ? [{ kind: 'text', role: 'quiet', words: [moreText(more)] } as const] : []),
    ],
  };
}
