import type { Version } from '../../src/change/compare.ts';
import { readAgreement } from '../../src/language/read.ts';

/** A whole agreement in which each part is used by one promise at least. */
export const AGREEMENT = `sla: 1
id: acme
title: Acme
version: "1"
effective: { from: 2026-01-01 }
timezone: Europe/Paris
teams: { marketing: {}, sales: {} }
sponsor: Managing director
calendars:
  office:
    timezone: Europe/Paris
    week: { mon-thu: [09:00-12:30, 14:00-18:00], fri: [09:00-17:00] }
    holidays: [FR]
    closed: [2026-05-15]
  hotline: { timezone: Europe/Paris, week: { mon-sun: [08:00-20:00] } }
sources:
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      country: country
      phone: phone
      size: { column: size, type: integer }
      qualified_at: { column: qualified, type: datetime, format: iso }
      contacted_at: { column: contacted, type: datetime, format: iso }
      answered_at: { column: answered, type: datetime, format: iso }
  activities:
    files: activities.csv
    timezone: Europe/Paris
    lead: lead
    fields:
      at: { column: at, type: datetime, format: iso }
      kind: kind
stages:
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }
  answered: { at: answered_at, when: { country: present } }
profile:
  must: { country: [FR, BE] }
commitments:
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified, where: profile }
    target: ">= 120 per month"
  - id: complete
    owed_by: marketing
    owed_to: sales
    share: { of: { stage: qualified }, with: { phone: present } }
    target: ">= 98%"
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: Contacted within 4 business hours
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 90%"
    segments:
      - { id: large, where: { size: ">= 500" }, within: 1 business hour }
  - id: follow-up
    owed_by: sales
    owed_to: marketing
    attempts:
      from: qualified
      at_least: 5
      distinct_days: true
      within: 10 business days
      calendar: office
      touches: { kind: [call, email] }
    target: ">= 90%"
objectives:
  - id: answers
    shared_by: [marketing, sales]
    share: { of: { stage: qualified }, reaches: answered }
    target: ">= 50%"
`;

/** The agreement with some of its text in other words; every word must be there. */
export function edited(...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The agreement does not say ${from}`);
    return text.replace(from, to);
  }, AGREEMENT);
}

const known = new Map<string, Promise<Version>>();

/** A version from its text. Many edits begin at the same one: it is read once. */
export function version(text: string, file = 'acme.sla.yaml'): Promise<Version> {
  const key = `${file}\n${text}`;
  const made = known.get(key) ?? versionOf(text, file);
  known.set(key, made);
  return made;
}

async function versionOf(text: string, file: string): Promise<Version> {
  const { agreement, diagnostics, source } = await readAgreement(`/repository/${file}`, file, text);
  if (agreement === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { agreement, file, place: (path, on = 'value') => source.place(path, on) };
}
