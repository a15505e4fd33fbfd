import { say, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import type { Basis, CalibratedPromise } from '../../model/calibration.ts';
import { FEWEST } from '../../model/calibration.ts';
import type { Plan } from '../../model/plan.ts';
import type { GridRow, PageBlock, Words } from '../blocks.ts';
import { promisedText, proposalsOf } from '../calibration.ts';
import { amount, signs } from '../number.ts';
import { sentences } from '../page/sentences.ts';
import { FITS, misfitText, stepTitle, UNITS } from '../plan.ts';
import type { PackFacts } from './facts.ts';
import { answerLine } from './fill-in.ts';
import { codeOf, nameWords } from './names.ts';

/** What the past kept of what was missed, what the objective takes, and what to look at in the data before anything is promised again. */
export function aheadBlocks(found: PackFacts): readonly PageBlock[] {
  const { ahead } = found.pack;
  if (ahead === null) return [];
  const past = ahead.past.filter(({ periods }) => periods.filter(({ used }) => used).length >= FEWEST);
  const plan = ahead.plan === null ? [] : planLines(ahead.plan);
  const questions = ahead.questions.map(({ message }) => [message]);
  const blocks: readonly PageBlock[] = [
    ...pastGrid(past, found),
    ...listOf(t`What the objective takes`, plan),
    ...listOf(t`To look at in the data`, questions),
  ];
  if (blocks.length === 0) return [];
  const question = past.length > 0 ? [t`Do we promise it again, or something else?`] : [];
  return [
    ...blocks,
    ...question.flatMap((text): readonly PageBlock[] => [
      { kind: 'text', role: 'question', words: [text] },
      answerLine(),
    ]),
  ];
}

/** What was promised and missed, beside what the past kept of it in every period, and a step up from there. */
function pastGrid(past: readonly CalibratedPromise[], found: PackFacts): readonly PageBlock[] {
  const rows = past.flatMap((one): readonly GridRow[] => {
    const facts = found.facts.promises.find(({ newest }) => newest.id === one.id);
    if (facts === undefined) return [];
    const { held } = one;
    const name: readonly Words[] = [`${codeOf(one.id, found)} `, nameWords(facts, found)];
    const lines = [
      [name],
      [[signs(promisedText(one))]],
      [[t`${whole(held.in)} of ${whole(held.of)}`]],
      proposedLines(one, ['every-period', 'four-of-five']),
      proposedLines(one, ['step-up']),
    ];
    return [{ kind: 'row', cells: lines.map((each) => ({ lines: each })) }];
  });
  if (rows.length === 0) return [];
  const columns = [
    { title: t`promise` },
    { title: t`promised` },
    { title: t`kept in` },
    { title: t`The past would have kept` },
    { title: t`a step up` },
  ];
  return [
    {
      kind: 'grid',
      grid: { role: 'plain', caption: t`What was missed, and what the past kept`, columns, rows },
    },
  ];
}

/** Another limit, then another target; of several grounds the strictest that is there. Segments are for "sla calibrate". */
function proposedLines(one: CalibratedPromise, bases: readonly Basis[]): readonly (readonly Words[])[] {
  const own = proposalsOf(one).filter(({ segment, proposal }) => segment === null && !proposal.now);
  const isOfTarget = ({ proposal }: (typeof own)[number]) => proposal.value !== null;
  const best = (wanted: boolean) =>
    bases
      .flatMap((basis) => own.filter((each) => isOfTarget(each) === wanted && each.proposal.basis === basis))
      .slice(0, 1);
  return [...best(false), ...best(true)].map(({ text, proposal: { held } }, i) => {
    const told =
      held.in === held.of ? signs(text) : t`${signs(text)} (${whole(held.in)} of ${whole(held.of)})`;
    return [i === 0 ? told : t`or ${told}`];
  });
}

const listOf = (title: string, items: readonly (readonly Words[])[]): readonly PageBlock[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', level: 3, words: [title] },
        { kind: 'points', role: 'plain', items },
      ];

/** Each promised number of leads beside what the objective takes, people beside their time, and clocks that do not fit. */
function planLines({ objective, steps, capacity, clocks }: Plan): readonly (readonly Words[])[] {
  const unit = objective.unit === null ? '' : ` ${objective.unit}`;
  const goal = t`${amount(objective.target)}${unit} per ${say(UNITS[objective.per])}`;
  const promised = steps.flatMap((step) => {
    if (step.promised === null) return [];
    const { perMonth, fit } = step.promised;
    const [needed, least] = [ceiling(step.needed / objective.months), ceiling(step.least / objective.months)];
    const most = step.most === null ? null : ceiling(step.most / objective.months);
    const bounds = most === null ? t`${least} or more` : t`${least} to ${most}`;
    return [
      t`${goal} take ${needed} a month at "${stepTitle(step)}" (${bounds}); promised: ${amount(perMonth)}, ${say(FITS[fit].word)}`,
    ];
  });
  const short = capacity?.months.filter(({ hours }) => hours < capacity.needed) ?? [];
  const time =
    short.length === 0
      ? []
      : [
          t`there is no time for ${whole(capacity?.leads ?? 0)} leads in ${allOf(short.map(({ month }) => month))}`,
        ];
  return [...promised, ...time, ...clocks.map(misfitText)].map((text) => [sentences([text])]);
}

/** Nobody is part of a lead; what is lost in the last digits of a division is none. */
const ceiling = (value: number): string => whole(Math.ceil(value - 1e-9));
