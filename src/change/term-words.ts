import { mark, say, t } from '../messages/index.ts';
import type { Agreement } from '../model/agreement.ts';
import { promisesOf } from '../model/promises.ts';
import type { Naming } from './canonical.ts';

/** What people call a part of a term, by where it stands; `*` is a name that somebody gave. */
const WORDS: Readonly<Record<string, string>> = {
  'closing.after': mark`closed at the earliest after`,
  'closing.calendar': mark`calendar of that time`,
  'closing.cases': mark`what a record keeps of leads`,
  'disputes.calendar': mark`calendar of that time`,
  'disputes.settledBy': mark`who settles a dispute`,
  'disputes.within': mark`time to settle a dispute`,
  'experiments.budget.limit': mark`budget of experiments`,
  'experiments.budget.per': mark`period of that budget`,
  'experiments.budget.reserve': mark`part of it that planned experiments leave free`,
  'experiments.budget.unit': mark`currency of that budget`,
  'experiments.calendar': mark`calendar of that time`,
  'experiments.lessonWithin': mark`time to write a lesson`,
  'plan.average': mark`what a customer brings`,
  'plan.capacity.calendar': mark`calendar of the open days`,
  'plan.capacity.hours': mark`hours of each person on an open day`,
  'plan.capacity.minutes': mark`minutes a touch`,
  'plan.capacity.people': mark`people`,
  'plan.capacity.touches': mark`touches a lead`,
  'plan.from': mark`objective that is planned back from`,
  'review.every': mark`reviewed every`,
};

/** What people call a team, a stage and a promise: details are sentences. */
export interface Called {
  readonly team: (id: string) => string;
  readonly stage: (id: string) => string;
  readonly promise: (id: string) => string;
}

/** By their titles, else by their ids as words; the agreement that is named first goes before. */
export function calledIn(agreements: readonly Agreement[]): Called {
  const called = (id: string, titles: readonly (string | undefined)[]): string =>
    titles.find((title) => title !== undefined && title !== id) ?? id.replace(/[_-]+/g, ' ');
  const all = agreements.flatMap(promisesOf);
  return {
    team: (id) =>
      id === 'sponsor'
        ? t`the sponsor`
        : called(
            id,
            agreements.map(({ teams }) => teams[id]?.title),
          ),
    stage: (id) =>
      called(
        id,
        agreements.map(({ stages }) => stages[id]?.title),
      ),
    promise: (id) =>
      called(
        id,
        all.filter((one) => one.id === id).map(({ title }) => title),
      ),
  };
}

/** Terms whose values are ids, and of what. */
const VALUES: readonly (readonly [term: RegExp, of: keyof Called])[] = [
  [/^(?:teams|decided_by|disputes\.settledBy|views\..*\.for)$/, 'team'],
  [/^funnel$/, 'stage'],
  [/^(?:priorities|plan\.from)$/, 'promise'],
];

/** Terms of what has a name: `{0}` is the name. */
const NAMED: Readonly<Record<string, (name: string, called: Called) => string>> = {
  'plan.rates.*': (name, { stage }) => t`rate of "${stage(name)}"`,
  'teams.words.*.lead': (name, { team }) => t`who leads "${team(name)}"`,
  'teams.words.*.title': (name, { team }) => t`title of "${team(name)}"`,
  'views.*.by': (name) => t`fields by which "${name}" may cut`,
  'views.*.for': (name) => t`whom "${name}" is for`,
  'views.*.leads': (name) => t`leads in "${name}"`,
  'views.*.personal': (name) => t`personal fields in "${name}"`,
};

/** Fractions of 1 that an agreement writes in percent. */
const PERCENT = /^(?:plan\.rates\.|experiments\.budget\.reserve$)/;

/** How the agreement writes what it keeps under another name. */
const WRITTEN: Readonly<Record<string, string>> = {
  'sources.*.joinsTo': 'joins',
  'sources.*.leadBy': 'lead',
  'sources.*.of': 'belongs_to',
  'sources.*.onePerLead.by': 'one_per_lead.by',
  'sources.*.onePerLead.order': 'one_per_lead.order',
  'sources.*.onePerLead.prefer': 'one_per_lead.prefer',
  'sources.*.recycled.handedOver': 'handed_over',
};

/**
 * How the parts of a term are told: in words, or between backticks as the agreement writes them where it has
 * no words for them. `rule` is that of the term: `plan`, `sources.history`.
 */
export const namingOf = (rule: string, called: Called = calledIn([])): Naming => ({
  name(path) {
    if (path.length === 0) return '';
    const whole = [...rule.split('.'), ...path];
    const key = whole.join('.');
    const word = WORDS[key];
    if (word !== undefined) return say(word);
    for (const [i, name] of whole.entries()) {
      if (i === 0) continue;
      const pattern = whole.map((each, at) => (at === i ? '*' : each)).join('.');
      const said = NAMED[pattern];
      if (said !== undefined) return said(name, called);
      const written = WRITTEN[pattern];
      if (written !== undefined) return `\`${written}\``;
    }
    // The hours of a calendar are told day by day, and steps by their keys.
    return /^(?:calendars[.]|steps$)/.test(rule) ? path.join('.') : `\`${path.join('.')}\``;
  },
  value(path, value) {
    const key = [rule, ...path].join('.');
    if (typeof value === 'number' && PERCENT.test(key)) return `${Number((value * 100).toPrecision(12))}%`;
    const of = VALUES.find(([term]) => term.test(key))?.[1];
    return of === undefined || typeof value !== 'string' ? null : called[of](value);
  },
});
