import type { Catalogue } from '../catalogue.ts';

/** What a sniffed export holds, as its page shows it. */
export const exports: Catalogue = {
  '{0}: {1}, {2}, {3}': '{0} : {1}, {2}, {3}',
  Columns: 'Colonnes',
  Odd: 'Anomalies',
  'In an agreement': 'Dans un accord',
  delimiter: 'séparateur',
  quote: 'guillemet',
  header: 'en-tête',
  'line {0}': 'ligne {0}',
  'line ends': 'fins de ligne',
  packed: 'compressé',
  preset: 'préréglage',
  'no preset knows the key and four headers of it':
    'aucun préréglage n’en reconnaît la clé et quatre en-têtes',
  'not "{0}" ({1}), though {2} of {3} headers are its own: {4}':
    'pas « {0} » ({1}), bien que {2} en-têtes sur {3} lui soient propres : {4}',
  'it has no {0}': 'il y manque {0}',
  'it has none of its dates': 'aucune de ses dates n’y est',
  'of the {0} columns that it knows, {1} are there': 'de ses {0} colonnes, {1} y sont',
  '{0}: {1} of {2} headers are its own; times show {3}':
    '{0} : {1} en-têtes sur {2} lui sont propres ; heures : {3}',
  comma: 'virgule',
  semicolon: 'point-virgule',
  tab: 'tabulation',
  bar: 'barre',
  '(no name)': '(sans nom)',
  '{0} blank': 'vides : {0}',
  'ambiguous: {0}': 'ambigu : {0}',
  'each carries its offset': 'toutes avec leur décalage horaire',
  'some carry an offset, some do not': 'certaines avec un décalage horaire, d’autres sans',
  'about {0}': 'environ {0}',
  '{0} stand for blank': 'tiennent lieu de vide : {0}',
  '{0} of another form: {1}': 'd’une autre forme : {0} ({1})',
  'e.g. {0}': 'p. ex. {0}',
  file: 'fichier',
  '{0} row': '{0} ligne',
  '{0} rows': '{0} lignes',
  '{0} column': '{0} colonne',
  '{0} columns': '{0} colonnes',
  '{0} value': '{0} valeur',
  '{0} values': '{0} valeurs',
  KB: 'Ko',
  MB: 'Mo',
  GB: 'Go',
  '{0} byte': '{0} octet',
  '{0} bytes': '{0} octets',
  'not known: the export names no zone; write yours, such as Europe/Paris':
    'inconnu : l’export ne nomme pas de fuseau ; écrivez le vôtre, par exemple Europe/Paris',
  'no column identifies a lead: see whether these do together':
    'aucune colonne n’identifie un lead : voyez si celles-ci le font ensemble',
  'no row tells what it holds: write the column that identifies a lead':
    'aucune ligne ne dit ce qu’elle contient : écrivez la colonne qui identifie un lead',
  'no header names an id: write the column that identifies a lead':
    'aucun en-tête ne nomme d’identifiant : écrivez la colonne qui identifie un lead',
  another: 'un autre',
  'or {0}: say which': 'ou {0} : dites lequel',
  '{0} cell of "{1}" in "{2}" is outside its agreed words: {3}':
    '{0} cellule de « {1} » dans « {2} » est hors des mots convenus : {3}',
  '{0} cells of "{1}" in "{2}" are outside its agreed words: {3}':
    '{0} cellules de « {1} » dans « {2} » sont hors des mots convenus : {3}',
  'correct the cells in the CRM, or agree on the word and add it to "values"':
    'corrigez les cellules dans le CRM, ou convenez du mot et ajoutez-le à « values »',
  'personal, and not shown': 'personnel, et non affiché',
  '"{0}" ({1}, did you mean "{2}"?)': '« {0} » ({1}, vouliez-vous dire « {2} » ?)',
  '{0} and {1} more word': '{0} et {1} autre mot',
  '{0} and {1} more words': '{0} et {1} autres mots',
  'In {0} record of "{1}" the "{2}" is no evidence: {3}':
    'Dans {0} enregistrement de « {1} », « {2} » n’est pas une preuve : {3}',
  'In {0} records of "{1}" the "{2}" is no evidence: {3}':
    'Dans {0} enregistrements de « {1} », « {2} » n’est pas une preuve : {3}',
  'write the file there, from the folder of the agreement, or name an https link':
    'écrivez-y le fichier, à partir du dossier de l’accord, ou nommez un lien https',
  'no https link': 'pas un lien https',
  'not to be read': 'à ne pas lire',
  'outside the repository': 'hors du dépôt',
  'not there': 'absent',
  'no file': 'pas un fichier',
  'The file holds no record': 'Le fichier ne contient aucun enregistrement',
  'write one, as an item of a list: "- id: 1"': 'écrivez-en un, comme élément d’une liste : « - id: 1 »',
};
