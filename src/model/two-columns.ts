import type { FieldDef } from './agreement.ts';

/** Whether a field is a date and its time of day that stand in two columns. */
export const isInTwoColumns = ({ type, parts }: FieldDef): boolean =>
  type === 'datetime' && parts !== undefined;
