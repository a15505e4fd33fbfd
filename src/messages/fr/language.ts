import type { Catalogue } from '../catalogue.ts';

/** What is said of a file before its meaning: its bytes, its YAML, its keys and types, its comments. */
export const language: Catalogue = {
  // The text of the file
  'save the file as plain text in UTF-8': 'enregistrez le fichier en texte brut, en UTF-8',
  'The file is written in UTF-16': 'Le fichier est écrit en UTF-16',
  'The file is not plain text: it holds the control character U+{0}':
    'Le fichier n’est pas du texte brut : il contient le caractère de contrôle U+{0}',
  'remove the character, or give the path of a YAML file':
    'supprimez ce caractère, ou donnez le chemin d’un fichier YAML',
  'The file is not UTF-8: a byte here is no character':
    'Le fichier n’est pas en UTF-8 : un octet, ici, ne forme aucun caractère',
  'The file asks for another version of YAML, in which "no" and "on" are not texts':
    'Le fichier demande une autre version de YAML, où « no » et « on » ne sont pas des textes',
  'remove the line %YAML': 'supprimez la ligne %YAML',
  '"{0}" is too large: {1} MB, at most {2}': '« {0} » est trop volumineux : {1} Mo, au plus {2}',
  'The file is too large for an agreement: {0} bytes, at most {1}':
    'Le fichier est trop gros pour un accord : {0} octets, au plus {1}',
  'give the path of an agreement, not of an export': 'donnez le chemin d’un accord, pas celui d’un export',
  'The file is nested more than {0} levels deep': 'Le fichier a plus de {0} niveaux d’imbrication',
  'an agreement needs no more than ten levels: check the indentation and the brackets':
    'un accord n’a pas besoin de plus de dix niveaux : vérifiez l’indentation et les crochets',
  'The file holds more than {0} values': 'Le fichier contient plus de {0} valeurs',
  'split the agreement into several files': 'répartissez l’accord en plusieurs fichiers',

  // YAML syntax
  'put the text in quotes: "..."': 'mettez le texte entre guillemets : "..."',
  'A tab is used for indentation': 'Une tabulation sert d’indentation',
  'indent with spaces': 'indentez avec des espaces',
  'The indentation does not fit the lines above': 'L’indentation ne suit pas celle des lignes précédentes',
  'align the key with the keys of the same level': 'alignez la clé sur celles du même niveau',
  'A quote is opened here and not closed': 'Un guillemet est ouvert ici et n’est pas fermé',
  'close it with {0}': 'fermez-le par {0}',
  '"{0}" is opened here and not closed': '« {0} » est ouvert ici et n’est pas fermé',
  'write "{0}" in place of "{1}"': 'écrivez « {0} » à la place de « {1} »',
  'write "{0}" where it ends': 'écrivez « {0} » là où cela se termine',
  'write "{0}" where it ends, before line {1}; or indent line {2} if it belongs to it':
    'écrivez « {0} » là où cela se termine, avant la ligne {1} ; ou indentez la ligne {2} si elle en fait partie',
  'A comma, a colon, a dash or a space is missing here':
    'Il manque ici une virgule, un deux-points, un tiret ou une espace',
  'write [a, b], "key: value", and a space before #': 'écrivez [a, b], « key: value », et une espace avant #',
  'A list with dashes or an indented block is inside brackets':
    'Une liste à tirets ou un bloc indenté se trouve entre crochets',
  'use [a, b] and { key: value } inside brackets': 'écrivez [a, b] et { key: value } entre crochets',
  'A value on this line holds a second ": "': 'Une valeur de cette ligne contient un second ": "',
  'put the text in quotes: "...", or put the second key on its own line':
    'mettez le texte entre guillemets : "...", ou la seconde clé sur sa propre ligne',
  'A key runs over several lines': 'Une clé s’étend sur plusieurs lignes',
  'write "key: value" on one line; a colon may be missing':
    'écrivez « key: value » sur une seule ligne ; il manque peut-être un deux-points',
  'A key is longer than 1,024 characters': 'Une clé a plus de 1 024 caractères',
  'a colon or a closing quote may be missing': 'il manque peut-être un deux-points ou un guillemet fermant',
  'A value begins with a character that YAML keeps for itself':
    'Une valeur commence par un caractère que YAML se réserve',
  'An escape with a backslash is not known in double quotes':
    'Un échappement par barre oblique inverse est inconnu entre guillemets doubles',
  "use single quotes: '\\.'": "utilisez des guillemets simples : '\\.'",
  'A value that begins with * or & is an alias or an anchor':
    'Une valeur qui commence par * ou & est un alias ou une ancre',
  'An alias has an anchor or a tag': 'Un alias porte une ancre ou une étiquette',
  'A value has two anchors': 'Une valeur a deux ancres',
  'A value has two tags': 'Une valeur a deux étiquettes',
  'remove the tags': 'supprimez les étiquettes',
  'A tag is not known here': 'Une étiquette est inconnue ici',
  'The file holds several YAML documents': 'Le fichier contient plusieurs documents YAML',
  'write one document a file: move what follows "---" to a file of its own':
    'écrivez un document par fichier : déplacez ce qui suit « --- » dans un autre fichier',
  'This is not expected here': 'Ceci n’a pas sa place ici',
  'check the colon, the comma, the bracket or the quote before it; put the text in quotes: "..." if it is all one text':
    'vérifiez le deux-points, la virgule, le crochet ou le guillemet qui précède ; si c’est un seul texte, mettez-le entre guillemets : "..."',
  'The file is nested too deeply': 'Le fichier est trop profondément imbriqué',
  'check the indentation and the brackets': 'vérifiez l’indentation et les crochets',
  'This is not YAML': 'Ceci n’est pas du YAML',
  'check the colons, quotes and brackets of this line; put the text in quotes: "..."':
    'vérifiez les deux-points, les guillemets et les crochets de cette ligne ; mettez le texte entre guillemets : "..."',

  // Tags, aliases and keys
  'The tag "{0}" is not known here': 'L’étiquette « {0} » est inconnue ici',
  'remove the tag and write the plain value': 'supprimez l’étiquette et écrivez la valeur seule',
  'The file uses more than {0} aliases': 'Le fichier utilise plus de {0} alias',
  'write the values out instead of using * and &': 'écrivez les valeurs en toutes lettres, sans * ni &',
  'The alias has no anchor before it': 'L’alias ne renvoie à aucune ancre placée avant lui',
  'write the value out, or add the anchor with & above':
    'écrivez la valeur en toutes lettres, ou ajoutez plus haut l’ancre avec &',
  'The alias is inside its own anchor': 'L’alias se trouve à l’intérieur de sa propre ancre',
  'write the value out': 'écrivez la valeur en toutes lettres',
  'The number is not finite': 'Le nombre n’est pas fini',
  'write a plain number such as 120': 'écrivez un simple nombre, comme 120',
  'A key is a word, not a list, a map or nothing':
    'Une clé est un mot, pas une liste, ni un ensemble de clés, ni rien',
  'write a word before the colon': 'écrivez un mot avant le deux-points',
  'Merge keys (<<) are not part of the language': 'Les clés de fusion (<<) ne font pas partie du langage',
  'write the keys out': 'écrivez les clés en toutes lettres',
  'The key "{0}" is written twice': 'La clé « {0} » est écrite deux fois',
  'keep one of the two; the other is on line {0}': 'gardez l’une des deux ; l’autre est à la ligne {0}',

  // Keys and types
  'The file is empty': 'Le fichier est vide',
  'The file is not an agreement: it holds no keys':
    'Le fichier n’est pas un accord : il ne contient aucune clé',
  'begin with "sla: 1" and "id: acme-demand", or give the path of an agreement':
    'commencez par « sla: 1 » et « id: acme-demand », ou donnez le chemin d’un accord',
  'The key "{0}" is not known here': 'La clé « {0} » est inconnue ici',
  'the keys here are {0}': 'les clés possibles ici sont {0}',
  'did you mean "{0}"?': 'vouliez-vous dire « {0} » ?',
  'did you mean "{0}"? {1}': 'vouliez-vous dire « {0} » ? {1}',
  '; did you mean "{0}"?': ' ; vouliez-vous dire « {0} » ?',
  '"{0}" is written at the beginning of a line, outside of every section':
    '« {0} » s’écrit au début d’une ligne, hors de toute section',
  '"{0}" is written under {1}': '« {0} » s’écrit sous {1}',
  'write "{0}" under "{1}"': 'écrivez « {0} » sous « {1} »',
  'Nothing is promised: there are neither commitments nor objectives':
    'Rien n’est promis : il n’y a ni engagement ni objectif',
  'add commitments:, what one team owes the other, or objectives:, what both share':
    'ajoutez commitments: (ce qu’une équipe doit à l’autre) ou objectives: (ce que les deux partagent)',
  'The key "{0}" is missing': 'Il manque la clé « {0} »',
  'add "{0}:"': 'ajoutez « {0}: »',
  'add a line: {0}: {1}': 'ajoutez une ligne : {0}: {1}',
  'There is no value here': 'Il n’y a pas de valeur ici',
  'This is {0}, and {1} is expected': 'Valeur écrite : {0} ; valeur attendue : {1}',
  'This is {0} ("{1}"), and {2} is expected': 'Valeur écrite : {0} (« {1} ») ; valeur attendue : {2}',
  'a text': 'un texte',
  'a number': 'un nombre',
  'a whole number': 'un nombre entier',
  'true or false': 'true ou false',
  'a list': 'une liste',
  'a map of keys': 'un ensemble de clés',
  nothing: 'rien',
  'write for example {0}': 'écrivez par exemple {0}',
  'put it in quotes: "{0}"': 'mettez des guillemets : "{0}"',
  'put it in brackets: [{0}]': 'mettez des crochets : [{0}]',
  'write {0} without quotes': 'écrivez {0} sans guillemets',
  'write {0}': 'écrivez {0}',
  'write {0}, for example {1}': 'écrivez {0}, par exemple {1}',
  'write one of {0}': 'écrivez l’une de ces valeurs : {0}',
  '{0} is not a value of "{1}"': '{0} n’est pas une valeur de « {1} »',
  '{0} is too small': '{0} est trop petit',
  'write {0} or more': 'écrivez {0} ou plus',
  '{0} is too large': '{0} est trop grand',
  'write {0} or less': 'écrivez {0} ou moins',
  'The text is empty': 'Le texte est vide',
  'write a text, or remove the key': 'écrivez un texte, ou supprimez la clé',
  'The list is empty': 'La liste est vide',
  'The map is empty': 'L’ensemble de clés est vide',
  'fill it, or remove the key': 'complétez la valeur, ou supprimez la clé',

  // Comments that ignore a rule
  'write # sla-ignore unused-stage: why the rule does not hold here':
    'écrivez # sla-ignore unused-stage: pourquoi la règle ne vaut pas ici',
  'The comment does not say which rule it ignores': 'Le commentaire ne dit pas quelle règle il fait ignorer',
  'sla rules lists them': 'sla rules en donne la liste',
  'There is no lint rule "{0}"': 'Il n’y a pas de règle de contrôle « {0} »',
  'The rule "{0}" can\'t be ignored: what breaks it has no meaning to judge by':
    'La règle « {0} » ne peut pas être ignorée : ce qui l’enfreint n’a pas de sens sur lequel juger',
  'mend what it finds, and remove the comment': 'corrigez ce qu’elle signale, et supprimez le commentaire',
  'The comment does not say why "{0}" is ignored, so it ignores nothing':
    'Le commentaire ne dit pas pourquoi ignorer « {0} » : il reste donc sans effet',
  'add the reason: # sla-ignore {0}: why the rule does not hold here':
    'ajoutez la raison : # sla-ignore {0}: pourquoi la règle ne vaut pas ici',
  'The rule "{0}" finds nothing here': 'La règle « {0} » ne signale rien ici',
  'remove the comment, or put it on the line of the finding or above it':
    'supprimez le commentaire, ou placez-le sur la ligne signalée ou juste au-dessus',

  // Files of records and of acceptances
  'The file is not a list of records': 'Le fichier de suivi n’est pas une liste d’enregistrements',
  'A record is a map of keys and values': 'Un enregistrement du suivi est un ensemble de clés et de valeurs',
  'The value of "{0}" is not plain: a map has no place in a cell':
    'La valeur de « {0} » n’est pas simple : un ensemble de clés n’a pas sa place dans une cellule',
  'write one item a record: - { date: 2026-03-10, minutes: minutes/2026-03-10.md }':
    'écrivez un élément par enregistrement du suivi : - { date: 2026-03-10, minutes: minutes/2026-03-10.md }',
  'let "sla accept" write the entry, or correct it by hand':
    'laissez « sla accept » écrire l’entrée, ou corrigez-la à la main',
  'The file of acceptances is not a list': 'Le fichier des acceptations n’est pas une liste',
  'An acceptance is not a map of its values': 'Une acceptation n’est pas un ensemble de clés et de valeurs',
  'An acceptance has no "{0}"': 'Une acceptation n’a pas de clé « {0} »',
  'its keys are {0}': 'ses clés sont {0}',
  'The acceptance does not say "{0}"': 'L’acceptation n’indique pas « {0} »',
  '"{0}" of an acceptance is one text': 'La clé « {0} » d’une acceptation contient un seul texte',
  '"commitment" of an acceptance is one id':
    'La clé « commitment » d’une acceptation contient un seul identifiant',
  '"{0}" is not an id': '« {0} » n’est pas un identifiant',
  'name one: an acceptance holds for nothing but what it names':
    'donnez-en un : une acceptation ne vaut que pour ce qu’elle nomme',
  'write the value, or null for none': 'écrivez la valeur, ou null s’il n’y en a pas',
  '"{0}" of an acceptance is one value': 'La clé « {0} » d’une acceptation contient une seule valeur',
  'Changes of agreements that the teams they concern have accepted: one entry a change and a team.':
    'Changements d’accords acceptés par les équipes concernées : une entrée par changement et par équipe.',
  'Written by "sla accept". An entry holds for exactly the values and meanings in it, and is used up once the change is merged.':
    'Écrit par « sla accept ». Une entrée ne vaut que pour les valeurs et les sens qu’elle contient, et a fait son office une fois le changement intégré.',
  // Files of parts
  'The file of parts "{0}" can\'t be read here': 'Le fichier de parties « {0} » ne peut pas être lu ici',
  'write the parts into the agreement': 'écrivez les parties dans l’accord',
  '"{0}" is not named as a file of parts': '« {0} » ne porte pas le nom d’un fichier de parties',
  'give it a name that ends in .sla-parts.yaml': 'donnez-lui un nom qui finit par .sla-parts.yaml',
  'The file of parts "{0}" lies outside the repository of the agreement':
    'Le fichier de parties « {0} » se trouve hors du dépôt de l’accord',
  'put it into the repository, and name it relative to the agreement':
    'placez-le dans le dépôt, et nommez-le relativement à l’accord',
  'There is no file of parts "{0}"': 'Il n’y a pas de fichier de parties « {0} »',
  'name a file that ends in .sla-parts.yaml, relative to the agreement':
    'nommez un fichier qui finit par .sla-parts.yaml, relativement à l’accord',
  'mend the file, or write its parts into the agreement':
    'réparez le fichier, ou écrivez ses parties dans l’accord',
  'An agreement takes at most {0} files of parts': 'Un accord prend au plus {0} fichiers de parties',
  'put the parts of several files into one': 'réunissez les parties de plusieurs fichiers en un seul',
  'The files of parts hold more together than an agreement may':
    'Les fichiers de parties contiennent à eux tous plus qu’un accord ne le peut',
  'leave out what the agreement does not need': 'laissez de côté ce dont l’accord n’a pas besoin',
  'The file holds no parts: it has no keys': 'Le fichier ne contient aucune partie : il n’a pas de clés',
  'write sections that several agreements share, such as calendars: and sources:':
    'écrivez des sections que plusieurs accords partagent, comme calendars: et sources:',
  '"{0}" is of one agreement, and can\'t be a part of several':
    '« {0} » est propre à un accord, et ne peut pas être une partie de plusieurs',
  'The part "{0}" is unknown here': 'La partie « {0} » est inconnue ici',
  'parts are {0}': 'les parties sont {0}',
  'What "{0}" holds is not what it holds in an agreement':
    'Ce que contient « {0} » n’est pas ce que cette clé contient dans un accord',
  'write a map of keys under it, or remove it': 'écrivez des clés en dessous, ou supprimez-la',
  'write it as in an agreement, or remove it': 'écrivez-la comme dans un accord, ou supprimez-la',
  'move it into the agreements; parts are {0}': 'déplacez-le dans les accords ; les parties sont {0}',
  'The stage "{0}" is of the rows of "{1}", and a funnel is of leads':
    'L’étape « {0} » est celle des lignes de « {1} », et un funnel est fait de leads',
  'name stages whose dates are fields of the leads':
    'nommez des étapes dont les dates sont des champs des leads',
};
