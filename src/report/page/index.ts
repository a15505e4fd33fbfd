import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import type { ComplianceDocument } from '../../model/render.ts';
import type { Group, PageBlock, Words } from '../blocks.ts';
import { spokenInstant } from '../instant.ts';
import { problemBlocks } from '../problems.ts';
import { answersName, answersNow, answersSection } from './answers.ts';
import { cardOf } from './card.ts';
import { disputesSection } from './disputes.ts';
import { experimentsSection } from './experiments.ts';
import { type AgreementFacts, factsOf } from './facts.ts';
import { firstScreen, isMissed, next } from './first.ts';
import { funnelSection } from './funnel.ts';
import { monthsSection } from './months.ts';
import { overview } from './overview.ts';
import { excuseSection, pauseSection, rowsSection, stepsSection, waiverSection } from './rest.ts';
import { langOf } from './sentences.ts';
import { byParties } from './teams.ts';
import { termsSection } from './terms.ts';

/** A page: its title, what stands on top, the places that one may go to, and its blocks. */
export interface Page {
  readonly title: string;
  readonly top: readonly Words[];
  readonly places: readonly {
    readonly to: string;
    readonly title: string;
    readonly lang?: string | undefined;
  }[];
  readonly blocks: readonly PageBlock[];
}

/** What people look at: data to blocks. Several agreements begin with an overview. */
export function pageOf(document: ComplianceDocument): Page {
  const { compliances, findings, view } = document;
  const several = compliances.length > 1;
  const all = compliances.map((each, index) =>
    factsOf(each, several ? `a${index + 1}-` : '', compliances.length),
  );
  const [first] = all;
  const problems: readonly PageBlock[] = problemBlocks(findings);
  if (!first) {
    const title = t`No agreement was judged`;
    return {
      title,
      top: [],
      places: [],
      blocks: [{ kind: 'heading', level: 1, words: [title] }, ...problems],
    };
  }
  if (!several) {
    const blocks = agreementBlocks(first, view, 1);
    return {
      title: first.compliance.agreement.title,
      top: topOf(first),
      places: placesOf(first),
      blocks: [...blocks, ...problems],
    };
  }
  return {
    title: t`${whole(all.length)} agreements`,
    top: [t`${whole(all.length)} agreements`],
    places: all.map(({ prefix, compliance }) => ({
      to: `${prefix}top`,
      title: compliance.agreement.title,
      lang: langOf(compliance),
    })),
    blocks: [...overview(all), ...all.map((facts) => agreementGroup(facts, view)), ...problems],
  };
}

function agreementGroup(facts: AgreementFacts, view: ComplianceDocument['view']): Group {
  const { agreement } = facts.compliance;
  return {
    kind: 'group',
    role: 'agreement',
    id: `${facts.prefix}top`,
    blocks: [
      { kind: 'heading', level: 2, words: [{ text: agreement.title, lang: langOf(facts.compliance) }] },
      {
        kind: 'text',
        role: 'intro',
        words: topOf(facts)
          .slice(1)
          .flatMap((each) => [each, ' · '])
          .slice(0, -1),
      },
      ...agreementBlocks(facts, view, 2),
    ],
  };
}

function agreementBlocks(
  facts: AgreementFacts,
  view: ComplianceDocument['view'],
  level: 1 | 2,
): readonly PageBlock[] {
  const below = next(level);
  const months = facts.promises.some(({ cells }) => cells.length > 1) ? monthsSection(facts, below) : null;
  const answers = answersSection(facts, below);
  const excuses = excuseSection(facts, below);
  const waivers = waiverSection(facts, below);
  const pauses = pauseSection(facts, below);
  const steps = stepsSection(facts, below);
  const terms = termsSection(facts, below);
  const funnel = funnelSection(facts, below);
  const experiments = experimentsSection(facts, below);
  const disputes = disputesSection(facts, below);
  return [
    firstScreen(facts, level),
    ...(months ? [months] : []),
    ...(funnel ? [funnel] : []),
    ...cardsSection(facts, below),
    ...(steps ? [steps] : []),
    ...(pauses ? [pauses] : []),
    ...(answers ? [answers] : []),
    ...(experiments ? [experiments] : []),
    ...(disputes ? [disputes] : []),
    ...(excuses ? [excuses] : []),
    ...(waivers ? [waivers] : []),
    ...(terms ? [terms] : []),
    rowsSection(facts, { view, level: below }),
  ];
}

/** The promises in the order of the agreement: their places do not move from month to month. */
function cardsSection(facts: AgreementFacts, level: 2 | 3): readonly PageBlock[] {
  if (facts.promises.length === 0) return [];
  const cardLevel = level === 2 ? 4 : 5;
  const blocks = [...byParties(facts.promises, facts.compliance)].flatMap(
    ([owes, own]): readonly PageBlock[] => {
      const missed = own.filter(isMissed).length;
      const small = missed === 0 ? '' : t`${whole(missed)} of ${whole(own.length)} missed`;
      return [
        {
          kind: 'heading',
          level: level === 2 ? 3 : 4,
          words: [owes, ...(small === '' ? [] : [' ', { text: small, role: 'small' } as const])],
        },
        ...own.map((one) => cardOf(one, facts, cardLevel)),
      ];
    },
  );
  const intro = t`The dashed line is the target. A square is a miss, a circle is met; a hollow mark is not final.`;
  return [
    {
      kind: 'group',
      role: 'section',
      id: `${facts.prefix}promises`,
      blocks: [
        { kind: 'heading', level, words: [t`Promise by promise`] },
        { kind: 'text', role: 'intro', words: [intro] },
        ...blocks,
      ],
    },
  ];
}

/** Whose numbers these are, under which version, as known when. */
function topOf({ compliance }: AgreementFacts): readonly Words[] {
  const { agreement, asOf } = compliance;
  const { versions, timezone } = agreement;
  const lang = langOf(compliance);
  return [
    { text: agreement.title, role: 'strong', lang },
    versions.length === 1 ? t`version ${versions.join(', ')}` : t`versions ${allOf(versions)}`,
    t`as of ${spokenInstant(asOf, timezone)}, ${timezone}`,
  ];
}

function placesOf(facts: AgreementFacts): Page['places'] {
  const { prefix, promises, compliance } = facts;
  return [
    ...(promises.some(({ cells }) => cells.length > 1)
      ? [{ to: `${prefix}months`, title: t`All periods` }]
      : []),
    ...(compliance.funnel ? [{ to: `${prefix}funnel`, title: t`How far the leads came` }] : []),
    ...(promises.length > 0 ? [{ to: `${prefix}promises`, title: t`Promise by promise` }] : []),
    ...(answersNow(facts).length > 0 ? [{ to: `${prefix}answers`, title: answersName(facts) }] : []),
    ...((compliance.experiments?.experiments ?? []).length > 0
      ? [{ to: `${prefix}experiments`, title: t`What was tried` }]
      : []),
    ...(disputesSection(facts, 2) === null ? [] : [{ to: `${prefix}disputes`, title: t`What is disputed` }]),
    ...(compliance.waivers.length > 0 ? [{ to: `${prefix}waivers`, title: t`Waivers` }] : []),
    ...((compliance.behind?.versions ?? []).length > 0
      ? [{ to: `${prefix}terms`, title: t`What changed in the terms` }]
      : []),
    { to: `${prefix}rows`, title: t`What was read` },
  ];
}
