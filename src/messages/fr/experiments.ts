import type { Catalogue } from '../catalogue.ts';

/** What is tried, and what is learned of it. */
export const experiments: Catalogue = {
  '{0}; {1} more finding in the experiments': '{0} ; {1} autre constat dans les expériences',
  '{0}; {1} more findings in the experiments': '{0} ; {1} autres constats dans les expériences',
  '{0}; {1} more finding in the disputes': '{0} ; {1} autre constat dans les contestations',
  '{0}; {1} more findings in the disputes': '{0} ; {1} autres constats dans les contestations',
  '"sla {0}" tells them all': '« sla {0} » les dit tous',

  '"{0}" names no experiments': '« {0} » ne nomme pas d’expériences',
  'write for example: experiments: { files: experiments/*.yaml, budget: { limit: 12000 EUR per quarter } }':
    'écrivez par exemple : experiments: { files: experiments/*.yaml, budget: { limit: 12000 EUR per quarter } }',
  'Files of experiments are found in the repository of the agreement.':
    'Les fichiers des expériences se trouvent dans le dépôt de l’accord.',
  'What was asked': 'Ce qu’on se demandait',
  'What was learned': 'Ce qu’on a appris',
  'What the teams saw': 'Ce que les équipes ont vu',
  'Still owed': 'Encore dû',
  Budget: 'Budget',
  '{0} experiment': '{0} expérience',
  '{0} experiments': '{0} expériences',
  'lessons of failures written: {0} of {1}': 'leçons d’échecs écrites : {0} sur {1}',
  worked: 'succès',
  failed: 'sans succès',
  'broken off': 'interruption',
  running: 'en cours',
  planned: 'à venir',
  experiment: 'expérience',
  outcome: 'issue',
  reached: 'atteint',
  cost: 'coût',
  'not reached': 'pas atteint',
  'up to {0}': 'jusqu’à {0}',
  '{0}, late': '{0}, en retard',
  '{0}, {1} ({2})': '{0}, {1} ({2})',
  '{0}, {1} ({2}): {3}': '{0}, {1} ({2}) : {3}',
  '{0}: the outcome and the lesson, by {1}': '{0} : l’issue et la leçon, par {1}',
  '{0}: the outcome and the lesson, by {1} until {2}': '{0} : l’issue et la leçon, par {1}, d’ici au {2}',
  '{0}: the outcome and the lesson, by {1}, overdue since {2}':
    '{0} : l’issue et la leçon, par {1}, en retard depuis le {2}',
  '{0}: what {1} saw of it': '{0} : ce que {1} en a vu',
  '{0}: what {1} saw of it, until {2}': '{0} : ce que {1} en a vu, d’ici au {2}',
  '{0}: what {1} saw of it, overdue since {2}': '{0} : ce que {1} en a vu, en retard depuis le {2}',
  '{0}: {1} of {2} bound, {3} spent': '{0} : {1} engagés sur {2}, {3} dépensés',
  '{0}; {1} are kept for what nobody has planned': '{0} ; {1} restent pour ce que personne n’a prévu',
  'What do we try next, and what do we leave?': 'Qu’essayons-nous ensuite, et que laissons-nous ?',
  'What was tried': 'Ce qui a été essayé',
  'The experiments "{0}" lie outside the repository of the agreement':
    'Les expériences « {0} » se trouvent hors du dépôt de l’accord',
  'put them into the repository, and name them relative to the agreement':
    'les mettre dans le dépôt, et les nommer par rapport à l’accord',
  'There is no file of an experiment "{0}"': 'Il n’y a pas de fichier d’expérience « {0} »',
  'mend the file, or name others': 'réparer le fichier, ou en nommer d’autres',
  'An agreement says where its experiments are.': 'Un accord dit où sont ses expériences.',
  'The lesson of "{0}" was due on {1}': 'La leçon de « {0} » était due le {1}',
  'Whether "{0}" worked was to be said by {1}': 'L’issue de « {0} » devait être dite d’ici au {1}',
  'add lesson: with what both teams know now':
    'ajoutez lesson: avec ce que les deux équipes savent maintenant',
  'write outcome: worked, failed or stopped, and lesson: with what both teams know now':
    'écrivez outcome: worked, failed ou stopped, et lesson: avec ce que les deux équipes savent maintenant',
  'What "{0}" saw of "{1}" was to be said by {2}':
    'Ce que « {0} » a vu de « {1} » devait être dit d’ici au {2}',
  'write it under feedback: with the day': 'l’écrire sous feedback: avec le jour',
  'What is tried needs no change of this text, and may fail once.':
    'Ce qui s’essaie ne demande pas de changer ce texte, et peut échouer une fois.',
  'What is tried for {0} needs no change of this text, and may fail once.':
    'Ce qui s’essaie pour {0} ne demande pas de changer ce texte, et peut échouer une fois.',
  'What was learned is written down {0} after it ended.': 'Ce qu’on a appris est écrit {0} après la fin.',
  '{0} ({1}% of it kept for what nobody has planned)':
    '{0} (dont {1} % restent pour ce que personne n’a prévu)',
  'what was tried, what it brought and cost, and what was learned':
    'ce qui a été essayé, ce que cela a apporté et coûté, et ce qu’on a appris',
  'the register, as of the latest date in the data': 'le registre, à la date la plus récente des données',
  'at the end of a quarter, as a page to send': 'à la fin d’un trimestre, en page à envoyer',
  'the register is written: an experiment that failed is no failure of the command':
    'le registre est écrit : une expérience sans succès n’est pas un échec de la commande',
  'no answer: no experiments in the agreement, an export that can not be read, a wrong option':
    'pas de réponse : pas d’expériences dans l’accord, un export illisible, une option erronée',
  'The calendar counts nothing here: "lesson_within" is no business time':
    'Le calendrier ne compte rien ici : « lesson_within » n’est pas du temps ouvré',
  'remove it, or write for example "lesson_within: 10 business days"':
    'retirez-le, ou écrivez par exemple « lesson_within: 10 business days »',
  '"{0}" is no amount per period': '« {0} » n’est pas un montant par période',
  'write for example 12000 EUR per quarter: a number without separators, its unit, per month, quarter or year':
    'écrivez par exemple 12000 EUR per quarter : un nombre sans séparateurs, son unité, per month, quarter ou year',
  'The experiment ends on {0}, before it begins on {1}':
    'L’expérience finit le {0}, avant de commencer le {1}',
  '"{0}" is no amount': '« {0} » n’est pas un montant',
  'write for example 4000 EUR: a number without separators, and its unit':
    'écrivez par exemple 4000 EUR : un nombre sans séparateurs, et son unité',
  '"{0}" is not in {1}, in which the budget of all experiments is':
    '« {0} » n’est pas en {1}, l’unité du budget de toutes les expériences',
  'write it in {0}': 'l’écrire en {0}',
  'A KPI is about the leads that the experiment brought, and "{0}" is about other rows':
    'Un KPI porte sur les leads que l’expérience a amenés, et « {0} » porte sur d’autres lignes',
  'measure leads: count, sum, share, response or attempts of a stage of the leads':
    'mesurer des leads : count, sum, share, response ou attempts d’une étape des leads',
  '"{0}" names a period, and a KPI is of the whole experiment':
    '« {0} » nomme une période, et un KPI porte sur toute l’expérience',
  'write "{0}": the number from its first day to its last':
    'écrivez « {0} » : le nombre de son premier jour à son dernier',
  'Nothing says by which number "{0}" is told to have worked':
    'Rien ne dit à quel nombre on reconnaît que « {0} » a réussi',
  'add kpis: [{ id: in-profile, share: { of: { stage: <a stage> }, with: profile }, target: ">= 60%" }]':
    'ajoutez kpis: [{ id: in-profile, share: { of: { stage: <une étape> }, with: profile }, target: ">= 60%" }]',
  '"{0}" serves no objective': '« {0} » ne sert aucun objectif',
  'add serves: with the id of an objective of the agreement':
    'ajoutez serves: avec l’identifiant d’un objectif de l’accord',
  '"{0}" failed, and nothing says what was learned': '« {0} » a échoué, et rien ne dit ce qu’on a appris',
  'None of those whom "{0}" is meant for can be in the profile':
    'Aucun de ceux que vise « {0} » ne peut être dans le profil',
  'change the persona, or agree on another profile first':
    'changer le persona, ou convenir d’abord d’un autre profil',
  'The id "{0}" is that of {1} too': 'L’identifiant « {0} » est aussi celui de {1}',
  'write another id': 'écrivez un autre identifiant',
  'No experiment "{0}" began before "{1}"': 'Aucune expérience « {0} » n’a commencé avant « {1} »',
  'write the id of the one that it repeats': 'écrivez l’identifiant de celle qu’elle répète',
  '"{0}" tries again what failed as "{1}", and nothing says what is changed':
    '« {0} » essaie de nouveau ce qui a échoué sous « {1} », et rien ne dit ce qui change',
  'write what differs this time: changed:': 'écrivez ce qui diffère cette fois : changed:',
  'With "{0}" of {1} the experiments of {2} take {3}, and {4} {5} are agreed':
    'Avec « {0} » du {1}, les expériences de {2} prennent {3}, et {4} {5} sont convenus',
  'With "{0}", which is planned, the experiments of {1} take {2} of {3} {4}, and of the reserve':
    'Avec « {0} », qui est prévue, les expériences de {1} prennent {2} de {3} {4}, et de la réserve',
  'make it smaller, begin it in another period, or agree on another budget':
    'la réduire, la commencer dans une autre période, ou convenir d’un autre budget',
  'begin with "id: webinar-spring" and "asks:", the question that it answers':
    'commencez par « id: webinaire-printemps » et « asks: », la question à laquelle elle répond',
  'The file holds no experiment: it has no keys':
    'Le fichier ne contient pas d’expérience : il n’a pas de clés',
  'An agreement takes at most {0} experiments': 'Un accord prend au plus {0} expériences',
  'name those of the last years': 'nommez celles des dernières années',
  'A file of an experiment has the keys, the dates and the names that it needs; no verdict on a promise rests on it.':
    'Un fichier d’expérience a les clés, les dates et les noms qu’il lui faut ; aucun verdict sur une promesse n’en dépend.',
  'Each experiment has an id of its own.': 'Chaque expérience a son propre identifiant.',
  'An experiment says by which number it is told whether it worked.':
    'Une expérience dit à quel nombre on reconnaît si elle a réussi.',
  'An experiment serves an objective that both teams share.':
    'Une expérience sert un objectif que les deux équipes partagent.',
  'Those whom an experiment is meant for can be in the profile.':
    'Ceux que vise une expérience peuvent être dans le profil.',
  'The experiments of one period cost no more together than the agreement allows, and planned ones leave the reserve free.':
    'Les expériences d’une période ne coûtent pas ensemble plus que l’accord ne permet, et celles qui sont prévues laissent la réserve libre.',
  'An experiment that failed says what was learned: the failure itself is never held against anybody.':
    'Une expérience sans succès dit ce qu’on a appris : l’échec lui-même n’est jamais reproché à personne.',
  'What failed with one channel and one persona is tried again only with something changed.':
    'Ce qui a échoué par un canal et pour un persona n’est réessayé qu’avec un changement.',
  'An experiment that another repeats is there, and began before it.':
    'Une expérience qu’une autre répète existe, et a commencé avant elle.',
  'An experiment that is over has its outcome and its lesson in the time that the agreement gives.':
    'Une expérience terminée a son issue et sa leçon dans le délai que donne l’accord.',
  'A team that is asked what it saw of an experiment says so in the time that the agreement gives.':
    'Une équipe à qui l’on demande ce qu’elle a vu d’une expérience le dit dans le délai que donne l’accord.',
  '{0}, {1}, {2}: {3}': '{0}, {1}, {2} : {3}',
};
