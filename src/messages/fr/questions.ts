import type { Catalogue } from '../catalogue.ts';

/** Questions to the data: never an accusation. */
export const questions: Catalogue = {
  'A lead that is closed without having taken part was tried as often as promised before.':
    'Un lead clos sans y avoir pris part a été relancé avant aussi souvent que promis.',
  'A first contact has an activity within an hour of its date, where nearly all have one.':
    'Un premier contact a une activité à moins d’une heure de sa date, là où presque tous en ont une.',
  'Touches are written down as they happen, not several by one person in one minute.':
    'Les relances sont notées quand elles ont lieu, pas plusieurs par une personne dans une même minute.',
  'Touches have the minute at which they happened, not the full hour.':
    'Les relances portent la minute où elles ont eu lieu, pas l’heure pile.',
  'Touches are made by day: many at night are times of another time zone.':
    'Les relances se font de jour : beaucoup la nuit sont les heures d’un autre fuseau.',
  'Clocks stop when something happens, not above all just before they are due.':
    'Les chronomètres s’arrêtent quand quelque chose a lieu, pas surtout juste avant l’échéance.',
  'Leads are answered one by one, not three times as many as usual on one day.':
    'Les leads reçoivent leur réponse un à un, pas trois fois plus que d’habitude en un jour.',
  'Nobody contacts a lead before it is assigned.': 'Personne ne contacte un lead avant qu’il soit attribué.',
  'A column that most leads filled does not fall silent for the newest ones.':
    'Une colonne remplie pour la plupart des leads ne se tait pas pour les plus récents.',
  '{0}: {1} and {2} more': '{0} : {1} et {2} de plus',
  'Of the cases that were closed without having taken part, {0}, had not been tried before: does "{1}" mean that?':
    'Parmi les cas clos sans y avoir pris part, certains n’avaient pas été relancés avant ({0}) : est-ce ce que « {1} » veut dire ?',
  'Of the cases that were closed without having taken part, {0}, had been tried fewer than {1} times before: does "{2}" mean that?':
    'Parmi les cas clos sans y avoir pris part, certains avaient été relancés moins de {1} fois avant ({0}) : est-ce ce que « {2} » veut dire ?',
  'look at some of them with "sla explain"; where touches are kept elsewhere, name that export under "sources"':
    'en regarder quelques-uns avec « sla explain » ; si des relances sont tenues ailleurs, nommer cet export sous « sources »',
  'Of the dates that stop the clock of "{0}", {1}, have no activity within an hour: where does the date come from?':
    'Parmi les dates qui arrêtent le chronomètre de « {0} », certaines n’ont aucune activité à moins d’une heure ({1}) : d’où vient la date ?',
  'ask who or what writes the date; where the touch is kept elsewhere, name that export under "sources"':
    'demander qui ou quoi écrit la date ; si la relance est tenue ailleurs, nommer cet export sous « sources »',
  'Of the touches of "{0}", {1}, stand with {2} or more others in one minute of one person: were they written down later, all together?':
    'Parmi les relances de « {0} », certaines ({1}) sont avec {2} autres ou plus dans une même minute d’une personne : ont-elles été notées plus tard, toutes ensemble ?',
  'ask whether an import or a mail to many writes them, and leave it out with "touches"':
    'demander si un import ou un e-mail groupé les écrit, et l’écarter avec « touches »',
  'Of the touches of "{0}", {1} lie before five in the morning: are these the hours of another time zone?':
    'Parmi les relances de « {0} », {1} sont avant cinq heures du matin : sont-ce les heures d’un autre fuseau ?',
  'compare a few with the CRM, and correct "timezone" of the source':
    'en comparer quelques-unes avec le CRM, et corriger « timezone » de la source',
  'Of the touches of "{0}", {1} lie at the full hour: were they written down later, from memory?':
    'Parmi les relances de « {0} », {1} sont à l’heure pile : ont-elles été notées plus tard, de mémoire ?',
  'ask whether an import or a calendar rounds them': 'demander si un import ou un agenda les arrondit',
  '{0} clocks of "{1}" stopped in the last tenth of their limit, {2} in the tenth before: what happens just before they are due?':
    '{0} chronomètres de « {1} » se sont arrêtés dans le dernier dixième de leur délai, {2} dans le dixième d’avant : que se passe-t-il juste avant l’échéance ?',
  'look at some of them with "sla cases" and "sla explain", and ask what the date means to those who write it':
    'en regarder quelques-uns avec « sla cases » et « sla explain », et demander à ceux qui écrivent la date ce qu’elle veut dire',
  'On {0} {1} cases were answered for "{2}", on a usual day {3}: was that one by one?':
    'Le {0}, {1} cas ont reçu leur réponse pour « {2} », un jour ordinaire {3} : était-ce un à un ?',
  'ask whether an import or a clearing of the list wrote these dates':
    'demander si un import ou un nettoyage de la liste a écrit ces dates',
  'Of the cases of "{0}", {1}, were reached before they were handed over: which of the two dates is written later?':
    'Parmi les cas de « {0} », certains ont été joints avant d’être attribués ({1}) : laquelle des deux dates est écrite après ?',
  'ask what writes the two dates, and in which order':
    'demander ce qui écrit les deux dates, et dans quel ordre',
  '"{0}" was filled for {1} of the leads, and for {2} of the newest tenth: has a form or an import changed?':
    '« {0} » était rempli pour {1} des leads, et l’est pour {2} du dixième le plus récent : un formulaire ou un import a-t-il changé ?',
  'compare the newest rows of the export with the CRM: conditions on the column hold for nobody new':
    'comparer les lignes les plus récentes de l’export avec le CRM : les conditions sur cette colonne ne tiennent pour personne de nouveau',
  'and ask the data: how they came about, never who is to blame':
    'et interroge les données : comment elles sont nées, jamais à qui la faute',
  'what the data themselves give to ask': 'ce que les données elles-mêmes donnent à demander',
  'Clocks are put on hold when something happens, not above all just before they are due.':
    'Un chronomètre est suspendu quand quelque chose arrive, pas surtout juste avant l’échéance.',
  '{0} clocks of "{1}" were put on hold in the last tenth of their limit, {2} in the tenth before: what happens just before they are due?':
    '{0} chronomètres de « {1} » ont été suspendus dans le dernier dixième de leur délai, {2} dans le dixième d’avant : que se passe-t-il juste avant l’échéance ?',
  '{0} clocks of "{1}" were put on hold in the last tenth of their limit, {2} in the tenth before, most of them leads of {3} of {4} people: what happens just before they are due?':
    '{0} chronomètres de « {1} » ont été suspendus dans le dernier dixième de leur délai, {2} dans le dixième d’avant, la plupart pour des leads de {3} personnes sur {4} : que se passe-t-il juste avant l’échéance ?',
  'look at some of them with "sla explain", which shows each pause, and ask what puts a lead on hold':
    'en regarder quelques-uns avec « sla explain », qui montre chaque suspension, et demander ce qui suspend un lead',
};
