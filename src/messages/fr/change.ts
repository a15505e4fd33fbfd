import type { Catalogue } from '../catalogue.ts';

/** What is said of changes, acceptances and signatures. */
export const change: Catalogue = {
  // Acceptances
  'The new "{0}" would not be readable': 'Le nouveau « {0} » ne serait pas lisible',
  'nothing here needs to be accepted': 'rien n’a besoin d’être accepté ici',
  'Nothing here needs to be accepted by "{0}"': 'Rien ici n’a besoin d’être accepté par « {0} »',
  'it needs {0}: sla accept --all --by {1} --why "..."':
    'il faut {0} : sla accept --all --by {1} --why « ... »',
  'The acceptance says one of "before" and "after" without the other':
    'L’acceptation dit « before » ou « after » sans l’autre',
  '"{0}" of an acceptance is a digest, or null for none':
    '« {0} » d’une acceptation est une empreinte, ou null s’il n’y en a pas',
  'no promise holds any more: {0}': 'plus aucune promesse ne tient : {0}',
  'the promises hold here too: {0}': 'les promesses tiennent aussi ici : {0}',
  're-judges {0}': 'rejuge {0}',
  'The salt of the closed months is removed': 'Le sel des mois clos est supprimé',
  'The salt of the closed months is another one': 'Le sel des mois clos en est un autre',
  'restore it from git: with another one, nobody can tell which cases of a closed month have moved':
    'restaurez-le depuis git : avec un autre, personne ne peut dire quels cas d’un mois clos ont bougé',
  'Cases that leave': 'Cas qui sortent',
  '{0}: {1} case from {2} to {3} is under it no more; breached: {4}':
    '{0} : {1} cas du {2} au {3} n’en relève plus ; manqué : {4}',
  '{0}: {1} cases from {2} to {3} are under it no more; breached: {4}':
    '{0} : {1} cas du {2} au {3} n’en relèvent plus ; manqués : {4}',
  'every month up to {0}, closed': 'tous les mois jusqu’à {0}, clos',
  '{0}, closed': '{0}, clos',
  '{0} to {1}, closed': 'de {0} à {1}, clos',
  '--all stands alone': '--all s’emploie seul',
  nobody: 'personne',
  'the changes that can be accepted are {0}': 'les changements qui peuvent être acceptés sont {0}',
  '"{0}" is a change of several agreements': '« {0} » est un changement de plusieurs accords',
  'There is no change "{0}" to accept': 'Il n’y a pas de changement « {0} » à accepter',
  '"{0}" can\'t accept this: it takes {1}': '« {0} » ne peut pas accepter ce changement : il faut {1}',
  'name a team that it concerns': 'nommez une équipe concernée',
  'An acceptance is written into the working tree, and the head is {0}':
    'Une acceptation s’écrit dans l’arbre de travail, et la tête est {0}',
  'check out the branch, and leave out --head': 'basculez sur la branche, et omettez --head',
  'keep the acceptances in the repository itself': 'gardez les acceptations dans le dépôt lui-même',
  'to accept it, type:': 'pour l’accepter, tapez :',
  '{0} is removed, and {1} has not accepted it: {2}': '{0} est supprimé ({2}). N’a pas accepté : {1}',
  '{0} is removed, and {1} have not accepted it: {2}': '{0} est supprimé ({2}). N’ont pas accepté : {1}',
  '{0} is weakened, and {1} has not accepted it: {2}': '{0} est assoupli ({2}). N’a pas accepté : {1}',
  '{0} is weakened, and {1} have not accepted it: {2}': '{0} est assoupli ({2}). N’ont pas accepté : {1}',
  'A change of {0} is not proved harmless, and {1} has not accepted it: {2}':
    'Un changement de {0} n’est pas prouvé sans effet ({2}). N’a pas accepté : {1}',
  'A change of {0} is not proved harmless, and {1} have not accepted it: {2}':
    'Un changement de {0} n’est pas prouvé sans effet ({2}). N’ont pas accepté : {1}',
  'This acceptance by {0} matches no change of {1}: {2} from {3} to {4}':
    'Cette acceptation ({0}) ne correspond à aucun changement de {1} : {2} de {3} à {4}',
  'remove it: sla accept --prune': 'supprimez-la : sla accept --prune',
  '{0} from {1} to {2}': '{0} de {1} à {2}',
  'No promise is in both versions with other terms':
    'Aucune promesse ne figure dans les deux versions avec d’autres termes',
  'the new version can not judge the exports: {0}': 'la nouvelle version ne peut pas juger les exports : {0}',
  'the old version can not judge the exports: {0}': 'l’ancienne version ne peut pas juger les exports : {0}',
  'Each version reads its own files of "{0}": they are others':
    'Chaque version lit ses propres fichiers de « {0} » : ce ne sont pas les mêmes',
  'The files of "{0}" of the old version are not there: it reads those of the new':
    'Les fichiers de « {0} » de l’ancienne version sont absents : elle lit ceux de la nouvelle',
  'It reaches to {0}, which is after today: what is judged there has not happened yet':
    'Il va jusqu’au {0}, après aujourd’hui : ce qui y est jugé n’a pas encore eu lieu',
  'The exports could not be judged': 'Les exports n’ont pas pu être jugés',

  // What is compared
  'There is no default branch to compare with: neither main nor master':
    'Il n’y a pas de branche par défaut à laquelle comparer : ni main ni master',
  'name the base: sla diff HEAD~1': 'nommez la base : sla diff HEAD~1',
  'This clone is shallow: it does not reach back to where the work left "{0}"':
    'Ce clone est superficiel : il ne remonte pas jusqu’au point où le travail a quitté « {0} »',
  'The work at hand and "{0}" have no commit in common':
    'Le travail en cours et « {0} » n’ont aucun commit en commun',
  'run: {0}': 'lancez : {0}',
  '; there are {0}': ' ; il y a {0}',
  'There is no file, folder or git reference "{0}"':
    'Aucun fichier, dossier ni référence git ne s’appelle « {0} »',
  'name a path, a branch, a tag or a commit': 'nommez un chemin, une branche, une étiquette ou un commit',
  '"{0}" and "{1}" are two agreements, not two versions of one':
    '« {0} » et « {1} » sont deux accords, pas deux versions d’un même accord',
  'name two versions with the same id; "formerly" renames a promise, not an agreement':
    'nommez deux versions qui ont le même id ; « formerly » renomme une promesse, pas un accord',
  'The base, version "{0}", is in force later than the head, version "{1}"':
    'La base, version « {0} », est en vigueur plus tard que la tête, version « {1} »',
  'exchange the two: sla diff {0} {1}': 'échangez les deux : sla diff {0} {1}',
  "The base, {0}, holds an agreement that can't be read, so nothing can be compared with it":
    'La base, {0}, contient un accord illisible : rien ne peut lui être comparé',
  'name a base at which it can be read: sla diff COMMIT':
    'nommez une base où il est lisible : sla diff COMMIT',
  'There is no agreement in {0}': 'Il n’y a pas d’accord dans {0}',
  'an agreement is a file whose name ends in .sla.yaml; name another base: sla diff HEAD~1':
    'un accord est un fichier dont le nom finit par .sla.yaml ; nommez une autre base : sla diff HEAD~1',
  'the working tree': 'l’arbre de travail',
  'no commit yet': 'l’absence de commit',
  'install git, or name two files: sla diff before.sla.yaml after.sla.yaml':
    'installez git, ou nommez deux fichiers : sla diff avant.sla.yaml apres.sla.yaml',
  'run it inside one, or name two files: sla diff before.sla.yaml after.sla.yaml':
    'placez-vous dans un dépôt, ou nommez deux fichiers : sla diff avant.sla.yaml apres.sla.yaml',
  'run: git config --global --add safe.directory "$PWD"':
    'lancez : git config --global --add safe.directory "$PWD"',
  "can't be read at this commit: {0}": 'illisible à ce commit : {0}',
  'This clone is shallow: its history is cut at {0} ({1}), and what that commit and older ones changed is not known':
    'Ce clone est superficiel : son historique est coupé à {0} ({1}), et ce que ce commit et les précédents ont changé n’est pas connu',
  '"{0}" is a submodule and holds agreements, and the two sides stand at different commits of it: what changed is in its own history':
    '« {0} » est un sous-module qui contient des accords, et les deux côtés en désignent des commits différents : ce qui a changé est dans son propre historique',
  '"{0}" was changed meanwhile: run it again': '« {0} » a été modifié entre-temps : relancez la commande',
  'compare in it: (cd {0} && sla diff BASE {1})': 'comparez à l’intérieur : (cd {0} && sla diff BASE {1})',
  'compare in it: (cd {0} && sla diff {1} {2})': 'comparez à l’intérieur : (cd {0} && sla diff {1} {2})',
  'This clone is shallow: older changes are not in it':
    'Ce clone est superficiel : les changements plus anciens n’y sont pas',
  'run: git fetch --unshallow': 'lancez : git fetch --unshallow',

  // Signatures
  '--as: there is no team "{0}"': '--as : l’équipe « {0} » n’existe pas',
  'sign as {0}': 'signez en tant que {0}',
  '--name: a signature has a name': '--name : une signature porte un nom',
  'There is no agreement to sign': 'Il n’y a pas d’accord à signer',
  'There are {0} agreements here': 'Il y a {0} accords ici',
  'name the one to sign: sla sign {0} --as TEAM --name "..."':
    'nommez celui à signer : sla sign {0} --as ÉQUIPE --name « ... »',
  'sign it where it lies': 'signez-le là où il se trouve',
  'The section "approvals" has a form into which a signature can not be written':
    'La section « approvals » a une forme où une signature ne peut pas s’écrire',
  'write it as a list, with one entry for each team':
    'écrivez-la comme une liste, avec une entrée par équipe',
  '"{0}" signed other terms than these: they have changed since':
    '« {0} » a signé d’autres termes que ceux-ci : ils ont changé depuis',
  'let them sign again: {0}': 'faites signer à nouveau : {0}',
  'leads with {0}': 'leads où {0}',
  'starts of {0}': 'débuts : {0}',
  'every promise': 'toutes les promesses',
  'The agreement names no sponsor to sign it': 'L’accord ne nomme aucun parrain pour le signer',
  'The sponsor signed other terms than these: they have changed since':
    'Le parrain a signé d’autres termes que ceux-ci : ils ont changé depuis',
  'The sponsor has not signed these terms': 'Le parrain n’a pas signé ces termes',
  '"{0}" has not signed these terms': '« {0} » n’a pas signé ces termes',
  'write for example "sponsor: Managing director"': 'écrivez par exemple « sponsor: Direction générale »',

  // The course
  'year by year: versions, changes by promise, how often one went back':
    'année par année : versions, changements par promesse, retours en arrière',
  'the course of each agreement on one page': 'le cap de chaque accord sur une page',
  'A term keeps its course for a year.': 'Un terme garde son cap pendant un an.',
  '"{0}" came back on {1} within a year, from {2} to {3}':
    '« {0} » est revenu en moins d’un an sur {1}, du {2} au {3}',
  '"{0}" came back on {1} within a year, from {2} to {3}: {4}':
    '« {0} » est revenu en moins d’un an sur {1}, du {2} au {3} : {4}',
  'say in "why:" of the version what was learnt in between':
    'dites sous « why: » de la version ce qui a été appris entre-temps',
  'decided by {0}': 'décidé par {0}',
  'why: {0}': 'pourquoi : {0}',
  'why: {0} (decided by {1})': 'pourquoi : {0} (décidé par {1})',
  'proposed on {0}, accepted {1} day later': 'proposé le {0}, accepté {1} jour plus tard',
  'proposed on {0}, accepted {1} days later': 'proposé le {0}, accepté {1} jours plus tard',
  'goes back on the change of {0} ({1})': 'revient sur le changement du {0} ({1})',
  'the agreement': 'l’accord',
  promised: 'promis',
  Changes: 'Changements',
  First: 'Premier',
  Last: 'Dernier',
  'Went back': 'Retours',
  'no new version': 'aucune nouvelle version',
  'versions: {0}': 'versions : {0}',
  '{0} change went back on one within a year before it':
    '{0} changement est revenu sur un autre de l’année précédente',
  '{0} changes went back on one within a year before it':
    '{0} changements sont revenus sur un autre de l’année précédente',
  'days from proposal to acceptance, on average: {0}':
    'jours de la proposition à l’acceptation, en moyenne : {0}',
  '{0} version': '{0} version',
  '{0} versions': '{0} versions',
  '{0} change accepted': '{0} changement accepté',
  '{0} changes accepted': '{0} changements acceptés',
};
