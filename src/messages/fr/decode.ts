import type { Catalogue } from '../catalogue.ts';

/** What is said of the meaning of an agreement's sections. */
export const decode: Catalogue = {
  // Ids, names and ends
  'write a short name such as first-contact: lower-case letters, digits, - and _':
    'écrivez un nom court, comme first-contact : lettres minuscules, chiffres, - et _',
  'write "{0}": lower-case letters, digits, - and _':
    'écrivez « {0} » : lettres minuscules, chiffres, - et _',
  'The agreement ends on {0}, before it begins on {1}': 'L’accord finit le {0}, avant de commencer le {1}',
  'write a date from {0} on': 'écrivez une date à partir du {0}',
  '"{0}" is business time, and a review has no calendar':
    '« {0} » se compte en temps ouvré, et une revue n’a pas de calendrier',
  'write calendar days: "90 calendar days"': 'écrivez des jours calendaires : « 90 calendar days »',
  'the rules are {0}': 'les règles sont {0}',
  'write an IANA name such as Europe/Paris': 'écrivez un nom IANA, comme Europe/Paris',
  '"{0}" is not a time zone': '« {0} » n’est pas un fuseau horaire',
  '"{0}" is not a percentage from 0% to 100%': '« {0} » n’est pas un pourcentage de 0 % à 100 %',
  'write for example 5%': 'écrivez par exemple 5%',
  '{0} and {1} more': '{0} et {1} de plus',
  'there are no teams in this agreement': 'cet accord n’a pas d’équipes',
  'the teams are {0}': 'les équipes sont {0}',
  'There is no team "{0}"': 'Il n’y a pas d’équipe « {0} »',
  'there are no stages in this agreement': 'cet accord n’a pas d’étapes',
  'the stages are {0}': 'les étapes sont {0}',
  'There is no stage "{0}"': 'Il n’y a pas d’étape « {0} »',
  'there are no calendars in this agreement': 'cet accord n’a pas de calendriers',
  'the calendars are {0}': 'les calendriers sont {0}',
  'There is no calendar "{0}"': 'Il n’y a pas de calendrier « {0} »',
  'there are no sources in this agreement': 'cet accord n’a pas de sources',
  'the sources are {0}': 'les sources sont {0}',
  'There is no source "{0}"': 'Il n’y a pas de source « {0} »',
  'there are no commitments in this agreement': 'cet accord n’a pas d’engagements',
  'the commitments are {0}': 'les engagements sont {0}',
  'There is no commitment "{0}"': 'Il n’y a pas d’engagement « {0} »',
  'there are no presets in this agreement': 'cet accord n’a pas de préréglages',
  'the presets are {0}': 'les préréglages sont {0}',
  'There is no preset "{0}"': 'Il n’y a pas de préréglage « {0} »',

  // Calendars
  'end what is closed on a date: 2026-08-10..2026-08-14':
    'donnez une date de fin à ce qui est fermé : 2026-08-10..2026-08-14',
  'give at least one day its hours: mon-fri: [09:00-17:00]':
    'donnez des horaires à un jour au moins : mon-fri: [09:00-17:00]',
  '"{0}" lies in two seasons': '« {0} » se trouve dans deux saisons',
  'end one of the two earlier; only dates of one year may lie in those of every year, and come first':
    'terminez l’une des deux plus tôt ; seules des dates d’une année peuvent se trouver dans celles de chaque année, et passent avant',
  'The calendar "{0}" never opens': 'Le calendrier « {0} » n’ouvre jamais',
  'write "{0}" in capitals': 'écrivez « {0} », en majuscules',
  'write a country such as FR, a region such as FR-57, or the path of an .ics file':
    'écrivez un pays, comme FR, une région, comme FR-57, ou le chemin d’un fichier .ics',
  '"{0}" is not a list of public holidays': '« {0} » n’est pas une liste de jours fériés',
  'write [{0}], or none': 'écrivez [{0}], ou none',
  '"{0}" names no public holidays': '« {0} » ne désigne pas de jours fériés',

  // Fields
  '"{0}" is a word of conditions and cannot name a field':
    '« {0} » est un mot des conditions et ne peut pas nommer un champ',
  'write another name, such as "{0}_"': 'écrivez un autre nom, comme « {0}_ »',
  '"{0}" is not a field name': '« {0} » n’est pas un nom de champ',
  'write letters, digits and _, such as "{0}", with the header under "column"':
    'écrivez des lettres sans accent, des chiffres et _, comme « {0} », et l’en-tête sous « column »',
  'A {0} field has no format': 'Un champ de type {0} n’a pas de format',
  'remove it, or write type: date or type: datetime':
    'supprimez la clé, ou écrivez type: date ou type: datetime',
  "The field's type is {0}, which has no decimal sign":
    'Le champ est de type {0}, qui n’a pas de signe décimal',
  'remove it, or write type: decimal': 'supprimez la clé, ou écrivez type: decimal',
  'The {0} field "{1}" has no format, and dates are never guessed':
    'Le champ « {1} », de type {0}, n’a pas de format, et une date ne se devine jamais',
  'add format: dd/MM/yyyy, or format: iso': 'ajoutez format: dd/MM/yyyy, ou format: iso',
  'add format: "dd/MM/yyyy HH:mm", or format: iso': 'ajoutez format: "dd/MM/yyyy HH:mm", ou format: iso',
  'The times of {0} can be without an offset, and "{1}" does not say in which time zone they are':
    'Les heures de {0} peuvent être sans décalage horaire, et « {1} » ne dit pas dans quel fuseau elles sont',
  'add timezone: Europe/Paris (the zone of the export) under "{0}"':
    'ajoutez timezone: Europe/Paris (le fuseau de l’export) sous « {0} »',
  'The key names "{0}" twice': 'La clé nomme « {0} » deux fois',
  'name each field once': 'nommez chaque champ une seule fois',
  'There is no field "{0}"': 'Il n’y a pas de champ « {0} »',
  'declare it under "fields" of its source': 'déclarez-le sous « fields » de sa source',
  'the fields of the leads are {0}': 'les champs des leads sont {0}',
  'the fields of the source "{0}" are {1}': 'les champs de la source « {0} » sont {1}',
  'The field "{0}" is in "{1}" and in another source':
    'Le champ « {0} » est dans « {1} » et dans une autre source',
  'give one of the two another name; the column keeps its header':
    'donnez un autre nom à l’un des deux ; la colonne garde son en-tête',

  // How rows find their lead
  'The source "{0}" says both "{1}" and "{2}"': 'La source « {0} » indique à la fois « {1} » et « {2} »',
  'The source "{0}" does not say how its rows find their lead':
    'La source « {0} » ne dit pas comment ses lignes trouvent leur lead',
  'write "lead: lead_id" for many rows a lead (activities), "joins: { lead_id: id }" for at most one, "key: id" where its rows are no leads, or "belongs_to: { tickets: ticket_id }" for many rows of one of these':
    'écrivez « lead: lead_id » pour plusieurs lignes par lead (des activités), « joins: { lead_id: id } » pour une ligne au plus, « key: id » si ses lignes ne sont pas des leads, ou « belongs_to: { tickets: ticket_id } » pour plusieurs lignes de l’une de celles-ci',
  'The source "{0}" joins by several fields': 'La source « {0} » est jointe par plusieurs champs',
  'write one: joins: { lead_id: id }': 'n’en écrivez qu’un : joins: { lead_id: id }',

  // Names of fields
  'declare it: fields: { {0}: <header of its column> }':
    'déclarez-le : fields: { {0}: <en-tête de sa colonne> }',
  'the fields are {0}': 'les champs sont {0}',

  // Rows with one key
  '"modified" is used with "duplicates: latest" only': '« modified » ne sert qu’avec « duplicates: latest »',
  'add duplicates: latest, or remove it': 'ajoutez duplicates: latest, ou supprimez la clé',
  '"duplicates: latest" keeps one row of a lead, and "recycled: each" judges a row for each hand-over':
    '« duplicates: latest » garde une ligne par lead, et « recycled: each » juge une ligne par passage de relais',
  'remove duplicates and modified; or write recycled: latest, where the rows of a lead are states of one hand-over':
    'supprimez duplicates et modified ; ou écrivez recycled: latest, si les lignes d’un lead sont les états d’un même passage de relais',
  '"duplicates: latest" does not say which date makes a row the latest':
    '« duplicates: latest » ne dit pas quelle date désigne la ligne la plus récente',
  'add modified: <the date field of the last change>':
    'ajoutez modified: <le champ de date de la dernière modification>',
  '"merged_ids" and "merged_into" tell the same merges from both ends':
    '« merged_ids » et « merged_into » disent les mêmes fusions par les deux bouts',
  'keep merged_ids where the lead that stays lists the others, merged_into where the others name it':
    'gardez merged_ids si le lead qui reste énumère les autres, merged_into si les autres le nomment',
  '"handed_over" is used with "recycled: each" only': '« handed_over » ne sert qu’avec « recycled: each »',
  'add recycled: each where the export has a row for each hand-over, or remove it':
    'ajoutez recycled: each si l’export a une ligne par passage de relais, ou supprimez la clé',
  '"recycled: each" does not say which date tells one hand-over of a lead from the next':
    '« recycled: each » ne dit pas quelle date distingue un passage de relais d’un lead du suivant',
  'add handed_over: <the date field of the hand-over>':
    'ajoutez handed_over: <le champ de date du passage de relais>',

  // CSV
  '"{0}" is not one character': '« {0} » n’est pas un caractère unique',
  'write ";" or "," or tab': 'écrivez « ; », « , » ou tab',
  "write '\"'": "écrivez '\"'",
  'The delimiter and the quote are the same character':
    'Le séparateur et le guillemet sont le même caractère',
  'write ";" or "," or tab as the delimiter': 'écrivez « ; », « , » ou tab comme séparateur',

  // Stages and the profile
  'The field "{0}" is {1}, and a stage is a moment':
    'Le champ « {0} » est de type {1}, et une étape est un moment',
  'give "{0}" type: datetime and a format, or name a date field':
    'donnez à « {0} » type: datetime et un format, ou nommez un champ de date',
  'No lead can reach {0} points: all points together are {1}':
    'Aucun lead ne peut atteindre {0} points : tous les points réunis en font {1}',
  'write {0} or less, or add points': 'écrivez {0} ou moins, ou ajoutez des points',
  'The agreement defines no profile': 'L’accord ne définit pas de profil',
  'add a section "profile:" with "must:" and "must_not:", or write the condition out':
    'ajoutez une section « profile: » avec « must: » et « must_not: », ou écrivez la condition en toutes lettres',

  // Conditions
  '"{0}" is not a condition': '« {0} » n’est pas une condition',
  'write "profile", or fields and their values: { country: FR }':
    'écrivez « profile », ou des champs et leurs valeurs : { country: FR }',
  'The field "{0}" is {1}, and a pattern is for text':
    'Le champ « {0} » est de type {1}, et un motif ne s’applique qu’à du texte',
  'No number is in the range "{0}"': 'Aucun nombre n’est dans la fourchette « {0} »',
  'write the smaller number first: {0}': 'écrivez le plus petit nombre d’abord : {0}',
  '"{0}" is not a comparison of the language': '« {0} » n’est pas une comparaison du langage',
  'write { not: {0} }': 'écrivez { not: {0} }',
  'write the value alone: {0}': 'écrivez la valeur seule : {0}',
  '"{0}" does not compare with a number': '« {0} » ne compare pas à un nombre',
  'write a plain number: "{0} 500"': 'écrivez un simple nombre : « {0} 500 »',
  'put it in quotes to compare texts, or give "{0}" type: integer':
    'mettez des guillemets pour comparer des textes, ou donnez à « {0} » type: integer',
  'put it in quotes to compare texts, or give "{0}" type: boolean':
    'mettez des guillemets pour comparer des textes, ou donnez à « {0} » type: boolean',
  'write the number without quotes': 'écrivez le nombre sans guillemets',
  'write a number, a range such as 50..1000, or a comparison such as ">= 500"':
    'écrivez un nombre, une fourchette comme 50..1000, ou une comparaison comme ">= 500"',
  'write true or false': 'écrivez true ou false',
  'write present or absent': 'écrivez present ou absent',
  'The field "{0}" is a {1}, and conditions do not compare dates':
    'Le champ « {0} » est de type {1}, et les conditions ne comparent pas de dates',
  'give "{0}" type: integer or type: decimal, or write { equals: "{1}" } to compare texts':
    'donnez à « {0} » type: integer ou type: decimal, ou écrivez { equals: "{1}" } pour comparer des textes',
  'The field "{0}" is {1}, and "{2}" compares numbers':
    'Le champ « {0} » est de type {1}, et « {2} » compare des nombres',
  'The field "{0}" is {1}, and "{2}" is a text': 'Le champ « {0} » est de type {1}, et « {2} » est un texte',
  'The field "{0}" is {1}, and {2} is a number': 'Le champ « {0} » est de type {1}, et {2} est un nombre',
  'The field "{0}" is {1}, and {2} is true or false':
    'Le champ « {0} » est de type {1}, et {2} est une valeur true ou false',
  '"{0}" is not a regular expression ({1})': '« {0} » n’est pas une expression régulière ({1})',
  '"{0}" is not a regular expression ({1}: {2})': '« {0} » n’est pas une expression régulière ({1} : {2})',
  'not RE2': 'hors de RE2',
  'invalid character class range': 'intervalle de caractères incorrect',
  'invalid escape sequence': 'échappement inconnu',
  'invalid named capture': 'groupe nommé incorrect',
  'invalid or unsupported Perl syntax': 'syntaxe de Perl incorrecte ou absente de RE2',
  'invalid nested repetition operator': 'répétition d’une répétition',
  'invalid repeat count': 'nombre de répétitions incorrect',
  'missing closing ]': 'crochet fermant manquant',
  'missing closing )': 'parenthèse fermante manquante',
  'missing argument to repetition operator': 'répétition de rien',
  'trailing backslash at end of expression': 'barre oblique inverse à la fin',
  'duplicate capture group name': 'nom de groupe en double',
  'unexpected )': 'parenthèse fermante de trop',
  'expression nests too deeply': 'expression trop imbriquée',
  'expression too large': 'expression trop longue',
  'RE2 has no look-ahead, look-behind or back-reference: write two tests, one under "not"':
    'RE2 n’a ni assertion avant, ni assertion arrière, ni référence arrière : écrivez deux tests, dont un sous « not »',
  'close the brackets, and put a backslash before . ( ) [ ] that are meant literally':
    'fermez les parenthèses et les crochets, et mettez une barre oblique inverse devant . ( ) [ ] pris à la lettre',

  // Measures
  'add one of {0}: for example response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }':
    'ajoutez l’une de ces mesures : {0} ; par exemple response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }',
  'Nothing is measured here': 'Rien n’est mesuré ici',
  'Two things are measured here: {0} and {1}': 'Deux choses sont mesurées ici : {0} et {1}',
  'keep one of the two, and make the other a promise of its own':
    'gardez l’une des deux, et faites de l’autre une promesse à part',
  'The field "{0}" is {1}, and a number is needed here':
    'Le champ « {0} » est de type {1}, et il faut ici un nombre',
  'give "{0}" type: decimal or type: integer': 'donnez à « {0} » type: decimal ou type: integer',
  'The field "{0}" is {1}, and a text or a number is needed here':
    'Le champ « {0} » est de type {1}, et il faut ici un texte ou un nombre',
  'name a field of text, such as the one of the owner':
    'nommez un champ de texte, comme celui du responsable',
  'The field "{0}" is {1}, and a date is needed here':
    'Le champ « {0} » est de type {1}, et il faut ici une date',
  'give "{0}" type: datetime and a format': 'donnez à « {0} » type: datetime et un format',
  'It is not said which activities count': 'Il n’est pas dit quelles activités comptent',
  'add a source with "lead: <the column of the lead>" under sources, or a counter':
    'ajoutez sous sources une source avec « lead: <la colonne du lead> », ou un compteur',
  'add source: with one of {0}': 'ajoutez source: avec l’une de ces sources : {0}',
  'add a calendar under "calendars" and name it here: calendar: office':
    'ajoutez un calendrier sous « calendars » et nommez-le ici : calendar: office',
  'add calendar: {0}': 'ajoutez calendar: {0}',
  'add calendar: with one of {0}': 'ajoutez calendar: avec l’un de ces calendriers : {0}',
  '"{0}" is business time, and no calendar is named':
    '« {0} » se compte en temps ouvré, et aucun calendrier n’est nommé',

  // Promises
  'The team "{0}" owes this to itself': 'L’équipe « {0} » se doit cela à elle-même',
  'name the other team': 'nommez l’autre équipe',
  'name the other team: owed_to: {0}': 'nommez l’autre équipe : owed_to: {0}',
  'The id "{0}" is used twice': 'L’identifiant « {0} » sert deux fois',
  'write another id here; the first is at {0}':
    'écrivez ici un autre identifiant ; le premier se trouve sous {0}',
  'The terms of an {0} do not differ by segment':
    'Les termes d’une mesure {0} ne varient pas selon le segment',
  'The terms of a {0} do not differ by segment':
    'Les termes d’une mesure {0} ne varient pas selon le segment',
  'make each segment a promise of its own, with "where"':
    'faites de chaque segment une promesse à part, avec « where »',
  'remove it; the terms are {0}': 'supprimez la clé ; les termes sont {0}',
  '"{0}" is not a term of an {1}': '« {0} » n’est pas un terme d’une mesure {1}',
  '"{0}" is not a term of a {1}': '« {0} » n’est pas un terme d’une mesure {1}',

  // Targets
  'write a number per period: ">= 120 per month", ">= 250000 EUR per quarter"':
    'écrivez un nombre par période : ">= 120 per month", ">= 250000 EUR per quarter"',
  'write a share: ">= 95%"': 'écrivez un taux : ">= 95%"',
  '"{0}" compares with {1}, and a target is at least or at most':
    '« {0} » compare avec {1}, et une cible est un minimum ou un maximum',
  '"{0}" is a share, and an {1} has a number as its target':
    '« {0} » est un taux, et une mesure {1} a un nombre pour cible',
  '"{0}" is a share, and a {1} has a number as its target':
    '« {0} » est un taux, et une mesure {1} a un nombre pour cible',
  '"{0}" is more than 100%': '« {0} » dépasse 100 %',
  '"{0}" holds a number with thousands separators':
    '« {0} » contient un nombre avec des séparateurs de milliers',
  'write {0} without separators; decimals follow a point, at most two':
    'écrivez {0}, sans séparateurs ; les décimales suivent un point, deux au plus',
  'write it between straight quotes: "{0}"': 'écrivez la valeur entre guillemets droits : "{0}"',
  '"{0}" is not a target': '« {0} » n’est pas une cible',
  '"{0}" is a number, and an {1} has a share as its target':
    '« {0} » est un nombre, et une mesure {1} a un taux pour cible',
  '"{0}" is a number, and a {1} has a share as its target':
    '« {0} » est un nombre, et une mesure {1} a un taux pour cible',
  '"{0}" is less than zero': '« {0} » est inférieur à zéro',
  '"{0}" does not say in which period': '« {0} » ne dit pas pour quelle période',
  'write "{0} per month" (or per day, week, quarter, year)':
    'écrivez « {0} per month » (ou per day, per week, per quarter, per year)',
  'The target of an {0} is one share for all periods':
    'La cible d’une mesure {0} est un seul taux pour toutes les périodes',
  'The target of a {0} is one share for all periods':
    'La cible d’une mesure {0} est un seul taux pour toutes les périodes',
  'The stage "{0}" stands twice in the funnel': 'L’étape « {0} » figure deux fois dans le funnel',
  'name it once, where a lead reaches it first': 'nommez-la une fois, là où un lead l’atteint d’abord',
  'write it alone: target: "{0}"': 'écrivez-le seul : target: "{0}"',
  'write {0}: "{1} 40"': 'écrivez {0}: "{1} 40"',
  '"{0}" is no period of "{1}"': '« {0} » n’est pas une période de « {1} »',
  '"{0}" is not what "{1}" may be in one period':
    '« {0} » n’est pas ce que peut être « {1} » dans une période',
  'write "{0}": the same sign, unit and length': 'écrivez "{0}" : même signe, même unité, même durée',
  '"{0}" is not a period': '« {0} » n’est pas une période',

  // Waivers
  'The waiver names leads, and dates or a condition':
    'La dérogation nomme des leads, et des dates ou une condition',
  'The waiver does not say which leads it excuses': 'La dérogation ne dit pas quels leads elle concerne',
  'write "leads: [L-1042]", or "between: 2026-08-10..2026-08-14", or "where: { do_not_contact: true }"':
    'écrivez « leads: [L-1042] », ou « between: 2026-08-10..2026-08-14 », ou « where: { do_not_contact: true } »',

  "The field's type is {0}, and agreed words are texts":
    'Le type du champ est {0}, et les mots convenus sont des textes',
  'remove it, or write type: text': 'supprimez-le, ou écrivez type: text',
  'Evidence is looked up for records alone, and "{0}" is a field of an export':
    'Seuls les enregistrements ont des preuves, et « {0} » est un champ d’un export',
  'write present, or keep the records in a file of their own: occurrence: { records: FILE, ... }':
    'écrivez present, ou tenez les enregistrements dans un fichier à eux : occurrence: { records: FICHIER, ... }',
};
