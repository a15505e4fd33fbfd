import type { Catalogue } from '../catalogue.ts';

/** Why a lead is judged as it is. */
export const receipt: Catalogue = {
  // The account of a clock
  'What counted, and what did not': 'Ce qui a compté, et ce qui n’a pas compté',
  'from and to': 'de et à',
  counts: 'compte',
  'in all': 'en tout',
  // Conditions
  never: 'jamais',
  '{0} is {1}': '{0} est {1}',
  'the lead is in profile': 'le lead est dans le profil',
  '{0} is not {1}': '{0} n’est pas {1}',
  'not ({0})': 'non ({0})',
  '{0} is from {1} to {2}': '{0} va de {1} à {2}',
  '{0} is blank': '{0} est vide',
  '"{0}" is blank': '« {0} » est vide',
  '"{0}" is "{1}"': '« {0} » vaut « {1} »',

  // Whether a promise applies
  'none of its rows could be judged': 'aucune de ses lignes n’a pu être jugée',
  'it counts the rows of a records file, not leads':
    'cette promesse compte les lignes d’un fichier de suivi, pas des leads',
  'nobody knows to which period it belongs': 'nul ne sait à quelle période il appartient',
  'nothing dates it: it is judged by the version in force at as-of':
    'aucune date ne s’y lit : la version en vigueur à la date de l’arrêté est celle qui juge',
  'version {0} was not in force when it started': 'la version {0} n’était pas en vigueur à son début',
  'out of scope, as it does not hold that {0}': 'hors périmètre, condition non vérifiée : {0}',
  'in scope: {0}': 'dans le périmètre : {0}',
  'it holds that {0}': 'condition vérifiée : {0}',
  'it does not hold that {0}': 'condition non vérifiée : {0}',
  'segment "{0}": {1}': 'segment « {0} » : {1}',
  'approved by {0}, ': 'approuvée par {0}, ',
  'rejected: {0}': 'rejetée : {0}',
  'the first of {0}': 'la première ligne de {0}',

  // Hand-overs
  'hand-over {0} of {1}: {2} {3}': 'passage de relais {0} sur {1} : {2} {3}',
  'hand-over {0} of {1}: "{2}" is blank': 'passage de relais {0} sur {1} : « {2} » est vide',
  'with what stands under {0}, merged into it': 'avec ce qui figure sous {0}, fusionné avec lui',
  'the date of "{0}" is told of another hand-over':
    'la date de « {0} » est celle d’un autre passage de relais',
  'judged as hand-over {0}': 'jugée comme passage de relais {0}',
  'another hand-over of the lead has the same "{0}", and is judged by it':
    'un autre passage de relais du lead a le même « {0} », et est jugé à sa place',

  // The clock
  'its clock has not started': 'son chronomètre n’a pas démarré',
  'its clock has started': 'son chronomètre a démarré',
  'the lead has not reached "{0}": "{1}" is blank': 'le lead n’a pas atteint « {0} » : « {1} » est vide',
  'the lead has not reached "{0}": it does not hold that {1}':
    'le lead n’a pas atteint « {0} », condition non vérifiée : {1}',
  'the lead had not reached "{0}" by as-of': 'le lead n’avait pas atteint « {0} » à la date de l’arrêté',
  'the lead has not reached "{0}", which asks that {1}': 'le lead n’a pas atteint « {0} », qui suppose : {1}',
  'the lead has reached "{0}"': 'le lead a atteint « {0} »',
  'reaching "{0}" in time ended it early': 'atteindre « {0} » à temps y a mis fin plus tôt',
  '{0} has a date and {1} has none, so that no clock could start':
    '{0} a une date et {1} n’en a pas : aucun chronomètre n’a pu démarrer',
  '{0} comes before {1}': '{0} vient avant {1}',
  'a cell is a date without a time: the answer is one at the beginning of that day and another at its end':
    'une cellule est une date sans heure : la réponse diffère entre le début et la fin de cette journée',
  'the condition of {0} holds, and its date is blank': 'la condition de {0} est remplie, et sa date est vide',
  'it rests on a date after as-of': 'le cas repose sur une date postérieure à l’arrêté',
  'it rests on a date behind the end of the data, which is not taken for the present':
    'le cas repose sur une date postérieure à la fin des données, qui n’est pas prise pour le présent',
  'the cell that says until when is blank': 'la cellule qui dit jusqu’à quand est vide',
  'it is due before {0}': 'son échéance vient avant {0}',
  'Row {0} of {1}': 'Ligne {0} de {1}',
  'the row has not reached "{0}": "{1}" is blank': 'la ligne n’a pas atteint « {0} » : « {1} » est vide',
  'the row has not reached "{0}": it does not hold that {1}':
    'la ligne n’a pas atteint « {0} », condition non vérifiée : {1}',
  'the row had not reached "{0}" by as-of': 'la ligne n’avait pas atteint « {0} » à la date de l’arrêté',
  'the row has not reached "{0}", which asks that {1}': 'la ligne n’a pas atteint « {0} », qui suppose : {1}',
  'the row has reached "{0}"': 'la ligne a atteint « {0} »',
  'the cell to add up is blank': 'la cellule à additionner est vide',
  'the counter has enough touches, and its last touch does not tell whether they came in time':
    'le compteur a assez de prises de contact, et la dernière ne dit pas si elles sont venues à temps',
  'no version of the agreement was in force when it started':
    'aucune version de l’accord n’était en vigueur à son début',
  'a cell could not be read': 'une cellule n’a pas pu être lue',

  // Touches
  'before the start': 'avant le début',
  'after due': 'après l’échéance',
  'after as-of': 'après l’arrêté',
  'may lie outside the window': 'peut tomber hors du délai',
  'too soon after the one before': 'trop tôt après la précédente',
  'on the same day as another': 'le même jour qu’une autre',
  'it counts for "{0}": "{1}"': 'compte pour « {0} » : « {1} »',
  'it counts for nobody: "{0}" is blank': 'ne compte pour personne : « {0} » est vide',
  'it weighs "{0}": "{1}"': 'pèse « {0} » : « {1} »',
  'it adds "{0}": "{1}"': 'ajoute « {0} » : « {1} »',
};
