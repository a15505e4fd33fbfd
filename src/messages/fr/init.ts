import type { Catalogue } from '../catalogue.ts';

/** What init asks, and what is wrong with an export or an answer. */
export const init: Catalogue = {
  // Questions, their defaults, wrong answers
  'Which column identifies a lead? (several that do together, with commas between them)':
    'Quelle colonne identifie un lead ? (plusieurs qui le font ensemble, séparées par des virgules)',
  'no header names an id, and the {0} different rows all differ in it':
    'aucun en-tête ne nomme d’identifiant, et les {0} lignes différentes diffèrent toutes par celle-ci',
  'no column tells all leads apart, and the {0} different rows all differ in these together; who corrects one of them makes another lead':
    'aucune colonne ne distingue tous les leads, et les {0} lignes différentes diffèrent toutes par celles-ci ensemble ; qui en corrige une fait un autre lead',
  'no column identifies a lead, these do together: a row in which one of them is corrected is another lead':
    'aucune colonne n’identifie un lead, celles-ci le font ensemble : une ligne où l’une d’elles est corrigée est un autre lead',
  'the export has no column "{0}", or several; its columns are {1}':
    'l’export n’a pas de colonne « {0} », ou en a plusieurs ; ses colonnes sont {1}',
  'no header names an id, and the {0} values of this column all differ':
    'aucun en-tête ne nomme d’identifiant, et les valeurs de cette colonne ({0}) sont toutes différentes',
  'no header names an id, and this column has about as many values as rows':
    'aucun en-tête ne nomme d’identifiant, et cette colonne a presque autant de valeurs que de lignes',
  'the export has no column "{0}", or several': 'l’export n’a pas de colonne « {0} », ou en a plusieurs',
  'Which date says that a lead was handed to sales?':
    'Quelle date indique qu’un lead a été confié aux ventes ?',
  'Which date says that sales made the first contact?':
    'Quelle date indique le premier contact par les ventes ?',
  'the export has no such date': 'l’export n’en a pas',
  'the only date that is left': 'la seule date qui reste',
  'no column says so, and "{0}" is when sales began to work on it':
    'aucune colonne ne l’indique, et « {0} » est le moment où les ventes s’y sont mises',
  'no column says so': 'aucune colonne ne l’indique',
  chosen: 'choix fait à la main',
  '"{0}" is not a date of the export; its dates are {1}':
    '« {0} » n’est pas une date de l’export ; ses dates sont {1}',
  '"{0}" in "{1}": is the day first or the month?':
    '« {0} » dans « {1} » : le jour vient-il en premier, ou le mois ?',
  'no cell proves it': 'aucune cellule ne le prouve',
  '"{0}" is neither': '« {0} » n’est ni l’un ni l’autre',
  'In which time zone are the times of the export, and the months of the report? (such as Europe/Paris; the times of this export show {0})':
    'Dans quel fuseau sont les heures de l’export et les mois du rapport ? (par exemple Europe/Paris ; heures de cet export : {0})',
  'In which time zone are the times of the export, and the months of the report? (such as Europe/Paris)':
    'Dans quel fuseau sont les heures de l’export et les mois du rapport ? (par exemple Europe/Paris)',
  'the headers are French': 'les en-têtes sont en français',
  'the zone of this machine': 'le fuseau de cette machine',
  '"{0}" is not a time zone such as Europe/Paris': '« {0} » n’est pas un fuseau comme Europe/Paris',
  'Which hours does sales work, Monday to Friday? (such as 09:00-12:30, 14:00-18:00)':
    'À quelles heures les ventes travaillent-elles, du lundi au vendredi ? (par exemple 09:00-12:30, 14:00-18:00)',
  'the dates have no time, so whole days are counted':
    'les dates n’ont pas d’heure : des journées entières sont comptées',
  'usual in French offices': 'habituel dans les bureaux en France',
  'usual office hours': 'horaires de bureau habituels',
  '"{0}" is not a list of hours such as 09:00-12:30, 14:00-18:00':
    '« {0} » n’est pas une liste d’horaires comme 09:00-12:30, 14:00-18:00',
  'Whose public holidays close the office? (a country such as FR, a region such as FR-57, or none)':
    'Les jours fériés de quel pays ferment le bureau ? (un pays comme FR, une région comme FR-57, ou aucun)',
  'the country of {0}': 'le pays du fuseau {0}',
  'no country is known for {0}': 'aucun pays n’est connu pour le fuseau {0}',
  '"{0}" is not a country such as FR, nor none': '« {0} » n’est ni un pays comme FR, ni « aucun »',
  'Start from what was kept in 80% or in 90% of past cases?':
    'Partir de ce qui a été tenu dans 80 % ou dans 90 % des cas passés ?',
  'a first target that was kept before': 'une première cible qui a déjà été tenue',
  '"{0}" is neither 80 nor 90': '« {0} » n’est ni 80 ni 90',

  'Which date says that a lead became a customer?': 'Quelle date indique qu’un lead est devenu client ?',
  'Which words of "{0}" say that it was won? (with commas between them)':
    'Quels mots de « {0} » disent que la vente est gagnée ? (séparés par des virgules)',
  'as such words usually read': 'comme ces mots s’écrivent d’habitude',
  'the date says it by itself': 'la date le dit seule',
  '"{0}" is not a word of "{1}"': '« {0} » n’est pas un mot de « {1} »',
  'filled in {0}%': 'remplie à {0} %',
  '{0}, with its time in "{1}"': '{0}, avec son heure dans « {1} »',
  'filled in {0}%, such as {1}': 'remplie à {0} %, par exemple {1}',

  // What can't be made an agreement of
  '"sla init --help" shows what {0} takes': '« sla init --help » montre ce que {0} accepte',
  'No column of "{0}" identifies a lead': 'Aucune colonne de « {0} » n’identifie un lead',
  'export it with the id of the lead, or name a column with --key COLUMN; its columns are {0}':
    'exportez avec l’identifiant du lead, ou nommez une colonne avec --key COLONNE ; les colonnes sont {0}',
  '"{0}" comes nearest: {1} of its {2} values come again':
    '« {0} » s’en approche le plus : sur {2} valeurs, {1} reviennent',
  '"{0}" comes nearest: {1} of its {2} values come again, and {3} of its cells are blank':
    '« {0} » s’en approche le plus : sur {2} valeurs, {1} reviennent, et {3} de ses cellules sont vides',
  'export it with the id of the lead, and its columns under their names':
    'exportez avec l’identifiant du lead, et les colonnes sous leurs noms',
  'No column of "{0}" says when a lead was created or handed over':
    'Aucune colonne de « {0} » ne dit quand un lead a été créé ou transmis',
  'the cells of {0} hold a date behind other words, and can not be read: put the date into a column of its own':
    'les cellules de {0} contiennent une date derrière d’autres mots, illisible : mettez la date dans sa propre colonne',
  'export it with the date on which each lead came in: it holds no date at all':
    'exportez avec la date d’arrivée de chaque lead : ce fichier ne contient aucune date',
  'export it with that date, or name one with --qualified COLUMN: its dates are {0}':
    'exportez avec cette date, ou nommez-en une avec --qualified COLONNE : ses dates sont {0}',
  tickets: 'des tickets',
  'activities of sales': 'des activités de vente',
  companies: 'des entreprises',
  campaigns: 'des campagnes',
  'people of your own': 'vos propres collaborateurs',
  '"{0}" is of won and lost alike, and no word of "{1}" ({2}) is known to mean a win: name yours with --won "{3}" --won-words WORDS':
    '« {0} » vaut pour les gagnés comme pour les perdus, et aucun mot de « {1} » ({2}) n’est connu pour dire que c’est gagné : nommez les vôtres avec --won "{3}" --won-words MOTS',
  '"{0}" is of won and lost alike, and no column says which':
    '« {0} » vaut pour les gagnés comme pour les perdus, et aucune colonne ne dit lesquels',
  '"{0}" is named so, and its cells can not be read as dates':
    '« {0} » porte ce nom, et ses cellules ne se lisent pas comme des dates',
  'the times of {0} end in letters such as CET, which are not read: export them with an offset such as +01:00, or without letters':
    'les heures de {0} se terminent par des lettres comme CET, qui ne sont pas lues : exportez-les avec un décalage comme +01:00, ou sans lettres',
  'as its header "{0}" says': 'comme le dit son en-tête « {0} »',
  '{0} holds times of day beside dates without a time, and is not read: days are judged, no hours':
    '{0} contient des heures à côté de dates sans heure et n’est pas lue : on juge des jours, pas des heures',
  '{0} hold times of day beside dates without a time, and are not read: days are judged, no hours':
    '{0} contiennent des heures à côté de dates sans heure et ne sont pas lues : on juge des jours, pas des heures',
  'if they are the times of "{0}", write column: [{1}, {2}] and type: datetime under its field, with the format of both and a blank between them':
    'si ce sont les heures de « {0} », écrivez column: [{1}, {2}] et type: datetime sous son champ, avec le format des deux séparées par une espace',
  '"{0}" looks like {1}, and its rows are judged as leads':
    'On dirait que « {0} » contient {1}, et ses lignes sont jugées comme des leads',
  'export them with the date on which each was first answered or solved: without one of these nothing can be promised of them':
    'exportez-les avec la date de la première réponse ou de la résolution de chacun : sans l’une des deux, rien ne peut en être promis',
  'name the export of the leads first: sla init --from leads.csv --from {0}':
    'nommez d’abord l’export des leads : sla init --from leads.csv --from {0}',
  '"{0}" looks like {1}, and its rows are no leads':
    'On dirait que « {0} » contient {1}, et ses lignes ne sont pas des leads',
  'if each of its rows is a lead, name the date on which one came: --qualified "{0}"':
    'si chacune de ses lignes est un lead, nommez la date à laquelle il est arrivé : --qualified « {0} »',
  'members of campaigns': 'des membres de campagnes',
  'a history of something else': 'un historique d’autre chose',
  settings: 'des réglages',
  'export them with the date on which each was opened: without it nothing can be promised of them':
    'exportez-les avec la date à laquelle chacun a été ouvert : sans elle, rien ne peut en être promis',
  'name the export of what it tells of first: sla init --from tickets.csv --from {0}':
    'nommez d’abord l’export de ce dont il parle : sla init --from tickets.csv --from {0}',
  '"{0}" has {1} different values in {2} rows: those of one value are told as one lead':
    '« {0} » a {1} valeurs différentes dans {2} lignes : celles d’une même valeur sont comptées comme un seul lead',
  'name the column that has an id for each lead with --key, or several that do together: --key "A, B"':
    'nommez avec --key la colonne qui a un identifiant par lead, ou plusieurs qui le font ensemble : --key "A, B"',
  'chosen: rows that are alike in all of these are one, and a row in which one of them is corrected is another':
    'choisies : les lignes qui sont pareilles dans toutes celles-ci n’en font qu’une, et une ligne où l’une d’elles est corrigée est une autre',
  'the first export is that of the leads: {0}': 'le premier export est celui des leads : {0}',
  '"{0}" says when a lead became a deal, not whether that was won: if it says so with you, --won "{1}"':
    '« {0} » dit quand un lead est devenu une affaire, pas si elle a été gagnée : si elle le dit chez vous, --won "{1}"',
  'docs/presets.md': 'docs/fr/prereglages.md',
  'docs/presets/{0}.md': 'docs/fr/prereglages/{0}.md',
  'how to get it from your CRM: {0}': 'comment l’obtenir de votre CRM : {0}',
  '{0} may change while a lead is worked on: add the id of the lead to the export':
    '{0} peut changer pendant qu’un lead est traité : ajoutez l’identifiant du lead à l’export',
  'name the export of the leads first; promises about other rows are written beside those of leads, as docs/agreement-language.md shows':
    'nommez d’abord l’export des leads ; les promesses sur d’autres lignes s’écrivent à côté de celles sur les leads, comme le montre docs/agreement-language.md',
  'Day and month can not be told apart in {0}, and dates are never guessed':
    'Rien ne distingue le jour du mois dans {0}, et une date ne se devine jamais',
  'run it again with --date-order day-first, or --date-order month-first':
    'relancez avec --date-order day-first, ou --date-order month-first',
  'the header has {0} more than once, and a column with a twin is not used: rename all but one of them in the export if it is needed':
    'l’en-tête contient {0} plusieurs fois, et une colonne en double n’est pas utilisée : si elle est nécessaire, renommez dans l’export toutes les autres',
  'No line of "{0}" looks like a header': 'Aucune ligne de « {0} » ne ressemble à un en-tête',
  'an export is named with --from: sla init --from {0}':
    'un export se nomme avec --from : sla init --from {0}',
  'There already is a file "{0}", and init overwrites nothing':
    'Le fichier « {0} » existe déjà, et init n’écrase rien',
  'name another: sla init --from EXPORT {0}, or see what it would write with --print':
    'nommez-en un autre : sla init --from EXPORT {0}, ou voyez avec --print ce qui serait écrit',
  'There already is a file "{0}": it stays as it is': 'Le fichier « {0} » existe déjà : il reste tel quel',
  'add to it what init would write:\n{0}': 'ajoutez-y ce qu’init écrirait :\n{0}',
};
