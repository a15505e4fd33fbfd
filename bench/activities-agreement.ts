import { agreement } from './agreement.ts';

/** The agreement of the benchmark with three promises that activities decide. */
export function activitiesAgreement(leads: string, activities: string): string {
  const [head = ''] = agreement(0, leads).split('stages:');
  const [, rest = ''] = agreement(0, leads).split('stages:');
  return `${head}  activities:
    files: ${activities}
    timezone: Europe/Paris
    lead: lead_id
    fields:
      at: { column: activity_at, type: datetime, format: iso }
      kind: kind
      by: { column: done_by, personal: true }
stages:${rest}${PROMISES}`;
}

const PROMISES = `  - id: follow-up
    owed_by: sales
    owed_to: marketing
    attempts:
      from: qualified
      at_least: 3
      distinct_days: true
      within: 10 business days
      calendar: office
      touches: { kind: [call, email, meeting], by: { not: [automation] } }
      until: answered
    target: ">= 80%"
  - id: persistence
    owed_by: sales
    owed_to: marketing
    attempts:
      from: qualified
      at_least: 2
      min_gap: 2 hours
      within: 120 hours
      touches: { kind: [call, meeting], by: { not: [automation] } }
    target: ">= 50%"
  - id: first-touch
    owed_by: sales
    owed_to: marketing
    response:
      from: qualified
      to: { earliest: activities, where: { kind: [call, meeting], by: { not: [automation] } } }
      within: 8 business hours
      calendar: office
    target: ">= 50%"
`;
