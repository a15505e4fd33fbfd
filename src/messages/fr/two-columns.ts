import type { Catalogue } from '../catalogue.ts';

/** A date and its time of day in two columns. */
export const twoColumns: Catalogue = {
  'The field "{0}" lists one column': 'Le champ « {0} » ne liste qu’une colonne',
  'write column: {0}, or the columns of its date and of its time: [{1}, Time]':
    'écrivez column: {0}, ou les colonnes de sa date et de son heure : [{1}, Heure]',
  'The field "{0}" lists {1} columns, and a time is read from two: that of its date and that of its time of day':
    'Le champ « {0} » liste {1} colonnes, et un horodatage se lit dans deux : celle de sa date et celle de son heure',
  'keep those two, the date first: [{0}, {1}]': 'gardez ces deux-là, la date d’abord : [{0}, {1}]',
  'The field "{0}" names the column "{1}" twice': 'Le champ « {0} » nomme deux fois la colonne « {1} »',
  'write column: {0}, or the column of its time of day behind it':
    'écrivez column: {0}, ou la colonne de son heure derrière elle',
  'The field "{0}" is {1}, and two columns are a date and its time of day':
    'Le champ « {0} » est de type {1}, et deux colonnes sont une date et son heure',
  'write type: datetime, or name one column': 'écrivez type: datetime, ou nommez une seule colonne',
  'a time without its date': 'heure sans date',
  'not a time of day': 'pas une heure',
  'fill in the dates in the CRM and export again: a time of no date is none':
    'complétez les dates dans le CRM et exportez à nouveau : une heure sans date ne dit rien',
  'a time of day beside its date is written 9:15, 09:15:00, 9h15 or 9:15 AM; for any other form write the format of both with a blank between them, such as "dd/MM/yyyy HHmm"':
    'une heure à côté de sa date s’écrit 9:15, 09:15:00, 9h15 ou 9:15 AM ; pour toute autre forme, écrivez le format des deux séparées par une espace, comme « dd/MM/yyyy HHmm »',
};
