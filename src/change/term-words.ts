import { mark, say, t } from '../messages/index.ts';
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

/** The same of what has a name: `{0}` is the name. */
const NAMED: Readonly<Record<string, (name: string) => string>> = {
  'plan.rates.*': (name) => t`rate of "${name}"`,
  'teams.words.*.lead': (name) => t`who leads "${name}"`,
  'teams.words.*.title': (name) => t`title of "${name}"`,
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
export const namingOf = (rule: string): Naming => ({
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
      if (said !== undefined) return said(name);
      const written = WRITTEN[pattern];
      if (written !== undefined) return `\`${written}\``;
    }
    // The hours of a calendar are told day by day, and steps by their keys.
    return /^(?:calendars[.]|steps$)/.test(rule) ? path.join('.') : `\`${path.join('.')}\``;
  },
  value(path, value) {
    const isPart = typeof value === 'number' && PERCENT.test([rule, ...path].join('.'));
    return isPart ? `${Number((value * 100).toPrecision(12))}%` : null;
  },
});
