import type { Catalogue } from '../catalogue.ts';

/** The meeting of both teams: its agenda, which becomes its minutes. */
export const pack: Catalogue = {
  'what the meeting is about, such as 2026-05, 2026-Q2, 2026-W20; default: the newest that is final':
    'la période dont parle la réunion, par exemple 2026-05, 2026-Q2, 2026-W20 ; par défaut : la dernière qui soit définitive',
  'from the records of closed months alone: the exports are not opened':
    'd’après les seuls mois clos : les exports ne sont pas ouverts',
  'the agenda of the meeting of both teams, filled with the numbers: it becomes the minutes':
    'l’ordre du jour de la réunion des deux équipes, rempli avec les chiffres : il devient le compte rendu',
  'the agenda of the last month that is final, to fill in':
    'l’ordre du jour du dernier mois définitif, à remplir',
  'to look at together, and to print': 'à regarder ensemble, et à imprimer',
  'a closed month, without its exports': 'un mois clos, sans ses exports',
  'the agenda is written, whatever it says': 'l’ordre du jour est écrit, quoi qu’il dise',
  'no answer: an export that can not be read, a period without a case, a wrong option':
    'pas de réponse : un export illisible, une période sans cas, une option fausse',
  'takes a period such as 2026-05, 2026-Q2 or 2026-W20, not "{0}"':
    'attend une période, par exemple 2026-05, 2026-Q2 ou 2026-W20, et non « {0} »',
  'What do these words say of the profile, and of where the leads come from?':
    'Que disent ces mots du profil, et de l’origine des leads ?',
  'What do these words say of where the leads come from?': 'Que disent ces mots de l’origine des leads ?',
  Decided: 'Décision',
  Since: 'Depuis',
  'Since then': 'Depuis lors',
  ', {0}:': ', {0} :',
  'Answer:': 'Réponse :',
  'What {0} sees in the figures of {1}:': 'Ce que l’équipe {0} voit dans les chiffres de l’équipe {1} :',
  'Each with a name and a date, such as 2026-06-30.': 'Chacune avec un nom et une date, comme le 30/06/2026.',
  Decisions: 'Décisions',
  What: 'Quoi',
  Who: 'Qui',
  'By when': 'Pour quand',
  'How we shall see it': 'À quoi le verrons-nous',
  'A promise changes (a new version; the team that is promised less agrees to it)':
    'Une promesse change (nouvelle version ; l’équipe à qui l’on promet moins l’accepte)',
  'Something is excused (a waiver, with its reason and the names of both teams)':
    'Quelque chose est excusé (dérogation, avec sa raison et les noms des deux équipes)',
  'A cell is corrected in the CRM': 'Une cellule est corrigée dans le CRM',
  'Next meeting on:': 'Prochaine réunion le :',
  'Meeting: {0}': 'Réunion : {0}',
  'Meeting of {0}: {1}': 'Réunion {0} : {1}',
  'Held on (such as 2026-06-09):': 'Tenue le (par exemple 09/06/2026) :',
  'Present ({0}):': 'Présents ({0}) :',
  'Minutes by:': 'Compte rendu par :',
  '{0} is final.': '{0} : chiffres définitifs.',
  '{0} is provisional.': '{0} : chiffres provisoires.',
  '(version {0}). As of {1}, {2}.': '(version {0}). Arrêté au {1}, {2}.',
  '{0} minutes.': '{0} minutes.',
  'What we had decided': 'Ce que nous avions décidé',
  'The scoreboard': 'Le tableau de bord',
  'What was missed, and why': 'Ce qui a été manqué, et pourquoi',
  'Leads to talk about': 'Des leads à regarder ensemble',
  'What can still change': 'Ce qui peut encore changer',
  'A look across': 'Regards croisés',
  '({0} min)': '({0} min)',
  'Every row of the exports could be read.': 'Toutes les lignes des exports ont pu être lues.',
  'Behind these numbers: {0}. "sla check --rejects FILE" lists every cell that could not be read.':
    'Derrière ces chiffres : {0}. « sla check --rejects FICHIER » donne chaque cellule qui n’a pas pu être lue.',
  'Chosen by rule: missed under the most promises first, then the one that came earlier.':
    'Choisis selon une règle : d’abord ceux pour lesquels le plus de promesses ont été manquées, puis le plus ancien.',
  'Chosen by rule: missed under the most promises first, then the larger by "{0}", then the one that came earlier.':
    'Choisis selon une règle : d’abord ceux pour lesquels le plus de promesses ont été manquées, puis le plus grand selon « {0} », puis le plus ancien.',
  '"sla explain {0}" shows all that is known of one.':
    '« sla explain {0} » montre tout ce que l’on sait de l’un d’eux.',
  'what the data show': 'ce que disent les données',
  'What happened to these leads, and can they still be called?':
    'Que sont devenus ces leads, et peut-on encore les appeler ?',
  'Largest gap first. The figures ask; the teams answer.':
    'Le plus grand écart d’abord. Les chiffres posent la question ; les équipes y répondent.',
  '{0} had {1} open days, those before it {2}': '{0} a compté {1} jours ouvrés, les périodes d’avant {2}',
  '{0}; that is {1} a day': '{0} ; cela fait {1} par jour',
  '{0} was late': '{0} en retard',
  '{0} were late': '{0} en retard',
  '{0}, and what was promised has not come yet; in time {1} would be at {2}':
    '{0}, et ce qui était promis n’est toujours pas venu ; à temps, {1} serait à {2}',
  '{0}, and what was promised has not come yet; with all of them in time {1} would be at {2}':
    '{0}, et ce qui était promis n’est toujours pas venu ; avec tous à temps, {1} serait à {2}',
  '{0}; of one of them what was promised has not come yet; with that one in time {1} would be at {2}':
    '{0} ; pour l’un d’entre eux, ce qui était promis n’est toujours pas venu ; avec celui-là à temps, {1} serait à {2}',
  '{0}; of {1} of them what was promised has not come yet; with these {2} in time {3} would be at {4}':
    '{0} ; pour {1} d’entre eux, ce qui était promis n’est toujours pas venu ; avec ces {2} à temps, {3} serait à {4}',
  'Is it the days or the leads that were missing? Should {0} open days promise what {1} do?':
    'A-t-on manqué de jours ou de leads ? {0} jours ouvrés doivent-ils promettre autant que {1} ?',
  'Why did nothing happen at all to it?': 'Pourquoi rien n’a-t-il été fait ?',
  'Why did nothing happen at all to them?': 'Pourquoi rien n’a-t-il été fait pour eux ?',
  'Why did nothing happen at all to some of them?':
    'Pourquoi rien n’a-t-il été fait pour certains d’entre eux ?',
  '{0} case ended before it was tried often enough, and counts as met: is that what we meant?':
    '{0} cas a pris fin avant d’être relancé assez souvent, et compte comme tenu : est-ce bien ce que nous voulions dire ?',
  '{0} cases ended before they were tried often enough, and count as met: is that what we meant?':
    '{0} cas ont pris fin avant d’être relancés assez souvent, et comptent comme tenus : est-ce bien ce que nous voulions dire ?',
  'What happened, and what would help?': 'Que s’est-il passé, et qu’est-ce qui aiderait ?',
  'Every promise in {0}': 'Chaque promesse en {0}',
  before: 'avant',
  '{0}: {1} promise of {2} met': '{0} : {1} promesse tenue sur {2}',
  '{0}: {1} promises of {2} met': '{0} : {1} promesses tenues sur {2}',
  '{0}. Nothing was missed.': '{0}. Rien n’a été manqué.',
  '{0}, {1} missed.': '{0}, {1} manquée.',
  '{0}, {1} were missed.': '{0}, {1} manquées.',
  '{0} is met again after it was missed for {1}':
    '{0} est de nouveau tenue, après avoir été manquée pendant {1}',
  '{0} is met with nothing to spare: {1} of {2}, and {3} were needed.':
    '{0} est tenue tout juste : {1} sur {2}, et il en fallait {3}.',
  '{0} case set aside': '{0} cas mis de côté',
  '{0} cases set aside': '{0} cas mis de côté',
  '{0}: {1} with the waiver, {2} without': '{0} : {1} avec la dérogation, {2} sans',
  'What became of the leads': 'Ce que les leads sont devenus',
  'What {0} tells {1}': 'Ce que l’équipe {0} dit à l’équipe {1}',
  '{0}: what the leads were answered': '{0} : ce qui a été répondu aux leads',
  ' ({0}): {1}, target {2}': ' ({0}) : {1}, cible {2}',
  ', {0} so far: ': ', {0}, à ce jour : ',
  ': {0}': ' : {0}',
  'The minutes are not UTF-8': 'Le compte rendu n’est pas en UTF-8',
  'The minutes have no table of decisions': 'Le compte rendu n’a pas de tableau des décisions',
  'leave the line "<!-- sla:decisions -->" where "sla pack" wrote it, right above the head of the table':
    'laissez la ligne "<!-- sla:decisions -->" là où « sla pack » l’a écrite, juste au-dessus de l’en-tête du tableau',
  'The minutes do not say on which day the meeting was held':
    'Le compte rendu ne dit pas quel jour la réunion a été tenue',
  'write it behind "{0}" as 2026-06-09': 'écrivez-le derrière « {0} » : 09/06/2026',
  'There is no open decision "{0}" in {1}': 'Il n’y a pas de décision ouverte « {0} » dans {1}',
  'leave the first column as "sla pack" wrote it':
    'laissez la première colonne comme « sla pack » l’a écrite',
  'mend it, or move it away': 'réparez-le, ou déplacez-le',
  '"{0}" is not an agenda that "sla pack" wrote': '« {0} » n’est pas un ordre du jour écrit par « sla pack »',
  'the mark in its first line tells whose it is': 'la marque de sa première ligne dit de quel accord il est',
  'The minutes are of "{0}", which is not here': 'Le compte rendu est celui de « {0} », qui n’est pas ici',
  'name the agreement: sla pack --close FILE acme.sla.yaml':
    'nommez l’accord : sla pack --close FICHIER acme.sla.yaml',
  'remove the link: decisions lie beside their agreement':
    'enlevez le lien : les décisions se trouvent à côté de leur accord',
  'Each decision in the minutes of a meeting has a name and a date.':
    'Chaque décision d’un compte rendu a un nom et une date.',
  'A decision says what is to be done': 'Une décision dit ce qui est à faire',
  'fill in the first cell, or empty the row': 'remplissez la première cellule, ou videz la ligne',
  'A decision has somebody who takes it on': 'Une décision a quelqu’un qui s’en charge',
  'fill in the second cell': 'remplissez la deuxième cellule',
  'A decision has a date': 'Une décision a une date',
  'write the third cell as 2026-06-30': 'écrivez la troisième cellule ainsi : 30/06/2026',
  'write the day on which it was done as 2026-06-30': 'écrivez le jour où c’était fait, ainsi : 30/06/2026',
  'takes the decisions of these minutes into records/decisions.yaml beside the agreement':
    'reprend les décisions de ce compte rendu dans records/decisions.yaml, à côté de l’accord',
  'after the meeting: who does what by when is kept':
    'après la réunion : qui fait quoi et pour quand est conservé',
  '--close reads minutes, and judges nothing': '--close lit un compte rendu, et ne juge rien',
  '{0}: {1} ({2}, by {3})': '{0} : {1} ({2}, pour le {3})',
  '{0}: done': '{0} : fait',
  '{0}: not done, comes back': '{0} : pas fait, revient',
  '{0}: corrected': '{0} : corrigée',
  '{0}: it has all of these minutes already': '{0} : tout ce que dit ce compte rendu y est déjà',
  '{0}: no new decision, the others are up to date. Commit it, with the minutes':
    '{0} : aucune décision nouvelle, les autres sont à jour. À valider dans git, avec le compte rendu',
  '"{0}" can not be done on {1}: it was decided on {2}':
    '« {0} » ne peut pas être faite le {1} : elle a été décidée le {2}',
  'write the day on which it was done': 'écrivez le jour où elle a été faite',
  'name the minutes that the meeting filled in: "sla pack -o minutes.md" writes their agenda':
    'nommez le compte rendu que la réunion a rempli : « sla pack -o compte-rendu.md » en écrit l’ordre du jour',
  'The folder "{0}" takes no files': 'Le dossier « {0} » n’accepte aucun fichier',
  'write to another place': 'écrivez ailleurs',
  'make the folder first, or write to another place': 'créez d’abord le dossier, ou écrivez ailleurs',
  'hours "{0}"': 'horaires « {0} »',
  'at least': 'au moins',
  scope: 'périmètre',
  'other limits': 'autres délais',
  hours: 'horaires',
  'fewest cases': 'nombre minimal de cas',
  'in force from': 'en vigueur à partir du',
  'in force until': 'en vigueur jusqu’au',
  '{0}: {1} decision written. Commit it, with the minutes':
    '{0} : {1} décision écrite. À valider dans git, avec le compte rendu',
  '{0}: {1} decisions written. Commit it, with the minutes':
    '{0} : {1} décisions écrites. À valider dans git, avec le compte rendu',
  'No.': 'N°',
  'Comes back': 'Revient',
  'Done on': 'Fait le',
  'Not done yet': 'Pas encore fait',
  'for the first time': 'pour la première fois',
  'no answer': 'sans réponse',
  '{0}: the same by "{1}"': '{0} : la même chose selon « {1} »',
  'Do the promises fit?': 'Les promesses sont-elles justes ?',
  'What was missed, and what the past kept': 'Ce qui a été manqué, et ce que le passé a tenu',
  'The past would have kept': 'Le passé aurait tenu',
  '{0} ({1} of {2})': '{0} ({1} sur {2})',
  'or {0}': 'ou {0}',
  'To look at in the data': 'À regarder dans les données',
  'Do we promise it again, or something else?': 'Le promettons-nous encore, ou autre chose ?',
  '{0}{1} per {2}': '{0}{1} par {2}',
  '{0} take {1} a month at "{2}" ({3}); promised: {4}, {5}':
    '{0} demandent {1} par mois à « {2} » ({3}) ; promis : {4}, {5}',
  'there is no time for {0} leads in {1}': 'le temps manque pour {0} leads en {1}',
};
