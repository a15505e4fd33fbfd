import { beforeAll, describe, expect, it } from 'vitest';
import { compareVersions, type Version } from '../../src/change/compare.ts';
import { couldNeed } from '../../src/change/review.ts';
import { AGREEMENT, edited, version } from './agreements.ts';

const BOTH = ['marketing', 'sales'];

/** The teams that must accept a change of the text, in both directions. */
const EDITS: readonly (readonly [string, string, string, readonly string[], readonly string[]])[] = [
  ['a longer limit', 'within: 4 business hours', 'within: 8 business hours', ['marketing'], []],
  ['a lower target', '">= 98%"', '">= 97%"', ['sales'], []],
  ['another period', '>= 120 per month', '>= 120 per year', BOTH, BOTH],
  ['a unit', '>= 120 per month', '>= 120 leads per month', BOTH, BOTH],
  ['a ceiling', '">= 98%"', '"<= 98%"', BOTH, BOTH],
  ['a unit of time', 'within: 4 business hours', 'within: 4 hours', BOTH, BOTH],
  ['fewer touches', 'at_least: 5', 'at_least: 4', ['marketing'], []],
  ['lines before the header', 'files: leads.csv', 'files: leads.csv\n    csv: { skip: 200 }', BOTH, BOTH],
  ['rejected rows', 'files: leads.csv', 'files: leads.csv\n    max_rejected: 100%', BOTH, BOTH],
  ['another export', 'files: leads.csv', 'files: empty.csv', BOTH, BOTH],
  ['a sheet', 'files: leads.csv', 'files: leads.csv\n    sheet: May', BOTH, BOTH],
  ['a column', 'column: contacted,', 'column: called,', BOTH, BOTH],
  ['a column that no promise reads', 'id: id\n', 'id: key\n', BOTH, BOTH],
  [
    'a format',
    'column: contacted, type: datetime, format: iso',
    'column: contacted, type: datetime, format: epoch',
    BOTH,
    BOTH,
  ],
  ['personal data', 'phone: phone', 'phone: { column: phone, personal: true }', BOTH, BOTH],
  ['closing days', 'closed: [2026-05-15]', 'closed: [2026-06-01..2026-12-31]', BOTH, BOTH],
  ['a calendar of nobody', '08:00-20:00', '09:00-20:00', BOTH, BOTH],
  ['the profile', 'country: [FR, BE]', 'country: FR', BOTH, BOTH],
  ['a sponsor', 'sponsor: Managing director', 'sponsor: Nobody', BOTH, BOTH],
  ['unknown cases', '">= 98%"', '">= 98%"\n    max_unknown: 50%', BOTH, BOTH],
  ['a title', 'title: Acme', 'title: Acme and Co', [], []],
  ['why', 'version: "1"', 'version: "1"\nwhy: Two people more', [], []],
  ['who decided', 'version: "1"', 'version: "1"\ndecided_by: [sales, sponsor]', [], []],
  ['when a month is closed', 'sponsor:', 'closing: { after: 10 calendar days }\nsponsor:', BOTH, BOTH],
  ['what a closed month keeps', 'sponsor:', 'closing: { cases: none }\nsponsor:', BOTH, BOTH],
  ['words', 'promise: Contacted within', 'promise: Called within', [], []],
  ['a version', 'version: "1"', 'version: "2"', [], []],
];

const needs = (before: Version, after: Version): readonly string[] =>
  [...new Set(compareVersions(before, after).flatMap(couldNeed))].sort();

describe('the gate', () => {
  it.each(EDITS)('asks the right teams for %s, there and back', async (_, from, to, there, back) => {
    const [before, after] = [await version(AGREEMENT), await version(edited([from, to]))];
    expect([needs(before, after), needs(after, before)]).toEqual([there, back]);
  });

  let agreed: Version;
  beforeAll(async () => {
    agreed = await version(AGREEMENT);
  });

  it('passes over no part that it does not know, wherever it stands', () => {
    const { agreement } = agreed;
    const [first, ...rest] = agreement.commitments;
    const leads = agreement.sources.leads;
    const fresh = { fresh: 1 };
    const grown: readonly object[] = [
      fresh,
      { commitments: [{ ...first, ...fresh }, ...rest] },
      { commitments: [{ ...first, measure: { ...first?.measure, ...fresh } }, ...rest] },
      { commitments: [{ ...first, target: { ...first?.target, ...fresh } }, ...rest] },
      { sources: { ...agreement.sources, leads: { ...leads, ...fresh } } },
      { sources: { ...agreement.sources, leads: { ...leads, csv: { ...leads?.csv, ...fresh } } } },
      { calendars: { ...agreement.calendars, office: { ...agreement.calendars.office, ...fresh } } },
      { stages: { ...agreement.stages, qualified: { ...agreement.stages.qualified, ...fresh } } },
      { profile: { ...agreement.profile, ...fresh } },
      { review: { every: null, last: null, ...fresh } },
    ];
    for (const part of grown) {
      const after = { ...agreed, agreement: { ...agreement, ...part } } as Version;
      expect([Object.keys(part), needs(agreed, after)]).toEqual([Object.keys(part), BOTH]);
    }
  });
});
