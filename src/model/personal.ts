import type { FieldDef } from './agreement.ts';

/** Whose values of personal fields may appear in outputs: nobody's, everybody's, or those of the fields named. */
export type Personal = boolean | ReadonlySet<string>;

/** Whether the values of a field are not to appear. */
export function isHidden(field: FieldDef | undefined, personal: Personal): boolean {
  if (field?.personal !== true || personal === true) return false;
  return personal === false || !personal.has(field.name);
}

/** Whether the names that the history of the owners tells are hidden: it is allowed by its own name, or as `owner`. */
export const isToldHidden = (told: FieldDef | undefined, personal: Personal): boolean =>
  told !== undefined && isHidden(told, personal) && isHidden({ ...told, name: 'owner' }, personal);
