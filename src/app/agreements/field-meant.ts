import type { Agreement } from '../../model/agreement.ts';
import { idMeant, type Nameable } from '../findings/meant.ts';

/** The fields of an agreement, each with the header of its column. */
const fieldsIn = ({ sources }: Agreement): readonly Nameable[] =>
  Object.values(sources).flatMap(({ fields }) =>
    Object.values(fields).map(({ name, column }) => ({ id: name, title: column })),
  );

/** The field that `--by` names by its id, its words or its header; as it was typed where that is none. */
export const fieldMeant = (typed: string, agreement: Agreement): string =>
  idMeant(typed, fieldsIn(agreement)) ?? typed;
