import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import type { Pack } from '../../model/pack.ts';
import { ledgerText } from '../afterwards.ts';
import type { PageBlock, Words } from '../blocks.ts';
import { spokenInstant, zoneText } from '../instant.ts';
import { answersName } from '../page/answers.ts';
import { initial, periodName } from '../page/periods.ts';
import { langOf, sentences } from '../page/sentences.ts';
import { teamTitle } from '../parties.ts';
import { aheadBlocks } from './ahead.ts';
import { answerBlocks } from './answers.ts';
import { decidedBlocks } from './decided.ts';
import { disputedBlocks } from './disputes.ts';
import { experimentBlocks } from './experiments.ts';
import { type PackFacts, packFacts } from './facts.ts';
import { acrossBlocks, decisionBlocks } from './fill-in.ts';
import { funnelBlocks } from './funnel.ts';
import { leadBlocks } from './leads.ts';
import { missedBlocks } from './missed.ts';
import { outlookBlocks } from './outlook.ts';
import { scoreboardBlocks } from './scoreboard.ts';

/** Minutes that a meeting has. */
const MEETING = 45;

interface Part {
  readonly title: string;
  readonly minutes: number;
  readonly blocks: readonly PageBlock[];
}

/** The agenda of a meeting: data to blocks. A part that has nothing to say is left out. */
export function packPage(pack: Pack): { readonly title: string; readonly blocks: readonly PageBlock[] } {
  const found = packFacts(pack);
  const { facts } = found;
  const { compliance, focus } = facts;
  const teams = Object.keys(compliance.agreement.teams ?? {}).map((team) => teamTitle(team, compliance));
  const period = focus === null ? '' : periodName(focus.label);
  const title = teams.length === 0 ? t`Meeting: ${period}` : t`Meeting of ${allOf(teams)}: ${period}`;
  return {
    title,
    blocks: [
      { kind: 'marker', name: `pack ${compliance.agreement.id} ${focus?.label ?? ''}`.trim() },
      { kind: 'heading', level: 1, words: [title] },
      { kind: 'text', role: 'sub', words: headWords(found) },
      { kind: 'marker', name: 'held' },
      {
        kind: 'points',
        role: 'blank',
        items: [
          [t`Held on (such as 2026-06-09):`],
          ...teams.map((team) => [t`Present (${team}):`]),
          [t`Minutes by:`],
        ],
      },
      ...partsOf(found).flatMap(partBlocks),
      { kind: 'text', role: 'quiet', words: [footText(found)] },
    ],
  };
}

function headWords({ pack, facts: { compliance, focus, told } }: PackFacts): readonly Words[] {
  const { agreement, asOf } = compliance;
  const name = focus === null ? '' : initial(periodName(focus.label));
  const isFinal = told
    .filter(({ last }) => last?.verdict !== 'no data')
    .every(({ last }) => last?.final === true);
  const state = isFinal ? t`${name} is final.` : t`${name} is provisional.`;
  return [
    { text: agreement.title, lang: langOf(compliance) },
    ' ',
    t`(version ${agreement.versions.at(-1) ?? ''}). As of ${spokenInstant(asOf, agreement.timezone)}, ${zoneText(agreement.timezone)}.`,
    ' ',
    state,
    ...pack.closed.map((note) => ` ${sentences([note])}`),
    ' ',
    t`${MEETING} minutes.`,
  ];
}

/** What is left out gives its minutes to what was missed. */
function partsOf(found: PackFacts): readonly Part[] {
  const { facts, missed } = found;
  const all: readonly Part[] = [
    { title: t`What we had decided`, minutes: 5, blocks: decidedBlocks(found) },
    { title: t`The scoreboard`, minutes: 3, blocks: scoreboardBlocks(found) },
    { title: t`What was missed, and why`, minutes: 15, blocks: missedBlocks(found) },
    { title: t`Leads to talk about`, minutes: 7, blocks: missed.length === 0 ? [] : leadBlocks(found) },
    { title: t`What is disputed`, minutes: 3, blocks: disputedBlocks(facts) },
    { title: t`How far the leads came`, minutes: 2, blocks: funnelBlocks(found) },
    { title: answersName(facts), minutes: 5, blocks: answerBlocks(found) },
    { title: t`What was tried`, minutes: 3, blocks: experimentBlocks(facts) },
    { title: t`What can still change`, minutes: 2, blocks: outlookBlocks(found) },
    { title: t`Do the promises fit?`, minutes: 2, blocks: aheadBlocks(found) },
    { title: t`A look across`, minutes: 3, blocks: acrossBlocks(facts) },
    { title: t`Decisions`, minutes: 5, blocks: decisionBlocks() },
  ];
  const there = all.filter(({ blocks }) => blocks.length > 0);
  const spare = MEETING - there.reduce((sum, { minutes }) => sum + minutes, 0);
  return there.map((part) => (part.minutes === 15 ? { ...part, minutes: part.minutes + spare } : part));
}

function partBlocks({ title, minutes, blocks }: Part, index: number): readonly PageBlock[] {
  return [
    {
      kind: 'group',
      role: 'section',
      blocks: [
        {
          kind: 'heading',
          level: 2,
          words: [
            whole(index + 1),
            `. ${title}`,
            ' ',
            { text: t`(${minutes} min)`, role: 'small', tone: 'quiet' },
          ],
        },
        ...blocks,
      ],
    },
  ];
}

/** What the numbers do not count. */
function footText({ facts: { compliance } }: PackFacts): string {
  const rejected = Object.entries(compliance.ledgers).filter(([, { rejected }]) =>
    Object.values(rejected).some((n) => n > 0),
  );
  if (rejected.length === 0) return t`Every row of the exports could be read.`;
  const told = rejected.map(([source, ledger]) => ledgerText(source, ledger)).join(t`; `);
  return t`Behind these numbers: ${told}. "sla check --rejects FILE" lists every cell that could not be read.`;
}
