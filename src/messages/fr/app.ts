import type { Catalogue } from '../catalogue.ts';

/** What is said while agreements are found and exports are judged. */
export const app: Catalogue = {
  '"{0}" is a folder by the name of an agreement, and none is in it':
    '« {0} » est un dossier au nom d’un accord, et n’en contient aucun',
  'put the agreement there, or rename or remove the folder':
    'placez-y l’accord, ou renommez ou supprimez le dossier',
  // Stray dates
  'after {0} days in which nothing happened (longest pause of the year before: {1})':
    'après {0} jours sans aucun événement (plus longue pause de l’année précédente : {1})',
  '{0} date behind the end of the data is not taken for the present: {1}{2}, {3}':
    '{0} date postérieure à la fin des données n’est pas prise pour le présent : {1}{2}, {3}',
  '{0} dates behind the end of the data are not taken for the present: {1}{2}, {3}':
    '{0} dates postérieures à la fin des données ne sont pas prises pour le présent : {1}{2}, {3}',
  'Is it right? Then --as-of {0}. Is it planned or mistyped? Correct it in the CRM':
    'Est-elle juste ? Alors --as-of {0}. Est-elle prévue ou mal saisie ? Corrigez-la dans le CRM',
  'Are they right? Then --as-of {0}. Are they planned or mistyped? Correct them in the CRM':
    'Sont-elles justes ? Alors --as-of {0}. Sont-elles prévues ou mal saisies ? Corrigez-les dans le CRM',
  // Calendars
  'Calendar "{0}": {1}': 'Calendrier « {0} » : {1}',
  'public holidays are known from {0} to {1} only': 'les jours fériés ne sont connus que de {0} à {1}',
  'the regions of {0} are {1}; write {2}-{3} or {4} alone':
    'les régions de {0} sont {1} ; écrivez {2}-{3}, ou {4} seul',
  'write the two letters of a country, such as FR, BE, CH or DE':
    'écrivez les deux lettres d’un pays, par exemple FR, BE, CH ou DE',
  'No public holidays are known for the region "{0}" of {1}':
    'Aucun jour férié n’est connu pour la région « {0} » de {1}',
  'No public holidays are known for the country "{0}"': 'Aucun jour férié n’est connu pour le pays « {0} »',
  'The holidays file "{0}" lies outside the repository of the agreement':
    'Le fichier de jours fériés « {0} » est en dehors du dépôt de l’accord',
  'move it beside the agreement, or run with --allow-outside':
    'placez-le à côté de l’accord, ou ajoutez --allow-outside',
  'There is no holidays file "{0}"': 'Le fichier de jours fériés « {0} » n’existe pas',
  'the path is relative to the agreement': 'le chemin part du dossier de l’accord',
  'The holidays file "{0}" {1}': 'Le fichier de jours fériés « {0} » {1}',
  'by the quarter: {0} is from {1} to {2}': 'au trimestre : {0} va du {1} au {2}',
  'by the year: {0} is from {1} to {2}': 'à l’année : {0} va du {1} au {2}',
  'in {0}: {1}; where nothing else is said: {2}': 'en {0} : {1} ; là où rien d’autre n’est dit : {2}',
  'Friday 16:30': 'un vendredi à 16 h 30',
  'Friday {0} 16:30': 'le vendredi {0} à 16 h 30',
  '{0} {1} {2}': 'le {0} {1} à {2}',
  '{0}: a lead that arrives {1} is due {2}': '{0} : un lead qui arrive {1} est à traiter au plus tard {2}',
  '{0}: what starts {1} is due {2}': '{0} : ce qui commence {1} est à traiter au plus tard {2}',
  '{0}: what says {1} is due Friday 24:00':
    '{0} : ce qui indique le {1} est à traiter au plus tard vendredi à minuit',
  '{0}: what says {1} 16:30 is due Friday 16:30, and a date without a time at 24:00':
    '{0} : ce qui indique le {1} à 16 h 30 est à traiter au plus tard vendredi à 16 h 30, et une date sans heure à minuit',
  'no agreement found has a calendar': 'aucun des accords trouvés n’a de calendrier',
  'There is no calendar': 'Il n’y a pas de calendrier',
  'There are several calendars': 'Il y a plusieurs calendriers',
  'Several agreements have a calendar "{0}": {1}': 'Plusieurs accords ont un calendrier « {0} » : {1}',
  'name one of them: sla clock {0} --calendar {1}': 'nommez l’un d’eux : sla clock {0} --calendar {1}',
  '{0}; write --calendar {1}': '{0} ; écrivez --calendar {1}',
  'No calendar "{0}"': 'Le calendrier « {0} » n’existe pas',
  '--to is before --from': '--to vient avant --from',
  'write the earlier instant behind --from': 'écrivez l’instant le plus ancien après --from',
  '"{0}" is never over on the calendar "{1}"': '« {0} » ne s’achève jamais sur le calendrier « {1} »',
  'The calendar "{0}" closes for good before a time limit of the latest cases is over':
    'Le calendrier « {0} » ferme pour toujours avant que ne s’achève un délai des derniers cas',
  'end the last of its closed ranges, or give the agreement a version that is in force from then on':
    'mettez une fin à la dernière de ses plages fermées, ou donnez à l’accord une version en vigueur à partir de là',
  'write a shorter time limit': 'écrivez un délai plus court',

  // What is asked for
  '--as-of: {0}': '--as-of : {0}',
  '--period: "{0}" is not a period': '--period : « {0} » n’est pas une période',
  '"{0}" is the title of {1} promises: {2}': '« {0} » est le titre de {1} promesses : {2}',
  'name the one that is meant by its id: --commitment {0}':
    'nommez par son identifiant celle dont il s’agit : --commitment {0}',
  'name the one that is meant by its id': 'nommez par son identifiant celle dont il s’agit',
  '--commitment: there is no commitment or objective "{0}"':
    '--commitment : aucun engagement ni objectif ne s’appelle « {0} »',
  'there are {0}': 'il y a {0}',
  'write 2026-03, 2026-Q1, 2026-W10 or 2026': 'écrivez 2026-03, 2026-Q1, 2026-W10 ou 2026',
  'write 2026-03, 2026-W10, FY2026-Q1 or FY2026: the year of {0} starts in {1} (year_starts)':
    'écrivez 2026-03, 2026-W10, FY2026-Q1 ou FY2026 : l’année de {0} commence en {1} (year_starts)',
  '{0}: "{1}" is a period of a year that starts in another month than January, which the agreement does not say':
    '{0} : « {1} » est une période d’une année qui commence à un autre mois que janvier, ce que l’accord ne dit pas',
  '{0}: "{1}" is not a month': '{0} : « {1} » n’est pas un mois',
  'write {0} 2026-03': 'écrivez {0} 2026-03',
  '{0}: the data do not reach that far, they end on {1}':
    '{0} : les données ne vont pas jusque-là, elles s’arrêtent le {1}',
  'ask for an earlier month, or look whether the exports are the latest':
    'demandez un mois antérieur, ou vérifiez que les exports sont les derniers',
  '--connection: no source names the connection "{0}"':
    '--connection : aucune source ne nomme la connexion « {0} »',
  'write connection: {0} and table: in the source whose rows it has':
    'écrivez connection: {0} et table: dans la source dont elle a les lignes',
  '--from {0} comes after --to {1}': '--from {0} vient après --to {1}',
  'exchange the two': 'échangez les deux',
  '--as-if: "{0}" has no version "{1}"': '--as-if : « {0} » n’a pas de version « {1} »',
  'the versions are {0}': 'les versions sont {0}',
  '{0}: the leads of "{1}" do not tell which of them came back':
    '{0} : les leads de « {1} » ne disent pas lesquels sont revenus',
  'where the export has a row for each hand-over, declare "recycled: each" and "handed_over"':
    'si l’export a une ligne par passage de relais, déclarez « recycled: each » et « handed_over »',
  '--by: "{0}" has no field "{1}"': '--by : « {0} » n’a pas de champ « {1} »',
  '--by: the field "{0}" is personal': '--by : le champ « {0} » est personnel',
  'add --personal to show its values, to people who may see them':
    'ajoutez --personal pour montrer ses valeurs, à qui a le droit de les voir',
  '"{0}" is not an instant': '« {0} » n’est pas un instant',
  'write 2026-03-06, 2026-03-06T16:30 or 2026-03-06T16:30:00+01:00':
    'écrivez 2026-03-06, 2026-03-06T16:30 ou 2026-03-06T16:30:00+01:00',
  'No row of the exports has the key "{0}"': 'Aucune ligne des exports n’a la clé « {0} »',
  'write it as the export does; "sla cases --format csv" lists the cases, and with --personal those whose key is personal':
    'écrivez-la comme dans l’export ; « sla cases --format csv » donne la liste des cas et, avec --personal, de ceux dont la clé est personnelle',
  '--leads: the agreement has no leads': '--leads : l’accord n’a pas de leads',
  'name the source: {0}': 'nommez la source : {0}',
  '--source: there is no source "{0}"': '--source : la source « {0} » n’existe pas',

  // Agreements and exports as files
  'There is no file or folder "{0}"': 'Aucun fichier ni dossier ne s’appelle « {0} »',
  'name a file such as agreement.sla.yaml, or the folder it is in':
    'nommez un fichier comme accord.sla.yaml, ou le dossier où il se trouve',
  '"{0}" is a link to a file outside the folder that is searched':
    '« {0} » est un lien vers un fichier en dehors du dossier parcouru',
  'put the agreement itself there, or name its own path':
    'placez-y l’accord lui-même, ou nommez son vrai chemin',
  'No agreement found under "{0}"': 'Aucun accord trouvé sous « {0} »',
  'an agreement is a file whose name ends in .sla.yaml; "sla demo" shows one, "sla init" writes one':
    'un accord est un fichier dont le nom finit par .sla.yaml ; « sla demo » en montre un, « sla init » en écrit un',
  'The path "{0}" leads into git\'s own folder, in which no agreement reads':
    'Le chemin « {0} » mène dans le dossier propre à git, où aucun accord ne lit',
  'put the file beside the agreement, and name it there':
    'placez le fichier à côté de l’accord, et nommez-le là',
  'The path "{0}" leaves the repository of the agreement': 'Le chemin « {0} » sort du dépôt de l’accord',
  'write a path inside it, relative to the agreement; --allow-outside permits others, --leads FILE names one for a run':
    'écrivez un chemin du dépôt, relatif à l’accord ; --allow-outside en permet d’autres, --leads FICHIER en nomme un le temps d’un passage',
  '"{0}" leads to a file outside the repository of the agreement':
    '« {0} » mène à un fichier en dehors du dépôt de l’accord',
  'copy the file there, or run with --allow-outside': 'copiez-y le fichier, ou ajoutez --allow-outside',
  '"{0}" leads to a file outside the repository': '« {0} » mène à un fichier en dehors du dépôt',
  'The source "{0}" names no files': 'La source « {0} » ne nomme aucun fichier',
  'No export found at "{0}"': 'Aucun export trouvé à « {0} »',
  'put the export of "{0}" there, or name another for this run with {1}':
    'placez-y l’export de « {0} », ou nommez-en un autre pour ce passage avec {1}',
  'No file is there': 'Aucun fichier ne s’y trouve',
  'check the file, and whether it was copied whole': 'vérifiez le fichier, et qu’il a été copié en entier',
  '{0}: the sheet is empty': '{0} : la feuille est vide',

  // What the exports hold
  'The exports of "{0}" hold no date at all, so there is nothing to judge':
    'Les exports de « {0} » ne contiennent aucune date : il n’y a rien à juger',
  'check that the export has rows and that the mapped date columns are filled; --as-of judges an empty export':
    'vérifiez que l’export a des lignes et que les colonnes de dates sont remplies ; --as-of juge un export vide',
  '{0}, as if version {1} had always been in force':
    '{0}, comme si la version {1} avait toujours été en vigueur',
  'Nothing was judged: "{0}" has no case in the period asked for':
    'Rien n’a été jugé : « {0} » n’a aucun cas dans la période demandée',
  'Nothing was judged: "{0}" is in force for a part of {1} only':
    'Rien n’a été jugé : « {0} » n’est en vigueur que pendant une partie de {1}',
  'Nothing was judged: "{0}" has no case in {1}': 'Rien n’a été jugé : « {0} » n’a aucun cas en {1}',
  'the month at hand may have just begun: sla check --from {0} --to {1} judges the one before':
    'le mois en cours vient peut-être de commencer : sla check --from {0} --to {1} juge celui d’avant',
  'check --as-of, --from and --to, the "effective:" of the agreement, and the export':
    'vérifiez --as-of, --from et --to, la section « effective: » de l’accord, et l’export',
  ' in column "{0}"': ' dans la colonne « {0} »',
  'correct the cells in the CRM and export again; "sla check --rejects FILE" lists every one':
    'corrigez les cellules dans le CRM et exportez à nouveau ; « sla check --rejects FICHIER » les donne toutes',
  '{0}; "sla check --rejects FILE" lists every one': '{0} ; « sla check --rejects FICHIER » les donne toutes',
  'open the workbook in a spreadsheet and save it, so that its results are stored':
    'ouvrez le classeur dans un tableur et enregistrez-le, pour que ses résultats y soient',
  'export the numbers with at most 6 decimals: none is rounded':
    'exportez les nombres avec 6 décimales au plus : aucun n’est arrondi',
  'Excel has rounded these ids, and what they were can not be told: export again from the CRM, and open or save the file in Excel only with this column as text':
    'Excel a arrondi ces identifiants, et on ne peut plus savoir lesquels c’étaient : exportez à nouveau du CRM, et n’ouvrez ni n’enregistrez le fichier dans Excel qu’avec cette colonne en texte',
  '{0} row of "{1}" rejected, {2}: {3}': '{0} ligne de « {1} » rejetée, {2} : {3}',
  '{0} rows of "{1}" rejected, {2}: {3}': '{0} lignes de « {1} » rejetées, {2} : {3}',
  'blank key': 'clé vide',
  'id rounded by Excel': 'identifiant arrondi par Excel',
  'serial number of Excel in place of a date': 'numéro de série d’Excel au lieu d’une date',
  'letters of a time zone behind the time': 'lettres d’un fuseau horaire après l’heure',
  'write format: excel under the field, or export its dates as text':
    'écrivez format: excel sous le champ, ou exportez ses dates en texte',
  "letters such as CST name several zones and are not guessed: export the times with an offset (+01:00); where each cell says UTC, write 'UTC' in quotes at the end of the format, and timezone: UTC":
    "des lettres comme CST désignent plusieurs fuseaux et ne se devinent pas : exportez les heures avec un décalage (+01:00) ; si chaque cellule dit UTC, écrivez 'UTC' entre apostrophes à la fin du format, et timezone: UTC",
  'look at these lines: one that stands in quotes as a whole, "a;b;c", is a single cell, so take its outer quotes off or export again':
    'regardez ces lignes : une ligne entière entre guillemets, "a;b;c", est une seule cellule ; ôtez ces guillemets ou exportez à nouveau',
  'not a date': 'pas une date',
  'covered by a merged cell': 'recouverte par une cellule fusionnée',
  'undo the merged cells in the spreadsheet and give each row its own content: which rows a merged one means is not guessed':
    'défaites les cellules fusionnées dans le tableur et donnez à chaque ligne son contenu : les lignes que vise une cellule fusionnée ne sont pas devinées',
  'the result of a formula is not stored': 'le résultat d’une formule n’est pas enregistré',
  'implausible date': 'date invraisemblable',
  "another currency than the target's": 'autre devise que celle de la cible',
  'export the amounts in the currency of the target: they are added up as they are, never converted':
    'exportez les montants dans la devise de la cible : ils sont additionnés tels quels, jamais convertis',
  'not a number': 'pas un nombre',
  'too many decimals': 'trop de décimales',
  'number too large': 'nombre trop grand',
  'not a boolean': 'ni oui ni non',
  'too many cells': 'trop de cellules',
  'broken quotes': 'guillemets mal fermés',
  'missing cells': 'cellules manquantes',
  'line too long': 'ligne trop longue',
  'unreadable line': 'ligne illisible',
  encoding: 'encodage',
  '{0} cell of "{1}" shows a time that the clocks of {2} skipped: read as the moment they changed':
    '{0} cellule de « {1} » indique une heure sautée par le changement d’heure (fuseau {2}) : lue comme l’instant du changement',
  '{0} row of "{1}" that "prefer" names does not count, as its lead has another such row: a source with a "key" of its own counts each':
    '{0} ligne de « {1} » que nomme « prefer » ne compte pas, car son lead en a une autre : une source avec sa propre « key » les compte toutes',
  '{0} rows of "{1}" that "prefer" names do not count, as their leads have another such row: a source with a "key" of its own counts each':
    '{0} lignes de « {1} » que nomme « prefer » ne comptent pas, car leurs leads en ont une autre : une source avec sa propre « key » les compte toutes',
  '{0} cells of "{1}" show a time that the clocks of {2} skipped: read as the moment they changed':
    '{0} cellules de « {1} » indiquent une heure sautée par le changement d’heure (fuseau {2}) : lues comme l’instant du changement',
  '{0} cell of "{1}" shows a time that the clocks of {2} showed twice: a start is read as the first, a stop as the last':
    '{0} cellule de « {1} » indique une heure que le changement d’heure a répétée (fuseau {2}) : un début est lu comme la première, une fin comme la dernière',
  '{0} cells of "{1}" show a time that the clocks of {2} showed twice: a start is read as the first, a stop as the last':
    '{0} cellules de « {1} » indiquent une heure que le changement d’heure a répétée (fuseau {2}) : un début est lu comme la première, une fin comme la dernière',
  'a lead of "{0}" that came back is judged by its first passage alone: the export keeps no other':
    'un lead de « {0} » qui est revenu est jugé sur son premier passage seul : l’export n’en garde pas d’autre',
  'a lead of "{0}" that came back is judged by its latest passage alone: the export keeps no other':
    'un lead de « {0} » qui est revenu est jugé sur son dernier passage seul : l’export n’en garde pas d’autre',
  '{0} row of "{1}" hands over a lead again, and is a case of its own':
    '{0} ligne de « {1} » transmet de nouveau un lead, et c’est un cas à part entière',
  '{0} rows of "{1}" hand over a lead again, and each is a case of its own':
    '{0} lignes de « {1} » transmettent de nouveau un lead, et chacune est un cas à part entière',
  '{0}; until then the promises that are counted in it have no verdict':
    '{0} ; d’ici là, les promesses qui y sont comptées restent sans verdict',
  'correct these cells in the file: until then the promises that are counted in it have no verdict':
    'corrigez ces cellules dans le fichier : d’ici là, les promesses qui y sont comptées n’ont pas de verdict',
  'save it as CSV in UTF-8, with commas between the cells and the names of its columns in the first line':
    'enregistrez-le en CSV UTF-8, avec des virgules entre les cellules et les noms de ses colonnes sur la première ligne',
  'write dates as 2026-03-10 in the file; "sla check --rejects FILE" lists every such row':
    'écrivez les dates sous la forme 2026-03-10 dans le fichier ; « sla check --rejects FICHIER » donne chacune de ces lignes',
  'There is no file of records at "{0}"': 'Il n’y a pas de fichier d’enregistrements à « {0} »',
  'write it there, with a column or key "{0}" for the dates, or correct the path: it starts at the folder of the agreement':
    'écrivez-le là, avec une colonne ou une clé « {0} » pour les dates, ou corrigez le chemin : il part du dossier de l’accord',
  '{0} row of "{1}" names several leads, and counts for each of them':
    '{0} ligne de « {1} » désigne plusieurs leads et compte pour chacun d’eux',
  '{0} rows of "{1}" name several leads, and count for each of them':
    '{0} lignes de « {1} » désignent plusieurs leads et comptent pour chacun d’eux',
  '{0} id was merged into {1}: what other exports hold under it counts there':
    '{0} identifiant a été fusionné dans {1} : ce que d’autres exports en disent compte là',
  '{0} ids were merged into {1}: what other exports hold under them counts there':
    '{0} identifiants ont été fusionnés dans {1} : ce que d’autres exports en disent compte là',
  '{0} id is merged into more than one lead': '{0} identifiant est fusionné dans plus d’un lead',
  '{0} ids are merged into more than one lead': '{0} identifiants sont fusionnés dans plus d’un lead',
  '{0} id is merged in a circle, into no lead that stays':
    '{0} identifiant est fusionné en boucle, dans aucun lead qui reste',
  '{0} ids are merged in a circle, into no lead that stays':
    '{0} identifiants sont fusionnés en boucle, dans aucun lead qui reste',
  '{0} id is merged into a lead that the export does not have':
    '{0} identifiant est fusionné dans un lead que l’export n’a pas',
  '{0} ids are merged into a lead that the export does not have':
    '{0} identifiants sont fusionnés dans un lead que l’export n’a pas',
  'export the leads that stay, too; until then what stands under such an id is not moved':
    'exportez aussi les leads qui restent ; d’ici là, ce qui figure sous un tel identifiant ne change pas de lead',
  'correct the column "{0}" in the CRM; until then what stands under such an id is not moved':
    'corrigez la colonne « {0} » dans le CRM ; d’ici là, ce qui figure sous un tel identifiant ne change pas de lead',
  'none of the {0} rows of "{1}" belongs to a lead: are their keys written in another way?':
    'aucune des {0} lignes de « {1} » n’appartient à un lead : leurs clés sont-elles écrites autrement ?',
  '{0} of the {1} rows of "{2}" belongs to no lead that could be read':
    '{0} des {1} lignes de « {2} » n’appartient à aucun lead lisible',
  '{0} of the {1} rows of "{2}" belong to no lead that could be read':
    '{0} des {1} lignes de « {2} » n’appartiennent à aucun lead lisible',

  // Versions, review, waivers
  'An older version judges by {0}, which the sources of version "{1}" do not map':
    'Une version antérieure juge d’après {0}, que les sources de la version « {1} » n’associent à aucune colonne',
  'An older version judges the rows of "{0}", which version "{1}" does not read':
    'Une version antérieure juge les lignes de « {0} », que la version « {1} » ne lit pas',
  'name the source there as well: the exports are read as the newest version says':
    'nommez-y la source aussi : les exports sont lus comme le dit la version la plus récente',
  'map the column there as well: the exports are read as the newest version says':
    'associez-y la colonne aussi : les exports sont lus comme le dit la version la plus récente',
  'give both files their own "effective:" range, such as { from: 2026-07-01 }':
    'donnez à chaque fichier sa propre période « effective: », par exemple { from: 2026-07-01 }',
  'end the earlier version the day before: effective: { to: {0} } in {1}':
    'terminez la version antérieure la veille : effective: { to: {0} } dans {1}',
  'Two files hold the agreement "{0}" for the same days: {1} and {2}':
    'Deux fichiers contiennent l’accord « {0} » pour les mêmes jours : {1} et {2}',
  'No version of "{0}" is in force from {1} to {2}':
    'Aucune version de « {0} » n’est en vigueur du {1} au {2}',
  'leads that start in these days are judged by nobody and reported as excluded':
    'les leads qui débutent ces jours-là ne sont jugés par aucune version et comptés comme exclus',
  'The version "{0}" is that of the version before it, {1}':
    'La version « {0} » porte le même numéro que celle qui la précède, {1}',
  'The version "{0}" is lower than "{1}" of the version before it, {2}':
    'La version « {0} » est inférieure à « {1} », celle qui la précède, {2}',
  'write a version above "{0}"': 'écrivez une version supérieure à « {0} »',
  'The review of "{0}" was due on {1}': 'La revue de « {0} » était prévue le {1}',
  'The months from {0} to before {1} are not shown: --from {2} shows them':
    'Les mois de {0} jusqu’avant {1} ne sont pas montrés : --from {2} les montre',
  'The waiver "{0}" matches no case': 'La dérogation « {0} » ne correspond à aucun cas',
  'check its leads, its days, its condition and its commitment, or remove it':
    'vérifiez ses leads, ses jours, sa condition et son engagement, ou supprimez-la',
  'The waiver "{0}" names {1} lead that no row of the exports has':
    'La dérogation « {0} » nomme {1} lead absent des exports',
  'The waiver "{0}" names {1} leads that no row of the exports has':
    'La dérogation « {0} » nomme {1} leads absents des exports',
  'The waiver "{0}" names {1}, which no row of the exports has':
    'La dérogation « {0} » nomme {1}, qu’aucune ligne des exports ne contient',
  'write the keys of leads as the export has them, or remove those that are gone':
    'écrivez les clés des leads comme dans l’export, ou supprimez celles qui ont disparu',
};
