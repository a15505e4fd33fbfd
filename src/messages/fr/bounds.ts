import type { Catalogue } from '../catalogue.ts';

/** What is more than people write, and is counted in place of being read. */
export const bounds: Catalogue = {
  // Agreements
  'There are {0} agreements under "{1}", and at most {2} are read at once':
    'Il y a {0} accords sous « {1} », et {2} au plus sont lus à la fois',
  'name the folder or the files that are meant': 'nommez le dossier ou les fichiers voulus',
  'The promise has {0} segments, and at most {1} are judged':
    'La promesse a {0} segments, et {1} au plus sont jugés',
  'join those with the same terms under one condition':
    'réunissez sous une seule condition ceux dont les termes sont les mêmes',
  'The file has {0} comments that ignore a rule, and from here on they ignore nothing':
    'Le fichier a {0} commentaires qui ignorent une règle : à partir d’ici, ils n’ignorent rien',
  'keep {0} of them, or set the rules under lint': 'gardez-en {0}, ou réglez les règles sous lint',

  // Problems of an agreement
  'There are more than {0} problems, and those from here on are not told':
    'Il y a plus de {0} problèmes : à partir d’ici, ils ne sont plus énumérés',
  'mend those before it first': 'corrigez d’abord ceux qui précèdent',

  // Minutes
  'The minutes are too large: {0} bytes, at most {1}':
    'Le compte rendu est trop volumineux : {0} octets, au plus {1}',
  'name the minutes of one meeting, as "sla pack -o minutes.md" writes their agenda':
    'nommez le compte rendu d’une seule réunion, dont « sla pack -o minutes.md » écrit l’ordre du jour',

  // Workbooks
  'The workbook has more than {0} parts': 'Le classeur a plus de {0} parties',

  // Calendar files
  'holds {0} events, and at most {1} are read': 'contient {0} événements, et {1} au plus sont lus',
  'has a line of more than {0} parameters, line {1}': 'a une ligne de plus de {0} paramètres, la ligne {1}',
  'lists {0} dates, and at most {1} are read': 'énumère {0} dates, et {1} au plus sont lues',

  // Files in place of which something else lies
  'put the connections there as a file, or name one with --connection':
    'mettez-y les connexions dans un fichier, ou nommez-en une avec --connection',

  // git
  'it did not answer within {0} seconds': 'il n’a pas répondu en {0} secondes',
};
