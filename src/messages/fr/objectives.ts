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
  'There is no objective "{0}"': 'Il n’y a pas d’objectif "{0}"',
  'The objective "{0}" stands twice among the priorities':
    'L’objectif "{0}" figure deux fois parmi les priorités',
  'name it once': 'nommez-le une fois',
  '"{0}" can\'t be added up to "{1}"': '"{0}" ne s’additionne pas en "{1}"',
  'write it as the whole has it: "{0} 40{1} per {2}"': 'écrivez-la comme celle du tout : "{0} 40{1} per {2}"',
  'What is measured here does not add up from parts': 'Ce qui est mesuré ici ne s’additionne pas en parties',
  'make each part an objective of its own; a count of rows or a sum has parts':
    'faites de chaque partie un objectif à part ; un compte de lignes ou une somme a des parties',
  'A part without "where" is all the rest, and others stand behind it':
    'Une partie sans "where" est tout le reste, et d’autres la suivent',
  'add where: to it, or write it last': 'ajoutez-lui where:, ou écrivez-la en dernier',
  'The parts of "{0}" come to {1}, and the whole is {2}':
    'Les parties de "{0}" donnent {1}, et le tout est de {2}',
  'The parts of "{0}" come to {1} in {2}, and the whole is {3}':
    'Les parties de "{0}" donnent {1} en {2}, et le tout est de {3}',
  'share out the rest: the targets come to {0} {1}{2} together':
    'répartissez le reste : les cibles donnent ensemble {0} {1}{2}',
  'The objective "{0}" goes before the revenue of "{1}"':
    'L’objectif "{0}" passe avant le chiffre d’affaires de "{1}"',
  'write "{0}" before it, if the revenue is above all':
    'écrivez "{0}" avant lui, si le chiffre d’affaires prime sur tout',

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
};
