import type { JsonSchema } from '../../model/json-schema.ts';
import { agreementSchema } from './index.ts';

/** What is said of one version of one agreement, and of no other. */
const OF_ONE = [
  'parts',
  'id',
  'title',
  'version',
  'why',
  'decided_by',
  'status',
  'effective',
  'waivers',
  'approvals',
];

export const agreementKeys: readonly string[] = Object.keys(agreementSchema.properties ?? {});

/** The sections that a file of parts may hold. */
export const partKeys: readonly string[] = agreementKeys.filter((key) => !OF_ONE.includes(key));

const ofType = (type: string): ReadonlySet<string> =>
  new Set(partKeys.filter((key) => agreementSchema.properties?.[key]?.type === type));

/** The sections that are maps, and those that are lists. */
export const mapParts = ofType('object');
export const listParts = ofType('array');

/** The keys that every agreement has itself, whatever parts it names. */
const ITS_OWN = ['sla', 'id', 'title', 'version'];

/** The agreement's schema for an editor, which sees one file: what may stand in a file of parts may be missing in it. */
export function editorSchema(): JsonSchema {
  const { required = [], anyOf = [], ...rest } = agreementSchema;
  const whole: JsonSchema = { required: required.filter((key) => !ITS_OWN.includes(key)), anyOf };
  return { ...rest, required: ITS_OWN, anyOf: [{ required: ['parts'] }, whole] };
}

/** The schema of a file of parts: sections of an agreement, none of which it must have. */
export function partsSchema(): JsonSchema {
  const { required: _required, anyOf: _anyOf, properties = {}, ...rest } = agreementSchema;
  return {
    ...rest,
    $id: 'urn:smarketing-sla:parts:1',
    title: 'Parts that agreements share',
    description:
      'Calendars, sources, stages, teams, a profile and promises of several agreements of one group.',
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => partKeys.includes(key))),
  };
}
