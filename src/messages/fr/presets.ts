import type { Catalogue } from '../catalogue.ts';

/** What is known of the exports of a CRM. */
export const presets: Catalogue = {
  // Their pages
  'in English': 'en anglais',
  'in French': 'en français',
  'in German': 'en allemand',
  'in Portuguese': 'en portugais',
  'in Spanish': 'en espagnol',
  'Of several headers the file has one. Where none is named in a language, none could be confirmed; name yours under {0}. Fields marked {1} are personal, and stay out of outputs unless asked for. The key is {2}.':
    'De plusieurs en-têtes, le fichier en a un. Là où aucun n’est nommé dans une langue, aucun n’a pu être confirmé ; nommez le vôtre sous {0}. Les champs marqués {1} sont personnels, et restent hors des sorties si on ne les demande pas. La clé est {2}.',
  '{0} takes a file for such an export only if it has {1}, which other exports of the program lack.':
    '{0} ne prend un fichier pour un tel export que s’il a {1}, qui manque aux autres exports du programme.',
  Times: 'Les heures',
  'Whose clock a time without an offset shows: {0}. Declare that zone as {1} of the source.':
    'De quelle horloge est une heure sans décalage : {0}. Déclarez ce fuseau comme {1} de la source.',
  'Which date is which stage': 'Quelle date est quelle étape',
  'Columns that look like the first answer and are not:':
    'Des colonnes qui ressemblent à la première réponse et n’en sont pas :',
  'Columns that look like the first contact and are not:':
    'Des colonnes qui ressemblent au premier contact et n’en sont pas :',
  '- {0}: {1}': '- {0} : {1}',
  'What the status says': 'Ce que dit le statut',
  'Nothing is known: each table has its own words.': 'On n’en sait rien : chaque tableau a ses propres mots.',
  field: 'champ',
  stage: 'étape',
  holds: 'contient',
  'fields that can serve, the best first': 'champs qui peuvent servir, le meilleur d’abord',
  'The words of {0} as the CRM ships them; most firms change theirs.':
    'Les mots de {0} tels que le CRM les livre ; la plupart des entreprises changent les leurs.',
  'a lead that is': 'un lead',
  reads: 'se lit',
  'decimal with a comma': 'decimal avec une virgule',
  waiting: 'en attente',
  contacted: 'contacté',
  accepted: 'accepté',
  refused: 'refusé',

  // Tickets
  'Zendesk Support, tickets': 'Zendesk Support, tickets',
  'Freshdesk, tickets': 'Freshdesk, tickets',
  'the time zone of the Zendesk account, under Admin Center > Account > Appearance > Localization':
    'le fuseau horaire du compte Zendesk, dans le Centre d’administration > Compte > Apparence > Localisation',
  'the time zone of the Freshdesk account, under Admin > Account > Helpdesk settings':
    'le fuseau horaire du compte Freshdesk, dans Admin > Compte > Paramètres du helpdesk',
  'the latest assignment: it moves with each agent':
    'la dernière attribution : elle change avec chaque agent',
  'a length of time, by the hours of the help desk: no instant that a calendar could judge':
    'une durée, aux heures du service : pas un instant qu’un calendrier pourrait juger',

  // Titles
  'A table with plain names': 'Tableau aux noms simples',
  'HubSpot, contacts': 'HubSpot, contacts',
  'Microsoft Dynamics 365 Sales, leads': 'Microsoft Dynamics 365 Sales, leads',
  'Odoo CRM, leads and opportunities': 'Odoo CRM, leads et opportunités',
  'Pipedrive, deals or leads': 'Pipedrive, affaires ou leads',
  'Salesforce, leads by their API names': 'Salesforce, leads avec les noms de l’API',
  'Salesforce, a report on leads, French locale': 'Salesforce, rapport sur les leads, paramètres français',
  'Salesforce, a report on leads, German locale': 'Salesforce, rapport sur les leads, paramètres allemands',
  'Meta lead forms, leads': 'formulaires Meta, leads',
  "times carry their offset; where a program in between has taken it away, that program's zone":
    'les heures portent leur décalage ; si un programme intermédiaire l’a retiré, le fuseau de ce programme',
  'Calendly, booked meetings': 'Calendly, rendez-vous pris',
  'not documented: compare one row with the screen; the account that exported sees the same time, or UTC':
    'non documenté : comparez une ligne avec l’écran ; le compte qui a exporté voit la même heure, ou l’heure UTC',
  'what was planned: a meeting that was cancelled, or that nobody came to, has it too':
    'ce qui était prévu : un rendez-vous annulé, ou auquel personne n’est venu, l’a aussi',
  'Typeform, responses': 'Typeform, réponses',
  'UTC, as their headers say': 'UTC, comme le disent leurs en-têtes',
  'what the person did who filled the form': 'ce qu’a fait la personne qui remplissait le formulaire',
  'Salesforce, a report on leads, US locale': 'Salesforce, rapport sur les leads, paramètres américains',
  'Zoho CRM, leads': 'Zoho CRM, leads',
  'Zoho Analytics, leads': 'Zoho Analytics, leads',

  // Whose clock
  'whoever made the table': 'de l’auteur du tableau',
  'the time zone of the Dynamics user who exported, under Personalisation settings':
    'fuseau de l’utilisateur Dynamics qui a exporté, dans ses options de personnalisation',
  'the time zone of the HubSpot account, under Settings > Account defaults':
    'fuseau du compte HubSpot, dans Paramètres > Paramètres par défaut du compte',
  'the time zone of the Odoo user who exported, under Preferences':
    'fuseau de l’utilisateur Odoo qui a exporté, dans ses préférences',
  'not documented: compare one row with the screen; the user who exported sees the same time, or UTC':
    'fuseau non documenté, celui de l’utilisateur qui a exporté ou UTC (comparez une ligne avec l’écran)',
  'times carry their offset; a date without a time, such as ConvertedDate, is a day of the organisation':
    'avec leur décalage horaire (une date sans heure, comme ConvertedDate, est un jour de l’organisation)',
  'the time zone of the user who exported the report': 'fuseau de l’utilisateur qui a exporté le rapport',
  'the time zone of the Zoho user who exported, under Personal settings > Locale':
    'fuseau de l’utilisateur Zoho qui a exporté, dans ses paramètres régionaux',

  // What is no first contact
  'when a clock was stopped, not a contact': 'c’est le moment où un chronomètre a été arrêté',
  'whether somebody answered, without the time at which they did':
    'dit si quelqu’un a répondu, mais pas quand',
  'any change of the record, by anybody or by a robot':
    'c’est toute modification de la fiche, par une personne ou par un robot',
  'the latest contact, not the first: it moves with every call':
    'c’est le dernier contact, qui change à chaque appel',
  'the first contact by the present owner: it is cleared when the owner changes':
    'c’est celui du propriétaire actuel, effacé quand le propriétaire change',
  'the latest activity of any kind, a note or a task included':
    'c’est la dernière activité de toute sorte, note ou tâche comprise',
  'what is planned, not what was done': 'c’est ce qui est prévu, pas ce qui a été fait',
  'when a lead was given to somebody, not when that person called':
    'c’est le moment où le lead a été attribué, pas celui de l’appel',
  'the latest change of stage': 'c’est le dernier changement d’étape',
  'the latest activity, and a date without a time': 'c’est la dernière activité, et une date sans heure',
  'the moment at which a task was entered, not a contact': 'c’est le moment où une tâche a été saisie',
  'the conversion: leads that were called and refused have none; and a date without a time':
    'c’est la conversion, que les leads appelés puis refusés n’ont pas, et une date sans heure',
  'the latest activity of any kind, a change of the record included':
    'c’est la dernière activité de toute sorte, modification de la fiche comprise',
};
