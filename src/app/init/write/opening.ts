import { language, t } from '../../../messages/index.ts';
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
  `  sales: { title: ${yaml(t`Sales`)}, lead: ${yaml(t`Head of sales`)} }`,
  ...(hasService
    ? [`  service: { title: ${yaml(t`Customer care`)}, lead: ${yaml(t`Head of customer care`)} }`]
    : []),
  `sponsor: ${yaml(t`Managing director`)} # ${t`settles what the teams can not`}`,
];

/** What to type first, two columns of it. */
export function tourLines(): readonly string[] {
  const [month, sound] = [t`the month at hand`, t`is this file sound`];
  const width = Math.max(25, month.length, sound.length) + 2;
  return [
    `#   sla check      ${month.padEnd(width)}sla report     ${t`every month of the export`}`,
    `#   sla validate   ${sound.padEnd(width)}sla sniff      ${t`what the export holds`}`,
  ];
}
