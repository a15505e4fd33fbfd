import type { Catalogue } from '../catalogue.ts';

/** The agreement that init writes about rows that are no leads. No ` : ` in a promise, which YAML would take for a key. */
export const firstRows: Catalogue = {
  // What happened to the rows
  '{0} of {1} values of "{2}" are rows of "{3}"': '{0} des {1} valeurs de « {2} » sont des lignes de « {3} »',
  'many rows each: in which state they were, from when to when':
    'plusieurs lignes pour chacune : dans quel état elle était, de quand à quand',
  'many rows a lead: in which state it was, from when to when':
    'plusieurs lignes par lead : dans quel état il était, de quand à quand',
  'the clock stands still where "{0}" is {1}: are these the words that you mean?':
    'le chronomètre s’arrête tant que « {0} » est {1} : est-ce bien ce que vous entendez ?',
  'no word in it says that a row waits for somebody: a pause would name one':
    'aucun mot n’y dit qu’une ligne attend quelqu’un : une pause en nommerait un',
  'in a response whose clock stands still meanwhile:':
    'dans un délai de réponse dont le chronomètre s’arrête pendant ce temps :',

  // What the rows are
  'answers to a survey': 'des réponses à une enquête',
  requests: 'des demandes',
  'actions that were decided': 'des actions décidées',
  '"{0}" looks like {1}, and each of its rows is a case of its own, no lead':
    '« {0} » ressemble à {1}, et chacune de ses lignes est un cas à elle seule, pas un lead',
  'are its rows leads? Then name the date on which one came: --qualified COLUMN':
    'ses lignes sont-elles des leads ? Nommez alors la date à laquelle un lead arrive : --qualified COLONNE',
  'Nothing is proposed in silence from rows that are no leads.':
    'Rien n’est proposé en silence à partir de lignes qui ne sont pas des leads.',
  'Rows that are no leads are cases of their own.':
    'Des lignes qui ne sont pas des leads sont des cas à elles seules.',
  'The dates of "{0}" are in a form that no format reads':
    'Les dates de « {0} » ont une forme qu’aucun format ne lit',
  'export it again with dates such as 2026-03-02 09:14':
    'exportez de nouveau, avec des dates comme 2026-03-02 09:14',

  // Comments
  'A first agreement on {0}, proposed from {1}: each row is a case, and no lead.':
    'Un premier accord sur {0}, proposé d’après {1} : chaque ligne est un cas, et non un lead.',
  'Who owes whom is a guess. The targets are what your own past reached: talk about both before anybody signs.':
    'Qui doit à qui est une supposition. Les cibles sont ce que vos propres résultats passés ont atteint : parlez des deux avant toute signature.',
  'the first month of the export': 'premier mois de l’export',
  'rows of their own, with a key: promises about them need no leads':
    'des lignes à elles, avec une clé : les promesses à leur sujet n’ont pas besoin de leads',
  'no column identifies a row, these do together: a row in which one of them is corrected is another row':
    'aucune colonne n’identifie une ligne, celles-ci le font ensemble : une ligne où l’une est corrigée en est une autre',
  'Over {0} cases; a row without the date counts as late.':
    'Sur {0} cas ; une ligne sans la date compte comme en retard.',
  'In the past, {0} of {1} were.': 'Par le passé, {0} sur {1} l’ont été.',
  'In the past, {0} of those who answered gave {1} or more.':
    'Par le passé, {0} de ceux qui ont répondu ont donné {1} ou plus.',
  'Reached in {0} of the months of the export.': 'Atteint dans {0} des mois de l’export.',
  '"{0}" is not proposed: no row of the past has a deadline.':
    '« {0} » n’est pas proposé : aucune ligne passée n’a d’échéance.',

  // Teams, stages and promises
  'Customer care': 'Service client',
  'Head of customer care': 'Responsable du service client',
  'Ticket opened': 'Ticket ouvert',
  'First answer to the customer': 'Première réponse au client',
  'Ticket solved': 'Ticket résolu',
  'A ticket has its first answer within {0}': 'Un ticket reçoit une première réponse en {0}',
  'A ticket is solved within {0}': 'Un ticket est résolu en {0}',
  'A ticket is solved by the day that it says': 'Un ticket est résolu au jour qu’il indique',
  'Request raised': 'Demande posée',
  'Request answered': 'Réponse à la demande',
  'What was asked for is there': 'Ce qui était demandé est là',
  'What sales asks for is answered within {0}': 'Ce que demandent les ventes reçoit une réponse en {0}',
  'What sales asks for is there within {0}': 'Ce que demandent les ventes est là en {0}',
  'What sales asks for is there by the day that it says':
    'Ce que demandent les ventes est là au jour que dit la demande',
  'Action decided': 'Action décidée',
  'Action begun': 'Action commencée',
  'Action done': 'Action faite',
  'What was decided is begun within {0}': 'Ce qui est décidé est commencé en {0}',
  'What was decided is done within {0}': 'Ce qui est décidé est fait en {0}',
  'What was decided is done by the day that it says': 'Ce qui est décidé est fait au jour dit',
  'Survey answered': 'Réponse à l’enquête',
  'Answer read': 'Réponse lue',
  'Answer dealt with': 'Réponse traitée',
  'An answer to a survey is read within {0}': 'Une réponse à une enquête est lue en {0}',
  'An answer to a survey is dealt with within {0}': 'Une réponse à une enquête est traitée en {0}',
  'An answer to a survey is dealt with by the day that it says':
    'Une réponse à une enquête est traitée au jour qu’elle indique',
  'Satisfied, {0} or more': 'Satisfaits, {0} ou plus',
  'Answers every month': 'Réponses chaque mois',
};
