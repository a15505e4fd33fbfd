import { spaced } from '../clock.ts';
import { stories } from '../story.ts';
import { type CrmExport, LEADS, owner, SOURCES } from './columns.ts';

export const hubspot: CrmExport = {
  folder: 'hubspot',
  delimiter: ',',
  leads: stories(1, LEADS),
  columns: [
    ['Record ID', ({ number }) => String(151_000_000_00 + number * 17)],
    ['First Name', ({ who }) => who.first],
    ['Last Name', ({ who }) => who.last],
    ['Email', ({ who }) => who.email],
    ['Phone Number', ({ who, number }) => (number % 9 === 0 ? '' : who.phone)],
    ['Company Name', ({ who, number }) => (number % 31 === 0 ? '' : who.company)],
    ['Country/Region', ({ country }) => country],
    ['Number of Employees', ({ size }) => String(size)],
    ['Original Source', ({ source }) => SOURCES.hubspot[source]],
    ['Contact owner', owner],
    [
      'Lifecycle Stage',
      ({ qualified, outcome, won }) =>
        won !== null
          ? 'Customer'
          : outcome === 'accepted'
            ? 'Sales Qualified Lead'
            : qualified !== null
              ? 'Marketing Qualified Lead'
              : 'Lead',
    ],
    [
      'Lead Status',
      ({ contacted, outcome }) =>
        outcome === 'refused'
          ? 'Unqualified'
          : outcome === 'accepted'
            ? 'Open deal'
            : contacted !== null
              ? 'Connected'
              : 'New',
    ],
    ['Create Date', ({ created }) => spaced(created)],
    ['Became a Marketing Qualified Lead Date', ({ qualified }) => spaced(qualified)],
    ['Owner Assigned Date', ({ assigned }) => spaced(assigned)],
    ['First outreach date', ({ contacted }) => spaced(contacted)],
    ['Last Contacted', ({ contacted, decided }) => spaced(decided ?? contacted)],
    [
      'Became a Sales Qualified Lead Date',
      ({ decided, outcome }) => spaced(outcome === 'accepted' ? decided : null),
    ],
    ['Became a Customer Date', ({ won }) => spaced(won)],
  ],
};
