import type { Catalogue } from '../catalogue.ts';

/** What is to be done today. */
export const todo: Catalogue = {
  'what is to be done: open cases that are due before this date begins, in the order of what is due':
    'ce qui est à faire : les cas ouverts à échéance avant cette date, par ordre d’échéance',
  'takes a date such as 2026-06-26, not "{0}"': 'attend une date, par exemple 2026-06-26, et non « {0} »',
  'likewise, only those of which most of the time is used':
    'de même, seulement ceux dont presque tout le délai est écoulé',
  'what is to be done by the evening of the day before': 'ce qui est à faire d’ici la veille au soir',
  '{0} lists open cases, and --state {1} asks for others':
    '{0} liste les cas ouverts, et --state {1} en demande d’autres',
  'leave out --state': 'enlevez --state',
  'What is at risk, in the order of what is due': 'Ce qui est menacé, par ordre d’échéance',
  'What is open, in the order of what is due': 'Ce qui est ouvert, par ordre d’échéance',
  'what is to be done, a list for each person who owns leads':
    'ce qui est à faire, une liste par responsable',
  'the same, a list for each person': 'de même, une liste par responsable',
  '{0}: nothing in {1} says who owns a lead': '{0} : rien dans {1} ne dit à qui est un lead',
  'map the column to the field "owner" of the leads': 'reliez la colonne au champ « owner » des leads',
  '--by person: the field "owner" is personal': '--by person : le champ « owner » est personnel',
  '{0}, at risk': '{0}, menacé',
  '{0}, one at risk': '{0}, dont un menacé',
  '{0}, {1} at risk': '{0}, dont {1} menacés',
  'To do before {0}, at risk': 'À faire avant le {0}, menacé',
  'To do before {0}': 'À faire avant le {0}',
  '{0} case': '{0} cas',
  'No case of the exports has the owner "{0}"': 'Aucun cas des exports n’a pour responsable « {0} »',
  'write the name as the export does; "sla cases --personal" shows the names':
    'écrivez le nom comme dans l’export ; « sla cases --personal » montre les noms',
  'write the name as the export does; "sla report --by owner" lists the names':
    'écrivez le nom comme dans l’export ; « sla report --by owner » énumère les noms',
  'no owner': 'sans responsable',
  'no time limit': 'sans délai',
  'Nothing is due by then.': 'Rien n’arrive à échéance d’ici là.',
  '{0}, at risk (!): most of the time is used': '{0}, menacé (!) : presque tout le délai est écoulé',
  '{0}, one at risk (!): most of the time is used':
    '{0}, dont un menacé (!) : presque tout le délai est écoulé',
  '{0}, {1} at risk (!): most of the time is used':
    '{0}, dont {1} menacés (!) : presque tout le délai est écoulé',
  '{0} has no owner: the first thing is to give it one':
    '{0} n’a pas de responsable : l’attribuer vient en premier',
  '{0} have no owner: the first thing is to give them one':
    '{0} n’ont pas de responsable : les attribuer vient en premier',
  'A case that is done in the CRM leaves this list with the next export.':
    'Un cas traité dans le CRM quitte la liste à l’export suivant.',
  'Why this case, why this time: sla explain {0}': 'Pourquoi ce cas, pourquoi cette heure : sla explain {0}',
};
