import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../src/change/compare.ts';
import { AGREEMENT, edited, version } from './agreements.ts';

/** `first-contact within: weakened, 4 business hours to 8 business hours`, what is only words left out. */
async function changes(before: string, after: string): Promise<readonly string[]> {
  const found = compareVersions(await version(before), await version(after));
  return found.map(({ promise, rule, class: what, from, to }) => {
    const digest = (value: unknown) => String(value).replace(/^sha256:.*/, 'digest');
    return `${promise ?? 'agreement'} ${rule}: ${what}, ${digest(from)} to ${digest(to)}`;
  });
}

describe('two versions of an agreement', () => {
  it('that are equal differ in nothing', async () => {
    expect(await changes(AGREEMENT, AGREEMENT)).toEqual([]);
  });

  it('that differ in layout, comments, order of keys and spelling of values differ in nothing', async () => {
    const other = edited(
      ['title: Acme\nversion: "1"', '# reviewed\nversion: "1"\ntitle: "Acme"'],
      ['within: 4 business hours, calendar: office', 'calendar: office, within: 240 business minutes'],
      ['target: ">= 90%"', 'target: "90.0%"'],
      ['country: [FR, BE]', 'country: [BE, FR, FR]'],
      ['mon-thu: [09:00-12:30, 14:00-18:00]', 'mon-thu: [14:00-16:00, 09:00-12:30, 15:00-18:00]'],
      ['closed: [2026-05-15]', 'closed: [2026-05-15..2026-05-15]'],
    );
    expect(await changes(AGREEMENT, other)).toEqual([]);
  });

  it('that name the only source of activities and leave it out differ in nothing', async () => {
    const asked = (source: string) =>
      edited([
        'stage: qualified, where: profile',
        `stage: qualified, where: { touched: { ${source}where: { kind: call } } }`,
      ]);
    expect(await changes(asked('source: activities, '), asked(''))).toEqual([]);
  });

  const first = 'first-contact';
  it.each<[string, readonly [string, string], string]>([
    [
      'a longer limit',
      ['within: 4 business hours', 'within: 8 business hours'],
      `${first} within: weakened, 4 business hours to 8 business hours`,
    ],
    [
      'a shorter limit',
      ['within: 4 business hours', 'within: 90 business minutes'],
      `${first} within: tightened, 4 business hours to 90 business minutes`,
    ],
    [
      'a limit in another unit',
      ['within: 4 business hours', 'within: 4 hours'],
      `${first} within: open, 4 business hours to 4 hours`,
    ],
    [
      'a lower share',
      ['target: ">= 98%"', 'target: ">= 97.5%"'],
      'complete target: weakened, >= 98% to >= 97.5%',
    ],
    [
      'a higher number',
      ['>= 120 per month', '>= 121 per month'],
      'volume target: tightened, >= 120 per month to >= 121 per month',
    ],
    [
      'a number in another period',
      ['>= 120 per month', '>= 120 per week'],
      'volume target: open, >= 120 per month to >= 120 per week',
    ],
    [
      'a lower number in one period',
      ['">= 120 per month"', '{ every: ">= 120 per month", 2026-08: ">= 40" }'],
      'volume target.2026-08: weakened, >= 120 per month to >= 40 per month',
    ],
    [
      'a higher number in one period',
      ['">= 120 per month"', '{ every: ">= 120 per month", 2026-12: 150 per month }'],
      'volume target.2026-12: tightened, >= 120 per month to >= 150 per month',
    ],
    [
      'a ceiling for a floor',
      ['target: ">= 98%"', 'target: "<= 98%"'],
      'complete target: open, >= 98% to <= 98%',
    ],
    ['fewer touches', ['at_least: 5', 'at_least: 4'], 'follow-up at_least: weakened, 5 to 4'],
    [
      'touches on one day',
      ['      distinct_days: true\n', ''],
      'follow-up distinct_days: weakened, true to false',
    ],
    [
      'a gap between touches',
      ['at_least: 5', 'at_least: 5\n      min_gap: 2 hours'],
      'follow-up min_gap: tightened, null to 2 hours',
    ],
    [
      'an early end',
      ['at_least: 5', 'at_least: 5\n      until: answered'],
      'follow-up until: weakened, null to answered',
    ],
    [
      'other touches',
      ['kind: [call, email]', 'kind: call'],
      'follow-up touches: open, kind in [call, email] to kind = call',
    ],
    [
      'a scope',
      ['target: ">= 98%"', 'where: profile\n    target: ">= 98%"'],
      'complete where: open, null to profile',
    ],
    [
      'another filter',
      ['{ phone: present }', '{ phone: present, country: present }'],
      'complete with: open, phone present to country present and phone present',
    ],
    [
      'more unknown cases',
      ['target: ">= 98%"', 'target: ">= 98%"\n    max_unknown: 10%'],
      'complete max_unknown: open, 5% to 10%',
    ],
    [
      'fewer cases for a verdict',
      ['target: ">= 98%"', 'target: ">= 98%"\n    min_cases: 5'],
      'complete min_cases: open, 10 to 5',
    ],
    [
      'a later warning',
      ['target: ">= 98%"', 'target: ">= 98%"\n    at_risk: 90%'],
      'complete at_risk: weakened, 80% to 90%',
    ],
    [
      'another booking',
      ['target: ">= 98%"', 'target: ">= 98%"\n    book_by: due'],
      'complete book_by: open, start to due',
    ],
    [
      'another title',
      ['promise: Contacted within 4 business hours', 'promise: Contacted fast'],
      `${first} promise: editorial, Contacted within 4 business hours to Contacted fast`,
    ],
    [
      'a longer limit of a segment',
      ['within: 1 business hour', 'within: 2 business hours'],
      `${first} segments.large.within: weakened, 1 business hour to 2 business hours`,
    ],
    [
      'another scope of a segment',
      ['size: ">= 500"', 'size: ">= 900"'],
      `${first} segments.large.where: open, size >= 500 to size >= 900`,
    ],
    ['a version', ['version: "1"', 'version: "2"'], 'agreement version: editorial, 1 to 2'],
    [
      'an end',
      ['{ from: 2026-01-01 }', '{ from: 2026-01-01, to: 2026-06-30 }'],
      'agreement effective.to: editorial, null to 2026-06-30',
    ],
    [
      'a draft',
      ['version: "1"', 'version: "1"\nstatus: draft'],
      'agreement status: removed, active to draft',
    ],
  ])('shows %s', async (_, edit, expected) => {
    expect(await changes(AGREEMENT, edited(edit))).toEqual([expected]);
  });

  it('traces a calendar to the promises that use it, and to no other', async () => {
    expect(await changes(AGREEMENT, edited(['fri: [09:00-17:00]', 'fri: [09:00-16:00]']))).toEqual([
      'first-contact calendars.office: open, digest to digest',
      'follow-up calendars.office: open, digest to digest',
    ]);
    // That no promise rests on it is no reason to pass it over.
    expect(await changes(AGREEMENT, edited(['08:00-20:00', '09:00-20:00']))).toEqual([
      'agreement calendars.hotline: open, digest to digest',
    ]);
  });

  it('says which days of a calendar are others', async () => {
    const after = edited(
      ['fri: [09:00-17:00]', 'fri: [09:00-16:00]'],
      ['closed: [2026-05-15]', 'closed: [2026-05-14]'],
    );
    const [change] = compareVersions(await version(AGREEMENT), await version(after));
    expect(change?.details).toEqual([
      'week.fri: 09:00-17:00 -> 09:00-16:00',
      'closed: - 2026-05-15',
      'closed: + 2026-05-14',
    ]);
  });

  it('says which season of a calendar is another', async () => {
    const season = (hours: string): readonly [string, string] => [
      'closed: [2026-05-15]',
      `closed: [2026-05-15]\n    seasons: [{ between: [07-01..08-31, 2026-02-18..2026-03-19], week: { mon-fri: [${hours}] } }]`,
    ];
    const [none, early, late] = [AGREEMENT, edited(season('08:00-14:00')), edited(season('08:00-15:00'))];
    const details = async (before: string, after: string) =>
      compareVersions(await version(before), await version(after))[0]?.details;
    expect(await details(none, early)).toEqual([
      'seasons: + 07-01..08-31: mon-fri 08:00-14:00, sat-sun closed',
      'seasons: + 2026-02-18..2026-03-19: mon-fri 08:00-14:00, sat-sun closed',
    ]);
    expect(await details(early, late)).toHaveLength(4);
    const other = late.replace(
      '[07-01..08-31, 2026-02-18..2026-03-19]',
      '[2026-02-18..2026-03-19, 07-01..08-31]',
    );
    expect(await details(late, other)).toBeUndefined();
  });

  it('traces the profile, a stage, a field and the time zone to the promises that rest on them', async () => {
    expect(await changes(AGREEMENT, edited(['country: [FR, BE]', 'country: FR']))).toEqual([
      'volume profile: open, digest to digest',
    ]);
    expect(
      await changes(AGREEMENT, edited(['when: { country: present }', 'when: { phone: present }'])),
    ).toEqual(['answers stages.answered: open, digest to digest']);
    expect(await changes(AGREEMENT, edited(['column: contacted,', 'column: called,']))).toEqual([
      'first-contact fields.contacted_at: open, digest to digest',
    ]);
    const zone = await changes(
      AGREEMENT,
      edited(['timezone: Europe/Paris\nteams', 'timezone: Europe/London\nteams']),
    );
    expect(zone).toHaveLength(5);
  });

  it('traces agreed words to the promises that read their field, whatever their order and their spaces', async () => {
    const words = (values: string) =>
      edited(['country: country', `country: { column: country, values: ${values} }`]);
    const agreed = await changes(AGREEMENT, words('[FR, BE]'));
    expect(agreed).toContain('volume fields.country: open, digest to digest');
    expect(await changes(words('[FR, BE]'), words('["BE ", FR]'))).toEqual([]);
    expect(await changes(words('[FR, BE]'), words('[FR, CH]'))).toEqual(agreed);
  });

  it('reshapes what is counted by quarter, and a share that may be cut by it, where the year starts in another month', async () => {
    const quarterly = AGREEMENT.replace('>= 120 per month', '>= 120 per quarter');
    const from = (text: string) =>
      text.replace('timezone: Europe/Paris\nteams', 'timezone: Europe/Paris\nyear_starts: april\nteams');
    expect(await changes(quarterly, from(quarterly))).toContain('volume year_starts: open, january to april');
    expect(await changes(from(quarterly), quarterly)).toContain('volume year_starts: open, april to january');
    const monthly = await changes(AGREEMENT, from(AGREEMENT));
    expect(monthly).toContain('first-contact year_starts: open, january to april');
    expect(monthly.filter((line) => line.startsWith('volume'))).toEqual([]);
    const said = AGREEMENT.replace(
      'timezone: Europe/Paris\nteams',
      'timezone: Europe/Paris\nyear_starts: january\nteams',
    );
    expect(await changes(AGREEMENT, said)).toEqual([]);
  });

  it('takes a calendar of another name and the same hours for a matter of words', async () => {
    const renamed = AGREEMENT.replaceAll('office', 'desk');
    expect(await changes(AGREEMENT, renamed)).toEqual([
      'first-contact calendar: editorial, office to desk',
      'follow-up calendar: editorial, office to desk',
    ]);
  });

  it('shows another stage, and that the first is read no more', async () => {
    const other = edited(['to: contacted,', 'to: answered,']);
    expect(await changes(AGREEMENT, other)).toEqual([
      'agreement reads: open, digest to digest',
      'first-contact to: open, contacted to answered',
    ]);
  });

  it('lists what came and what went', async () => {
    const without = AGREEMENT.replace(/ {2}- id: complete[\s\S]*?(?= {2}- id: first)/, '');
    // No other promise reads the telephone number, whose cells can reject a row for all of them.
    const reads = 'agreement reads: open, digest to digest';
    expect(await changes(AGREEMENT, without)).toEqual([
      reads,
      'complete commitment: removed, digest to null',
    ]);
    expect(await changes(without, AGREEMENT)).toEqual([reads, 'complete commitment: added, null to digest']);
  });

  it('follows a promise to its new id by "formerly", and compares its terms', async () => {
    const renamed = edited(['- id: complete', '- id: records\n    formerly: complete'], ['>= 98%', '>= 90%']);
    expect(await changes(AGREEMENT, renamed)).toEqual([
      'records id: renamed, complete to records',
      'records target: weakened, >= 98% to >= 90%',
    ]);
  });

  it('does not let "formerly" hide a removal: two promises can not come from one', async () => {
    const two = edited(
      ['- id: complete', '- id: records\n    formerly: complete'],
      ['- id: volume', '- id: amount\n    formerly: complete'],
    );
    const found = await changes(AGREEMENT, two);
    expect(found.filter((line) => line.includes('removed'))).toEqual([
      'volume commitment: removed, digest to null',
    ]);
  });

  it('takes a promise that is owed to somebody else for another promise', async () => {
    const turned = edited([
      'owed_by: sales\n    owed_to: marketing\n    promise',
      'owed_by: marketing\n    owed_to: sales\n    promise',
    ]);
    expect(await changes(AGREEMENT, turned)).toEqual([
      'first-contact commitment: added, null to digest',
      'first-contact commitment: removed, digest to null',
    ]);
  });

  it('shows a segment at the end by its terms, elsewhere as open, and another order as open', async () => {
    const segment = (id: string, within: string) =>
      `\n      - { id: ${id}, where: { country: FR }, within: ${within} }`;
    const large = '- { id: large, where: { size: ">= 500" }, within: 1 business hour }';
    const end = (within: string) => edited([large, large + segment('french', within)]);
    expect((await changes(AGREEMENT, end('8 business hours')))[0]).toMatch(/segments.french: weakened/);
    expect((await changes(AGREEMENT, end('2 business hours')))[0]).toMatch(/segments.french: tightened/);
    expect((await changes(end('2 business hours'), AGREEMENT))[0]).toMatch(/segments.french: weakened/);
    const front = edited([
      large,
      `- { id: french, where: { country: FR }, within: 2 business hours }\n      ${large}`,
    ]);
    expect((await changes(AGREEMENT, front))[0]).toMatch(/segments.french: open/);
    expect(await changes(front, end('2 business hours'))).toEqual([
      'first-contact segments: open, french, large to large, french',
    ]);
  });

  it('compares targets period by period, whatever every period owes', async () => {
    const owed = (every: number, own: string) =>
      edited(['">= 120 per month"', `{ every: ">= ${every} per month"${own} }`]);
    const both = ', 2026-08: ">= 40", 2026-12: ">= 80"';
    expect(await changes(owed(120, both), owed(100, both))).toEqual([
      'volume target: weakened, >= 120 per month to >= 100 per month',
    ]);
    expect(
      await changes(owed(120, both), owed(130, ', 2026-08: ">= 30 per month", 2026-10: ">= 120"')),
    ).toEqual([
      'volume target: tightened, >= 120 per month to >= 130 per month',
      'volume target.2026-08: weakened, >= 40 per month to >= 30 per month',
      'volume target.2026-12: tightened, >= 80 per month to >= 130 per month',
    ]);
    expect(await changes(owed(120, ''), owed(120, ', 2026-08: ">= 120"'))).toEqual([]);
    expect(await changes(owed(120, both), AGREEMENT)).toEqual([
      'volume target.2026-08: tightened, >= 40 per month to >= 120 per month',
      'volume target.2026-12: tightened, >= 80 per month to >= 120 per month',
    ]);
  });

  it('turns a limit around where the target is a ceiling', async () => {
    const ceiling = (within: string) =>
      edited(['within: 4 business hours', `within: ${within}`], ['target: ">= 90%"', 'target: "<= 90%"']);
    expect(await changes(ceiling('4 business hours'), ceiling('8 business hours'))).toEqual([
      'first-contact within: tightened, 4 business hours to 8 business hours',
    ]);
  });

  it('takes a new waiver for a weakening of the promise that it excuses, without the keys of its leads', async () => {
    const waived = `${AGREEMENT}waivers:\n  - { leads: [L-17], commitment: first-contact, reason: Outage, approved_by: [sales] }\n`;
    const [change] = compareVersions(await version(AGREEMENT), await version(waived));
    expect([change?.class, change?.protects, change?.details]).toEqual([
      'weakened',
      ['marketing'],
      ['1 lead, first contact: Outage', 'approved by sales'],
    ]);
    expect(JSON.stringify(change)).not.toContain('L-17');
  });

  it('points at the changed term in the head', async () => {
    const after = edited(['target: ">= 98%"', 'target: ">= 97%"']);
    const [change] = compareVersions(await version(AGREEMENT), await version(after));
    const line = after.split('\n').findIndex((text) => text.includes('97%')) + 1;
    expect(change?.place?.start).toEqual({ line, column: 13 });
  });
});
