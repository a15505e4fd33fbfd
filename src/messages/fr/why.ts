import type { Catalogue } from '../catalogue.ts';

/** Steps, causes and reasons: why a promise was missed. */
export const why: Catalogue = {
  '"{0}" does not say in which order a lead reaches its stages':
    '« {0} » ne dit pas dans quel ordre un lead atteint ses étapes',
  '--by: no lead has a field "{0}"': '--by : aucun lead n’a de champ « {0} »',
  'a funnel is of leads: name one of their fields': 'un funnel est fait de leads : nommez un de leurs champs',
  'a funnel is of leads, and no stage of this agreement is':
    'un funnel est fait de leads, et aucune étape de cet accord n’en est une',
  'write under "stages", with your own: funnel: [{0}]':
    'écrivez sous « stages », avec les vôtres : funnel: [{0}]',
  'a lead belongs to the period in which it reached "{0}", in {1}':
    'un lead appartient à la période où il a atteint « {0} », en {1}',
  'No lead': 'Aucun lead',
  'no lead has reached the first step': 'aucun lead n’a atteint la première étape',
  'leads that came to': 'leads parvenus à',
  '{0}: promised': '{0} : promis',
  '{0}: kept': '{0} : tenue',
  'in profile': 'dans le profil',
  'nobody promises it': 'personne ne le promet',
  'promised by {0}': 'promis par {0}',
  '"{0}": nine of ten of those that came to it did within {1}, and the leads of the period are younger':
    '« {0} » : neuf sur dix de ceux qui y sont parvenus l’ont fait en {1}, et les leads de la période sont plus jeunes',
  '{0} lead came to "{1}" without a stage before it, and is not counted there':
    '{0} lead est parvenu à « {1} » sans une étape qui précède, et n’y est pas compté',
  '{0} leads came to "{1}" without a stage before it, and are not counted there':
    '{0} leads sont parvenus à « {1} » sans une étape qui précède, et n’y sont pas comptés',
  'How to read it': 'Comment le lire',
  'a lead is counted at a step where it came to every step before it; the part below a number is of the step before, or of what was promised':
    'un lead est compté à une étape quand il est parvenu à toutes celles qui précèdent ; la part sous un nombre est celle de l’étape précédente, ou de ce qui était promis',
  'of a promise that ends at a step: how many of the leads there for which it is decided it was kept':
    'd’une promesse qui finit à une étape : parmi les leads qui y sont et pour lesquels elle est décidée, combien de fois elle est tenue',
  '* can still grow': '* peut encore croître',
  'the period is still running': 'la période court encore',
  'Beside the steps': 'À côté des étapes',
  'An agreement says in which order a lead reaches its stages.':
    'Un accord dit dans quel ordre un lead atteint ses étapes.',
  'how far the leads of each month came, and who promised which step':
    'jusqu’où les leads de chaque mois sont allés, et qui a promis quelle étape',
  'half a year, each source for itself': 'un semestre, chaque origine à part',
  'the funnel is written, whatever it says': 'le funnel est écrit, quoi qu’il dise',
  'no answer: no funnel in the agreement, an export that can not be read, a wrong option':
    'pas de réponse : aucun funnel dans l’accord, export illisible, option erronée',
  'before {0} of {1} broken, {2} had broken a promise about the same lead: {3}':
    'avant {0} des {1} non tenues, {2} avait rompu une promesse sur le même lead : {3}',
  'before {0} of {1} broken, {2} had broken a promise about the same leads: {3}':
    'avant {0} des {1} non tenues, {2} avait rompu une promesse sur les mêmes leads : {3}',
  'Broken by the other side before': 'Rompu avant par l’autre partie',
  'by then {0} had broken "{1}" about this lead, on {2}':
    'd’ici là {0} avait rompu « {1} » sur ce lead, le {2}',
  'leads with': 'leads avec',
  'How leads came to "{0}"': 'Comment les leads sont parvenus à « {0} »',
  'all leads of the period that came there, in profile or not':
    'tous les leads de la période qui y sont parvenus, dans le profil ou non',
  'below a number: how many of it are in profile': 'sous un nombre : combien en sont dans le profil',
  all: 'total',
  '{0} in': 'dont {0}',
  'A lead belongs to the period in which it reached "{0}".':
    'Un lead appartient à la période où il a atteint « {0} ».',
  Counting: 'Décompte en cours',
  'How far the leads came': 'Jusqu’où les leads sont allés',
  'At which step do we lose leads that we need not lose?':
    'À quelle étape perdons-nous des leads que nous pourrions garder ?',
  Problems: 'Problèmes',

  // What excuses
  excused: 'excusé',
  'excused by a broken promise of the other side': 'excusé par une promesse rompue de l’autre partie',
  '"{0}" is not owed by "{1}", to whom "{2}" is owed, and excuses nothing':
    '« {0} » n’est pas dû par « {1} », à qui « {2} » est dû, et n’excuse rien',
  'name a promise that "{0}" owes to "{1}", or remove it':
    'nommez une promesse que « {0} » doit à « {1} », ou retirez-la',
  '"{0}" is excused by "{1}" itself': '« {0} » est excusé par « {1} » lui-même',
  'leave one of the two without the other: whose promise comes first in the life of a lead excuses':
    'laisser l’un des deux sans l’autre : c’est la promesse qui vient d’abord dans la vie d’un lead qui excuse',
  '"{0}" is never broken about one lead, and excuses nothing':
    '« {0} » n’est jamais rompu pour un lead, et n’excuse rien',
  'name a share of leads with a target of at least so much, or a count of leads of at most so many per day or week':
    'nommez une part de leads avec une cible d’au moins tant, ou un nombre de leads d’au plus tant par jour ou par semaine',
  '"{0}" is no share of leads with a target of at least so much: no case of it can be excused':
    '« {0} » n’est pas une part de leads avec une cible d’au moins tant : aucun de ses cas ne peut être excusé',
  'remove "excused_by"': 'retirez « excused_by »',
  "A promise is excused by promises of the other side, never by one of one's own side.":
    'Une promesse est excusée par des promesses de l’autre partie, jamais par une de son propre camp.',
  'No promise excuses itself by way of those that it excuses.':
    'Aucune promesse ne s’excuse elle-même par celles qu’elle excuse.',
  'An excuse is a promise about single leads, or of at most so many a day or a week, and excuses a share of leads.':
    'Une excuse est une promesse sur des leads un à un, ou d’au plus tant par jour ou par semaine, et excuse une part de leads.',
  'A lead about which one of these had been broken by then is excused: {0}. Both numbers are shown, and the one with the excuses counts.':
    'Un lead pour lequel l’une de celles-ci avait été rompue d’ici là est excusé : {0}. Les deux chiffres sont montrés, et celui avec les excuses compte.',
  'excused: by then {0} had broken "{1}" about this lead, on {2}':
    'excusé : d’ici là {0} avait rompu « {1} » sur ce lead, le {2}',
  '{0} (excused)': '{0} (excusés)',
  '{0} unexcused': '{0} sans excuse',
  'Excused by the other side': 'Excusé par l’autre partie',
  '{0}: {1} case excused; {2} with the excuse, which counts, {3} without':
    '{0} : {1} cas excusé ; {2} avec l’excuse, chiffre qui compte, {3} sans',
  '{0}: {1} cases excused; {2} with the excuses, which counts, {3} without':
    '{0} : {1} cas excusés ; {2} avec les excuses, chiffre qui compte, {3} sans',
  'Numbers with the excuses, which count, and without': 'Chiffres avec les excuses, qui comptent, et sans',
  Excused: 'Excusés',
  'Attainment without excuses': 'Atteinte sans excuses',
  '{0} case excused by a broken promise of the other side':
    '{0} cas excusé par une promesse rompue de l’autre partie',
  '{0} cases excused by broken promises of the other side':
    '{0} cas excusés par des promesses rompues de l’autre partie',
  '{0}: {1} with the excuse, {2} without': '{0} : {1} avec l’excuse, {2} sans',
  'answered as': 'selon la réponse',
  'outside, and in profile': 'hors du profil, et dedans',
  'inside, and not in profile': 'dans le profil, et hors',
  'Is the profile right?': 'Le profil est-il le bon ?',
  '{0} of {1} leads that were answered as outside of the profile is inside of it':
    '{0} lead sur {1} que la réponse dit hors du profil est dedans',
  '{0} of {1} leads that were answered as outside of the profile are inside of it':
    '{0} leads sur {1} que la réponse dit hors du profil sont dedans',
  '{0} of {1} leads that were answered as inside of the profile is outside of it':
    '{0} lead sur {1} que la réponse dit dans le profil est en dehors',
  '{0} of {1} leads that were answered as inside of the profile are outside of it':
    '{0} leads sur {1} que la réponse dit dans le profil sont en dehors',
};
