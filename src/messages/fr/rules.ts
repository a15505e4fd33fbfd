import type { Catalogue } from '../catalogue.ts';

/** What the lint rules find. */
export const rules: Catalogue = {
  // What the two sides owe
  'All commitments run one way: the team "{0}" is owed something and owes nothing':
    'Tous les engagements vont dans le même sens : on doit quelque chose à l’équipe « {0} », qui ne doit rien',
  'add a commitment with owed_by: {0}': 'ajoutez un engagement avec owed_by: {0}',
  '"{0}" promises "{1}", and its terms have {2}': '« {0} » promet « {1} », et ses termes ont {2}',
  '"{0}" promises {1} characters, of which {2} are compared with its terms':
    'La phrase de « {0} » a {1} caractères, dont {2} sont comparés à ses termes',
  '"{0}" promises "{1}", and its terms have "{2}"': '« {0} » promet « {1} », et ses termes ont « {2} »',
  'write the same in both: what is judged is what the terms say':
    'écrivez la même chose des deux côtés : ce sont les termes qui jugent',
  'The objective "{0}" is owned by the team "{1}" alone':
    'L’objectif « {0} » n’appartient qu’à l’équipe « {1} »',
  'write shared_by: [{0}], or make it a commitment with owed_by and owed_to':
    'écrivez shared_by: [{0}], ou faites-en un engagement avec owed_by et owed_to',
  '"{0}" stands twice in "{1}"': '« {0} » figure deux fois dans « {1} »',
  'write the other name that was meant, or leave out the second':
    'écrivez l’autre nom qui était visé, ou retirez le second',
  'Nobody is named who decides when the teams do not agree':
    'Personne n’est nommé pour trancher quand les équipes ne sont pas d’accord',
  'add a line: sponsor: Managing Director': 'ajoutez une ligne : sponsor: Direction générale',
  'It is not said from which day the agreement is in force: leads of any date are judged by it':
    'Rien ne dit à partir de quel jour l’accord est en vigueur : il s’applique aux leads de toutes les dates',
  'add a line: effective: { from: 2026-07-01 }': 'ajoutez une ligne : effective: { from: 2026-07-01 }',
  'The review was due on {0}, before this version came into force on {1}':
    'La revue était à faire le {0}, avant l’entrée en vigueur de cette version le {1}',
  'review the agreement, and write the date of the review in "last"':
    'revoyez l’accord, et écrivez la date de la revue dans « last »',

  'No day of {0} is in force, and "{1}" has a target for it':
    'Aucun jour de {0} n’est en vigueur, et « {1} » a une cible pour cette période',
  'name a period of this version, or remove it': 'nommez une période de cette version, ou supprimez-la',
  '"{0}" owes in {1} what it owes in every period':
    '« {0} » doit en {1} ce qui est dû dans toutes les périodes',
  'write another number, or remove it': 'écrivez un autre nombre, ou supprimez-le',

  'The waiver excuses every lead of its condition from every commitment':
    'La dérogation dispense chaque lead de sa condition de tous les engagements',

  'No lead that reached "{0}" can reach "{1}": their conditions contradict each other':
    'Aucun lead arrivé à « {0} » ne peut arriver à « {1} » : leurs conditions se contredisent',
  'name stages that follow one another in one life': 'nommez des étapes qui se suivent dans une même vie',
  '"{0}" goes from "{1}" to "{2}", and the funnel has them the other way round':
    '« {0} » va de « {1} » à « {2} », et le funnel les place dans l’autre sens',
  'write the stages in the order in which a lead reaches them':
    'écrivez les étapes dans l’ordre où un lead les atteint',

  // What nothing uses
  'No commitment or objective names the team "{0}"': 'Aucun engagement ni objectif ne nomme l’équipe « {0} »',
  'add what it owes or is owed, or remove it':
    'ajoutez ce qu’elle doit ou ce qu’on lui doit, ou supprimez-la',
  'No promise is about the rows of "{0}"': 'Aucune promesse ne porte sur les lignes de « {0} »',
  'give a date of it a stage and name that in a measure, or remove it':
    'donnez une étape à l’une de ses dates et nommez-la dans une mesure, ou supprimez-la',
  'No measure reads the source "{0}"': 'Aucune mesure ne lit la source « {0} »',
  'Nothing reads a field of the source "{0}"': 'Rien ne lit de champ de la source « {0} »',
  'name it in a measure, such as response: { to: { earliest: {0} } }, or remove it':
    'nommez-la dans une mesure, comme response: { to: { earliest: {0} } }, ou supprimez-la',
  'name one of its fields in a stage, a condition or a measure, or remove it':
    'nommez l’un de ses champs dans une étape, une condition ou une mesure, ou supprimez-la',
  'Nothing reads the personal field "{0}"': 'Rien ne lit le champ personnel « {0} »',
  'Nothing reads the field "{0}"': 'Rien ne lit le champ « {0} »',
  'remove it: personal data that nothing needs is best not mapped':
    'supprimez-le : mieux vaut ne pas déclarer des données personnelles dont rien n’a besoin',
  'name it in a stage, a condition or a measure, or remove it':
    'nommez-le dans une étape, une condition ou une mesure, ou supprimez-le',
  '"{0}" is none of the agreed words of "{1}"': '« {0} » n’est pas un des mots convenus de « {1} »',
  'they are {0}': 'ce sont {0}',
  'No commitment or objective names the stage "{0}"': 'Aucun engagement ni objectif ne nomme l’étape « {0} »',
  'remove it, or measure it': 'supprimez-la, ou mesurez-la',
  'No time limit names the calendar "{0}"': 'Aucun délai ne nomme le calendrier « {0} »',
  'add calendar: {0} to the time limits that it is meant for, or remove it':
    'ajoutez calendar: {0} aux délais auxquels il est destiné, ou supprimez-le',
  'No commitment or objective uses the profile': 'Aucun engagement ni objectif n’utilise le profil',
  'add where: profile to those that are about leads in profile':
    'ajoutez where: profile à ceux qui portent sur les leads dans le profil',

  // What can never be
  'No lead can be in this profile: its conditions contradict each other':
    'Aucun lead ne peut être dans ce profil : ses conditions se contredisent',
  'change one of the conditions on the same field': 'changez l’une des conditions sur le même champ',
  'No lead can be a case of the commitment "{0}": its conditions contradict each other':
    'Aucun lead ne peut être un cas de l’engagement « {0} » : ses conditions se contredisent',
  'No lead can be a case of the objective "{0}": its conditions contradict each other':
    'Aucun lead ne peut être un cas de l’objectif « {0} » : ses conditions se contredisent',
  'change one of the conditions on the same field, in "where", in the profile or in the "when" of its stage':
    'changez l’une des conditions sur le même champ, dans « where », dans le profil ou dans le « when » de son étape',
  'The segment "{0}" can never match: it contradicts itself or the scope of "{1}"':
    'Le segment « {0} » ne peut jamais s’appliquer : il se contredit, ou contredit le périmètre de « {1} »',
  'change its condition, or remove it': 'changez sa condition, ou supprimez-le',
  'The segment "{0}" can never match: the segments above it take every lead that it could':
    'Le segment « {0} » ne peut jamais s’appliquer : les segments placés au-dessus prennent tous les leads qu’il pourrait retenir',
  'The segment "{0}" can never match: the segment "{1}" above it takes every lead that it could':
    'Le segment « {0} » ne peut jamais s’appliquer : le segment « {1} », placé au-dessus, prend tous les leads qu’il pourrait retenir',
  'move it up, or remove it': 'placez-le plus haut, ou supprimez-le',
  'move it above "{0}", or remove it': 'placez-le au-dessus de « {0} », ou supprimez-le',
  'The target "{0}" can\'t be missed': 'La cible « {0} » ne peut pas être manquée',
  'write a share between: "{0}"': 'écrivez un taux intermédiaire : « {0} »',
  'write a number above zero: ">= 120 per {0}"': 'écrivez un nombre supérieur à zéro : ">= 120 per {0}"',
  'The target "{0}" is for every case, and up to {1} of the cases may be unknown':
    'La cible « {0} » vaut pour tous les cas, et jusqu’à {1} des cas peuvent être indéterminés',
  'add max_unknown: 0%, or write a target that can be missed by a case':
    'ajoutez max_unknown: 0%, ou écrivez une cible qui laisse manquer un cas',
  '"{0}" ends early at "{1}", which "{2}" itself owes in "{3}": giving up would count as trying':
    '« {0} » se termine plus tôt à « {1} », que « {2} » doit elle-même dans « {3} » : renoncer compterait comme essayer',
  'name a stage that the other side brings about, such as a reply':
    'nommez une étape que l’autre côté provoque, comme une réponse',
  'name a stage that the lead brings about, such as a reply or a meeting':
    'nommez une étape dont le lead est l’auteur, comme une réponse ou un rendez-vous',
  '"{0}" is given {1}, and "{2}" ends after {3} from the same start':
    '« {0} » dispose de « {1} », et « {2} » se termine « {3} » après le même départ',
  'write within: {0} or less here, or give "{1}" longer':
    'écrivez ici within: {0} ou moins, ou donnez plus de temps à « {1} »',

  // Time limits
  'A case of "{0}" is booked when it is due, {1} after it began: no month shows the work of that month':
    'Un cas de « {0} » est compté à son échéance, « {1} » après son début : aucun mois ne montre le travail de ce mois',
  'write book_by: start, or a limit of a month at most':
    'écrivez book_by: start, ou un délai d’un mois au plus',
  'The calendar "{0}" has no effect: "{1}" runs day and night':
    'Le calendrier « {0} » est sans effet : « {1} » court jour et nuit',
  'The calendar "{0}" has no effect: the field "{1}" says until when':
    'Le calendrier « {0} » est sans effet : le champ « {1} » dit jusqu’à quand',
  'remove it': 'supprimez-le',
  'remove it, or write within: {0}': 'supprimez-le, ou écrivez within: {0}',
  'A lead of {0} is due {1} later, and the calendar "{2}" is closed until {3}':
    'Un lead reçu {0} est à échéance « {1} » plus tard, et le calendrier « {2} » est fermé jusqu’à {3}',
  'A lead of {0} is due {1} later, and all calendars have longer closings':
    'Un lead reçu {0} est à échéance « {1} » plus tard, et tous les calendriers ont des fermetures plus longues',
  'write business time and a calendar: within: {0}, calendar: {1}':
    'écrivez un temps ouvré et un calendrier : within: {0}, calendar: {1}',
  'No day in force lies in the season {0} of the calendar "{1}"':
    'Aucun jour où l’accord est en vigueur ne se trouve dans la saison {0} du calendrier « {1} »',
  "write the dates of this year's season, or remove it":
    'écrivez les dates de la saison de cette année, ou supprimez-la',
  'The season {0} of the calendar "{1}" has the hours of the usual week':
    'La saison {0} du calendrier « {1} » a les horaires de la semaine habituelle',
  'write the hours of the season, or remove it': 'écrivez les horaires de la saison, ou supprimez-la',
  'The calendar "{0}" opens or closes at {1}, which the clock of {2} skips on {3}':
    'Le calendrier « {0} » ouvre ou ferme à {1}, heure sautée le {3} dans le fuseau {2}',
  "write {0}, or {1}: at a change the window's edge is the moment of the change":
    'écrivez {0}, ou {1} : au changement d’heure, la limite de la plage est l’instant du changement',
  'The public holidays of "{0}" differ from region to region, and no region is named':
    'Les jours fériés de « {0} » diffèrent d’une région à l’autre, et aucune région n’est nommée',
  'write {0}, or another of {1}': 'écrivez {0}, ou une autre région parmi {1}',

  // Waivers
  'remove it, or correct its dates': 'supprimez-la, ou corrigez ses dates',
  'The waiver expired on {0}, and the agreement is in force from {1}':
    'La dérogation a expiré le {0}, et l’accord n’est en vigueur qu’à partir du {1}',
  'The objective "{0}" was drawn up without {1}': 'L’objectif « {0} » a été élaboré sans {1}',
  'The minutes of "{0}" are no evidence: "{1}" ({2})':
    'Le compte rendu de « {0} » ne prouve rien : « {1} » ({2})',
  'talk it over with those who share it, and name them; or leave them out of shared_by':
    'discutez-en avec celles qui le partagent et nommez-les ; ou retirez-les de shared_by',
  '"{0}" is in {1} here, and in {2} for "{3}"': '« {0} » est ici en {1}, et en {2} pour « {3} »',
  'write one unit: with two, no cell is held against either, and amounts of both are added up':
    'écrivez une seule unité : avec deux, aucune cellule n’est comparée, et les montants des deux s’additionnent',
  'The waiver is about "{0}", a number, of which no case can be breached':
    'La dérogation porte sur « {0} », un nombre, dont aucun cas ne peut être manqué',
  'remove it; where less is owed for a time, agree on a version with a lower target':
    'supprimez-la ; si moins est dû pendant un temps, convenez d’une version à la cible plus basse',
  'The waiver expires on {0}, before its dates begin':
    'La dérogation expire le {0}, avant le début de ses dates',
  "The waiver's dates are not among those of the agreement, which is in force to {0}":
    'Les dates de la dérogation ne sont pas parmi celles de l’accord, qui est en vigueur jusqu’au {0}',
  "The waiver's dates are not among those of the agreement, which is in force from {0}":
    'Les dates de la dérogation ne sont pas parmi celles de l’accord, qui est en vigueur à partir du {0}',
  "The waiver's dates are not among those of the agreement, which is in force from {0} to {1}":
    'Les dates de la dérogation ne sont pas parmi celles de l’accord, qui est en vigueur du {0} au {1}',
  'The waiver excuses every lead of {0} days': 'La dérogation couvre tous les leads de {0} jours',
  'name the leads, or write at most 31 days; different terms for a season are a version of their own':
    'nommez les leads, ou écrivez 31 jours au plus ; d’autres termes pour une saison font une version à part',
  'The waiver excuses every lead of its dates from every commitment':
    'La dérogation couvre tous les leads de ses dates, pour tous les engagements',
  'add commitment: and the id of the one that it is about':
    'ajoutez commitment: et l’identifiant de l’engagement concerné',
  'The waiver is not approved by {0}': 'La dérogation n’est pas approuvée par {0}',
  'agree on it, and write approved_by: [{0}]': 'mettez-vous d’accord, et écrivez approved_by: [{0}]',

  // Why
  'It is not said why version "{0}" replaces the one before it':
    'Rien ne dit pourquoi la version « {0} » remplace la précédente',
  'add a line: why: Two people more in sales': 'ajoutez une ligne : why: Deux personnes de plus aux ventes',
};
