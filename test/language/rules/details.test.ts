import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleWith } from '../../../src/build/rule-pages.ts';
import { readAgreement } from '../../../src/language/read.ts';
import { REGIONS } from '../../../src/language/rules/holiday-regions.ts';

/** What the rules find in the example with these sections in place of its own: rule, line within the pieces, message. */
async function found(pieces: string): Promise<readonly string[]> {
  const { diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', exampleWith(pieces));
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

const FIELDS = `      id: Lead ID
      country: Country
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: First contact at, type: datetime, format: iso }
`;
const LEADS = `sources:
  leads:
    files: exports/leads.csv
    timezone: Europe/Paris
    key: id
    fields:
${FIELDS}`;
const VOLUME = `commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
`;
const response = (rest: string) =>
  `${VOLUME}  - { id: first-contact, owed_by: sales, owed_to: marketing, target: ">= 95%", response: { from: qualified, to: contacted, ${rest} } }\n`;

describe('units', () => {
  it('differ where two sums say so, and not where one of them says none', async () => {
    const sum = (id: string, target: string) =>
      `  - { id: ${id}, owed_by: sales, owed_to: marketing, sum: { field: size, stage: qualified }, target: "${target} per month" }\n`;
    const both = (second: string) => `${VOLUME}${sum('first', '>= 5 EUR')}${sum('second', second)}`;
    expect(await found(both('>= 5 seats'))).toContain(
      'two-units: "size" is in seats here, and in EUR for "first"',
    );
    expect(await found(both('>= 5'))).not.toContainEqual(expect.stringContaining('two-units'));
  });
});

describe('sources and fields', () => {
  it('of a joined source are read for one of its fields, or to cut a report', async () => {
    const deals = (field: string) =>
      `${LEADS}  deals: { files: deals.csv, joins: { lead_id: id }, fields: { ${field} } }\n`;
    expect(await found(deals('stage: Stage'))).toEqual([]);
    expect(await found(deals('amount: { column: Amount, type: decimal }'))).toEqual([
      'unused-source: Nothing reads a field of the source "deals"',
    ]);
  });

  it('may be those of a preset without use', async () => {
    const sources =
      'sources: { leads: { files: leads.csv, preset: hubspot, timezone: Europe/Paris, key: id } }\n';
    const stages = 'stages: { qualified: { at: created_at }, contacted: { at: contacted_at } }\n';
    expect(await found(`${sources}${stages}profile: { must: { country: FR } }\n`)).toEqual([]);
  });
});

describe('agreed words', () => {
  const words = (more: string) =>
    found(
      `${LEADS.replace('country: Country', 'country: { column: Country, values: [FR, BE] }')}${ACTIVITIES}${more}`,
    );
  const ACTIVITIES =
    '  calls: { files: calls.csv, lead: Lead, fields: { at: { column: At, type: datetime, format: iso }, country: Land, kind: { column: Kind, values: [Call] } } }\n';
  const first = (where: string) =>
    response(
      `to: { earliest: calls, where: ${where} }`.replace(
        'to: ',
        'within: 4 business hours, calendar: office, to: ',
      ),
    ).replace('to: contacted, ', '');

  it('are asked for in stages, segments and measures, whatever their form', async () => {
    expect(
      await words(
        'stages: { qualified: { at: qualified_at, when: { any: [{ country: " FR" }, { country: { not: [DE] } }] } }, contacted: { at: contacted_at } }\n',
      ),
    ).toContain('unagreed-word: "DE" is none of the agreed words of "country"');
    expect(await words(first('{ kind: call }'))).toContain(
      'unagreed-word: "call" is none of the agreed words of "kind"',
    );
  });

  it('are not asked for where a field of two sources may be meant, and one has none', async () => {
    expect(
      (await words(first('{ kind: Call, country: DE }'))).filter((each) => each.startsWith('unagreed')),
    ).toEqual([]);
  });
});

describe('time limits', () => {
  it('of a step are within that of the whole wait', async () => {
    const assigned = `${LEADS}      assigned_at: { column: Assigned at, type: datetime, format: iso }
stages: { qualified: { at: qualified_at }, assigned: { at: assigned_at }, contacted: { at: contacted_at } }
${response('within: 4 business hours, calendar: office, split_at: assigned')}`;
    const step = (within: string) =>
      `${assigned}  - { id: hand-over, owed_by: marketing, owed_to: sales, target: ">= 95%", response: { from: qualified, to: assigned, within: ${within}, calendar: office } }\n`;
    expect(await found(step('1 business hour'))).toEqual([]);
    expect(await found(step('1 business day'))).toEqual([]);
    expect(await found(step('6 business hours'))).toEqual([
      'contradicting-limits: "hand-over" is given 6 business hours, and "first-contact" ends after 4 business hours from the same start',
    ]);
  });

  it('in calendar days may name a calendar, whose time zone counts', async () => {
    expect(await found(response('within: 3 calendar days, calendar: office'))).toEqual([]);
  });

  it('in business time by due may be long as long as they stay within a month', async () => {
    const late = (within: string) =>
      found(`judging: { book_by: due }\n${response(`within: ${within}, calendar: office`)}`);
    expect(await late('20 business days')).toEqual([]);
    expect((await late('40 business days')).map((each) => each.split(':')[0])).toEqual(['late-booking']);
  });
});

describe('targets', () => {
  it.each([
    ['100%', ['total-target']],
    ['">= 0%"', ['always-met']],
    ['"<= 100%"', ['always-met']],
    ['"<= 0%"', ['total-target']],
    ['"<= 5%"', []],
    ['0.1%', []],
  ])('of %s are found by %s', async (target, rules) => {
    const text = response('within: 4 business hours, calendar: office').replace('">= 95%"', target);
    expect((await found(text)).map((each) => each.split(':')[0])).toEqual(rules);
  });
});

describe('an opening in the hour that the clock skips', () => {
  const calendar = (timezone: string, week: string) =>
    `calendars: { office: { timezone: ${timezone}, week: { ${week} } } }\neffective: { from: 2026-01-01 }\n`;

  it.each([
    ['Europe/Paris', 'sun: [02:30-06:00]', '02:30, which the clock of Europe/Paris skips on 2026-03-29'],
    ['Europe/Paris', 'sat: [22:00-02:15]', '02:15, which the clock of Europe/Paris skips on 2026-03-29'],
    [
      'America/New_York',
      'sun: [02:00-04:00]',
      '02:00, which the clock of America/New_York skips on 2026-03-08',
    ],
    [
      'America/Santiago',
      'sun: [00:30-04:00]',
      '00:30, which the clock of America/Santiago skips on 2026-09-06',
    ],
  ])('in %s, %s', async (timezone, week, why) => {
    expect(await found(calendar(timezone, week))).toEqual([
      `window-in-gap: The calendar "office" opens or closes at ${why}`,
    ]);
  });

  it.each([
    ['Europe/Paris', 'sun: [03:00-06:00]'],
    ['Europe/Paris', 'mon-sat: [02:30-06:00]'],
    ['America/Santiago', 'mon-sun: [00:00-24:00]'],
    ['Asia/Tokyo', 'mon-sun: [02:30-06:00]'],
  ])('is not in %s, %s', async (timezone, week) => {
    expect(await found(calendar(timezone, week))).toEqual([]);
  });
});

describe('a season', () => {
  const calendar = (effective: string, between: string, hours = '08:00-14:00') =>
    `effective: { ${effective} }\ncalendars: { office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] },
      seasons: [{ between: ${between}, week: { mon-fri: [${hours}] } }] } }\n`;

  it.each([
    [
      'before the first day in force',
      'from: 2026-07-01',
      '2026-06-01..2026-06-30',
      ['No day in force lies in'],
    ],
    ['that reaches into it', 'from: 2026-07-01', '2026-06-01..2026-07-01', []],
    ['in which the last cases end', 'from: 2026-07-01, to: 2026-12-31', '2027-02-08..2027-03-09', []],
    [
      'long after the last',
      'from: 2026-07-01, to: 2026-12-31',
      '2028-01-28..2028-02-26',
      ['No day in force lies'],
    ],
    ['of a day that comes every four years', 'from: 2026-07-01', '02-29', []],
  ])('%s', async (_, effective, between, says) => {
    const all = await found(calendar(effective, between));
    expect(all).toHaveLength(says.length);
    for (const [i, text] of says.entries()) expect(all[i]).toContain(`idle-season: ${text}`);
  });

  it('that changes nothing', async () => {
    const all = await found(calendar('from: 2026-01-01', '07-01..08-31', '09:00-17:00'));
    expect(all).toEqual([
      'idle-season: The season 07-01..08-31 of the calendar "office" has the hours of the usual week',
    ]);
  });

  it('opens in the hour that the clock skips, where it holds when the clock changes', async () => {
    const night = (between: string) =>
      calendar('from: 2026-01-01', between).replace('mon-fri: [08', 'sun: [02:30-08:00], mon-fri: [08');
    expect(await found(night('03-01..03-31'))).toEqual([
      'window-in-gap: The calendar "office" opens or closes at 02:30, which the clock of Europe/Paris skips on 2026-03-29',
    ]);
    expect(await found(night('07-01..08-31'))).toEqual([]);
  });
});

describe('public holidays', () => {
  it.each(Object.entries(REGIONS))('of %s differ in more than half of its regions', (country, regions) => {
    const file = new URL(`../../../src/calendar/public-holidays/${country}.json`, import.meta.url);
    const data = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly regions: Readonly<
        Record<string, { readonly add: object; readonly remove: readonly number[] }>
      >;
    };
    const codes = regions.split(' ');
    expect(codes.filter((code) => !Object.hasOwn(data.regions, code))).toEqual([]);
    const differ = codes.filter((code) => {
      const { add = {}, remove = [] } = data.regions[code] ?? {};
      return Object.keys(add).length > 0 || remove.length > 0;
    });
    expect(differ.length).toBeGreaterThan(codes.length / 2);
  });

  it('of the country beside those of a region are enough', async () => {
    const week = 'week: { mon-fri: [09:00-18:00] }';
    expect(
      await found(`calendars: { office: { timezone: Europe/Berlin, ${week}, holidays: [DE, DE-BY] } }\n`),
    ).toEqual([]);
  });
});

describe('a funnel', () => {
  const told = (all: readonly string[]) => all.filter((one) => one.startsWith('funnel-order'));
  const stages = (won: string) =>
    found(`stages:
  qualified: { at: qualified_at }
  contacted: { at: contacted_at, when: { country: [FR, BE] } }
  called: { at: contacted_at, when: { country: ${won} } }
funnel: [qualified, contacted, called]
`);

  it('has no stage that an earlier one rules out', async () => {
    expect(told(await stages('[FR, DE]'))).toEqual([]);
    expect(told(await stages('DE'))).toEqual([
      'funnel-order: No lead that reached "contacted" can reach "called": their conditions contradict each other',
    ]);
  });

  it('is no order against which a promise runs', async () => {
    const share = (of: string, reaches: string) =>
      found(
        `funnel: [qualified, contacted]\n${VOLUME}  - { id: reached, owed_by: sales, owed_to: marketing, target: ">= 80%", share: { of: { stage: ${of} }, reaches: ${reaches} } }\n`,
      );
    expect(told(await share('qualified', 'contacted'))).toEqual([]);
    expect(told(await share('contacted', 'qualified'))).toEqual([
      'funnel-order: "reached" goes from "contacted" to "qualified", and the funnel has them the other way round',
    ]);
  });
});

describe('targets of single periods', () => {
  const owed = async (effective: string, own: string) => {
    const target = `{ every: ">= 120 per quarter", ${own}: ">= 40" }`;
    const all = await found(`effective: { ${effective} }\n${VOLUME.replace('">= 120 per month"', target)}`);
    return all.filter((one) => one.startsWith('idle-target'));
  };

  it('count where a day of the period is in force', async () => {
    expect(await owed('from: 2026-09-30, to: 2026-10-01', '2026-Q3')).toEqual([]);
    expect(await owed('from: 2026-09-30, to: 2026-10-01', '2026-Q4')).toEqual([]);
    expect(await owed('from: 2026-09-30', '2030-Q1')).toEqual([]);
    expect(await owed('from: 2026-10-01', '2026-Q3')).toEqual([
      'idle-target: No day of 2026-Q3 is in force, and "volume" has a target for it',
    ]);
    expect(await owed('from: 2025-01-01, to: 2026-09-30', '2026-Q4')).toEqual([
      'idle-target: No day of 2026-Q4 is in force, and "volume" has a target for it',
    ]);
  });
});

describe('waivers', () => {
  const waiver = (rest: string) =>
    found(
      `effective: { from: 2026-01-01, to: 2026-12-31 }\nwaivers: [{ commitment: first-contact, reason: Outage, approved_by: [marketing, sales], ${rest} }]\n`,
    );

  it.each([
    [
      'between: 2026-03-02..2026-03-06, expires: 2026-03-01',
      'waiver-expired: The waiver expires on 2026-03-01, before its dates begin',
    ],
    [
      'between: 2027-03-02..2027-03-06',
      "waiver-expired: The waiver's dates are not among those of the agreement, which is in force from 2026-01-01 to 2026-12-31",
    ],
    ['between: 2026-03-01..2026-04-01', 'broad-waiver: The waiver excuses every lead of 32 days'],
  ])('with %s are found', async (rest, finding) => {
    expect(await waiver(rest)).toEqual([finding]);
  });

  it('by a condition name a commitment, and may hold as long as the agreement', async () => {
    const everything = (rest: string) =>
      found(`waivers: [{ reason: Opted out, approved_by: [marketing, sales], ${rest} }]\n`);
    expect(await everything('where: { country: DE }')).toEqual([
      'broad-waiver: The waiver excuses every lead of its condition from every commitment',
    ]);
    expect(await everything('where: { country: DE }, commitment: first-contact')).toEqual([]);
  });

  it.each(['between: 2026-03-01..2026-03-31', 'leads: [L-1], expires: 2026-01-01'])(
    'with %s are not',
    async (rest) => {
      expect(await waiver(rest)).toEqual([]);
    },
  );
});
