import { mark, say, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { weekdayName } from '../../messages/weekdays.ts';
import type { VersionBehind } from '../../model/behind.ts';
import type { ChangeValue } from '../../model/change.ts';
import type { Grid, GridCell, Group, PageBlock, Words } from '../blocks.ts';
import { valueText } from '../changes/value.ts';
import { civil } from '../instant.ts';
import { teamTitle } from '../parties.ts';
import { limitText } from './counts.ts';
import type { AgreementFacts } from './facts.ts';
import { langOf } from './sentences.ts';

/** Versions that replaced another, newest first: why, by whom, and what changed in the terms. */
export function termsSection(facts: AgreementFacts, level: 2 | 3): Group | null {
  const { compliance } = facts;
  const versions = compliance.behind?.versions ?? [];
  if (versions.length === 0) return null;
  const lang = langOf(compliance);
  const blocks = versions.flatMap((one): readonly PageBlock[] => {
    const { version, from, why, decidedBy, changes } = one;
    const since = from === null ? t`Version ${version}` : t`Version ${version}, from ${civil(from)}`;
    const teams = decidedBy.map((team) => teamTitle(team, compliance));
    const words: readonly Words[] = [
      { text: `${since}.`, role: 'strong' },
      ...(why === null ? [] : [' ', { text: `${why}.`, lang }]),
      ...(teams.length === 0 ? [] : [` ${t`Decided by ${allOf(teams)}.`}`]),
    ];
    return [
      { kind: 'text', words },
      ...(changes.filter(isNoWaiver).length === 0
        ? []
        : [{ kind: 'grid', grid: changesGrid(one, facts) } as const]),
    ];
  });
  return {
    kind: 'group',
    role: 'section',
    id: `${facts.prefix}terms`,
    blocks: [{ kind: 'heading', level, words: [t`What changed in the terms`] }, ...blocks],
  };
}

function changesGrid({ version, changes }: VersionBehind, { compliance, promises }: AgreementFacts): Grid {
  const lang = langOf(compliance);
  const nameOf = (id: string): readonly Words[] => {
    const one = promises.find(({ newest }) => newest.id === id);
    const text = one?.newest.promise ?? one?.newest.title ?? id;
    return [one ? { text, lang, to: one.anchor } : { text, lang }];
  };
  return {
    role: 'plain',
    caption: t`What version ${version} changed`,
    columns: [{ title: t`promise` }, { title: t`term` }, { title: t`before and after` }],
    // Those in force stand above, with what they excused.
    rows: changes.filter(isNoWaiver).map(({ promises: ids, rule, ...change }) => ({
      kind: 'row' as const,
      cells: [
        { lines: ids.length === 0 ? [[t`All promises`]] : ids.map(nameOf) },
        { lines: [[termName(rule)]] },
        { lines: valueLines(change) },
      ],
    })),
  };
}

export const isNoWaiver = ({ rule }: { readonly rule: string }): boolean => !rule.startsWith('waivers.');

/** Of what is too large to be read there are digests, which tell a reader nothing: the differences do. */
export function valueLines({
  from,
  to,
  details,
}: Pick<VersionBehind['changes'][number], 'from' | 'to' | 'details'>): GridCell['lines'] {
  const isDigest = [from, to].some((value) => String(value).startsWith('sha256:'));
  if (!isDigest || details.length === 0)
    return [[{ text: `${inWords(from)} → ${inWords(to)}`, role: 'strong' }]];
  const head = from === null ? [t`added`] : to === null ? [t`removed`] : [];
  return [
    ...head.map((text): readonly Words[] => [{ text, role: 'strong' }]),
    ...detailTexts(details).map((text) => [text]),
  ];
}

const inWords = (value: ChangeValue): string => limitText(valueText(value));

/** `week.mon: 09:00-12:30 -> 09:00-13:00`: the days as people call them, those in a row that change alike as one. */
function detailTexts(details: readonly string[]): readonly string[] {
  const told: { text: string; first: number; last: number }[] = [];
  for (const line of details) {
    const arrows = line.replace(/ -> /g, ' → ');
    const [, name = '', hours] = /^week\.(mon|tue|wed|thu|fri|sat|sun)\s?: (.*)$/.exec(arrows) ?? [];
    const day = hours === undefined ? -1 : DAYS.indexOf(name);
    const run = told.at(-1);
    if (run !== undefined && day > 0 && run.last === day - 1 && run.text === hours) run.last = day;
    else told.push({ text: hours ?? arrows, first: day, last: day });
  }
  return told.map(({ text, first, last }) => (first < 0 ? text : t`${daysText(first, last)}: ${text}`));
}

function daysText(first: number, last: number): string {
  const [one, other] = [weekdayName(first), weekdayName(last)];
  if (first === last) return one;
  return last === first + 1 ? allOf([one, other]) : t`from ${one} to ${other}`;
}

const DAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The term that a change is about. */
export function termName(rule: string): string {
  const name = rule.replace(DIGEST, '');
  const word = TERMS[name];
  if (word !== undefined) return say(word);
  const [, calendar] = /^calendars\.(.+)$/.exec(name) ?? [];
  return calendar === undefined ? name : t`hours "${calendar}"`;
}

const TERMS: Readonly<Record<string, string>> = {
  target: mark`target`,
  within: mark`limit`,
  at_least: mark`at least`,
  where: mark`scope`,
  segments: mark`other limits`,
  calendar: mark`hours`,
  profile: mark`profile`,
  min_cases: mark`fewest cases`,
  effective: mark`in force`,
  'effective.from': mark`in force from`,
  'effective.to': mark`in force until`,
};

/** `ignores.cdbcee71`: what tells one from the other says nothing to people. */
const DIGEST = /\.[0-9a-f]{8}$/;
