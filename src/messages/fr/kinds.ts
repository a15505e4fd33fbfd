import type { Catalogue } from '../catalogue.ts';

/** What is said of the kinds of measures. */
export const kinds: Catalogue = {
  // One sentence a measure
  'Number of leads that reach {0}': 'Nombre de leads qui atteignent {0}',
  '{0}, each value of {1} once': '{0}, chaque valeur de {1} une seule fois',
  'Number of leads in profile that reach {0}': 'Nombre de leads dans le profil qui atteignent {0}',
  'Number of leads that meet the condition that reach {0}':
    'Nombre de leads remplissant la condition qui atteignent {0}',
  'Sum of {0} over the leads that reach {1}': 'Somme de {0} sur les leads qui atteignent {1}',
  'Sum of {0} over the leads in profile that reach {1}':
    'Somme de {0} sur les leads dans le profil qui atteignent {1}',
  'Sum of {0} over the leads that meet the condition that reach {1}':
    'Somme de {0} sur les leads remplissant la condition qui atteignent {1}',
  'Share of the leads that reach {0}': 'Part des leads qui atteignent {0}',
  'Share of the leads in profile that reach {0}': 'Part des leads dans le profil qui atteignent {0}',
  'Share of the leads that meet the condition that reach {0}':
    'Part des leads remplissant la condition qui atteignent {0}',
  '{0}, weighed by {1},': '{0}, pondérée par {1},',
  '{0} and go on to reach {1}': '{0} et atteignent ensuite {1}',
  '{0} and are in profile': '{0} et sont dans le profil',
  '{0} and meet the condition on their fields': '{0} et remplissent la condition sur leurs champs',
  'Share of the leads that go from {0} to {1} within {2}':
    'Part des leads qui passent de {0} à {1} dans le délai « {2} »',
  'Share of the leads that go from {0} to their first row in {1} within {2}':
    'Part des leads qui passent de {0} à leur première ligne dans {1} dans le délai « {2} »',
  'Share of the leads that go from {0} to {1} by the date in {2}':
    'Part des leads qui passent de {0} à {1} au plus tard à la date de {2}',
  'Share of the leads that go from {0} to their first row in {1} by the date in {2}':
    'Part des leads qui passent de {0} à leur première ligne dans {1} au plus tard à la date de {2}',
  'Share of the leads with at least {0} touch on distinct days within {1} of {2}':
    'Part des leads avec au moins {0} prise de contact, à des jours différents, dans le délai « {1} » après {2}',
  'Share of the leads with at least {0} touches on distinct days within {1} of {2}':
    'Part des leads avec au moins {0} prises de contact, à des jours différents, dans le délai « {1} » après {2}',
  'Share of the leads with at least {0} touch within {1} of {2}':
    'Part des leads avec au moins {0} prise de contact dans le délai « {1} » après {2}',
  'Share of the leads with at least {0} touches within {1} of {2}':
    'Part des leads avec au moins {0} prises de contact dans le délai « {1} » après {2}',
  '{0} by the calendar {1}': '{0} selon le calendrier {1}',
  '{0}, or until {1}': '{0}, ou jusqu’à {1}',
  'Number of records in {0}': 'Nombre d’enregistrements du suivi dans {0}',
  'Number of records that meet the condition in {0}':
    'Nombre d’enregistrements du suivi remplissant la condition dans {0}',

  // What is wrong with one
  'The gap between two touches is elapsed time, not "{0}"':
    'L’écart entre deux prises de contact est un temps écoulé, pas « {0} »',
  'write min_gap: 24 hours; distinct_days: true counts one touch a day':
    'écrivez min_gap: 24 hours ; distinct_days: true compte une prise de contact par jour',
  'The clock starts and stops at the same stage "{0}"':
    'Le chronomètre démarre et s’arrête à la même étape « {0} »',
  'name in "to" the stage that comes after it': 'nommez dans « to » l’étape qui vient après',
  'The profile is one of leads, and the rows of "{0}" are none':
    'Le profil est celui de leads, et les lignes de « {0} » n’en sont pas',
  'write the condition out: fields of "{0}" and their values':
    'écrivez la condition : des champs de « {0} » et leurs valeurs',
  '"{0}" is a stage of "{1}", and what is measured begins in "{2}"':
    '« {0} » est une étape de « {1} », et ce qui est mesuré commence dans « {2} »',
  'name a stage of "{0}"': 'nommez une étape de « {0} »',
  'The field "{0}" is in "{1}" and in "{2}", and a stage is of one of them':
    'Le champ « {0} » est dans « {1} » et dans « {2} », et une étape est de l’une des deux',
  'A response says "within" or "by", not both':
    'Une mesure response indique « within » ou « by », pas les deux',
  'A response says until when, and this one does not':
    'Une mesure response dit jusqu’à quand, et celle-ci ne le dit pas',
  'write "within: 4 business hours" for a time limit, or "by: due_on" for a date in the row':
    'écrivez « within: 4 business hours » pour un délai, ou « by: due_on » pour une date dans la ligne',
  'A share says "with" or "reaches", not both':
    'Une mesure share indique « with » ou « reaches », pas les deux',
  'A share says which part counts, and this one does not':
    'Une mesure share dit quelle part compte, et celle-ci ne le dit pas',
  'write "with: { phone: present }" for a condition on fields, or "reaches: won" for a second stage':
    'écrivez « with: { phone: present } » pour une condition sur des champs, ou « reaches: won » pour une seconde étape',
};
