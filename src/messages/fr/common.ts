import type { Catalogue } from '../catalogue.ts';

/** Words that several parts say. */
export const common: Catalogue = {
  '"{0}"': '« {0} »',
  '{0} and {1}': '{0} et {1}',
  '{0} or {1}': '{0} ou {1}',
  'did you mean {0}? ': 'vouliez-vous dire {0} ? ',
  none: 'aucun',
  others: 'autres',
};
