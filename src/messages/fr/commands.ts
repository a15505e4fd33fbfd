import type { Catalogue } from '../catalogue.ts';

/** The help of each command, in the order of the alphabet, and what it says by itself. */
export const commands: Catalogue = {
  'records that a team accepts what is weakened, removed or open, in .sla/accepted.yaml':
    'consigne qu’une équipe accepte ce qui est assoupli, supprimé ou ouvert, dans .sla/accepted.yaml',
  'as "sla diff" names it: acme:first-contact/within':
    'tel que « sla diff » le nomme : acme:first-contact/within',
  'who accepts: a team, or sponsor': 'qui accepte : une équipe, ou sponsor',
  'for those who read it later': 'pour ceux qui le liront plus tard',
  'the same as --why': 'comme --why',
  'every change that these teams have to accept, in place of one':
    'tous les changements que ces équipes ont à accepter, au lieu d’un seul',
  'all that is left to a team': 'tout ce qui reste à une équipe',
  'what "sla diff" compares with, where it was named there':
    'ce à quoi « sla diff » compare, si on le lui avait indiqué',
  'the agreement or folder that was compared': 'l’accord ou le dossier qui a été comparé',
  'remove the entries of this branch that match no change, in place of writing one':
    'retire les entrées de cette branche qui ne correspondent à aucun changement, au lieu d’en écrire une',
  'one weakening': 'un assouplissement',
  'what is removed or open takes both': 'ce qui est supprimé ou ouvert demande l’accord des deux',
  'entries of a change that was edited since': 'les entrées d’un changement retouché depuis',
  'the entry is in the file': 'l’entrée est dans le fichier',
  'no such change, a team that can not accept it, a file of acceptances that is malformed':
    'changement inconnu, équipe qui ne peut pas l’accepter, fichier d’acceptations mal formé',
  '--prune takes no change': '--prune n’attend pas de changement',
  'Which change is accepted?': 'Quel changement est accepté ?',
  '"sla diff" prints the lines to type': '« sla diff » affiche les lignes à taper',
  'Who accepts it?': 'Qui l’accepte ?',
  'Why is it accepted?': 'Pourquoi est-il accepté ?',
  'accepted by {0}: {1}/{2}': 'accepté par {0} : {1}/{2}',
  'removed, by {0}: {1}/{2}': 'retiré, de {0} : {1}/{2}',
  'Every new entry matches a change': 'Chaque nouvelle entrée correspond à un changement',
  'It was accepted before': 'C’était déjà accepté',
  'the leads behind a number, one case a line': 'les leads derrière un chiffre, un cas par ligne',
  'only cases in this state': 'seulement les cas dans cet état',
  'only of this commitment or objective': 'seulement de cet engagement ou de cet objectif',
  'only of leads with this owner': 'seulement des leads de ce responsable',
  'only of this lead': 'seulement de ce lead',
  'only of leads that had been handed over before': 'seulement des leads déjà transmis auparavant',
  'only of this period, such as 2026-03, 2026-Q1, 2026-W10; or cut by month, quarter, week':
    'seulement de cette période, par exemple 2026-03, 2026-Q1, 2026-W10 ; ou découpe par month, quarter, week',
  'who was contacted too late': 'qui a été contacté trop tard',
  'what one person still has to do': 'ce qui reste à faire à une personne',
  'every case of a month, for a spreadsheet': 'tous les cas d’un mois, pour un tableur',
  'one lead under every promise; "sla explain L-1042" says why':
    'un lead sous chaque promesse ; « sla explain L-1042 » dit pourquoi',
  'the list is written, however long': 'la liste est écrite, si longue soit-elle',
  'no answer: an export that can not be read, too many rejected rows, a wrong option':
    'pas de réponse : export illisible, trop de lignes rejetées, option erronée',
  Listing: 'Liste en cours',
  '--period {0} and --period {1} exclude each other': '--period {0} et --period {1} s’excluent',
  '--period {0} says which cases to list, so that no other span can':
    '--period {0} dit quels cas énumérer, et aucune autre plage ne peut le faire',
  'leave out {0}': 'omettez {0}',
  '--from and --to': '--from et --to',
  'takes a period such as 2026-03, 2026-Q1 or 2026-W10, or month, quarter or week, not "{0}"':
    'attend une période, par exemple 2026-03, 2026-Q1 ou 2026-W10, ou month, quarter ou week, et non « {0} »',
  'validates, then judges the period at hand: the scoreboard':
    'valide, puis juge la période en cours : le tableau de bord',
  'every agreement here, on the exports that it names': 'chaque accord d’ici, sur les exports qu’il nomme',
  'on another export': 'sur un autre export',
  'a month that is over': 'un mois écoulé',
  'for the eye and for a script': 'pour l’œil et pour un script',
  'no promise is missed, and no problem is at or above the threshold':
    'aucune promesse n’est manquée, et aucun problème n’atteint le seuil',
  'a promise is missed, or an error was found': 'une promesse est manquée, ou une erreur a été trouvée',
  'no answer: an export that can not be read, too many rejected rows, a verdict that the data can not give':
    'pas de réponse : export illisible, trop de lignes rejetées, verdict que les données ne permettent pas',
  Judging: 'Jugement en cours',
  'a business-time calculator on a calendar of an agreement':
    'un calculateur de temps ouvré sur un calendrier d’un accord',
  'the agreement that holds the calendar': 'l’accord qui contient le calendrier',
  'which calendar; needed where the agreement has several':
    'quel calendrier ; nécessaire si l’accord en a plusieurs',
  'the start; local time of the calendar unless it carries an offset':
    'le début ; heure locale du calendrier, sauf décalage indiqué',
  'the stop: how much business time lies between': 'la fin : combien de temps ouvré sépare les deux',
  'a time limit, such as "4 business hours": when it is due':
    'un délai, par exemple « 4 business hours » : quelle en est l’échéance',
  'when is it due': 'quelle est l’échéance',
  'how long was that': 'combien de temps cela a duré',
  'the answer is on standard output': 'la réponse est sur la sortie standard',
  'no answer: no such calendar, not a date, a wrong option':
    'pas de réponse : calendrier inconnu, date invalide, option erronée',
  'A clock needs a start': 'Un chronomètre a besoin d’un début',
  'A clock needs a stop or a time limit': 'Un chronomètre a besoin d’une fin ou d’un délai',
  'A clock takes a stop or a time limit, not both': 'Un chronomètre prend une fin ou un délai, pas les deux',
  '--to 2026-03-09T11:00, or --within "4 business hours"':
    '--to 2026-03-09T11:00, ou --within « 4 business hours »',
  'completes commands, flags, promises and rules in a shell':
    'complète commandes, options, promesses et règles dans un shell',
  'bash, zsh, fish or powershell': 'bash, zsh, fish ou powershell',
  'the words that fit the last argument': 'les mots qui conviennent au dernier argument',
  'for this shell; in ~/.bashrc for all; likewise zsh':
    'pour ce shell ; dans ~/.bashrc pour tous ; de même avec zsh',
  'for fish': 'pour fish',
  'for PowerShell': 'pour PowerShell',
  'the script is on standard output': 'le script est sur la sortie standard',
  'no such shell': 'shell inconnu',
  'A script is for one shell': 'Un script vaut pour un seul shell',
  'For which shell?': 'Pour quel shell ?',
  'There is no script for the shell "{0}"': 'Il n’y a pas de script pour le shell « {0} »',
  'a scoreboard, a receipt and a change of terms, on data that ship; writes no file':
    'un tableau de bord, un justificatif et un changement des termes, sur des données fournies ; n’écrit aucun fichier',
  'two minutes, nothing to prepare': 'deux minutes, rien à préparer',
  'the tour is on standard output': 'la visite est sur la sortie standard',
  'the installation is not whole': 'l’installation n’est pas complète',
  'What the teams kept': 'Ce que les équipes ont tenu',
  'Why the lead {0} counts as late': 'Pourquoi le lead {0} compte comme en retard',
  'What looser terms would have meant': 'Ce qu’auraient donné des termes plus souples',
  'On your own leads': 'Sur vos propres leads',
  'what changes between two versions, for whom, what is open, and who has agreed':
    'ce qui change entre deux versions, pour qui, ce qui est ouvert, et qui l’a accepté',
  'a file, a folder, a git reference or REF:PATH; default: where the work left the default branch':
    'un fichier, un dossier, une référence git ou REF:PATH ; par défaut, là où le travail a quitté la branche principale',
  'the same; default: the working tree': 'de même ; par défaut, les fichiers du dossier de travail',
  'compare the text alone, without leads': 'compare le texte seul, sans leads',
  'of the back-test; default: the latest instant in the data':
    'arrêté du test rétrospectif ; par défaut, le dernier instant des données',
  'first month of the back-test; default: three months up to the last':
    'premier mois du test rétrospectif ; par défaut, trois mois jusqu’au dernier',
  'last month of the back-test': 'dernier mois du test rétrospectif',
  'what this branch changes': 'ce que cette branche modifie',
  'what the working tree changes against a branch':
    'ce que le dossier de travail modifie par rapport à une branche',
  'two files, in git or not': 'deux fichiers, dans git ou non',
  'on the leads of a quarter': 'sur les leads d’un trimestre',
  'annotations, and a comment for the pull request':
    'des annotations, et un commentaire pour la demande de fusion',
  'nothing is weakened, removed or open, or those concerned have accepted it':
    'rien n’est assoupli, supprimé ni ouvert, ou les intéressés l’ont accepté',
  'what is weakened, removed or open and not accepted':
    'ce qui est assoupli, supprimé ou ouvert, et n’est pas accepté',
  'no answer: an unknown reference, a base without agreements, a file that can not be read':
    'pas de réponse : référence inconnue, base sans accords, fichier illisible',
  Comparing: 'Comparaison en cours',
  'what is in use: versions, agreements and which is in force, exports and their age':
    'ce qui est utilisé : versions, accords et lequel est en vigueur, exports et leur âge',
  'which version is in force then; default: at the latest instant in the data':
    'quelle version est alors en vigueur ; par défaut, au dernier instant des données',
  'of everything here': 'sur tout ce qui est ici',
  'to put into a report of a bug': 'à joindre au signalement d’une anomalie',
  'everything that the agreements name can be read': 'tout ce que nomment les accords peut être lu',
  'something can not: no agreement, an export that is missing or broken, a wrong option':
    'quelque chose ne peut l’être : aucun accord, export absent ou abîmé, option erronée',
  Looking: 'Examen en cours',
  'the receipt of one lead: what its verdicts rest on':
    'le justificatif d’un lead : ce sur quoi reposent ses verdicts',
  'its key, as the export writes it': 'sa clé, telle que l’écrit l’export',
  'each promise, each clock, each hour that counted or did not':
    'chaque promesse, chaque délai, chaque heure qui a compté ou non',
  'as it stood then': 'tel qu’il était alors',
  'the same for a script, nothing folded': 'de même pour un script, sans rien abréger',
  'the receipt is on standard output': 'le justificatif est sur la sortie standard',
  'no answer: no such lead, an export that can not be read, a wrong option':
    'pas de réponse : lead inconnu, export illisible, option erronée',
  'A receipt needs the key of a lead': 'Un justificatif a besoin de la clé d’un lead',
};
