import type { Catalogue } from '../catalogue.ts';

/** What is said of tables whose columns have types. */
export const typed: Catalogue = {
  'The export has {0} columns, which take more memory at once than is given':
    'L’export a {0} colonnes, qui prennent plus de mémoire à la fois qu’il n’en est donné',
  'write those that the agreement names, and leave the others out':
    'écrivez celles que l’accord nomme, et omettez les autres',
  'The database was written by a DuckDB of another version, whose files are not read':
    'La base a été écrite par un DuckDB d’une autre version, dont les fichiers ne sont pas lus',
  "write its table as Parquet there: COPY leads TO 'leads.parquet'":
    "écrivez-y sa table en Parquet : COPY leads TO 'leads.parquet'",
  'The Parquet file does not end as one does: it was not written or copied whole':
    'Le fichier Parquet ne se termine pas comme il se doit : il n’a pas été écrit ou copié en entier',
  'write or copy it again': 'écrivez-le ou copiez-le de nouveau',
  'The file is named {0} and is none': 'Le fichier s’appelle {0} et n’en est pas un',
  'write it again, or give a text or a workbook its own ending':
    'écrivez-le de nouveau, ou donnez à un texte ou à un classeur sa propre terminaison',
  'check that it was written and copied whole, or write it again':
    'vérifiez qu’il a été écrit et copié en entier, ou écrivez-le de nouveau',
  'The column "{0}" is {1}, and the field "{2}" is declared {3}':
    'La colonne « {0} » est {1}, et le champ « {2} » est déclaré {3}',
  'such times tell no zone: write the column as TIMESTAMP (of 64 bits, in microseconds)':
    'de telles heures ne disent aucun fuseau : écrivez la colonne en TIMESTAMP (de 64 bits, en microsecondes)',
  'write the column as text, or name another': 'écrivez la colonne en texte, ou nommez-en une autre',
  'write the column as {0}, name another, or correct the type of "{1}"':
    'écrivez la colonne en {0}, nommez-en une autre, ou corrigez le type de « {1} »',
  'The column "{0}" of "{1}" is {2}, and "{3}" does not say in which time zone it is':
    'La colonne « {0} » de « {1} » est {2}, et « {3} » ne dit pas dans quel fuseau horaire elle est',
  'add timezone: Europe/Paris (the zone of its clock) under "{0}"':
    'ajoutez timezone: Europe/Paris (le fuseau de son horloge) sous « {0} »',
  'A column of a typed table can be read as the type that its field declares.':
    'Une colonne d’une table typée se lit comme le type que déclare son champ.',
  'Changes of the database still lie beside it, in a file that ends in .wal':
    'Des modifications de la base sont encore à côté d’elle, dans un fichier qui se termine par .wal',
  'close the program that writes it, or run CHECKPOINT in it':
    'fermez le programme qui l’écrit, ou lancez-y CHECKPOINT',
  'The database has no table': 'La base n’a aucune table',
  'write the rows into a table: a view is not read':
    'écrivez les lignes dans une table : une vue n’est pas lue',
  'The database has {0} tables, and the source names none':
    'La base a {0} tables, et la source n’en nomme aucune',
  'write table: {0} under the source; they are {1}': 'écrivez table: {0} sous la source ; ce sont {1}',
  'The database has no table "{0}"': 'La base n’a pas de table « {0} »',
  'its tables are {0}': 'ses tables sont {0}',
  'did you mean "{0}"? its tables are {1}': 'vouliez-vous dire « {0} » ? ses tables sont {1}',
  'A database has the table that its source names, or one alone.':
    'Une base a la table que nomme sa source, ou une seule.',
  'its type is {0}': 'son type est {0}',
  'dates in a column of text: write it as DATE or TIMESTAMP to use them':
    'des dates dans une colonne de texte : écrivez-la en DATE ou TIMESTAMP pour vous en servir',
  'The table has no columns': 'La table n’a aucune colonne',
  'write it again': 'écrivez-la de nouveau',
};
