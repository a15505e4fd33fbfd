/** An agreement with the first `n` of twenty commitments; the first five are the ones that the hand-written query answers. */
export function agreement(n: number, exportFile: string): string {
  return `${HEAD.replace('EXPORT', exportFile)}${COMMITMENTS.slice(0, n).join('')}`;
}

/** An agreement of so many promises, each with a condition that no other has. */
export const conditionsAgreement = (n: number, exportFile: string): string =>
  `${HEAD.replace('EXPORT', exportFile)}${Array.from({ length: n }, (_, at) =>
    owed(
      `at-least-${at + 2}`,
      'marketing',
      `share: { of: { stage: qualified }, with: { phone: present } }\nwhere: { employees: ">= ${at + 2}" }\ntarget: ">= 80%"`,
    ),
  ).join('')}`;

const HEAD = `sla: 1
id: bench
title: Benchmark
version: "1"
status: active
timezone: Europe/Paris
teams:
  marketing: { title: Marketing, lead: Head of marketing }
  sales: { title: Sales, lead: Head of sales }
sponsor: Managing director
calendars:
  office:
    timezone: Europe/Paris
    week:
      mon-thu: [09:00-12:30, 14:00-18:00]
      fri: [09:00-12:30, 14:00-17:00]
    holidays: [FR]
sources:
  leads:
    files: EXPORT
    timezone: Europe/Paris
    key: id
    fields:
      id: lead_id
      source: source
      phone: { column: phone, personal: true }
      company: company
      employees: { column: employees, type: integer }
      country: country
      job_title: job_title
      qualified_at: { column: qualified_at, type: datetime, format: iso }
      contacted_at: { column: contacted_at, type: datetime, format: iso }
      decided_at: { column: decided_at, type: datetime, format: iso }
stages:
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }
  answered: { at: decided_at }
profile:
  must: { country: [FR, BE, CH], employees: 20..2000 }
  must_not: { job_title: [Student] }
commitments:
`;

const owed = (id: string, by: 'marketing' | 'sales', text: string): string =>
  `  - id: ${id}\n    owed_by: ${by}\n    owed_to: ${by === 'sales' ? 'marketing' : 'sales'}\n${text
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('')}`;

const response = (to: string, within: string, calendar = true): string =>
  `response: { from: qualified, to: ${to}, within: ${within}${calendar ? ', calendar: office' : ''} }\ntarget: ">= 80%"`;

const enterprise =
  'where: profile\nsegments:\n  - { id: enterprise, where: { employees: ">= 500" }, within: 1 business hour }';

const share = (fields: readonly string[]): string =>
  `share: { of: { stage: qualified }, with: { ${fields.map((field) => `${field}: present`).join(', ')} } }\ntarget: ">= 95%"`;

const COMMITMENTS: readonly string[] = [
  owed('first-contact', 'sales', `${response('contacted', '4 business hours')}\n${enterprise}`),
  owed('volume', 'marketing', 'count: { stage: qualified, where: profile }\ntarget: ">= 20000 per month"'),
  owed('complete', 'marketing', share(['phone', 'company', 'source'])),
  owed('feedback', 'sales', response('answered', '5 business days')),
  owed('two-days', 'sales', response('contacted', '48 hours', false)),
  ...[1, 2, 6, 8, 12].map((n) => owed(`hours-${n}`, 'sales', response('contacted', `${n} business hours`))),
  ...[2, 3, 8].map((n) => owed(`days-${n}`, 'sales', response('answered', `${n} business days`))),
  ...[7, 14].map((n) => owed(`dates-${n}`, 'sales', response('answered', `${n} calendar days`, false))),
  ...['phone', 'company', 'source'].map((field) => owed(`with-${field}`, 'marketing', share([field]))),
  ...['FR', 'BE'].map((country) =>
    owed(
      `volume-${country.toLowerCase()}`,
      'marketing',
      `count: { stage: qualified, where: { country: ${country} } }\ntarget: ">= 5000 per month"`,
    ),
  ),
];
