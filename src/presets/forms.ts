import { mark } from '../messages/index.ts';
import { moment, type Preset, personal, text } from './preset.ts';

/**
 * Leads of forms on Facebook and Instagram, downloaded from Meta's lead centre.
 *
 * Headers: the lists of columns in several public programs that read such files (`created_time`, `adset_name`,
 * `is_organic`, `lead_status`), and public exports. Times as in those: `2024-03-15T09:22:10-05:00`, and
 * `2024/03/15 09:22:10` where a program in between has written the file.
 *
 * Not confirmed: the names of the questions, which each form makes its own.
 */
export const metaLeadForms: Preset = {
  name: 'meta-lead-forms',
  title: mark`Meta lead forms, leads`,
  csv: {},
  key: 'id',
  telling: ['created_at'],
  clock: mark`times carry their offset; where a program in between has taken it away, that program's zone`,
  fields: {
    id: text('id'),
    created_at: moment('iso', 'created_time'),
    ad: text('ad_name'),
    ad_set: text('adset_name'),
    source: text('campaign_name'),
    form: text('form_name'),
    is_organic: text('is_organic'),
    platform: text('platform'),
    status: text('lead_status'),
    name: personal('full_name'),
    first_name: personal('first_name'),
    last_name: personal('last_name'),
    email: personal('email', 'work_email'),
    phone: personal('phone_number', 'work_phone_number'),
    company: text('company_name'),
    job_title: text('job_title'),
    country: text('country'),
  },
  stages: { created: ['created_at'], qualified: ['created_at'] },
  notContact: [],
  statuses: null,
};

/**
 * Meetings booked in Calendly, as "Scheduled events" are exported: a row an invitee.
 *
 * Headers and times: the header line and a row of a public export (`Event Created Date & Time`,
 * `2025-03-02 01:40 am`).
 *
 * Not confirmed: which zone the times show.
 */
export const calendly: Preset = {
  name: 'calendly',
  title: mark`Calendly, booked meetings`,
  csv: {},
  key: 'id',
  clock: mark`not documented: compare one row with the screen; the account that exported sees the same time, or UTC`,
  fields: {
    id: text('Invitee UUID', 'Event UUID'),
    created_at: moment('yyyy-MM-dd hh:mm a', 'Event Created Date & Time'),
    meeting_at: moment('yyyy-MM-dd hh:mm a', 'Start Date & Time'),
    ends_at: moment('yyyy-MM-dd hh:mm a', 'End Date & Time'),
    type: text('Event Type Name'),
    cancelled: text('Canceled'),
    no_show: text('Marked as No-Show'),
    owner: personal('User Name'),
    name: personal('Invitee Name'),
    email: personal('Invitee Email'),
    source: text('UTM Source'),
  },
  stages: { created: ['created_at'], qualified: ['created_at'] },
  notContact: [
    {
      columns: ['Start Date & Time', 'End Date & Time'],
      why: mark`what was planned: a meeting that was cancelled, or that nobody came to, has it too`,
    },
  ],
  statuses: null,
};

/**
 * Answers to a form of Typeform, downloaded as CSV: a row a response, a column a question.
 *
 * Headers and times: public notes on such files (`#`, `Start Date (UTC)`, `Submit Date (UTC)`, `Network ID`,
 * `2018-04-03 09:05:14`), and public exports of the older form (`Submitted At`, `Token`).
 *
 * Not confirmed: `utm_source`, which a form has where it was made a hidden field; the questions are each form's own.
 */
export const typeform: Preset = {
  name: 'typeform',
  title: mark`Typeform, responses`,
  csv: {},
  key: 'id',
  clock: mark`UTC, as their headers say`,
  fields: {
    id: text('#', 'Token'),
    created_at: moment('iso', 'Submit Date (UTC)', 'Submitted At'),
    started_at: moment('iso', 'Start Date (UTC)'),
    stage_at: moment('iso', 'Stage Date (UTC)'),
    source: text('utm_source'),
    response_type: text('Response Type'),
    network: text('Network ID'),
    tags: text('Tags'),
    ending: text('Ending'),
  },
  stages: { created: ['created_at'], qualified: ['created_at'] },
  notContact: [
    {
      columns: ['Start Date (UTC)', 'Stage Date (UTC)'],
      why: mark`what the person did who filled the form`,
    },
  ],
  statuses: null,
};
