import { withSeconds } from '../clock.ts';
import { stories } from '../story.ts';
import { type CrmExport, LEADS, money, owner } from './columns.ts';

export const generic: CrmExport = {
  folder: 'generic',
  delimiter: ',',
  leads: stories(8, LEADS),
  columns: [
    ['lead_id', ({ number }) => `L-${String(number).padStart(4, '0')}`],
    ['created_at', ({ created }) => withSeconds(created)],
    ['qualified_at', ({ qualified }) => withSeconds(qualified)],
    ['first_contacted_at', ({ contacted }) => withSeconds(contacted)],
    ['decided_at', ({ decided }) => withSeconds(decided)],
    ['status', ({ outcome, contacted }) => outcome ?? (contacted !== null ? 'contacted' : 'new')],
    ['reason', ({ reason }) => reason ?? ''],
    ['owner', owner],
    ['source', ({ source }) => source],
    ['company', ({ who }) => who.company],
    ['employee_count', ({ size }) => String(size)],
    ['country', ({ country }) => country],
    ['email', ({ who }) => who.email],
    ['amount', ({ amount }) => money(amount)],
  ],
};
