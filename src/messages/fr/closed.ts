import type { Catalogue } from '../catalogue.ts';

/** What is said of closed months. */
export const closed: Catalogue = {
  // The command
  'keeps the results of a month that is over, beside the agreement':
    'garde les résultats d’un mois terminé, à côté de l’accord',
  'such as 2026-05': 'par exemple 2026-05',
  'close it though some of its results may still change':
    'le clôturer bien que certains résultats puissent encore changer',
  'close it anew; the closing that is there stays': 'le clôturer de nouveau ; la clôture déjà là reste',
  'of --again: why, for those who read it later': 'de --again : pourquoi, pour ceux qui le liront plus tard',
  'how the leads behind the numbers are kept, in place of what the agreement says':
    'comment les leads derrière les chiffres sont gardés, à la place de ce que dit l’accord',
  'of the closing, such as 2026-06-12; today': 'de la clôture, par exemple 2026-06-12 ; aujourd’hui',
  'writes .sla/closed/2026-05.json, to be committed':
    'écrit .sla/closed/2026-05.json, à enregistrer dans git',
  'a second closing, beside the first': 'une seconde clôture, à côté de la première',
  'the closed numbers': 'les chiffres clôturés',
  'the month is closed': 'le mois est clôturé',
  'nothing is written: a month that is not over, or not yet to be closed, one that is closed already, an export that can not be read':
    'rien n’est écrit : un mois qui n’est pas terminé ou pas encore à clôturer, un mois déjà clôturé, un export illisible',
  'Which month is closed?': 'Quel mois est clôturé ?',
  '--why goes with --again': '--why va avec --again',
  '{0} of {1} is closed: {2} result in {3}': '{0} de {1} est clôturé : {2} résultat dans {3}',
  '{0} of {1} is closed: {2} results in {3}': '{0} de {1} est clôturé : {2} résultats dans {3}',
  'Commit it': 'À enregistrer dans git',
  'Commit it, with .sla/salt, by which its cases are told':
    'À enregistrer dans git, avec .sla/salt, par lequel ses cas se retrouvent',

  // Why a month is not closed
  '"{0}" is not a month': '« {0} » n’est pas un mois',
  'write sla close 2026-05; a quarter is closed with its last month, a year with its last':
    'écrivez sla close 2026-05 ; un trimestre est clôturé avec son dernier mois, une année avec le sien',
  'Why is it closed anew?': 'Pourquoi est-il clôturé de nouveau ?',
  'write sla close {0} --again --why "..."': 'écrivez sla close {0} --again --why « ... »',
  '--cases ids: the key of the leads is personal, and a record stays in git':
    '--cases ids : la clé des leads est personnelle, et une clôture reste dans git',
  'leave it out: leads are then named by a keyed hash; --personal writes them as they are':
    'omettez l’option : les leads sont alors désignés par un hachage à clé ; --personal les écrit tels quels',
  'check the month, the "effective:" of the agreement, and the export':
    'vérifiez le mois, « effective: » dans l’accord, et l’export',
  '{0} of "{1}" is not over: {2} may still change as of {3}':
    '{0} de « {1} » n’est pas terminé : le résultat de {2} peut encore changer, vu du {3}',
  'close it with later exports, or name the present with --as-of; --provisional closes it as it is':
    'clôturez-le avec des exports plus récents, ou nommez le présent avec --as-of ; --provisional le clôture tel quel',
  'remove the link: a closed month lies beside its agreement':
    'supprimez le lien : un mois clôturé se trouve à côté de son accord',
  '{0} of "{1}" can be closed from {2} on: "after" of its closing says {3}':
    '{0} de « {1} » peut être clôturé à partir du {2} : « after » de sa clôture dit {3}',
  'close it then, with exports of that day; --provisional closes it as it is':
    'clôturez-le ce jour-là, avec les exports de ce jour ; --provisional le clôture tel quel',
  '{0} of "{1}" is closed already': '{0} de « {1} » est déjà clôturé',
  'to close it anew, and keep the first: sla close {0} --again --why "..."':
    'pour le clôturer de nouveau et garder la première clôture : sla close {0} --again --why « ... »',
  '{0} of "{1}" was not closed before': '{0} de « {1} » n’était pas encore clôturé',
  'leave out --again and --why': 'omettez --again et --why',
  '"{0}" is not a salt: restore it from git': '« {0} » n’est pas un sel : restaurez-le depuis git',

  // What the exports say of it today
  '"{0}" in {1} was closed at {2}, and is {3} by the exports of today':
    '« {0} » en {1} a été clôturé à {2}, et vaut {3} selon les exports d’aujourd’hui',
  'which cases moved can not be told: the salt of the closing is not the one in .sla/salt':
    'les cas qui ont changé ne peuvent pas être désignés : le sel de la clôture n’est pas celui de .sla/salt',
  'which cases moved is not recorded': 'les cas qui ont changé ne sont pas consignés',
  'the closed number is the official one; to close it anew: sla close {0} --again --why "..."':
    'le chiffre clôturé est l’officiel ; pour clôturer de nouveau : sla close {0} --again --why « ... »',
  'the closed number is the official one; sla cases --moved {0} lists the cases; to close it anew: sla close {1} --again --why "..."':
    'le chiffre clôturé est l’officiel ; sla cases --moved {0} liste les cas ; pour clôturer de nouveau : sla close {1} --again --why « ... »',
  '{0} case moved': '{0} cas a changé',
  '{0} cases moved': '{0} cas ont changé',
  'no case': 'aucun cas',
  '{0} to {1} ({2})': 'de {0} à {1} ({2})',
  'gone from the exports': 'disparu des exports',
  'new in the exports': 'nouveau dans les exports',
  'a date or an amount was edited': 'une date ou un montant a été modifié',
  'it happened after the closing': 'c’est arrivé après la clôture',
  'out of the profile, or another field was changed': 'hors du profil, ou un autre champ a été modifié',
  'excused by a waiver': 'excusé par une dérogation',
  'the terms are others': 'les termes sont autres',
  'the exports are read in another way': 'les exports sont lus autrement',
  'the holidays were updated': 'les jours fériés ont été mis à jour',
  'the time zones were updated': 'les fuseaux horaires ont été mis à jour',
  'another version of sla': 'une autre version de sla',

  // Its record
  'The record of {0}, closed for "{1}", is removed': 'La clôture de {0} pour « {1} » est supprimée',
  'The record of {0}, closed for "{1}", holds another closing than it did':
    'Le fichier de {0}, clôturé pour « {1} », contient une autre clôture qu’auparavant',
  'a closed month stays: restore the record, and close the month anew with "sla close MONTH --again --why ..."':
    'un mois clôturé reste : restaurez le fichier, et clôturez de nouveau avec « sla close MOIS --again --why ... »',
  'Closed months': 'Mois clôturés',
  '{0} of "{1}" is closed anew: {2}': '{0} de « {1} » est clôturé de nouveau : {2}',
  'compare the two closings in the record; the last one is official':
    'comparez les deux clôtures dans le fichier ; la dernière est l’officielle',
  'The record of a closed month can not be read': 'Le fichier d’un mois clôturé est illisible',
  'restore it from git: git checkout HEAD -- {0}; one of a newer sla needs that version':
    'restaurez-le depuis git : git checkout HEAD -- {0} ; celui d’un sla plus récent demande cette version',
  'The record of {0}, closed for "{1}", was edited: what is in it is not what "sla close" wrote':
    'Le fichier de {0}, clôturé pour « {1} », a été modifié : son contenu n’est pas ce que « sla close » a écrit',
  'restore it from git: git checkout HEAD -- {0}': 'restaurez-le depuis git : git checkout HEAD -- {0}',
  'The record of a closed month can be read.': 'Le fichier d’un mois clôturé est lisible.',
  'The record of a closed month is what "sla close" wrote.':
    'Le fichier d’un mois clôturé est ce que « sla close » a écrit.',
  'A month is closed when nothing in it can change any more.':
    'Un mois est clôturé quand rien ne peut plus y changer.',
  'The record of a closed month is neither edited nor removed.':
    'Le fichier d’un mois clôturé n’est ni modifié ni supprimé.',
  'A month is closed once.': 'Un mois est clôturé une seule fois.',
  'The exports of today tell of a closed month what it was closed at.':
    'Les exports d’aujourd’hui disent d’un mois clôturé les chiffres de sa clôture.',

  // The closed numbers, and the cases that moved
  'the numbers at which months were closed, from their records alone':
    'les chiffres auxquels des mois ont été clôturés, d’après leurs seuls fichiers',
  'the months that are closed, at their official numbers': 'les mois clôturés, à leurs chiffres officiels',
  '--closed shows months as they were closed, and --{0} asks for something else':
    '--closed montre les mois tels qu’ils ont été clôturés, et --{0} demande autre chose',
  'write --{0} 2026-01': 'écrivez --{0} 2026-01',
  'leave out --{0}': 'omettez --{0}',
  '{0} was closed provisionally on {1}, as of {2}': '{0} a été clôturé provisoirement le {1}, au {2}',
  '{0} was closed on {1}, as of {2}': '{0} a été clôturé le {1}, au {2}',
  '{0}, for the first time on {1}; anew because: {2}':
    '{0}, pour la première fois le {1} ; de nouveau parce que : {2}',
  'No month is closed here': 'Aucun mois n’est clôturé ici',
  'No month between --from and --to is closed here': 'Aucun mois entre --from et --to n’est clôturé ici',
  'closed months lie in .sla/closed beside the agreement; "sla close 2026-05" closes one':
    'les mois clôturés se trouvent dans .sla/closed à côté de l’accord ; « sla close 2026-05 » en clôture un',
  '--moved {0}: no such month of {1} is closed': '--moved {0} : ce mois de {1} n’est pas clôturé',
  'closed months lie in .sla/closed beside the agreement; "sla close {0}" closes one':
    'les mois clôturés se trouvent dans .sla/closed à côté de l’accord ; « sla close {0} » en clôture un',
  '--moved {0}: the record does not tell the cases, or they were hashed with another salt than the one in .sla/salt':
    '--moved {0} : le fichier ne dit pas les cas, ou ils ont été hachés avec un autre sel que celui de .sla/salt',
  'restore .sla/salt from git; a month closed with --cases none has numbers alone':
    'restaurez .sla/salt depuis git ; un mois clôturé avec --cases none n’a que des chiffres',
  '--moved {0}: the run looks back to before the closing':
    '--moved {0} : l’exécution se place avant la clôture',
  'leave out --as-of': 'omettez --as-of',
  'the cases of a closed month that are not what they were when it was closed':
    'les cas d’un mois clôturé qui ne sont plus ce qu’ils étaient à sa clôture',
  'takes a month that is closed, such as 2026-05, not "{0}"':
    'attend un mois clôturé, par exemple 2026-05, pas « {0} »',
  'what changed in a month that is closed, and why': 'ce qui a changé dans un mois clôturé, et pourquoi',
  '--moved {0} says which cases to list': '--moved {0} dit déjà quels cas lister',
  'when closed': 'à la clôture',
  'why it moved': 'raison du changement',
  'When closed': 'À la clôture',
  'Why it moved': 'Raison du changement',
  'The calendar counts nothing here: "after" is no business time':
    'Le calendrier ne compte rien ici : « after » n’est pas un temps ouvré',
  'remove it, or write for example "after: 10 business days"':
    'supprimez-le, ou écrivez par exemple « after: 10 business days »',
};
