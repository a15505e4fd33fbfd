import type { Catalogue } from '../catalogue.ts';

/** Who sees what of the results. */
export const views: Catalogue = {
  'what the view NAME of the agreement lets see': 'ce que laisse voir la vue NAME de l’accord',
  '(fewer than {0} cases)': '(moins de {0} cas)',
  'The view "{0}" lists no leads': 'La vue « {0} » ne liste aucun lead',
  'leave out --view, or name a view whose "leads" is not "none"':
    'omettez --view, ou nommez une vue dont « leads » n’est pas « none »',
  '--view: "{0}" has no view "{1}"': '--view : « {0} » n’a pas de vue « {1} »',
  'add it to the agreement: views: { {0}: { leads: none } }':
    'ajoutez-la à l’accord : views: { {0}: { leads: none } }',
  'the views are {0}': 'les vues sont {0}',
  '--by: the view "{0}" shows no groups by "{1}"':
    '--by : la vue « {0} » ne montre pas de groupes par « {1} »',
  'it shows the whole alone': 'elle ne montre que l’ensemble',
  'it shows groups by {0}': 'elle montre des groupes par {0}',
  '--rejects writes rows of leads, and the view "{0}" shows none':
    '--rejects écrit des lignes de leads, et la vue « {0} » n’en montre aucune',
  'leave out one of the two': 'omettez l’un des deux',
  'This is the view "{0}": the numbers are those of every view, the leads behind them are not shown':
    'Ceci est la vue « {0} » : les nombres sont ceux de toutes les vues, les leads qui sont derrière ne sont pas montrés',
  'This is the view "{0}": the numbers are those of every view':
    'Ceci est la vue « {0} » : les nombres sont ceux de toutes les vues',
  '{0} problem of the data: {1}': '{0} problème des données : {1}',
  '{0} problems of the data: {1}': '{0} problèmes des données : {1}',
  'whoever sees the leads sees where': 'qui voit les leads voit où',
  "A dispute can't be read": 'Une contestation est illisible',
  'whoever sees the leads sees why': 'qui voit les leads voit pourquoi',
  'Who sees what': 'Qui voit quoi',
  'The numbers are the same for all; groups of too few cases are folded into one.':
    'Les nombres sont les mêmes pour tous ; les groupes de trop peu de cas sont réunis en un seul.',
  'for everybody': 'pour tous',
  'for {0}': 'pour {0}',
  'no list of leads': 'aucune liste de leads',
  'with the leads behind each number': 'avec les leads derrière chaque nombre',
  'groups by {0}': 'des groupes par {0}',
  'no value of a personal field': 'aucune valeur de champ personnel',
  'the values of {0} where they are asked for': 'les valeurs de {0} là où on les demande',
  'Somebody can see what a view allows.': 'Quelqu’un peut voir ce qu’une vue permet.',
  'The view "{0}" allows groups by "{1}", which is personal, and shows its values to nobody':
    'La vue « {0} » permet des groupes par « {1} », champ personnel, et n’en montre les valeurs à personne',
  'add "{0}" to its personal: or take it out of by:': 'ajoutez « {0} » à son personal: ou retirez-le de by:',
  'The view "{0}" allows the personal values of "{1}", which is not marked personal: everybody sees them':
    'La vue « {0} » permet les valeurs personnelles de « {1} », qui n’est pas marqué personnel : tout le monde les voit',
  'mark the field: personal: true': 'marquez le champ : personal: true',
  'The view "{0}" allows the values of "{1}", and has neither lists nor groups to show them in':
    'La vue « {0} » permet les valeurs de « {1} », et n’a ni listes ni groupes où les montrer',
  'add "{0}" to its by: or take it out of personal:': 'ajoutez « {0} » à son by: ou retirez-le de personal:',
};
