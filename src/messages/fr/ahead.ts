import type { Catalogue } from '../catalogue.ts';

/** From an objective back to the leads that it takes. */
export const ahead: Catalogue = {
  '"{0}" has no objective that is a number of a stage of its funnel':
    '« {0} » n’a pas d’objectif qui soit un nombre d’une étape de son funnel',
  'such an objective counts, or adds up a field, over the leads that reach a later stage of the funnel: sum: { field: amount, stage: won }':
    'un tel objectif compte les leads qui atteignent une étape ultérieure du funnel, ou additionne un champ sur eux : sum: { field: amount, stage: won }',
  'to reach {0} per {1}: {2}': 'pour atteindre {0} par {1} : {2}',
  'rates of the leads of {0}; too young to count: {1}':
    'taux des leads de {0} ; trop jeunes pour compter : {1}',
  'rates of the leads of {0}': 'taux des leads de {0}',
  'too young to count: the leads of {0}': 'trop jeunes pour compter : les leads de {0}',
  'The rate of "{0}" counts for nothing: it is no later stage of the funnel':
    'Le taux de « {0} » ne compte pour rien : ce n’est pas une étape ultérieure du funnel',
  'name a stage of "funnel" that another comes before': 'nommez une étape de « funnel » qu’une autre précède',
  'Assumed, with no verdict resting on it: {0}.': 'Supposé, sans qu’aucun verdict n’en dépende : {0}.',
  '{0}% of the step before come to {1}': '{0} % de l’étape précédente parviennent à {1}',
  'a customer brings {0}': 'un client apporte {0}',
  'No plan': 'Pas de plan',
  'no lead of the exports has come to the objective yet':
    'aucun lead des exports n’est encore parvenu à l’objectif',
  'every month is younger than the {0} in which nine of ten came to the objective':
    'chaque mois est plus jeune que les {0} en lesquels neuf sur dix sont parvenus à l’objectif',
  'too few leads of the months that are old enough came to the objective to tell a rate from':
    'trop peu de leads des mois assez anciens sont parvenus à l’objectif pour en tirer un taux',
  '{0} day': '{0} jour',
  step: 'étape',
  'of the step before': 'de l’étape précédente',
  'needed per {0}': 'il en faut par {0}',
  'promised a month': 'promis par mois',
  '{0} ({1} to {2})': '{0} ({1} à {2})',
  'assumed {0}': 'supposé {0}',
  '{0} or more': '{0} ou plus',
  enough: 'assez',
  'within the bounds': 'dans les bornes',
  'too little': 'trop peu',
  'bounds are those of 95% (Wilson), of the way from a step to the objective':
    'les bornes sont celles à 95 % (Wilson), du chemin d’une étape à l’objectif',
  'nine of ten of those that came to the objective did within {0} of the first step':
    'neuf sur dix de ceux qui sont parvenus à l’objectif l’ont fait en {0} à partir de la première étape',
  '"{0}": {1} is assumed, and {2} was measured ({3})': '« {0} » : {1} est supposé, et {2} a été mesuré ({3})',
  'by what is assumed {0} leads at the first step would do; by what was measured it takes {1}':
    'd’après ce qui est supposé, {0} leads à la première étape suffiraient ; d’après ce qui a été mesuré, il en faut {1}',
  '{0} customer at {1}, the mean of {2}: a mean may rest on few large ones':
    '{0} client à {1}, la moyenne de {2} : une moyenne peut reposer sur quelques gros',
  '{0} customers at {1} each, the mean of {2}: a mean may rest on few large ones':
    '{0} clients à {1} chacun, la moyenne de {2} : une moyenne peut reposer sur quelques gros',
  '{0} customer at {1}, as assumed; the mean of {2} is {3}':
    '{0} client à {1}, comme supposé ; la moyenne de {2} est {3}',
  '{0} customers at {1} each, as assumed; the mean of {2} is {3}':
    '{0} clients à {1} chacun, comme supposé ; la moyenne de {2} est {3}',
  'Do the clocks fit each other?': 'Les délais vont-ils ensemble ?',
  'no limit of the funnel contradicts another': 'aucun délai du funnel n’en contredit un autre',
  'open days': 'jours ouvrés',
  'hours there are': 'heures disponibles',
  'hours needed': 'heures nécessaires',
  'of the time': 'du temps',
  'Is there time for them?': 'A-t-on le temps pour eux ?',
  '{0}; {1} on the open days of "{2}"': '{0} ; {1} les jours ouvrés de « {2} »',
  '{0} lead a month': '{0} lead par mois',
  '{0} leads a month': '{0} leads par mois',
  '{0} try': '{0} essai',
  '{0} tries': '{0} essais',
  '{0} person': '{0} personne',
  '{0} people': '{0} personnes',
  '"{0}" is due before "{1}", which comes first in the funnel':
    '« {0} » échoit avant « {1} », qui vient d’abord dans le funnel',
  '"{0}" and "{1}" together take longer than "{2}" allows for both':
    '« {0} » et « {1} » prennent ensemble plus de temps que « {2} » n’en accorde aux deux',
  'What the objective takes': 'Ce que l’objectif demande',
  'An objective is a number of a stage of the funnel.': 'Un objectif est un nombre d’une étape du funnel.',
  'print the promised numbers at what is needed as a unified diff, and change nothing':
    'affiche les nombres promis à ce qu’il faut comme diff unifié, sans rien changer',
  'from the objective back to the leads that it takes, and whether there is time for them':
    'de l’objectif aux leads qu’il demande, et si l’on a le temps pour eux',
  'by the rates of the months that are old enough': 'd’après les taux des mois assez anciens',
  'by those of three months': 'd’après ceux de trois mois',
  'the agreement with the numbers that the objective takes':
    'l’accord avec les nombres que l’objectif demande',
  'the plan is written, whatever it says': 'le plan est écrit, quoi qu’il dise',
  'no answer: no funnel, no objective on it, an export that can not be read, a wrong option':
    'pas de réponse : pas de funnel, aucun objectif dessus, un export illisible, une option erronée',
};
