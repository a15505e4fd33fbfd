import { spaced, utc } from '../clock.ts';
import { stories } from '../story.ts';
import { type CrmExport, LEADS, SOURCES } from './columns.ts';

export const salesforce: CrmExport = {
  folder: 'salesforce',
  delimiter: ',',
  leads: stories(2, LEADS),
  columns: [
    ['Id', ({ number }) => `00QEXAMPLE${String(number).padStart(5, '0')}AAA`],
    ['LastName', ({ who }) => who.last],
    ['FirstName', ({ who }) => who.first],
    ['Company', ({ who }) => who.company],
    ['Email', ({ who }) => who.email],
    ['Phone', ({ who, number }) => (number % 12 === 0 ? '' : who.phone)],
    ['Country', ({ country }) => country],
    ['NumberOfEmployees', ({ size }) => String(size)],
    ['LeadSource', ({ source }) => SOURCES.plain[source]],
    [
      'Status',
      ({ contacted, outcome }) =>
        outcome === 'refused'
          ? 'Closed - Not Converted'
          : outcome === 'accepted'
            ? 'Closed - Converted'
            : contacted !== null
              ? 'Working - Contacted'
              : 'Open - Not Contacted',
    ],
    ['OwnerId', ({ owner: index }) => `005EXAMPLE0000${index ?? 9}AAA`],
    ['IsConverted', ({ outcome }) => (outcome === 'accepted' ? '1' : '')],
    [
      'ConvertedDate',
      ({ decided, outcome }) =>
        outcome === 'accepted' && decided !== null ? spaced(decided).slice(0, 10) : '',
    ],
    ['CreatedDate', ({ created }) => utc(created)],
    ['FirstCallDateTime', ({ contacted }) => utc(contacted)],
    ['LastModifiedDate', ({ created, decided, contacted }) => utc(decided ?? contacted ?? created)],
    ['LastActivityDate', ({ contacted }) => spaced(contacted).slice(0, 10)],
  ],
};
