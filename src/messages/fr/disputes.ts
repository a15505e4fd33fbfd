import type { Catalogue } from '../catalogue.ts';

/** What a team contests, and who settles it. */
export const disputes: Catalogue = {
  'The disputes "{0}" lie outside the repository of the agreement':
    'Les contestations « {0} » se trouvent hors du dépôt de l’accord',
  'There is no file of disputes "{0}"': 'Il n’y a pas de fichier de contestations « {0} »',
  'Files of disputes are found in the repository of the agreement.':
    'Les fichiers des contestations se trouvent dans le dépôt de l’accord.',
  'The file holds no list of disputes': 'Le fichier ne contient pas de liste de contestations',
  'begin each with a dash: "- lead: L-1042", then "promise:", "by:", "on:" and "says:"':
    'commencez chacune par un tiret : « - lead: L-1042 », puis « promise: », « by: », « on: » et « says: »',
  'An agreement takes at most {0} files of disputes, and {1} disputes in them':
    'Un accord prend au plus {0} fichiers de contestations, et {1} contestations dans ces fichiers',
  'The calendar counts nothing here: "within" is no business time':
    'Le calendrier ne compte rien ici : « within » n’est pas du temps ouvré',
  'remove it, or write for example "within: 10 business days"':
    'retirez-le, ou écrivez par exemple « within: 10 business days »',
  '"{0}" is a number: nothing is ever taken out of it': '« {0} » est un nombre : rien n’en est jamais retiré',
  'dispute a promise that is a share of its cases': 'contester une promesse qui est une part de ses cas',
  'The dispute is settled on {0}, before it is raised on {1}':
    'La contestation est tranchée le {0}, avant d’être soulevée le {1}',
  'The dispute is not settled without {0}: it stays open':
    'La contestation n’est pas tranchée sans {0} : elle reste ouverte',
  'agree on it, and write by: [{0}]': 's’accorder, et écrire by: [{0}]',
  'The same lead and promise are disputed in {0}, on {1}':
    'Le même lead et la même promesse sont contestés dans {0}, le {1}',
  'keep one of them, and add to what it says': 'en garder une, et compléter ce qu’elle dit',
  'A dispute names a lead, a promise that is a share, a team and a day, and is settled after it was raised; until it can be read it changes nothing.':
    'Une contestation nomme un lead, une promesse qui est une part, une équipe et un jour, et se tranche après avoir été soulevée ; tant qu’elle n’est pas lisible, elle ne change rien.',
  'A lead is disputed once under one promise.': 'Un lead est contesté une fois sous une promesse.',
  'A dispute is settled by all whom the agreement names, and by no side of its promise alone; until then it is open.':
    'Une contestation est tranchée par tous ceux que l’accord nomme, et par aucun côté de sa promesse seul ; d’ici là elle est ouverte.',
  'A dispute is settled in the time that the agreement gives.':
    'Une contestation est tranchée dans le temps que donne l’accord.',
  'The lead of a dispute is a case of its promise.': 'Le lead d’une contestation est un cas de sa promesse.',
  'What is disputed is a case that is not met: nothing is to be excused of any other.':
    'Ce qui est contesté est un cas qui n’est pas tenu : un autre n’a rien à faire excuser.',
  'The dispute of {0} about "{1}" was to be settled by {2}':
    'La contestation du {0} sur « {1} » devait être tranchée d’ici au {2}',
  'settle it, and write settled: { outcome: upheld or rejected, by: [{0}], on: the day }':
    'la trancher, et écrire settled: { outcome: upheld ou rejected, by: [{0}], on: le jour }',
  'The lead of the dispute of {0} is no case of "{1}"':
    'Le lead de la contestation du {0} n’est pas un cas de « {1} »',
  'write its key as the export has it, or remove the dispute; "sla explain" says why a lead is no case':
    'écrivez sa clé comme l’export l’a, ou retirez la contestation ; « sla explain » dit pourquoi un lead n’est pas un cas',
  'The case of the dispute of {0} about "{1}" is met: upheld, it changes nothing':
    'Le cas de la contestation du {0} sur « {1} » est tenu : retenue, elle ne change rien',
  'remove it, or settle it for the record': 'retirez-la, ou tranchez-la pour mémoire',
  'upheld dispute of {0}, {1}': 'contestation de {0}, {1}, retenue',
  'upheld dispute': 'contestation retenue',
  'upheld disputes': 'contestations retenues',
  '"{0}" does not say who settles what is disputed': '« {0} » ne dit pas qui tranche ce qui est contesté',
  'write for example: disputes: { files: disputes/*.yaml, settled_by: sponsor, within: 10 calendar days }':
    'écrivez par exemple : disputes: { files: disputes/*.yaml, settled_by: sponsor, within: 10 calendar days }',
  'An agreement says who settles what is disputed.': 'Un accord dit qui tranche ce qui est contesté.',
  'What is disputed': 'Ce qui est contesté',
  'what is disputed about single leads, who settles it, and what hangs on it':
    'ce qui est contesté de certains leads, qui tranche, et ce qui en dépend',
  'all that was disputed, as of the latest date in the data':
    'tout ce qui a été contesté, à la dernière date des données',
  'the register is written: that something is disputed is no failure of the command':
    'le registre est écrit : que quelque chose soit contesté n’est pas un échec de la commande',
  'no answer: no disputes in the agreement, an export that can not be read, a wrong option':
    'pas de réponse : pas de contestations dans l’accord, un export illisible, une option fausse',
  'Raised by': 'Soulevée par',
  'Raised on': 'Soulevée le',
  'Where it is': 'Où cela en est',
  'To be settled by': 'À trancher d’ici au',
  'Settled by': 'Tranchée par',
  'Settled on': 'Tranchée le',
  'Open disputes': 'Contestations ouvertes',
  'Attainment if upheld': 'Taux de tenue si retenue',
  'Verdict if upheld': 'Verdict si retenue',
  'Written in': 'Écrite dans',
  Minutes: 'Compte rendu',
  Disputed: 'Contesté',
  Disputes: 'Contestations',
  'Nothing is disputed': 'Rien n’est contesté',
  'No agreement says who settles what is disputed, so nothing can be raised against a number yet.':
    'Aucun accord ne dit qui tranche une contestation : aucun chiffre ne peut encore être contesté.',
  '{0} if the open dispute is upheld': '{0} si la contestation ouverte est retenue',
  '{0} if the {1} open disputes are upheld': '{0} si les {1} contestations ouvertes sont retenues',
  'It changes no number until it is settled.': 'Aucun chiffre ne change avant que ce soit tranché.',
  'What is upheld, and what is rejected?': 'Que retenons-nous, et que rejetons-nous ?',
  'disputed by {0} on {1}: {2}': 'contesté par {0} le {1} : {2}',
  'overdue since {0}, which is for {1} to settle': 'en retard depuis le {0}, ce qui revient à {1}',
  'not settled, which is for {0}': 'pas tranché, ce qui revient à {0}',
  'upheld by {0} on {1}': 'retenu par {0} le {1}',
  'rejected by {0} on {1}': 'rejeté par {0} le {1}',
  'If what is open is upheld': 'Si ce qui est ouvert est retenu',
  'What is said': 'Ce qui est dit',
  disputed: 'contesté',
  'not settled': 'pas tranchée',
  'raised by': 'soulevé par',
  'where it is': 'où cela en est',
  'settled by': 'tranché par',
  overdue: 'en retard',
  upheld: 'retenue',
  'since {0}': 'depuis le {0}',
  'The teams that the promise binds settle it':
    'La contestation est tranchée par les équipes que la promesse lie',
  'It is settled by {0}': 'La contestation est tranchée par {0}',
  'A team that does not agree with what is said of a lead writes down why; that changes no number until it is settled.':
    'Une équipe qui conteste ce qui est dit d’un lead écrit pourquoi ; cela ne change aucun chiffre avant d’être tranché.',
  '{0}, within {1}.': '{0}, en {1}.',
};
