import { mark } from '../messages/index.ts';
import { integer, moment, type Preset, personal, text } from './preset.ts';

/**
 * Tickets exported from Zendesk Support as CSV (Admin Center, account data): rows of their own, and no leads.
 *
 * Headers, and that times are in the zone of the account: Zendesk's help on exporting data, and a public export
 * of an insurer's tickets. It tells the first reply as a number of minutes alone, which is no instant.
 *
 * Not confirmed: that times are written `2026-03-02 09:14`; the headers of other interfaces than the English one.
 */
export const zendesk: Preset = {
  name: 'zendesk',
  title: mark`Zendesk Support, tickets`,
  csv: {},
  key: 'id',
  telling: ['solved_at', 'assigned_at'],
  clock: mark`the time zone of the Zendesk account, under Admin Center > Account > Appearance > Localization`,
  fields: {
    id: text('ID', 'Id'),
    created_at: moment('iso', 'Created at'),
    assigned_at: moment('iso', 'Initially assigned at'),
    solved_at: moment('iso', 'Solved at'),
    due_at: moment('iso', 'Due date'),
    modified_at: moment('iso', 'Updated at'),
    status: text('Status'),
    priority: text('Priority'),
    type: text('Ticket type'),
    channel: text('Via'),
    group: text('Group'),
    owner: personal('Assignee'),
    requester: personal('Requester'),
    email: personal('Requester email'),
    company: text('Organization'),
    satisfaction: text('Satisfaction Score'),
    replies: integer('Replies'),
    reopens: integer('Reopens'),
  },
  stages: { created: ['created_at'], assigned: ['assigned_at'] },
  ofTickets: { opened: 'created_at', solved: 'solved_at', due: 'due_at' },
  notContact: [
    {
      columns: ['Assigned at'],
      why: mark`the latest assignment: it moves with each agent`,
    },
    {
      columns: ['First reply time in minutes', 'First reply time in minutes within business hours'],
      why: mark`a length of time, by the hours of the help desk: no instant that a calendar could judge`,
    },
  ],
  statuses: null,
};

/**
 * Tickets exported from Freshdesk as CSV: rows of their own, and no leads.
 *
 * Headers with a capital `Time`: the list of columns in a public copy of the program's own source. Those with a
 * small one, as today's exports have them: one public program that imports them.
 *
 * Not confirmed: `Initial response time` and `Closed time`; that times follow the zone of the account; the headers
 * of other interfaces than the English one.
 */
export const freshdesk: Preset = {
  name: 'freshdesk',
  title: mark`Freshdesk, tickets`,
  csv: {},
  key: 'id',
  telling: ['solved_at', 'due_at'],
  clock: mark`the time zone of the Freshdesk account, under Admin > Account > Helpdesk settings`,
  fields: {
    id: text('Ticket ID', 'Ticket Id'),
    created_at: moment('iso', 'Created time', 'Created Time'),
    answered_at: moment('iso', 'Initial response time'),
    solved_at: moment('iso', 'Resolved time', 'Resolved Time'),
    closed_at: moment('iso', 'Closed time'),
    due_at: moment('iso', 'Due by Time'),
    modified_at: moment('iso', 'Last update time'),
    status: text('Status'),
    priority: text('Priority'),
    type: text('Type'),
    channel: text('Source'),
    group: text('Group'),
    owner: personal('Agent'),
    requester: personal('Full name', 'Requester'),
    email: personal('Email'),
    company: text('Company Name', 'Customer'),
  },
  stages: { created: ['created_at'], answered: ['answered_at'] },
  ofTickets: { opened: 'created_at', answered: 'answered_at', solved: 'solved_at', due: 'due_at' },
  notContact: [
    {
      columns: ['First response time (in hrs)', 'Resolution time (in hrs)'],
      why: mark`a length of time, by the hours of the help desk: no instant that a calendar could judge`,
    },
  ],
  statuses: null,
};
