import { language, t } from '../../../messages/index.ts';
import { ownId } from '../../../messages/own-ids.ts';
import { yaml } from '../../../report/sniff-fields.ts';

/** What every new agreement calls itself where nobody gave it a title. */
export const defaultTitle = (): string => t`Marketing and sales agreement`;

/** Documents in the language in which the agreement is written; English needs no line. */
export const languageLines = (): readonly string[] =>
  language() === 'en' ? [] : [`language: ${language()} # ${t`of the reports, for everybody`}`];

/** Both teams, the one of customer care where it promises something, and who is above them. */
export const partyLines = (hasService = false): readonly string[] => [
  'teams:',
  `  marketing: { title: ${yaml(t`Marketing`)}, lead: ${yaml(t`Head of marketing`)} }`,
  `  ${ownId('sales')}: { title: ${yaml(t`Sales`)}, lead: ${yaml(t`Head of sales`)} }`,
  ...(hasService
    ? [`  ${ownId('service')}: { title: ${yaml(t`Customer care`)}, lead: ${yaml(t`Head of customer care`)} }`]
    : []),
  `sponsor: ${yaml(t`Managing director`)} # ${t`settles what the teams can not`}`,
];

/** What to type first, two columns of it. */
function tourLines(): readonly string[] {
  const [month, sound] = [t`the month at hand`, t`is this file sound`];
  const width = Math.max(25, month.length, sound.length) + 2;
  return [
    `#   sla check      ${month.padEnd(width)}sla report     ${t`every month of the export`}`,
    `#   sla validate   ${sound.padEnd(width)}sla sniff      ${t`what the export holds`}`,
  ];
}

interface Head {
  /** What the file is, and how to take it: the comment above it, a sentence a line. */
  readonly about: readonly string[];
  readonly title: string;
  /** The first month of the export, and what is to be said of it. */
  readonly effective: string | null;
  readonly why: string;
  readonly timezone: string;
}

/** How an agreement begins that was proposed from an export: its comment, and its keys before the teams. */
export const headLines = ({ about, title, effective, why, timezone }: Head): readonly string[] => [
  '# yaml-language-server: $schema=https://unpkg.com/smarketing-sla/schemas/sla.schema.json',
  '#',
  ...about.map((sentence) => `# ${sentence}`),
  '#',
  ...tourLines(),
  '',
  'sla: 1',
  'id: agreement',
  `title: ${yaml(title)}`,
  'version: "1"',
  `status: draft # ${t`active, once both teams agree`}`,
  ...(effective === null ? [] : [`effective: { from: ${effective} } # ${why}`]),
  ...languageLines(),
  `timezone: ${timezone} # ${t`cuts the months`}`,
  '',
];
