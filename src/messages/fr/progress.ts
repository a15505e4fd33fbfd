import type { Catalogue } from '../index.ts';

/** How far long work is. */
export const progress: Catalogue = {
  'Reading {0}': 'Lecture de {0}',
  'Converting {0}': 'Conversion de {0}',
  'Unpacking {0}': 'Décompression de {0}',
  'about {0} rows': 'environ {0} lignes',
  '{0} left': 'encore {0}',
  '{0} of {1} {2}': '{0} sur {1} {2}',
  '{0} s': '{0} s',
  '{0} min': '{0} min',
};
