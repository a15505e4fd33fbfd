import type { Catalogue } from '../catalogue.ts';

/** Words that several parts say. */
export const common: Catalogue = {
  '"{0}"': '« {0} »',
  ' and ': ' et ',
  ' or ': ' ou ',
  'did you mean {0}? ': 'vouliez-vous dire {0} ? ',
  none: 'aucun',
  others: 'autres',
};
