import type { Catalogue } from '../catalogue.ts';

/** What sniff finds in an export, and what it rests on. */
export const sniff: Catalogue = {
  // The dialect
  'no delimiter makes more than one column': 'aucun séparateur ne donne plus d’une colonne',
  'under {0}, {1} of the first {2} records have {3} cells':
    'avec ce séparateur ({0}), {1} des lignes lues en tête ({2}) ont {3} cellules',
  '{0} cells stand in single quotes': 'cellules entre apostrophes : {0}',
  '{0} cells of the head stand in double quotes': 'cellules entre guillemets en tête du fichier : {0}',
  'no cell of the head is quoted': 'aucune cellule entre guillemets en tête du fichier',
  'UTF-16, by its byte order mark or its zero bytes':
    'UTF-16, d’après sa marque d’ordre des octets ou ses octets nuls',
  'every byte is ASCII, the same in all encodings':
    'tous les octets sont de l’ASCII, identique dans tous les encodages',
  'the whole file is valid UTF-8, {0} bytes beyond ASCII':
    'le fichier entier est de l’UTF-8 valide ; octets hors ASCII : {0}',
  'with a byte order mark; {0}': 'avec une marque d’ordre des octets ; {0}',
  'not UTF-8: {0} bytes beyond ASCII, some of them are of windows-1252 only':
    'pas de l’UTF-8 ; octets hors ASCII : {0}, dont certains n’existent qu’en windows-1252',
  'not UTF-8: {0} bytes beyond ASCII, Latin-1 reads the same':
    'pas de l’UTF-8 ; octets hors ASCII : {0}, identiques en Latin-1',
  'once it is saved so: its bytes look like {0}':
    'une fois enregistré ainsi : ses octets ressemblent à du {0}',
  'The text looks like {0}, an encoding that is not read':
    'Le texte ressemble à du {0}, un encodage qui n’est pas lu',
  'save it as UTF-8 (Excel: "CSV UTF-8"; in a shell: iconv -f {0} -t UTF-8 old.csv > new.csv)':
    'enregistrez-le en UTF-8 (Excel : « CSV UTF-8 » ; dans un terminal : iconv -f {0} -t UTF-8 old.csv > new.csv)',
  'the file has no record': 'le fichier n’a aucune ligne',
  'line {0} holds data such as "{1}", not names':
    'la ligne {0} contient des données, par exemple « {1} », et non des noms',
  'line 1 has {0} name and no number or date': 'la ligne 1 a {0} nom, sans nombre ni date',
  'line 1 has {0} names and no number or date': 'la ligne 1 a {0} noms, sans nombre ni date',
  'line {0} is the first with {1} filled cells; {2} line above':
    'la ligne {0} est la première avec {1} cellules remplies ; {2} ligne au-dessus',
  'line {0} is the first with {1} filled cells; {2} lines above':
    'la ligne {0} est la première avec {1} cellules remplies ; {2} lignes au-dessus',
  'column {0}': 'colonne {0}',

  'It is a file of YAML, as agreements are, and no export':
    'C’est un fichier YAML, comme les accords, et pas un export',
  'check an agreement: sla validate {0}; look at an export: sla sniff leads.csv':
    'vérifiez un accord : sla validate {0} ; regardez un export : sla sniff leads.csv',

  // Dates
  'its time is always 00:00, so it is a date without a time':
    'l’heure y est toujours 00:00 : c’est une date sans heure',
  '{0} of its cells have no time': 'cellules sans heure : {0}',
  'cells such as "{0}"': 'cellules comme « {0} »',
  'cells such as "{0}": no language that is read has such a month':
    'cellules comme « {0} » : aucune des langues lues n’a un tel mois',
  'the first number hardly changes and the third one does: the year comes first':
    'le premier nombre ne change guère et le troisième, si : l’année est en tête',
  '{0} appears as first number ({1} over 12), never as second':
    '{0} apparaît en premier nombre ({1} au-dessus de 12), jamais en second',
  '{0} appears as second number ({1} over 12), never as first':
    '{0} apparaît en second nombre ({1} au-dessus de 12), jamais en premier',
  'no number over 12 in any cell: day and month can not be told apart':
    'aucun nombre au-dessus de 12 : rien ne distingue le jour du mois',
  'both numbers are over 12 somewhere ({0} the first, {1} the second): two formats in one column':
    'les deux nombres dépassent 12 ({0} le premier, {1} le second) : deux formats dans une même colonne',
  once: 'une fois',
  '{0} times': '{0} fois',
  'nearly all of its times lie between {0} and {1}: they are no times of day, only the dates count':
    'presque toutes ses heures tombent entre {0} et {1} : ce ne sont pas de vraies heures, seules les dates comptent',
  'its hours are spread around the clock (quietest {0} to {1}, {2}): they do not show a zone':
    'ses heures couvrent toute la journée (creux de {0} à {1}, {2}) : elles n’indiquent aucun fuseau',
  'quietest from {0} to {1} ({2} of the cells), as local time is':
    'creux de {0} à {1} ({2} des cellules), comme en heure locale',
  'quietest from {0} to {1} ({2} of the cells): if people sleep at night, this is the clock of another zone, such as UTC':
    'creux de {0} à {1} ({2} des cellules) : si l’on dort la nuit, ces heures sont d’un autre fuseau, par exemple UTC',

  // Numbers and words
  'numbers such as "{0}"': 'nombres comme « {0} »',
  '"{0}" may be thousands or a fraction': '« {0} » peut se lire en milliers ou en décimales',
  '{0}: write decimal: "," or decimal: "."': '{0} : écrivez decimal: "," ou decimal: "."',
  'whole numbers such as "{0}"': 'nombres entiers comme « {0} »',
  'no cell is filled': 'aucune cellule remplie',
  'only {0}': 'seulement {0}',
  'codes, not numbers': 'des codes, pas des nombres',
  'codes of {0} digits, not numbers': 'des codes de {0} chiffres, pas des nombres',
  'codes of {0} to {1} digits, not numbers': 'des codes de {0} à {1} chiffres, pas des nombres',
  'e-mail addresses': 'adresses e-mail',
  'digits with zeros in front: codes, not numbers': 'chiffres précédés de zéros : des codes, pas des nombres',
  'words; {0} of {1} cells are numbers or dates': 'texte ; nombres ou dates : {0} des {1} cellules',
  words: 'texte',
  '{0} of its {1} cells are dates ({2}), too few to call it a date: two formats in one column can not be read':
    'dates ({2}) : {0} de ses {1} cellules, trop peu pour que la colonne en soit une ; deux formats dans une même colonne sont illisibles',

  // Roles
  'a header of {0}': 'un en-tête de l’export {0}',
  'its header "{0}"': 'son en-tête « {0} »',
  'its header "{0}", and it holds dates': 'son en-tête « {0} », et elle contient des dates',
  'its header "{0}", and it is filled as often as the amount ({1})':
    'son en-tête « {0} », et elle est remplie aussi souvent que le montant ({1})',
  'its header "{0}", and no value comes twice': 'son en-tête « {0} », et aucune valeur ne revient',
  'its header "{0}"; {1} of its values come again': 'son en-tête « {0} » ; valeurs qui reviennent : {1}',
  'its header "{0}", and it has about as many values as rows':
    'son en-tête « {0} », et presque autant de valeurs que de lignes',
  'its header "{0}", though values come again': 'son en-tête « {0} », bien que des valeurs reviennent',
  'the only date of the file; its header "{0}" does not say who made contact':
    'la seule date du fichier ; son en-tête « {0} » ne dit pas qui a pris contact',
  'rows with the same id that differ are refused when leads are judged, unless the agreement says "duplicates: latest" or "recycled: each"':
    'les lignes de même identifiant qui diffèrent sont refusées au moment de juger les leads, sauf si l’accord écrit « duplicates: latest » ou « recycled: each »',
  'a length of time: how much of it was open in a calendar can not be told without its start and its end':
    'une durée : sans son début et sa fin, rien ne dit combien en était ouvré dans un calendrier',
  'no first contact: {0}': 'pas un premier contact : {0}',
  'no amount won: it says what is expected': 'pas un montant gagné : la colonne dit ce qui est espéré',
  'no amount of a deal: it measures the company':
    'pas le montant d’une affaire : la colonne mesure l’entreprise',
  'can not be read: another column has the same name': 'illisible : une autre colonne porte le même nom',
  'no first contact: it says what is planned, not what was done':
    'pas un premier contact : la colonne dit ce qui est prévu, pas ce qui a été fait',
  'no first contact: it speaks of the latest event, which moves':
    'pas un premier contact : la colonne donne le dernier événement, qui change avec le temps',

  // What is odd
  'The first line tells Excel the separator': 'La première ligne indique le séparateur à Excel',
  'nothing to do: it is skipped': 'rien à faire : elle est ignorée',
  'No line looks like a header': 'Aucune ligne ne ressemble à un en-tête',
  'export it again with the names of the columns in the first line':
    'exportez à nouveau, avec le nom des colonnes en première ligne',
  '{0} line stands above the header': '{0} ligne précède l’en-tête',
  '{0} lines stand above the header': '{0} lignes précèdent l’en-tête',
  'write skip: {0} under csv, or export the details only':
    'écrivez skip: {0} sous csv, ou n’exportez que le détail',
  'The header has {0} more than once': 'L’en-tête contient {0} plus d’une fois',
  'rename all but one of them if you need it: a column with a twin can not be read':
    'si vous en avez besoin, renommez-les toutes sauf une : une colonne en double ne peut pas être lue',
  '{0} column has no name': '{0} colonne n’a pas de nom',
  '{0} columns have no name': '{0} colonnes n’ont pas de nom',
  'name it if you need it': 'nommez-la si vous en avez besoin',
  'Line ends are mixed: {0} CRLF, {1} LF, {2} CR':
    'Plusieurs sortes de fins de ligne se mêlent : {0} CRLF, {1} LF, {2} CR',
  'if files were pasted together, name them one by one under files':
    'si des fichiers ont été collés bout à bout, nommez-les un par un sous files',
  'Some lines are UTF-8 and others windows-1252: files were pasted together':
    'Des lignes sont en UTF-8 et d’autres en windows-1252 : des fichiers ont été collés bout à bout',
  'name the files one by one, each source with its encoding':
    'nommez les fichiers un par un, chaque source avec son encodage',
  '{0} zero byte in the text': '{0} octet nul dans le texte',
  '{0} zero bytes in the text': '{0} octets nuls dans le texte',
  'export it again: the file is damaged, or it is no text':
    'exportez à nouveau : le fichier est endommagé, ou n’est pas du texte',
  '{0} cell of "{1}" is a number that Excel has rounded, such as "{2}"':
    '{0} cellule de « {1} » est un nombre qu’Excel a arrondi, comme « {2} »',
  '{0} cells of "{1}" are numbers that Excel has rounded, such as "{2}"':
    '{0} cellules de « {1} » sont des nombres qu’Excel a arrondis, comme « {2} »',
  'export again from the CRM: its last digits are lost, and different ids may have become one':
    'exportez à nouveau du CRM : les derniers chiffres sont perdus, et des identifiants différents ont pu devenir le même',
  '{0} cell begins with "=", which a spreadsheet would run':
    '{0} cellule commence par « = » : un tableur l’exécuterait',
  '{0} cells begin with "=", which a spreadsheet would run':
    '{0} cellules commencent par « = » : un tableur les exécuterait',
  'nothing to do here: cells are never run; take care when you open the file':
    'rien à faire ici, où rien n’est exécuté ; prudence à l’ouverture du fichier',
  'A quote is opened here and never closed: it would swallow {0} line':
    'Un guillemet ouvert ici ne se referme jamais : il engloutirait {0} ligne',
  'A quote is opened here and never closed: it would swallow {0} lines':
    'Un guillemet ouvert ici ne se referme jamais : il engloutirait {0} lignes',
  'double the quote if it is part of the cell, or remove it, and export again':
    'doublez le guillemet s’il fait partie de la cellule, sinon supprimez-le, et exportez à nouveau',
  'The header has {0} columns, and a spreadsheet at most {1}':
    'L’en-tête compte {0} colonnes, et un tableur en a au plus {1}',
  'check that this file is the export, and "delimiter" under csv':
    'vérifiez que ce fichier est bien l’export, et « delimiter » sous csv',
  'A line is longer than 4 MB': 'Une ligne dépasse 4 Mo',
  'it is no row of a table: remove it': 'ce n’est pas une ligne de tableau : supprimez-la',
  '{0} blank line between the rows': '{0} ligne vide entre les autres',
  '{0} blank lines between the rows': '{0} lignes vides entre les autres',
  'nothing to do: blank lines are left out and counted':
    'rien à faire : les lignes vides sont laissées de côté et comptées',
  '{0} merged cell below the header: what lies under its first one is not read ({1})':
    '{0} cellule fusionnée sous l’en-tête : ce qui se trouve sous sa première cellule n’est pas lu ({1})',
  '{0} merged cells below the header: what lies under their first ones is not read ({1})':
    '{0} cellules fusionnées sous l’en-tête : ce qui se trouve sous leur première cellule n’est pas lu ({1})',
  'unmerge them in the sheet and fill in each row: such rows are rejected':
    'séparez-les dans la feuille et remplissez chaque ligne : de telles lignes sont rejetées',
  'The header comes again once: exports were pasted together':
    'L’en-tête revient une fois : des exports ont été collés bout à bout',
  'The header comes again {0} times: exports were pasted together':
    'L’en-tête revient {0} fois : des exports ont été collés bout à bout',
  'nothing to do: such lines are left out and counted where a date or a number is read':
    'rien à faire : ces lignes sont écartées et comptées là où une date ou un nombre est lu',
  'a time of day without a date that it is of: it is not read':
    'une heure sans date dont elle serait l’heure : elle n’est pas lue',
  'the time of day of {0}: both are read as one field':
    'l’heure de {0} : les deux se lisent comme un seul champ',
  'its time of day stands in {0}: both are read as one field':
    'son heure est dans {0} : les deux se lisent comme un seul champ',
  'its header is not known, and its cells may be of people: shown by their form':
    'son en-tête n’est pas connu, et ses cellules peuvent être celles de personnes : seule leur forme est montrée',
  'days without a year, such as "{0}": export it with the year':
    'des jours sans année, tels que « {0} » : exportez-la avec l’année',
  'its header "{0}": a quote is accepted by the customer':
    'son en-tête « {0} » : un devis est accepté par le client',
  'A row looks like a total: "{0}"': 'Une ligne ressemble à un total : « {0} »',
  'remove it, or export the details only': 'supprimez-la, ou n’exportez que le détail',
  '{0} record has text after a closing quote': '{0} ligne a du texte après un guillemet fermant',
  '{0} records have text after a closing quote': '{0} lignes ont du texte après un guillemet fermant',
  'quotes inside a cell are to be doubled; such rows are rejected':
    'les guillemets à l’intérieur d’une cellule se doublent ; ces lignes sont rejetées',
  'The table has no rows': 'Le tableau n’a aucune ligne',
  'check the filter of the export': 'vérifiez le filtre de l’export',
  'Another table of {0} columns begins here: "{1}"':
    'Un autre tableau de {0} colonnes commence ici : « {1} »',
  'put it into a file of its own: only the first table can be read':
    'placez-le dans un fichier à part : seul le premier tableau peut être lu',
  '{0} line below the table, from here on: "{1}"': '{0} ligne sous le tableau, à partir d’ici : « {1} »',
  '{0} lines below the table, from here on: "{1}"': '{0} lignes sous le tableau, à partir d’ici : « {1} »',
  'remove them, or export the details only: they are rejected and count against max_rejected':
    'supprimez-les, ou n’exportez que le détail : elles sont rejetées et comptent pour max_rejected',
  '{0} with {1}': '{0} avec {1}',
  '{0} row has more or fewer cells than the {1} of the header ({2})':
    '{0} ligne n’a pas les {1} cellules de l’en-tête ({2})',
  '{0} rows have more or fewer cells than the {1} of the header ({2})':
    '{0} lignes n’ont pas les {1} cellules de l’en-tête ({2})',
  '{0}; {1} of them span several lines, as after a quote that is not closed':
    '{0} ; sur plusieurs lignes, comme après un guillemet jamais refermé : {1}',
  'look at line {0}: such rows are rejected, most often for a delimiter or a quote that is not quoted':
    'voyez la ligne {0} : de telles lignes sont rejetées, le plus souvent pour un séparateur ou un guillemet non protégé',
  'look at lines {0}: such rows are rejected, most often for a delimiter or a quote that is not quoted':
    'voyez les lignes {0} : de telles lignes sont rejetées, le plus souvent pour un séparateur ou un guillemet non protégé',
};
