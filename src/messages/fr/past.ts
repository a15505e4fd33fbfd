import type { Catalogue } from '../catalogue.ts';

/** What the past kept, and what to promise next. */
export const past: Catalogue = {
  'every case by the terms of version {0}, in {1}': 'chaque cas selon les termes de la version {0}, en {1}',
  'learned from the periods asked for that are final': 'd’après les périodes demandées qui sont définitives',
  'learned from final periods; the first and the last of the data, which may be cut, are left out':
    'd’après les périodes définitives ; la première et la dernière des données, peut-être coupées, sont laissées de côté',
  'kept in': 'tenue en',
  'cases kept': 'cas tenus',
  'as promised today': 'comme promis aujourd’hui',
  'promised: {0}': 'promis : {0}',
  'What the past kept': 'Ce que le passé a tenu',
  within: 'en',
  'tries, at least': 'essais, au moins',
  'with {0} try at least': 'avec {0} essai au moins',
  'with {0} tries at least': 'avec {0} essais au moins',
  'per {0}': 'par {0}',
  'all others': 'tous les autres',
  '{0}, today': '{0}, aujourd’hui',
  'in every period': 'dans chaque période',
  'in four of five': 'dans quatre sur cinq',
  'a step up': 'un cran de plus',
  'of all cases together': 'sur tous les cas ensemble',
  '{0} reached {1} of the usual {2}: a period of that season could have a target of its own, {3}':
    '{0} a atteint {1} sur les {2} habituels : une période de cette saison pourrait avoir sa propre cible, {3}',
  'no round target was kept in four of five periods':
    'aucune cible ronde n’a été tenue dans quatre périodes sur cinq',
  'every step is owed: there is no other number to promise':
    'chaque étape est due : il n’y a pas d’autre nombre à promettre',
  'too few periods to propose anything from': 'trop peu de périodes pour en proposer quoi que ce soit',
  'as today': 'comme aujourd’hui',
  '{0} ({1}; {2})': '{0} ({1} ; {2})',
  '{0} case kept more': '{0} cas tenu de plus',
  '{0} cases kept more': '{0} cas tenus de plus',
  '{0} case kept fewer': '{0} cas tenu de moins',
  '{0} cases kept fewer': '{0} cas tenus de moins',
  '{0} more are owed': '{0} de plus sont dus',
  '{0} fewer are owed': '{0} de moins sont dus',
  'A term that is to change stands on one line.': 'Un terme à changer tient sur une ligne.',
  'A term that was to change does not stand on one line by itself':
    'Un terme à changer ne tient pas seul sur une ligne',
  'change it by hand': 'le changer à la main',
  '"{0}" was missed in each of the last {1} final periods ({2}): nobody relies on it':
    '« {0} » a été manquée dans chacune des {1} dernières périodes définitives ({2}) : personne ne compte dessus',
  'promise what can be kept: sla calibrate --commitment {0}':
    'promettez ce qui peut être tenu : sla calibrate --commitment {0}',
  '"{0}" was kept by twice its target\'s margin in each of the last {1} final periods ({2}): {3} asks for nothing':
    '« {0} » a été tenue avec le double de la marge dans chacune des {1} dernières périodes définitives ({2}) : {3} ne demande rien',
  'promise a step more: sla calibrate --commitment {0}':
    'promettez un cran de plus : sla calibrate --commitment {0}',
  'only this commitment or objective': 'seulement cet engagement ou cet objectif',
  'print the change of the agreement as a unified diff, and change nothing':
    'affiche le changement de l’accord comme diff unifié, sans rien changer',
  'of --print-diff: what so many periods kept; default: four-of-five':
    'de --print-diff : ce que tant de périodes ont tenu ; par défaut : four-of-five',
  'which limits and targets the past kept, with the price of each':
    'quels délais et quelles cibles le passé a tenus, avec le prix de chacun',
  'every promise, by the months of the exports': 'chaque promesse, d’après les mois des exports',
  'one promise, over five months': 'une promesse, sur cinq mois',
  'each promise also by the source of its leads': 'chaque promesse, aussi par source de ses leads',
  'the agreement with what four of five months kept': 'l’accord avec ce que quatre mois sur cinq ont tenu',
  'the calibration is written, whatever it says': 'le calibrage est écrit, quoi qu’il dise',
  'no answer: an export that can not be read, a wrong option':
    'pas de réponse : un export illisible, une option erronée',
  '--basis is of --print-diff': '--basis va avec --print-diff',
  'add --print-diff': 'ajoutez --print-diff',
  'A promise is kept in one of the last six final periods at least.':
    'Une promesse est tenue dans une des six dernières périodes définitives au moins.',
  'A promise asks for more than what each of the last six final periods left far behind.':
    'Une promesse demande plus que ce que chacune des six dernières périodes définitives a laissé loin derrière.',
  'The last {0} of {1} periods are shown': 'Les {0} dernières périodes sur {1} sont affichées',
  'every one of them with --format json': 'toutes avec --format json',
  'a drive is of one computer: write the path from the folder of the agreement, as in exports/leads.csv, or name the file for this run with {0}':
    'un lecteur est celui d’un seul ordinateur : écrivez le chemin depuis le dossier de l’accord, comme exports/leads.csv, ou nommez le fichier pour cette fois avec {0}',
  '{0}: the data do not go back that far, they begin on {1}':
    '{0} : les données ne remontent pas jusque-là, elles commencent le {1}',
  'ask for a later month, or export the earlier ones too':
    'demandez un mois postérieur, ou exportez aussi les mois antérieurs',
};
