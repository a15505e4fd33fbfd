import type { Catalogue } from '../catalogue.ts';

/** What is said of clocks that stand still. */
export const pauses: Catalogue = {
  // The terms
  '; the clock stands still from {0} to {1}, for at most {2}':
    ' ; le chronomètre est suspendu de {0} à {1}, au plus {2}',
  '; the clock stands still from {0} to {1} where {2}, for at most {3}':
    ' ; le chronomètre est suspendu de {0} à {1} où {2}, au plus {3}',
  '; the clock stands still from {0} to {1} of each row in {2}, for at most {3}':
    ' ; le chronomètre est suspendu de {0} à {1} de chaque ligne de « {2} », au plus {3}',
  '; the clock stands still from {0} to {1} of each row in {2} where {3}, for at most {4}':
    ' ; le chronomètre est suspendu de {0} à {1} de chaque ligne de « {2} » où {3}, au plus {4}',
  '{0}, and after {1} on hold {2}': '{0}, et après {1} de suspension {2}',

  // What is wrong with one
  'A pause, or the time of an owner, begins and ends at different fields.':
    'Une suspension, ou la période d’un responsable, commence et finit à des champs différents.',
  'A pause begins and ends at the same field "{0}"': 'Une suspension commence et finit au même champ « {0} »',
  'name in "to" the field that tells when it is over': 'nommez dans « to » le champ qui dit quand elle finit',
  'A pause is capped in hours or minutes of the clock that stands still.':
    'Une suspension est plafonnée en heures ou en minutes du chronomètre suspendu.',
  '"{0}" is no time of the clock that stands still': '« {0} » n’est pas un temps du chronomètre suspendu',
  'write business hours or business minutes, for example at_most: 40 business hours':
    'écrivez des heures ou des minutes ouvrées, par exemple at_most: 40 business hours',
  'write hours or minutes that run day and night, for example at_most: 72 hours':
    'écrivez des heures ou des minutes qui courent jour et nuit, par exemple at_most: 72 hours',
  '"{0}", all that a pause may take, is no time of a clock of {1}':
    '« {0} », le plafond d’une suspension, n’est pas un temps d’un chronomètre de {1}',
  'write a limit that is counted as the pause is, or make the segment a promise of its own. {0}':
    'écrivez un délai compté comme la suspension, ou faites du segment une promesse à part. {0}',
  'A pause goes with a limit in time, of cases that are booked by their start.':
    'Une suspension va avec un délai, pour des cas rattachés à la période de leur début.',
  '"pause" does not go with "{0}"': '« pause » ne va pas avec « {0} »',
  'remove one of the two: only a clock with a limit in "within", and in one part, stands still':
    'supprimez l’un des deux : seul un chronomètre avec un délai « within », d’un seul tenant, est suspendu',
  'A clock that stands still has no due to book a case by: it would move from one period to the next':
    'Un chronomètre suspendu n’a pas d’échéance où rattacher un cas : il passerait d’une période à l’autre',
  'write book_by: start, or remove "pause"': 'écrivez book_by: start, ou supprimez « pause »',
  'A pause that is read from rows of several kinds says which of them hold the clock.':
    'Une suspension lue dans des lignes de plusieurs sortes dit lesquelles arrêtent le chronomètre.',
  'Every row of "{0}" holds the clock of "{1}", and other measures tell its rows apart':
    'Chaque ligne de « {0} » suspend le chronomètre de « {1} », et d’autres mesures distinguent ces lignes',
  'say which rows are pauses: where: { status: waiting }':
    'dites quelles lignes sont des suspensions : where: { status: waiting }',

  // The report
  'On hold': 'Suspensions',
  '{0}: {1} with pauses, {2} without': '{0} : {1} avec les suspensions, {2} sans',
  'Numbers with pauses and without': 'Chiffres avec et sans les suspensions',
  '{0} row of "{1}" ends a pause before it begins, or has no beginning, and stops no clock':
    '{0} ligne de « {1} » finit une suspension avant son début, ou n’a pas de début, et ne suspend rien',
  '{0} rows of "{1}" end a pause before it begins, or have no beginning, and stop no clock':
    '{0} lignes de « {1} » finissent une suspension avant son début, ou n’ont pas de début, et ne suspendent rien',

  // The receipt
  'on hold': 'suspendu',
  '{0} on': 'depuis {0}',
  '{0} to {1}: {2}': 'du {0} au {1} : {2}',
  '{0}: {1}, {2}': '{0} : {1}, {2}',
  'ends before it begins': 'finit avant son début',
  'after the stop': 'après l’arrêt',
  'beyond what a pause may take': 'au-delà du plafond',
  'inside another': 'comprise dans une autre',
  'outside opening hours': 'hors des heures d’ouverture',

  // Owners
  'The leads have no field "owner"': 'Les leads n’ont pas de champ « owner »',
  'add owner: <header of its column> to the fields of the leads: who owns a lead where the history is silent':
    'ajoutez owner: <en-tête de sa colonne> aux champs des leads : le responsable là où l’historique se tait',
  'The rows of "{0}" have no field "owner"': 'Les lignes de « {0} » n’ont pas de champ « owner »',
  'add owner: <header of its column> to the fields of "{0}": who owns a row where the history is silent':
    'ajoutez owner: <en-tête de sa colonne> aux champs de « {0} » : le responsable là où l’historique se tait',
  'The rows of "{0}" are no cases, and nobody owns them':
    'Les lignes de « {0} » ne sont pas des cas, et n’ont pas de responsable',
  'write "owners" under the leads, or under a source with a key':
    'écrivez « owners » sous les leads, ou sous une source qui a une clé',
  'A time begins and ends at the same field "{0}"': 'Une période commence et finit au même champ « {0} »',
  '{0}: {1} case was reassigned, and is charged to whoever owned it when it was due':
    '{0} : {1} cas a changé de responsable, et compte pour celui qui l’avait à l’échéance',
  '{0}: {1} cases were reassigned, and are charged to whoever owned them when they were due':
    '{0} : {1} cas ont changé de responsable, et comptent pour ceux qui les avaient à l’échéance',
};
