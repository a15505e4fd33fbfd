import type { Catalogue } from '../catalogue.ts';

/** What is said of files, exports and repositories. */
export const reading: Catalogue = {
  // Rows that are left out of the ledger
  'blank row': 'ligne vide',
  'repeated header': 'en-tête répété',
  'of no lead': 'd’aucun lead',
  'identical duplicate': 'doublon identique',
  'superseded duplicate': 'doublon remplacé',
  'another row of its lead was taken': 'une autre ligne de son lead a été prise',
  'merged into another lead': 'fusionné dans un autre lead',

  // Rows that are no case
  'before the first version': 'avant la première version',
  'in a gap between versions': 'entre deux versions',
  'after the last version': 'après la dernière version',
  'outside the months shown': 'hors des mois affichés',

  // Keys that occur twice
  '{0} key of "{1}" has rows that differ: {2}': '{0} clé de « {1} » a des lignes qui diffèrent : {2}',
  '{0} keys of "{1}" have rows that differ: {2}': '{0} clés de « {1} » ont des lignes qui diffèrent : {2}',
  '{0} key of "{1}" has rows that differ and the same latest "{2}": {3}':
    '{0} clé de « {1} » a des lignes qui diffèrent avec le même « {2} » le plus récent : {3}',
  '{0} keys of "{1}" have rows that differ and the same latest "{2}": {3}':
    '{0} clés de « {1} » ont des lignes qui diffèrent avec le même « {2} » le plus récent : {3}',
  '{0} key of "{1}" has rows that differ and are equal by "{2}": {3}':
    '{0} clé de « {1} » a des lignes qui diffèrent et sont égales par « {2} » : {3}',
  '{0} keys of "{1}" have rows that differ and are equal by "{2}": {3}':
    '{0} clés de « {1} » ont des lignes qui diffèrent et sont égales par « {2} » : {3}',
  'that whose cells come first in the alphabet is taken: choose by a date that tells them apart, or with "prefer"':
    'celle dont les cellules viennent en premier dans l’alphabet est prise : choisissez par une date qui les distingue, ou avec « prefer »',
  'correct the export, or declare duplicates: latest with the field of the modification date':
    'corrigez l’export, ou déclarez duplicates: latest avec le champ de la date de modification',
  'correct the export: only the latest row of a key is kept, and here two are the latest':
    'corrigez l’export : seule la ligne la plus récente d’une clé est gardée, et ici deux le sont',

  '{0} key of "{1}" has rows that differ and the same "{2}": {3}':
    '{0} clé de « {1} » a des lignes qui diffèrent avec le même « {2} » : {3}',
  '{0} keys of "{1}" have rows that differ and the same "{2}": {3}':
    '{0} clés de « {1} » ont des lignes qui diffèrent avec le même « {2} » : {3}',
  'correct the export: hand-overs of a lead are told apart by their dates, and here two have the same':
    'corrigez l’export : les passages de relais d’un lead se distinguent par leur date, et ici deux ont la même',

  // Files
  'There is no file "{0}"': 'Le fichier « {0} » n’existe pas',
  'There is no permission for "{0}"': 'Accès refusé à « {0} »',
  'There is a folder in place of the file "{0}"': '« {0} » est un dossier, pas un fichier',
  'A part of the path is not a folder: "{0}"': 'Une partie du chemin n’est pas un dossier : « {0} »',
  'There already is a file "{0}"': 'Le fichier « {0} » existe déjà',
  'There is no space left to write "{0}"': 'Il n’y a plus de place pour écrire « {0} »',
  'The file system is read-only: "{0}"': 'Le système de fichiers est en lecture seule : « {0} »',
  'Too many files are open to read "{0}"': 'Trop de fichiers sont ouverts pour lire « {0} »',
  'Links go in a circle: "{0}"': 'Les liens tournent en rond : « {0} »',
  'The name is too long: "{0}"': 'Le nom est trop long : « {0} »',
  '"{0}" is not a regular file': '« {0} » n’est pas un fichier ordinaire',
  'More than {0} lines can not be cut into the {1} cells of the header':
    'Plus de {0} lignes ne se découpent pas en autant de cellules que l’en-tête ({1})',
  'check that this file is the export, and "delimiter" and "quote" under csv':
    'vérifiez que ce fichier est bien l’export, ainsi que « delimiter » et « quote » sous csv',
  'The name "{0}" has {1} letters: write a list of shorter ones':
    'Le nom « {0} » a {1} lettres : écrivez une liste de noms plus courts',
  '"{0}" leads through more than {1} folders: begin it with the folder of the exports':
    '« {0} » traverse plus de {1} dossiers : commencez par le dossier des exports',
  '"{0}" is short for more than {1} names: use * in place of braces':
    '« {0} » abrège plus de {1} noms : mettez * à la place des accolades',
  'mend that, or name the exports of "{0}" more closely':
    'corrigez cela, ou nommez plus précisément les exports de « {0} »',
  '"{0}" leads to no file: it is a broken link, or its name is not of UTF-8':
    '« {0} » ne mène à aucun fichier : c’est un lien rompu, ou un nom qui n’est pas en UTF-8',
  'mend or remove it, or name the agreements that are meant, file by file':
    'corrigez-le ou supprimez-le, ou nommez les accords voulus, fichier par fichier',
  '"{0}" is a link to a folder outside the one that is searched, and was not looked into':
    '« {0} » est un lien vers un dossier hors de celui qui est parcouru : il n’a pas été ouvert',
  'where there are agreements, name it on the command line':
    's’il contient des accords, nommez-le sur la ligne de commande',
  'There is no folder "{0}" to write "{1}" in': 'Le dossier « {0} » où écrire « {1} » n’existe pas',
  'There already is a file "{0}": give --force to overwrite it':
    'Le fichier « {0} » existe déjà : ajoutez --force pour le remplacer',
  '"{0}" can\'t be used: {1}': '« {0} » n’est pas utilisable : {1}',
  'The example "{0}" is missing from this installation': 'L’exemple « {0} » manque dans cette installation',

  // git
  'Another run is writing here: if there is none, remove "{0}"':
    'Une autre exécution écrit ici : s’il n’y en a pas, supprimez « {0} »',
  'There is no file "{0}" in the commit': 'Le commit ne contient pas de fichier « {0} »',
  '"{0}" is a symbolic link in the commit that leads to no file of it: commit the file itself in its place':
    '« {0} » est dans le commit un lien symbolique qui ne mène à aucun de ses fichiers : versez dans le commit le fichier lui-même à sa place',
  '"{0}" is in a commit and can\'t be written': '« {0} » est dans un commit et ne peut pas être modifié',
  'The program "git" could not be run': 'Le programme « git » n’a pas pu être lancé',
  'git does not trust this folder, because it belongs to somebody else':
    'git ne fait pas confiance à ce dossier, qui appartient à quelqu’un d’autre',
  'This folder lies in no git repository': 'Ce dossier n’est dans aucun dépôt git',
  'git could not read the repository: {0}': 'git n’a pas pu lire le dépôt : {0}',
  'run: git fsck, which names what is damaged, and clone the repository again':
    'lancez : git fsck, qui nomme ce qui est endommagé, et clonez de nouveau le dépôt',
  'it could not be run': 'il n’a pas pu être lancé',
  'too much output': 'trop de sortie',

  // The header
  'The header has the column "{0}" more than once': 'L’en-tête contient plusieurs fois la colonne « {0} »',
  'rename all but one of them in the export, or map "{0}" to another column':
    'renommez les doublons dans l’export, ou associez « {0} » à une autre colonne',
  'The columns {0} can both be the field "{1}" of the preset':
    'Les colonnes {0} peuvent toutes être le champ « {1} » du préréglage',
  'say which under fields: {0}: { column: "{1}", … }':
    'dites laquelle sous fields: {0}: { column: "{1}", … }',
  'The export has none of the {0} columns that the agreement reads: {1}':
    'L’export n’a aucune des {0} colonnes que lit l’accord : {1}',
  'name the export that is meant, or map its columns under fields; {0}':
    'nommez l’export voulu, ou écrivez les colonnes de celui-ci sous fields ; {0}',
  'The export has no column {0} for the field "{1}"': 'L’export n’a pas de colonne {0} pour le champ « {1} »',
  'Each line stands in quotes as a whole, so that it is a single cell':
    'Chaque ligne est entière entre guillemets : elle n’est qu’une seule cellule',
  'export again from the CRM without opening the file in a spreadsheet, or take off the quotes around each line and make doubled ones single':
    'exportez à nouveau du CRM sans ouvrir le fichier dans un tableur, ou ôtez les guillemets autour de chaque ligne et dédoublez les autres',
  'The header is not cut into columns: its names stand between "{0}"':
    'L’en-tête n’est pas découpé en colonnes : ses noms sont séparés par « {0} »',
  'write csv: { delimiter: "{0}" } under the source in the agreement':
    'écrivez csv: { delimiter: "{0}" } sous la source, dans l’accord',
  'the header has {0} and {1} more': 'l’en-tête contient {0} et {1} de plus',
  'the header has {0}': 'l’en-tête contient {0}',
  'the first line is not shown, because it does not look like names of columns: check the file, and the delimiter and skip under csv':
    'la première ligne n’est pas montrée, car elle ne ressemble pas à des noms de colonnes : vérifiez le fichier, ainsi que delimiter et skip sous csv',
  'The export has no header line': 'L’export n’a pas de ligne d’en-tête',
  'check "skip" under csv, and the export': 'vérifiez « skip » sous csv, et l’export',
  'The first line is one for Excel ("sep="), not the header':
    'La première ligne est destinée à Excel (« sep= »), ce n’est pas l’en-tête',
  'write csv: { {0}{1} }': 'écrivez csv: { {0}{1} }',
  'The header line can not be read': 'La ligne d’en-tête est illisible',
  'check delimiter, quote and skip under csv': 'vérifiez delimiter, quote et skip sous csv',

  // Lines and quotes
  'A line is longer than {0} MB': 'Une ligne dépasse {0} Mo',
  'check that this file is the export, and that its lines end':
    'vérifiez que ce fichier est bien l’export, et que ses lignes se terminent',
  'double the quote ("") or remove it in the CRM, and export again; check quote and delimiter under csv':
    'doublez le guillemet ("") ou supprimez-le dans le CRM, puis exportez à nouveau ; vérifiez quote et delimiter sous csv',
  'A quote opens here and is never closed: the line can not be read':
    'Un guillemet s’ouvre ici et ne se ferme jamais : la ligne est illisible',
  'A quote opens here and is never closed: {0} lines from here on can not be read':
    'Un guillemet s’ouvre ici et ne se ferme jamais : {0} lignes à partir d’ici sont illisibles',
  'A quote opens here, and what follows is no CSV: the line can not be told apart':
    'Un guillemet s’ouvre ici, et la suite n’est pas du CSV : la ligne ne peut pas être découpée',
  'A quote opens here, and what follows is no CSV: {0} lines from here on can not be told apart':
    'Un guillemet s’ouvre ici, et la suite n’est pas du CSV : {0} lignes à partir d’ici ne peuvent pas être découpées',
  'A quote opens here and makes one row of {0} lines':
    'Un guillemet s’ouvre ici et fait de {0} lignes une seule',
  'The export has {0} rows and {1} can be read, for its quotes':
    'L’export a {0} lignes et {1} sont lisibles, à cause de ses guillemets',
  'A quote opens here and makes one row of {0} lines that each look like one':
    'Un guillemet s’ouvre ici et fait une seule ligne de {0} lignes qui en paraissent chacune une',
  'A quote opens here and makes one row of {0} lines that each look like one, and {1} more like it':
    'Un guillemet s’ouvre ici et fait une seule ligne de {0} lignes qui en paraissent chacune une, et {1} autres font de même',

  // The export
  'The export has a header and no rows': 'L’export a un en-tête et aucune ligne',
  'check the export': 'vérifiez l’export',
  'The export can not be read: {0}': 'L’export est illisible : {0}',
  'check the file and csv': 'vérifiez le fichier et la section csv',
  'The export can not be cut into rows and cells': 'L’export ne se découpe pas en lignes et en cellules',
  'check delimiter and quote under csv, and export again':
    'vérifiez delimiter et quote sous csv, et exportez à nouveau',
  'Line {0} ends in another way than the lines before it: line ends of Windows, Unix and old Macs (CRLF, LF, CR) are mixed':
    'La ligne {0} ne se termine pas comme les précédentes : les fins de ligne de Windows, d’Unix et des anciens Mac (CRLF, LF, CR) sont mélangées',
  'export again, or save the file in an editor with one kind of line end':
    'exportez à nouveau, ou enregistrez le fichier dans un éditeur avec une seule sorte de fin de ligne',
  'The export is declared "utf-8" and holds bytes that are not':
    'L’export est déclaré « utf-8 » et contient des octets qui n’en sont pas',
  '{0} of {1} rows of "{2}" are rejected ({3}), more than {4}%':
    'Lignes rejetées dans « {2} » : {0} sur {1} ({3}), plus de {4} %',
  'correct the export or its fields, see the cells with "sla check --rejects FILE", or raise max_rejected':
    'corrigez l’export ou ses champs, voyez les cellules avec « sla check --rejects FICHIER », ou relevez max_rejected',
  'There is no such file': 'Ce fichier n’existe pas',
  'check the path of the export': 'vérifiez le chemin de l’export',
  'There is a folder in place of the export': 'Il y a un dossier à la place de l’export',
  'name its files: {0}': 'nommez ses fichiers : {0}',
  'The export is empty': 'L’export est vide',
  'export it again, with its header line': 'exportez à nouveau, avec la ligne d’en-tête',
  'The export is UTF-16 and is declared "{0}"': 'L’export est en UTF-16 et déclaré « {0} »',
  'write encoding: utf-16 under csv': 'écrivez encoding: utf-16 sous csv',
  'The export is not a regular file': 'L’export n’est pas un fichier ordinaire',
  'save it to a file, and name that': 'enregistrez-le dans un fichier, et nommez celui-ci',
  'The export is not "{0}"': 'L’export n’est pas en « {0} »',
  'write its encoding under csv': 'écrivez son encodage sous csv',
  'There is no permission to read the export': 'Vous n’avez pas le droit de lire l’export',
  'ask for it, or name a copy': 'demandez-le, ou nommez une copie',
  'The packed export is broken or cut short': 'L’export compressé est abîmé ou tronqué',
  'export or copy it again': 'exportez-le ou copiez-le à nouveau',
  'The export can not be read ({0})': 'L’export est illisible ({0})',
  'check the file': 'vérifiez le fichier',

  'The export is UTF-16 without a mark of byte order, and is declared "{0}"':
    'L’export est en UTF-16 sans marque d’ordre des octets, et déclaré « {0} »',

  // What is no export
  'The export is a web page (HTML), not a table of cells':
    'L’export est une page web (HTML), pas un tableau de cellules',
  'The export is the page of a login, not the export': 'L’export est une page de connexion, pas l’export',
  'The export is a Git LFS pointer, not the export itself':
    'L’export est un pointeur Git LFS, pas l’export lui-même',
  'The export is a git-annex pointer, not the export itself':
    'L’export est un pointeur git-annex, pas l’export lui-même',
  'The export is a spreadsheet in XML of Excel 2003':
    'L’export est une feuille de calcul en XML d’Excel 2003',
  'The export is XML, not a table of cells': 'L’export est du XML, pas un tableau de cellules',
  "The export is JSON, perhaps an answer of the CRM's interface, not a table of cells":
    'L’export est du JSON, peut-être une réponse de l’interface du CRM, pas un tableau de cellules',
  'The export holds the marks of a merge that was not finished':
    'L’export contient les marques d’une fusion inachevée',
  'The export is a file of contacts or of a calendar': 'L’export est un fichier de contacts ou d’agenda',
  'The export is an archive': 'L’export est une archive',
  'The export is an archive that holds {0}': 'L’export est une archive qui contient {0}',
  'The export is a PDF, not a table of cells': 'L’export est un PDF, pas un tableau de cellules',
  'The file is a key or a certificate, not an export':
    'Le fichier est une clé ou un certificat, pas un export',
  'The file holds settings or passwords, not a table of cells':
    'Le fichier contient des réglages ou des mots de passe, pas un tableau de cellules',
  'A file whose name begins with a dot is no export':
    'Un fichier dont le nom commence par un point n’est pas un export',
  'name the export of the CRM; nothing of this file is shown':
    'nommez l’export du CRM ; rien de ce fichier n’est montré',
  'give the export a name without it; nothing of this file is shown':
    'donnez à l’export un nom sans ce point ; rien de ce fichier n’est montré',
  'The export is a picture, not a table of cells': 'L’export est une image, pas un tableau de cellules',
  'The export is a file of a database or of a data tool, not a text':
    'L’export est un fichier de base de données ou d’un outil de données, pas un texte',
  'The export is a text document (Word)': 'L’export est un document de texte (Word)',
  'The export is a text in EBCDIC, as mainframes write it':
    'L’export est un texte en EBCDIC, tel que l’écrivent les gros systèmes',
  'convert it to UTF-8, or have it sent as text':
    'convertissez-le en UTF-8, ou faites-le envoyer comme texte',
  'The workbook has a password': 'Le classeur est protégé par un mot de passe',
  'The workbook is of an older Excel (.xls)': 'Le classeur vient d’un ancien Excel (.xls)',
  'The export is a text document (RTF)': 'L’export est un document de texte (RTF)',
  'The export holds nothing but zero bytes: it was not downloaded or copied whole':
    'L’export ne contient que des octets nuls : il n’a pas été téléchargé ou copié en entier',
  'The file is the mark that Excel keeps beside a workbook while it is open':
    'Le fichier est la marque qu’Excel garde à côté d’un classeur ouvert',
  'The export is UTF-32': 'L’export est en UTF-32',
  'The export is a binary workbook (.xlsb)': 'L’export est un classeur binaire (.xlsb)',
  'The export is an OpenDocument text (.odt)': 'L’export est un texte OpenDocument (.odt)',
  'The export is an OpenDocument file (.ods)': 'L’export est un fichier OpenDocument (.ods)',
  "The export is a file of Apple's Numbers": 'L’export est un fichier de Numbers (Apple)',
  'export again as CSV or .xlsx, and name that file':
    'exportez à nouveau en CSV ou en .xlsx, et nommez ce fichier',
  'unpack it and name the export in it; a single CSV may be packed as .csv.gz':
    'décompressez-la et nommez l’export qu’elle contient ; un seul CSV peut être compressé en .csv.gz',
  'open it in a spreadsheet and save it as .xlsx or CSV, or export again':
    'ouvrez-le dans un tableur et enregistrez-le en .xlsx ou en CSV, ou exportez à nouveau',
  'open it in a spreadsheet and save it as .xlsx, or as CSV':
    'ouvrez-le dans un tableur et enregistrez-le en .xlsx, ou en CSV',
  'sign in, export again and save the file itself; a script needs the session or the key of the CRM':
    'connectez-vous, exportez à nouveau et enregistrez le fichier lui-même ; un script a besoin de la session ou de la clé du CRM',
  'run "git lfs pull", or check out with lfs: true in CI':
    'lancez « git lfs pull », ou récupérez le dépôt avec lfs: true en intégration continue',
  'run "git annex get" on it': 'lancez « git annex get » dessus',
  'choose one of the two versions, or export again':
    'choisissez l’une des deux versions, ou exportez à nouveau',
  'download or copy it again; a file that is kept online is to be made available offline':
    'téléchargez-le ou copiez-le à nouveau ; un fichier gardé en ligne doit être rendu disponible hors connexion',
  'close the workbook, or name the files so that "~$" is left out':
    'fermez le classeur, ou nommez les fichiers de façon à exclure « ~$ »',
  'save it as UTF-8': 'enregistrez-le en UTF-8',

  // Workbooks
  'The workbook is of an older Excel, or has a password':
    'Le classeur vient d’un ancien Excel, ou est protégé par un mot de passe',
  'open it in a spreadsheet and save it as .xlsx without a password, or as CSV':
    'ouvrez-le dans un tableur et enregistrez-le en .xlsx sans mot de passe, ou en CSV',
  '{0} of {1} rows of the sheet "{2}" is hidden, by a filter or by hand, and counts like any other: {3}':
    '{0} ligne sur {1} de la feuille « {2} » est masquée, par un filtre ou à la main, et compte comme les autres : {3}',
  '{0} of {1} rows of the sheet "{2}" are hidden, by a filter or by hand, and count like any other: {3}':
    '{0} lignes sur {1} de la feuille « {2} » sont masquées, par un filtre ou à la main, et comptent comme les autres : {3}',
  'show all rows of the sheet to see what was judged, or delete those that are not meant to count':
    'affichez toutes les lignes de la feuille pour voir ce qui a été jugé, ou supprimez celles qui ne doivent pas compter',
  '{0}; there, {1}': '{0} ; là, {1}',
  'its sheets are {0}; write sheet: {1} and {2}': 'ses feuilles sont {0} ; écrivez sheet: {1} et {2}',
  'The workbook is broken or cut short': 'Le classeur est abîmé ou tronqué',
  'open it in a spreadsheet, save it as .xlsx and try again':
    'ouvrez-le dans un tableur, enregistrez-le en .xlsx et réessayez',
  'The workbook unpacks to more than a sheet can hold':
    'Le classeur décompressé dépasse ce qu’une feuille peut contenir',
  'export it as CSV': 'exportez-le en CSV',
  'The workbook does not hold the sheet that it names':
    'Le classeur ne contient pas la feuille qu’il annonce',
  'save it again in a spreadsheet': 'enregistrez-le à nouveau dans un tableur',
  'The archive is not a workbook': 'L’archive n’est pas un classeur',
  'name a .xlsx or CSV file; a packed CSV is read as .csv.gz':
    'nommez un fichier .xlsx ou CSV ; un CSV compressé se lit en .csv.gz',
  'The workbook has no sheet': 'Le classeur n’a aucune feuille',
  'The workbook has no sheet "{0}"': 'Le classeur n’a pas de feuille « {0} »',
  'its sheets are {0}; write sheet: {1}': 'ses feuilles sont {0} ; écrivez sheet: {1}',
  'the header stands lower; write {0} under the source':
    'l’en-tête se trouve plus bas ; écrivez {0} sous la source',
  'its sheets are {0}; write one as sheet: under the source, or as --sheet':
    'ses feuilles sont {0} ; écrivez l’une d’elles comme sheet: sous la source, ou avec --sheet',
};
