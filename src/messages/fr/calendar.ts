import type { Catalogue } from '../catalogue.ts';

/** What is said of dates, time limits, opening hours, files of days off and formats of dates. */
export const calendar: Catalogue = {
  // Dates
  '"{0}" is not a date': '« {0} » n’est pas une date',
  'write year, month and day: 2026-08-10': 'écrivez l’année, le mois et le jour : 2026-08-10',
  '"{0}" is not a date of the calendar': '« {0} » n’est pas une date du calendrier',
  'check the month (01 to 12) and the day': 'vérifiez le mois (de 01 à 12) et le jour',
  'The year of "{0}" is out of range': 'L’année de « {0} » est hors limites',
  'write a year from 1900 to 2199': 'écrivez une année de 1900 à 2199',
  'write a date, 2026-08-10, or a range, 2026-08-10..2026-08-14':
    'écrivez une date, 2026-08-10, ou un intervalle, 2026-08-10..2026-08-14',
  '"{0}" has more than two ends': '« {0} » a plus de deux bornes',
  'write a range as 2026-08-10..2026-08-14': 'écrivez un intervalle sous la forme 2026-08-10..2026-08-14',
  'The range "{0}" ends before it starts': 'L’intervalle « {0} » finit avant de commencer',
  'write {0}..{1}': 'écrivez {0}..{1}',

  // Time limits
  'write for example "30 minutes", "4 business hours", "5 business days" or "14 calendar days"':
    'écrivez par exemple « 30 minutes », « 4 business hours » (heures ouvrées), « 5 business days » (jours ouvrés) ou « 14 calendar days » (jours calendaires)',
  '"{0}" is not a time limit': '« {0} » n’est pas un délai',
  'The time limit "{0}" is not more than zero': 'Le délai « {0} » n’est pas supérieur à zéro',
  'write a positive number': 'écrivez un nombre positif',
  'The time limit "{0}" is longer than ten years': 'Le délai « {0} » dépasse dix ans',
  'write a shorter one': 'écrivez un délai plus court',
  '"{0}" is not a whole number of days': '« {0} » n’est pas un nombre entier de jours',
  'write "{0} {1} days", or hours': 'écrivez « {0} {1} days », ou des heures',
  '"{0}" can be read in two ways': '« {0} » peut se lire de deux façons',
  '"{0}" has no meaning of its own': '« {0} » n’a pas de sens propre',
  '"{0}" counts in weeks': '« {0} » compte en semaines',
  '"{0}" counts in months': '« {0} » compte en mois',
  '"{0}" has a unit that is not known': '« {0} » a une unité inconnue',
  'write "{0}"': 'écrivez « {0} »',
  'write "{0}" or "{1}"': 'écrivez « {0} » ou « {1} »',

  // Opening hours
  'write opening and closing time: 09:00-12:30': 'écrivez l’heure d’ouverture et de fermeture : 09:00-12:30',
  '"{0}" is not a window of opening hours': '« {0} » n’est pas une plage d’ouverture',
  '"{0}" has a time that is not of the day': '« {0} » contient une heure qui n’existe pas dans une journée',
  'write times from 00:00 to 24:00': 'écrivez des heures de 00:00 à 24:00',
  '"{0}" opens and closes at the same time': '« {0} » ouvre et ferme à la même heure',
  'write 00:00-24:00 for a whole day': 'écrivez 00:00-24:00 pour une journée entière',
  '"{0}" is not a day of the week': '« {0} » n’est pas un jour de la semaine',
  'write mon, tue, wed, thu, fri, sat or sun, or a run of days such as mon-fri':
    'écrivez mon, tue, wed, thu, fri, sat ou sun, ou une suite de jours comme mon-fri',
  '"{0}" names {1} again, after "{2}"': '« {0} » nomme de nouveau {1}, après « {2} »',
  'name each day once, with all its windows in one list: mon: [09:00-12:30, 14:00-18:00]':
    'nommez chaque jour une seule fois, avec toutes ses plages dans une liste : mon: [09:00-12:30, 14:00-18:00]',

  // Seasons
  '"{0}" names no dates of a season': '« {0} » ne désigne pas les dates d’une saison',
  'write dates of every year, 07-01..08-31, or of one, 2026-02-18..2026-03-19':
    'écrivez des dates de chaque année, 07-01..08-31, ou d’une seule, 2026-02-18..2026-03-19',

  // Files of days off: what follows goes on after the file's name
  'is larger than 10 MB': 'dépasse 10 Mo',
  'export the days off alone': 'n’exportez que les jours non travaillés',
  'holds no calendar': 'ne contient aucun calendrier',
  'the file starts with BEGIN:VCALENDAR': 'le fichier commence par BEGIN:VCALENDAR',
  'cannot be read ({0})': 'est illisible ({0})',
  'a line is out of place': 'une ligne n’est pas à sa place',
  'export it again as iCalendar (RFC 5545)': 'exportez-le de nouveau au format iCalendar (RFC 5545)',
  'repeats {0} by a rule that is not read': 'répète {0} selon une règle qui n’est pas lue',
  'give it a yearly, monthly, weekly or daily rule, or its dates':
    'donnez-lui une règle annuelle, mensuelle, hebdomadaire ou quotidienne, ou ses dates',
  'repeats {0} too many times': 'répète {0} un trop grand nombre de fois',
  'the event of {0}': 'l’événement du {0}',
  'give its rule a later DTSTART': 'donnez à sa règle un DTSTART plus tardif',
  '{0} {1} (closed here)': '{0} {1} (fermé ici)',
  '{0} {1} (open here)': '{0} {1} (ouvert ici)',
  'Two sources do not agree on public holidays of "{0}": {1}':
    'Deux sources ne s’accordent pas sur des jours fériés de « {0} » : {1}',
  'ask who knows the country, and write a day that is worked under open, one that is not under closed':
    'demandez à qui connaît le pays, et écrivez un jour travaillé sous open, un jour chômé sous closed',
  'Public holidays of "{0}" rest on the moon and are computed: {1}':
    'Des jours fériés de « {0} » dépendent de la lune et sont calculés : {1}',
  'confirm them each year, and write the day that moved under open and the right one under closed':
    'confirmez-les chaque année, et écrivez le jour déplacé sous open et le bon sous closed',
  'Day off': 'Jour non travaillé',
  'The event "{0}" has no date and closes nothing': 'L’événement « {0} » n’a pas de date et ne ferme rien',
  'The event "{0}" has no end and closes nothing': 'L’événement « {0} » n’a pas de fin et ne ferme rien',
  'The event "{0}" of {1} has no length and closes nothing':
    'L’événement « {0} » du {1} n’a pas de durée et ne ferme rien',
  'give it a beginning and an end, or write what it closes under closed':
    'donnez-lui un début et une fin, ou écrivez ce qu’il ferme sous closed',
  'The event "{0}" of {1} is marked as free time and closes nothing':
    'L’événement « {0} » du {1} est marqué comme temps libre et ne ferme rien',
  'mark it as busy (TRANSP:OPAQUE) where it closes its hours':
    'marquez-le comme occupé (TRANSP:OPAQUE) s’il ferme ses heures',
  'The event "{0}" of {1} is in a time zone that is not known ("{2}") and closes nothing':
    'L’événement « {0} » du {1} est dans un fuseau horaire inconnu (« {2} ») et ne ferme rien',
  'write an IANA name such as TZID=Europe/Paris, or export the file with its VTIMEZONE':
    'écrivez un nom IANA comme TZID=Europe/Paris, ou exportez le fichier avec son VTIMEZONE',
  'The event "{0}" stands for all that follow of a series that is not in the file, and closes nothing':
    'L’événement « {0} » remplace toute la suite d’une série qui n’est pas dans le fichier, et ne ferme rien',
  'export the whole series, or write what it closes under closed':
    'exportez toute la série, ou écrivez ce qu’il ferme sous closed',
  'The event "{0}" of {1} repeats by a rule that no date meets, and closes nothing':
    'L’événement « {0} » du {1} se répète selon une règle que ne remplit aucune date, et ne ferme rien',
  'correct its RRULE, or write what it closes under closed':
    'corrigez sa RRULE, ou écrivez ce qu’il ferme sous closed',
  '{0} event that closes nothing': '{0} événement qui ne ferme rien',
  '{0} events that close nothing': '{0} événements qui ne ferment rien',
  'Without a title': 'Sans titre',

  // Formats of dates
  'write iso, epoch, epoch-ms, excel or a pattern such as "dd/MM/yyyy HH:mm"':
    'écrivez iso, epoch, epoch-ms, excel ou un modèle comme « dd/MM/yyyy HH:mm »',
  '{0}: the parts are {1}, with quotes around other letters':
    '{0} : les éléments sont {1}, avec des apostrophes autour des autres lettres',
  'The date format "{0}" has a quote that is not closed':
    'Le format de date « {0} » a une apostrophe non fermée',
  "write two quotes, as in 'T'": "écrivez deux apostrophes, comme dans 'T'",
  'The date format "{0}" holds "{1}", which is not the year of a date':
    'Le format de date « {0} » contient « {1} », qui n’est pas l’année d’une date',
  'The date format "{0}" holds "{1}", which is not the day of the month':
    'Le format de date « {0} » contient « {1} », qui n’est pas le jour du mois',
  'The date format "{0}" holds "{1}", a letter that needs quotes':
    'Le format de date « {0} » contient « {1} », une lettre qui demande des apostrophes',
  'The date format "{0}" holds "{1}", and minutes and seconds have two digits':
    'Le format de date « {0} » contient « {1} », et les minutes et les secondes ont deux chiffres',
  'The date format "{0}" holds "{1}", which has no meaning here':
    'Le format de date « {0} » contient « {1} », qui n’a pas de sens ici',
  'The date format "{0}" has no month: "mm" is minutes':
    'Le format de date « {0} » n’a pas de mois : « mm » désigne les minutes',
  'The date format "{0}" has no year': 'Le format de date « {0} » n’a pas d’année',
  'The date format "{0}" has no month': 'Le format de date « {0} » n’a pas de mois',
  'The date format "{0}" has no day': 'Le format de date « {0} » n’a pas de jour',
  'The date format "{0}" tells an instant, and its time stands in a column beside it':
    'Le format de date « {0} » dit un instant, et son heure est dans une colonne à côté',
  'write the format of the date, "dd/MM/yyyy" or iso, or name one column':
    'écrivez le format de la date, « dd/MM/yyyy » ou iso, ou nommez une seule colonne',
  'The date format "{0}" has no hour, and the field is a datetime':
    'Le format de date « {0} » n’a pas d’heure, et le champ est de type datetime',
  'add the time, "dd/MM/yyyy HH:mm", or write type: date':
    'ajoutez l’heure, « dd/MM/yyyy HH:mm », ou écrivez type: date',
  'The date format "{0}" has two parts for {1}': 'Le format de date « {0} » a deux éléments pour {1}',
  'keep one of the two': 'supprimez le doublon',
  'The date format "{0}" has a 12-hour clock without "a"':
    'Le format de date « {0} » compte les heures jusqu’à 12 sans « a »',
  'The date format "{0}" has "a" without a 12-hour clock':
    'Le format de date « {0} » a un « a » sans compter les heures jusqu’à 12',
  'The date format "{0}" has minutes without hours': 'Le format de date « {0} » a des minutes sans heures',
  'The date format "{0}" has seconds without minutes':
    'Le format de date « {0} » a des secondes sans minutes',
  'The date format "{0}" has a fraction without seconds':
    'Le format de date « {0} » a une fraction sans secondes',
  'The date format "{0}" has an offset without a time':
    'Le format de date « {0} » a un décalage horaire sans heure',
  'The date format "{0}" runs "{1}" together without a fixed number of digits':
    'Le format de date « {0} » accole « {1} » sans nombre fixe de chiffres',
  'write each part with all its digits, as in "ddMMyyyy"':
    'écrivez chaque élément avec tous ses chiffres, comme dans « ddMMyyyy »',
  'write "yyyy"': 'écrivez « yyyy »',
  'write "dd"': 'écrivez « dd »',
  'write "MM"': 'écrivez « MM »',
  'write "hh" or "h"': 'écrivez « hh » ou « h »',
  'write "HH" for hours to 23, or add "a" for AM and PM':
    'écrivez « HH » pour des heures jusqu’à 23, ou ajoutez « a » pour AM et PM',
  "write 'T'": "écrivez 'T'",
  'add "HH"': 'ajoutez « HH »',
  'add "mm"': 'ajoutez « mm »',
  'add "ss"': 'ajoutez « ss »',
  'add "HH:mm"': 'ajoutez « HH:mm »',
  'the year': 'l’année',
  'the month': 'le mois',
  'the day': 'le jour',
  'the hour': 'l’heure',
  'the minute': 'les minutes',
  'the second': 'les secondes',
  'the fraction': 'la fraction de seconde',
  'the half': 'AM ou PM',
  'the offset': 'le décalage horaire',
  'the day of the week': 'le jour de la semaine',
  'The date format "{0}" has the day of the week behind something else':
    'Dans le format de date « {0} », quelque chose précède le jour de la semaine',
  'write it first, as in "EEEE d MMMM yyyy"': 'écrivez-le en premier : « EEEE d MMMM yyyy »',
};
