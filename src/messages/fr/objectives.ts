import type { Catalogue } from '../catalogue.ts';

/** What objectives say to each other: their parts, and their order. */
export const objectives: Catalogue = {
  // Laws
  'Priorities name objectives that exist.': 'Les priorités nomment des objectifs qui existent.',
  'An order of objectives names each of them once.': 'Un ordre d’objectifs nomme chacun une seule fois.',
  'Parts are of a number of rows that can be added up.':
    'Des parties sont celles d’un nombre de lignes qui s’additionne.',
  'The target of a part is in the unit and per the period of the whole.':
    'La cible d’une partie est dans l’unité et par la période du tout.',
  'Only the last part is the rest of the others.': 'Seule la dernière partie est le reste des autres.',
  'The parts of an objective come to the whole when each of them is reached.':
    'Les parties d’un objectif donnent le tout quand chacune est atteinte.',
  'Where the objectives have an order, none goes before the revenue.':
    'Là où les objectifs ont un ordre, aucun ne passe avant le chiffre d’affaires.',

  // What is wrong in an agreement
  'there are no objectives in this agreement': 'cet accord n’a pas d’objectifs',
  'the objectives are {0}': 'les objectifs sont {0}',
  'There is no objective "{0}"': 'Il n’y a pas d’objectif « {0} »',
  'The objective "{0}" stands twice among the priorities':
    'L’objectif « {0} » figure deux fois parmi les priorités',
  'name it once': 'nommez-le une fois',
  '"{0}" can\'t be added up to "{1}"': '« {0} » ne s’additionne pas en « {1} »',
  'write it as the whole has it: "{0} 40{1} per {2}"':
    'écrivez-la comme celle du tout : « {0} 40{1} per {2} »',
  'What is measured here does not add up from parts': 'Ce qui est mesuré ici ne s’additionne pas en parties',
  'make each part an objective of its own; a count of rows or a sum has parts':
    'faites de chaque partie un objectif à part ; un compte de lignes ou une somme a des parties',
  'A part without "where" is all the rest, and others stand behind it':
    'Une partie sans « where » est tout le reste, et d’autres la suivent',
  'add where: to it, or write it last': 'ajoutez-lui where:, ou écrivez-la en dernier',
  'The parts of "{0}" come to {1}, and the whole is {2}':
    'Les parties de « {0} » donnent {1}, et le tout est de {2}',
  'The parts of "{0}" come to {1} in {2}, and the whole is {3}':
    'Les parties de « {0} » donnent {1} en {2}, et le tout est de {3}',
  'share out the rest: the targets come to {0} {1}{2} together':
    'répartissez le reste : les cibles donnent ensemble {0} {1}{2}',
  'The objective "{0}" goes before the revenue of "{1}"':
    'L’objectif « {0} » passe avant le chiffre d’affaires de « {1} »',
  'write "{0}" before it, if the revenue is above all':
    'écrivez « {0} » avant lui, si le chiffre d’affaires prime sur tout',

  // What they mean
  'its parts {0} come to {1} together; the whole is {2}':
    'ses parties {0} donnent ensemble {1} ; le tout est de {2}',
  'goes before {0} where they pull apart': 'passe avant {0} quand ils tirent en sens contraires',
  'Where two of these pull apart, the one that stands first here decides: {0}.':
    'Quand deux d’entre eux tirent en sens contraires, celui qui vient en premier ici l’emporte : {0}.',
  'What goes first': 'Ce qui passe d’abord',
  'This part of {0} is brought by {1}.': 'Cette partie de {0} est apportée par {1}.',
  'It is brought together by {0}: a case belongs to the first that it fits.':
    'Il est apporté ensemble par {0} : un cas appartient à la première partie qui lui convient.',

  // Results
  'of which {0}: {1}': 'dont {0} : {1}',
  '{0}: {1} of {2}{3} are of no part': '{0} : {1} sur {2}{3} ne relèvent d’aucune partie',
  '{0}: missed, and it goes before what was met below it: {1}':
    '{0} : manqué, et il passe avant ce qui a été tenu en dessous : {1}',
  'Part of': 'Partie de',

  // Steps
  'A step is due by one date and done by another.':
    'Une étape de l’objectif est attendue à une date et faite à une autre.',
  'A step is due and done by the same date: "{0}"': 'L’échéance et la réalisation ont la même date : « {0} »',
  'name two fields: by: the date that was agreed, done: the date on which it was done':
    'nommez deux champs : by: la date convenue, done: la date où c’est fait',
  'Met if all of {0} have {1} filled in; missed once the last {2} is over and one is not done':
    'Tenu si {1} est rempli pour toutes, parmi {0} ; manqué quand la dernière date de {2} est passée et qu’il en reste une à faire',
  'Whether all steps in {0} are done, by {1}': 'Si toutes les étapes de {0} sont faites, d’après {1}',
  Steps: 'Étapes',
  'all steps': 'toutes les étapes',
  '{0} of {1} done': 'faites : {0} sur {1}',
  '{0} of them late': 'dont {0} en retard',
  '{0} not done in time': '{0} à faire et en retard',
  '{0} late': '{0} en retard',
  '{0} still to be done': '{0} encore à faire',
  'and {0} more': 'et {0} de plus',
  '{0} without a date': '{0} sans date',
  'next: {0}, due {1}': 'prochaine : {0}, pour le {1}',
  '{0}: {1}; {2}': '{0} : {1} ; {2}',
  '{0} {1}, due {2}': '{0} {1}, pour le {2}',
  'a step': 'une étape',
  'a step with {0} in "{1}" is in time until the end of that day, and met whenever it is done; all are owed':
    'une étape datée du {0} dans « {1} » est à l’heure jusqu’à la fin de ce jour, et tenue dès qu’elle est faite ; toutes sont dues',
  'a step is in time until the instant in "{0}", and met whenever it is done; all are owed':
    'une étape est à l’heure jusqu’à l’instant de « {0} », et tenue dès qu’elle est faite ; toutes sont dues',
  '{0} step of "{1}" has no date by which it is to be done':
    '{0} étape de « {1} » n’a pas de date pour laquelle la faire',
  '{0} steps of "{1}" have no date by which they are to be done':
    '{0} étapes de « {1} » n’ont pas de date pour laquelle les faire',
  'it has no date by which it is to be done: "{0}" is blank':
    'elle n’a pas de date pour laquelle la faire : « {0} » est vide',
  'it is to be done by "{0}": "{1}"': 'à faire pour « {0} » : « {1} »',
  'it is not done: "{0}" is blank': 'ce n’est pas fait : « {0} » est vide',
  'it was not done by as-of: "{0}" is "{1}"': 'ce n’était pas fait à l’arrêté : « {0} » vaut « {1} »',
  'it was done: "{0}" is "{1}"': 'c’est fait : « {0} » vaut « {1} »',
  'agree on a date: without one it is never late':
    'convenez d’une date : sans elle, une étape n’est jamais en retard',
  'The rows of "{0}" are leads, or belong to them':
    'Les lignes de « {0} » sont des leads, ou leur appartiennent',
  'name a source that has a key of its own, and neither "lead" nor "joins"':
    'nommez une source qui a sa propre clé, et ni « lead » ni « joins »',
  'Steps are met when all are done, whatever is written here':
    'Des étapes sont tenues quand toutes sont faites, quoi qu’il soit écrit ici',
  'remove the target': 'supprimez la cible',
  'Each step of an objective has a date by which it is to be done.':
    'Chaque étape d’un objectif a une date pour laquelle la faire.',
};
