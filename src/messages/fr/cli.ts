import type { Catalogue } from '../catalogue.ts';

/**
 * The frame of the program: first words, help, slips on the command line, options that several commands
 * share.
 */
export const cli: Catalogue = {
  'a scoreboard at once, on invented data': 'un tableau de bord tout de suite, sur des données inventées',
  'a first agreement: {0}': 'un premier accord : {0}',
  'is the agreement (*.sla.yaml) sound, and when are its leads due':
    'l’accord (*.sla.yaml) est-il sain, et à quelle échéance sont ses leads',
  'which promises are kept in the period at hand, and on how many leads':
    'quelles promesses sont tenues dans la période en cours, et sur combien de leads',
  'the same, month by month': 'la même chose, mois par mois',
  '{0}: the agreement between marketing and sales, judged lead by lead':
    '{0} : l’accord entre marketing et ventes, jugé lead par lead',
  '"sla --help" lists every command, "sla check --help" explains one by example':
    '« sla --help » énumère les commandes, « sla check --help » en explique une par l’exemple',
  Commands: 'Commandes',
  Options: 'Options',
  Examples: 'Exemples',
  Usage: 'Utilisation',
  Arguments: 'Arguments',
  'Exit status': 'Code de sortie',
  'the version': 'la version',
  'this help; after a command, that command by example':
    'cette aide ; après une commande, cette commande par l’exemple',
  'this help': 'cette aide',
  '{0}; did you mean "{1}"?': '{0} ; vouliez-vous dire « {1} » ?',
  '{0} does not know "{1}"': '{0} ne connaît pas « {1} »',
  '{0} needs a value': '{0} attend une valeur',
  '"{0} --help" lists what it takes': '« {0} --help » énumère ce qui est admis',
  'There is no command "{0}"': 'Il n’y a pas de commande « {0} »',
  'There is no option "{0}"': 'Il n’y a pas d’option « {0} »',
  '"{0}" has no option "{1}"': '« {0} » n’a pas d’option « {1} »',
  '"{0}" is an option of {1}': '« {0} » est une option des commandes suivantes : {1}',
  'the commands are {0}': 'les commandes sont {0}',
  'the values are {0}': 'les valeurs sont {0}',
  'the formats are {0}': 'les formats sont {0}',
  'Missing required argument "{0}"': 'Il manque l’argument obligatoire « {0} »',
  'Too many arguments for "{0}". Expected {1} argument but got {2}.':
    'Trop d’arguments pour « {0} » : {1} attendu, {2} reçus.',
  'Too many arguments for "{0}". Expected {1} arguments but got {2}.':
    'Trop d’arguments pour « {0} » : {1} attendus, {2} reçus.',
  'This is a bug in sla {0} ({1}); run it again with SLA_DEBUG=1 and report what it prints':
    'C’est une anomalie de sla {0} ({1}) ; relancez avec SLA_DEBUG=1 et signalez ce qui s’affiche',
  'there is no space left': 'il n’y a plus de place',
  "Standard output can't be written: {0}": 'La sortie standard ne peut pas être écrite : {0}',
  'Not written, because there is no answer: {0}': 'Non écrit, car il n’y a pas de réponse : {0}',
  'Wrote {0}': 'Écrit : {0}',
  '{0} more lines do not fit: the log of the step has them all':
    '{0} lignes de plus ne tiennent pas ici : le journal de l’étape les a toutes',
  '--format {0} names no file': '--format {0} ne nomme aucun fichier',
  '"{0}" is written to a file, not to standard output':
    '« {0} » s’écrit dans un fichier, pas sur la sortie standard',
  '-o FILE.{0}, or --format {1}=FILE': '-o FILE.{0}, ou --format {1}=FILE',
  'Standard output takes one format, not {0}': 'La sortie standard ne prend qu’un format, pas {0}',
  '--format {0}=FILE writes the other to a file': '--format {0}=FILE écrit l’autre dans un fichier',
  '--{0} is of CSV, and no CSV is written': '--{0} ne concerne que le CSV, et aucun CSV n’est écrit',
  'add --format csv, or -o FILE.csv': 'ajoutez --format csv, ou -o FICHIER.csv',
  '"{0}" is to be written twice': '« {0} » serait écrit deux fois',
  'give each its own name': 'donnez à chacun son propre nom',
  'The answers ended before the questions: nothing is written':
    'Les réponses s’arrêtent avant les questions : rien n’est écrit',
  'type Enter for the answer in brackets, or take them all with --yes':
    'tapez Entrée pour la réponse entre crochets, ou prenez-les toutes avec --yes',
  'for that month alone: --from {0} --to {1}': 'pour ce seul mois : --from {0} --to {1}',
  'name a file in it: -o {0}': 'nommez un fichier de ce dossier : -o {0}',
  'The suffix of "{0}" says no format that this command writes':
    'Le suffixe de « {0} » ne désigne aucun format que cette commande écrit',
  'use {0}, or --format FORMAT={1}': 'utilisez {0}, ou --format FORMAT={1}',
  'agreements (*.sla.yaml) or folders that hold some; the working directory if none is given':
    'accords (*.sla.yaml) ou dossiers qui en contiennent ; à défaut, le dossier courant',
  "of what is said; default: the agreement's, then the environment's":
    'langue des textes ; par défaut, celle de l’accord, puis celle de l’environnement',
  'of standard output; FORMAT=FILE writes a file':
    'format de la sortie standard ; FORMAT=FILE écrit un fichier',
  'write FILE, in the format of its suffix': 'écrit FILE, dans le format de son suffixe',
  'overwrite files that exist': 'écrase les fichiers qui existent',
  colour: 'couleur',
  'plain ASCII symbols and lines': 'symboles et traits en simple ASCII',
  "a lead export in place of the agreement's own": 'un export de leads à la place de celui de l’accord',
  'an export in place of that of the source NAME': 'un export à la place de celui de la source NAME',
  'takes NAME=FILE, such as deals=deals.csv, not "{0}"':
    'attend NAME=FILE, par exemple deals=deals.csv, et non « {0} »',
  'an agreement may name files outside its repository':
    'un accord peut nommer des fichiers hors de son dépôt',
  'judge as of then, such as 2026-07-01; default: the latest instant in the data':
    'juge à cette date, par exemple 2026-07-01 ; par défaut, le dernier instant des données',
  'first month, such as 2026-01': 'premier mois, par exemple 2026-01',
  'last month, such as 2026-10': 'dernier mois, par exemple 2026-10',
  'cut by': 'découpe par',
  'cut each result by a field of the lead, such as owner':
    'découpe chaque résultat selon un champ du lead, par exemple owner',
  'write every cell that could not be read to FILE, as CSV':
    'écrit dans FILE, en CSV, chaque cellule qui n’a pu être lue',
  'judge every case by this version, whenever it started':
    'juge chaque cas selon cette version, quel que soit son début',
  'show the values of fields marked personal': 'montre les valeurs des champs marqués personal',
  'CSV that a spreadsheet opens at a double click: byte order mark, separators of the language, local times':
    'CSV qu’un tableur ouvre d’un double-clic : marque d’ordre des octets, séparateurs de la langue, heures locales',
  'of CSV': 'disposition du CSV',
  'exit with 1 from': 'sort avec le code 1 à partir de',
  '--from {0} is after --to {1}': '--from {0} est après --to {1}',
  'takes a month such as 2026-01, not "{0}"': 'attend un mois, par exemple 2026-01, et non « {0} »',
};
