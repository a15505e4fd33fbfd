import type { Catalogue } from '../catalogue.ts';

/** How far long work is. */
export const progress: Catalogue = {
  'Reading {0}': 'Lecture de {0}',
  'Converting {0}': 'Conversion de {0}',
  'Unpacking {0}': 'Décompression de {0}',
  'There is no space left in the temporary folder to read the export':
    'Il n’y a plus de place dans le dossier temporaire pour lire l’export',
  'No temporary files can be written in "{0}" ({1}): name a folder for them in TMPDIR':
    'Impossible d’écrire des fichiers temporaires dans « {0} » ({1}) : donnez-leur un dossier avec TMPDIR',
  'free twice the size of the export there, or name another folder in TMPDIR; an export as UTF-8 needs half of it':
    'libérez-y deux fois la taille de l’export, ou donnez un autre dossier dans TMPDIR ; un export en UTF-8 en demande la moitié',
  'about {0} rows': 'environ {0} lignes',
  '{0} left': 'encore {0}',
  '{0} of {1} {2}': '{0} sur {1} {2}',
  '{0} s': '{0} s',
  '{0} min': '{0} min',
};
