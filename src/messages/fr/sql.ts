import type { Catalogue } from '../catalogue.ts';

/** The statements that are printed for a warehouse. */
export const sql: Catalogue = {
  'There is no promise "{0}"': 'Il n’y a pas de promesse « {0} »',
  'the promises are {0}; a folder is written with a "/": {1}/':
    'les promesses sont {0} ; un dossier s’écrit avec un « / » : {1}/',
  'Agreement "{0}": {1}': 'Accord « {0} » : {1}',
  'Version {0}, terms {1}': 'Version {0}, termes {1}',
  'As of {0}: what came later is not looked at': 'À la date du {0} : ce qui est venu après n’est pas regardé',
  'Written by sla {0} for {1}, in which "sla report" runs':
    'Écrit par sla {0} pour {1}, où tourne « sla report »',
  'Written by sla {0} for {1}: printed, not run': 'Écrit par sla {0} pour {1} : affiché, non exécuté',
  'It has {0} characters, and {1} takes {2} unless its query.max-length says more: with a later --from it is shorter':
    'Elle a {0} caractères, et {1} en accepte {2} si son query.max-length n’en dit pas plus : avec un --from plus tardif, elle est plus courte',
  'Reads {0}: {1}': 'Lit {0} : {1}',
  'Reads {0}, one row a key: {1}': 'Lit {0}, une ligne par clé : {1}',
  'timestamp with time zone': 'timestamp avec fuseau',
  'timestamp ({0})': 'timestamp ({0})',
  'It counts touches that are a minimum gap apart, which {0} can not count exactly':
    'Elle compte des tentatives séparées par un écart minimal, que {0} ne sait pas compter exactement',
  '"{0}" of "{1}" is a date and its time in two columns, which a statement does not put together yet':
    '« {0} » de « {1} » est une date et son heure dans deux colonnes, ce qu’une instruction n’assemble pas encore',
  'It counts the records of "{0}", a file kept by hand that no warehouse holds':
    'Elle compte les enregistrements de « {0} », un fichier tenu à la main qu’aucun entrepôt ne contient',
  '"{0}" tells of merged leads, which a statement does not follow yet':
    '« {0} » parle de leads fusionnés, qu’une requête ne suit pas encore',
  'The rows of "{0}" name their lead by {1}, which a statement does not follow yet':
    'Les lignes de « {0} » désignent leur lead par {1}, ce qu’une requête ne suit pas encore',
  'Rows of {0} with one key that nothing tells apart are in any order: "sla report" warns of them, and this statement can not':
    'Des lignes de {0} d’une même clé que rien ne distingue sont dans un ordre quelconque : « sla report » en avertit, et cette requête ne le peut pas',
  'It asks which activities a lead had, which a statement does not look for beside its cases yet':
    'Elle demande quelles activités un lead a eues, qu’une requête ne cherche pas encore à côté de ses cas',
  'It asks for evidence in files beside the agreement, which no warehouse sees':
    'Elle demande des preuves dans des fichiers à côté de l’accord, qu’aucun entrepôt ne voit',
  'Promises of the other side excuse it, which a statement does not judge beside it yet':
    'Des promesses de l’autre côté l’excusent, qu’une requête ne juge pas encore à côté d’elle',
  'The pattern "{0}" may mean something else to {1}: write it with letters, classes and anchors':
    'Le motif « {0} » peut vouloir dire autre chose pour {1} : écrivez-le avec des lettres, des classes et des ancres',
  'prints the statement that counts the cases of a promise in a warehouse':
    'affiche la requête qui compte les cas d’une promesse dans un entrepôt de données',
  'the id of an objective or a commitment; all of them if none is given':
    'l’id d’un objectif ou d’un engagement ; tous si aucun n’est donné',
  'agreements (*.sla.yaml) or folders that hold some, with a "." or a "/" in them; the working directory if none is given':
    'accords (*.sla.yaml) ou dossiers qui en contiennent, avec un « . » ou un « / » ; le dossier courant si aucun n’est donné',
  'of the engine': 'du moteur',
  'Texts are compared as they are stored: an accent of its own is another letter to {0}':
    'Les textes se comparent comme ils sont rangés : un accent à part est une autre lettre pour {0}',
  'judge as of then, such as 2026-07-01; what came later is not looked at':
    'juger à cette date, par exemple 2026-07-01 ; ce qui est venu après n’est pas regardé',
  'first month, such as 2026-01; default: the first in which a version is in force':
    'premier mois, par exemple 2026-01 ; par défaut : le premier où une version est en vigueur',
  'for a view or a model of the warehouse; nothing is connected to':
    'pour une vue ou un modèle de l’entrepôt ; aucune connexion n’est ouverte',
  'the statements are on standard output': 'les requêtes sont sur la sortie standard',
  'no answer: no such promise, a promise that the engine can not judge exactly, a wrong option':
    'pas de réponse : promesse inconnue, promesse que le moteur ne sait pas juger exactement, option erronée',
  'A statement is written for an engine': 'Une requête s’écrit pour un moteur',
  'A statement judges as of an instant': 'Une requête juge à une date',
  'One promise at a time: "{0}" or "{1}"': 'Une promesse à la fois : « {0} » ou « {1} »',
  'leave out the promise for all of them': 'ne nommez aucune promesse pour les avoir toutes',

  'the table of the source NAME, such as leads=crm.leads; default: the name of the source':
    'la table de la source NAME, par exemple leads=crm.leads ; par défaut : le nom de la source',
  'takes SOURCE=TABLE, such as leads=crm.leads, not "{0}"':
    'attend SOURCE=TABLE, par exemple leads=crm.leads, et non « {0} »',
  '--table: there is no source "{0}"': '--table : il n’y a pas de source « {0} »',
  '"{0}" names the table "{1}", and its files are tables themselves: only a database has several':
    '« {0} » nomme la table « {1} », et ses fichiers sont eux-mêmes des tables : seule une base en a plusieurs',
  'remove table: {0}, or name a .duckdb file': 'supprimez table: {0}, ou nommez un fichier .duckdb',
};
