import { withSeconds } from '../clock.ts';
import { stories } from '../story.ts';
import { type CrmExport, LEADS, owner, SOURCES } from './columns.ts';

export const zoho: CrmExport = {
  folder: 'zoho',
  delimiter: ',',
  leads: stories(5, LEADS),
  columns: [
    ['Record Id', ({ number }) => `zcrm_44${String(number * 1009).padStart(9, '0')}`],
    ['Lead Owner', owner],
    ['Company', ({ who }) => who.company],
    ['First Name', ({ who }) => who.first],
    ['Last Name', ({ who }) => who.last],
    ['Email', ({ who }) => who.email],
    ['Phone', ({ who, number }) => (number % 10 === 0 ? '' : who.phone)],
    ['Lead Source', ({ source }) => SOURCES.plain[source]],
    [
      'Lead Status',
      ({ contacted, outcome, number }) =>
        outcome === 'refused'
          ? 'Junk Lead'
          : outcome === 'accepted'
            ? 'Pre-Qualified'
            : contacted !== null
              ? 'Contacted'
              : number % 3 === 0
                ? 'Attempted to Contact'
                : 'Not Contacted',
    ],
    ['Industry', ({ size }) => (size > 400 ? 'Large Enterprise' : 'Small/Medium Enterprise')],
    ['No. of Employees', ({ size }) => String(size)],
    ['Country', ({ country }) => country],
    ['Created Time', ({ created }) => withSeconds(created)],
    ['Converted Time', ({ decided, outcome }) => withSeconds(outcome === 'accepted' ? decided : null)],
    ['Modified Time', ({ created, contacted, decided }) => withSeconds(decided ?? contacted ?? created)],
  ],
};
