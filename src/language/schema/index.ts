import type { JsonSchema } from '../../model/json-schema.ts';
import { calendars } from './calendars.ts';
import { common } from './common.ts';
import { disputes } from './disputes.ts';
import { experiments } from './experiments.ts';
import { head } from './head.ts';
import { priorities } from './objectives.ts';
import { plan } from './plan.ts';
import { commitments, judging, objectives, promiseParts } from './promises.ts';
import { approvals, closing, lint, waivers } from './record.ts';
import { sourceParts, sources } from './sources.ts';
import { funnel, profile, stages } from './stages.ts';
import { views } from './views.ts';

/** The agreement's schema, draft-07, in the order in which an agreement is best written. */
export const agreementSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:smarketing-sla:agreement:1',
  title: 'Agreement between marketing and sales',
  description: 'What marketing and sales promise each other, judged lead by lead from exports of the CRM.',
  type: 'object',
  properties: {
    ...head,
    calendars,
    sources,
    stages,
    funnel,
    profile,
    judging,
    objectives,
    priorities,
    commitments,
    plan,
    experiments,
    disputes,
    views,
    closing,
    waivers,
    approvals,
    lint,
  },
  required: ['sla', 'id', 'title', 'version', 'timezone', 'teams', 'sources', 'stages'],
  anyOf: [{ required: ['commitments'] }, { required: ['objectives'] }],
  additionalProperties: false,
  definitions: { ...common, ...sourceParts, ...promiseParts },
};
