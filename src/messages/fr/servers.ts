import type { Catalogue } from '../catalogue.ts';

/** What is said of connections, and of the servers at their ends. */
export const servers: Catalogue = {
  'where the server NAME is for this run, such as replica=postgres://localhost/odoo':
    'où est le serveur NAME pour cette fois, comme replica=postgres://localhost/odoo',
  'takes NAME=URL, such as replica=postgres://localhost/odoo':
    'attend NAME=URL, par exemple replica=postgres://localhost/odoo',
  '--connection {0}: {1}': '--connection {0} : {1}',
  'The certificates "{0}" of the connection "{1}" are not there':
    'Les certificats « {0} » de la connexion « {1} » sont introuvables',
  'put them there, as a path from the folder that holds .sla, or correct ca in {0}':
    'mettez-les là, par un chemin depuis le dossier qui contient .sla, ou corrigez ca dans {0}',
  'keep the connections in the repository itself': 'gardez les connexions dans le dépôt lui-même',
  'There is no connection "{0}"': 'Il n’y a pas de connexion « {0} »',
  'did you mean "{0}"? the connections are {1}': 'vouliez-vous dire « {0} » ? les connexions sont {1}',
  'the connections are {0}; {1}': 'les connexions sont {0} ; {1}',
  'A connection says where a server is, and holds no secret.':
    'Une connexion dit où est un serveur, et ne contient aucun secret.',
  'A connection that a source names is known, and the run may ask it.':
    'Une connexion que nomme une source est connue, et l’exécution peut l’interroger.',
  'A server that holds a table gives an answer.': 'Un serveur qui tient une table répond.',
  'This is not the YAML of connections': 'Ce n’est pas le YAML de connexions',
  'remove it, and change it where it is used, for git keeps it; set PGPASSWORD, or add a line to ~/.pgpass':
    'retirez-le, et changez-le là où il sert, car git le garde ; définissez PGPASSWORD, ou ajoutez une ligne à ~/.pgpass',
  'The connections are no map of names': 'Les connexions ne sont pas une liste de noms et de valeurs',
  'write replica: postgres://replica.example.fr/odoo': 'écrivez replica: postgres://replica.example.fr/odoo',
  'The name of a connection is lower-case letters, digits, "-" and "_"':
    'Le nom d’une connexion est fait de minuscules, de chiffres, de « - » et de « _ »',
  'write for example replica': 'écrivez par exemple replica',
  '"{0}" is neither an address nor a map of its keys':
    '« {0} » n’est ni une adresse ni une liste de ses clés',
  'write {0}: postgres://replica.example.fr/odoo': 'écrivez {0}: postgres://replica.example.fr/odoo',
  'The address of "{0}" holds a password': 'L’adresse de « {0} » contient un mot de passe',
  '"{0}" of "{1}" is a secret in a file': '« {0} » de « {1} » est un secret dans un fichier',
  'A connection has no "{0}"': 'Une connexion n’a pas de « {0} »',
  '"{0}" of "{1}" is one text': '« {0} » de « {1} » est un texte',
  'write one text on one line': 'écrivez un seul texte, sur une seule ligne',
  '"{0}" does not say its engine': '« {0} » ne dit pas son moteur',
  'write "engine:" with one of {0}, or an address alone; names stand at the left edge: "replica: postgres://HOST/DATABASE"':
    'écrivez « engine: » avec un de {0}, ou une adresse seule ; les noms se placent au bord gauche : « replica: postgres://HOST/DATABASE »',
  'The engine of "{0}" is none that is read': 'Le moteur de « {0} » n’est pas de ceux qui sont lus',
  '"host" of "{0}" is no name of a host': '« host » de « {0} » n’est pas le nom d’un hôte',
  'write the name or the address of the server alone':
    'écrivez le nom ou l’adresse du serveur, sans rien d’autre',
  '"port" of "{0}" is a number from 1 to 65535': '« port » de « {0} » est un nombre de 1 à 65535',
  'write port: 5432': 'écrivez port: 5432',
  '"tls" of "{0}" is true or false': '« tls » de « {0} » est true ou false',
  'leave it out: it is true for every host but this machine':
    'omettez-le : il est true pour tout hôte autre que cette machine',
  '"{0}" would be asked without TLS': '« {0} » serait interrogé sans TLS',
  'leave tls out, and write ca: certs/ca.pem where its certificate is your own; or go through a tunnel to localhost':
    'omettez tls, et écrivez ca: certs/ca.pem si son certificat est le vôtre ; ou passez par un tunnel vers localhost',
  'write postgres://HOST:5432/DATABASE, such as postgres://replica.example.fr/odoo':
    'écrivez postgres://HOST:5432/DATABASE, comme postgres://replica.example.fr/odoo',
  'The address of "{0}" is none': 'L’adresse de « {0} » n’en est pas une',
  '"{0}" is not read in the address of "{1}"': '« {0} » n’est pas lu dans l’adresse de « {1} »',
  'leave it out: TLS is verified for every host but this machine; sslmode=verify-full asks for it there too':
    'omettez-le : TLS est vérifié pour tout hôte autre que cette machine ; sslmode=verify-full le demande là aussi',
  'leave it out: behind the ? stand scratch=CATALOG.SCHEMA and rows=stay or rows=come':
    'omettez-le : après le ? se placent scratch=CATALOG.SCHEMA et rows=stay ou rows=come',
  'The address of "{0}" names no host, or no database':
    'L’adresse de « {0} » ne nomme pas d’hôte, ou pas de base',
  '"{0}" has no effect: the rows are in a table of the server "{1}"':
    '« {0} » est sans effet : les lignes sont dans une table du serveur « {1} »',
  'remove it, or "connection"': 'retirez-le, ou retirez « connection »',
  'The user of "{0}" may not read the table "{1}" of {2}':
    'L’utilisateur de « {0} » n’a pas le droit de lire la table « {1} » de {2}',
  'ask for GRANT SELECT ON {0} TO the user, or name a view that may be read':
    'demandez GRANT SELECT ON {0} pour cet utilisateur, ou nommez une vue qui se lit',
  'The user of "{0}" may not read the column "{1}" of "{2}" of {3}':
    'L’utilisateur de « {0} » n’a pas le droit de lire la colonne « {1} » de « {2} » de {3}',
  'ask for GRANT SELECT on that column, or name another':
    'demandez GRANT SELECT sur cette colonne, ou nommez-en une autre',
  '"{0}" is a table of the server "{1}", and no server is asked here':
    '« {0} » est une table du serveur « {1} », et aucun serveur n’est interrogé ici',
  'name an export in its place: --leads FILE or --source NAME=FILE':
    'nommez un export à sa place : --leads FILE ou --source NAME=FILE',
  'No server answers at {0}': 'Aucun serveur ne répond à {0}',
  'start it, or correct host and port of "{0}" in {1}':
    'démarrez-le, ou corrigez host et port de « {0} » dans {1}',
  '{0} does not answer': '{0} ne répond pas',
  'check that this machine may reach it (a firewall, a VPN), and its host and port':
    'vérifiez que cette machine peut l’atteindre (un pare-feu, un VPN), ainsi que son hôte et son port',
  'There is no host of the name in {0}': 'Il n’y a pas d’hôte du nom qui est dans {0}',
  'correct host of "{0}" in {1}': 'corrigez host de « {0} » dans {1}',
  '{0} does not accept the password': '{0} n’accepte pas le mot de passe',
  'set PGUSER and PGPASSWORD, or the line of that host in ~/.pgpass':
    'définissez PGUSER et PGPASSWORD, ou la ligne de cet hôte dans ~/.pgpass',
  '{0} asks for a password': '{0} demande un mot de passe',
  'set PGPASSWORD, or add a line for that host to ~/.pgpass':
    'définissez PGPASSWORD, ou ajoutez une ligne pour cet hôte à ~/.pgpass',
  '{0} does not let this user in: {1}': '{0} ne laisse pas entrer cet utilisateur : {1}',
  'set PGUSER to a user that may read there, or ask for a line in its pg_hba.conf':
    'donnez à PGUSER un utilisateur qui peut y lire, ou demandez une ligne dans son pg_hba.conf',
  'There is no database of the name in {0}': 'Il n’y a pas de base du nom qui est dans {0}',
  'correct database of "{0}" in {1}': 'corrigez database de « {0} » dans {1}',
  'The user of "{0}" may not read "{1}" of {2}: {3}':
    'L’utilisateur de « {0} » n’a pas le droit de lire « {1} » de {2} : {3}',
  'ask for GRANT SELECT, or name a view that may be read':
    'demandez GRANT SELECT, ou nommez une vue qui se lit',
  '{0} does not speak TLS, and nothing is asked without it but of this machine':
    '{0} ne parle pas TLS, et sans lui rien n’est demandé qu’à cette machine',
  'set ssl = on there, or go through a tunnel: --connection {0}=postgres://localhost:PORT/DATABASE':
    'mettez-y ssl = on, ou passez par un tunnel : --connection {0}=postgres://localhost:PORT/DATABASE',
  '{0} does not prove that it is that host: {1}': '{0} ne prouve pas qu’il est cet hôte : {1}',
  'write the certificates that it is signed with under "{0}": ca: certs/ca.pem, and the host as its certificate names it':
    'écrivez sous « {0} » les certificats qui le signent : ca: certs/ca.pem, et l’hôte tel que son certificat le nomme',
  '{0} ended a statement that took too long, or that somebody ended: {1}':
    '{0} a mis fin à une requête trop longue, ou que quelqu’un a arrêtée : {1}',
  'name a view of fewer rows, or a materialized one':
    'nommez une vue de moins de lignes, ou une vue matérialisée',
  '{0} takes no more connections: {1}': '{0} n’accepte plus de connexions : {1}',
  'try again later, or ask for one more': 'réessayez plus tard, ou demandez-en une de plus',
  '{0} went away while it was read: {1}': '{0} a disparu pendant la lecture : {1}',
  'run it again': 'relancez la commande',
  '{0} can not make the rows of "{1}": {2}': '{0} n’arrive pas à faire les lignes de « {1} » : {2}',
  'correct the view, or name another; asked in psql, it says which row':
    'corrigez la vue, ou nommez-en une autre ; lue dans psql, elle dit quelle ligne',
  'A cell of "{0}" of {1} is longer than a text can be':
    'Une cellule de « {0} » de {1} est plus longue qu’un texte ne peut l’être',
  'name a view in which it is shortened: left(..., 1000)':
    'nommez une vue où elle est raccourcie : left(..., 1000)',
  'correct host and port of "{0}" in {1}': 'corrigez host et port de « {0} » dans {1}',
  '{0} sends what is no answer of a PostgreSQL': '{0} envoie ce qui n’est pas la réponse d’un PostgreSQL',
  'The address of "{0}" has an "@" after its host': 'L’adresse de « {0} » a un « @ » après son hôte',
  'leave the password out of it, or write its /, ? and # as %2F, %3F and %23':
    'n’y mettez pas le mot de passe, ou écrivez ses /, ? et # comme %2F, %3F et %23',
  '{0} gives no answer: {1}': '{0} ne donne pas de réponse : {1}',
  'check "{0}" in {1}': 'vérifiez « {0} » dans {1}',
  '"{0}" is in several schemas of "{1}"': '« {0} » est dans plusieurs schémas de « {1} »',
  'write table: {0}, or {1}': 'écrivez table: {0}, ou {1}',
  '{0} has no table or view "{1}"': '{0} n’a ni table ni vue « {1} »',
  'its user sees none: check database and user of "{0}"':
    'son utilisateur n’en voit aucune : vérifiez la base et l’utilisateur de « {0} »',
  'name another, or a view in which it is {0}, or correct the type of "{1}"':
    'nommez-en une autre, ou une vue où elle est {0}, ou corrigez le type de « {1} »',
  '{0} ({1}): a table of a server, which was not read':
    '{0} ({1}) : une table d’un serveur, qui n’a pas été lue',
  '{0}: {1}, {2} row: {3}': '{0} : {1}, {2} ligne : {3}',
  '{0}: {1}, {2} rows: {3}': '{0} : {1}, {2} lignes : {3}',
  'write {0}: postgres://HOST/DATABASE (or https://HOST/CATALOG of a Trino) into {1}, or name it for this run with --connection {2}=postgres://HOST/DATABASE':
    'écrivez {0}: postgres://HOST/DATABASE (ou https://HOST/CATALOG pour un Trino) dans {1}, ou nommez-la pour cette fois par --connection {2}=postgres://HOST/DATABASE',
  'write one of {0} behind "engine:"': 'écrivez l’un de {0} derrière « engine: »',
  'The address of "{0}" is of no server whose tables are read':
    'L’adresse de « {0} » n’est pas celle d’un serveur dont les tables se lisent',
  'write postgres://HOST/DATABASE for a PostgreSQL, or https://HOST/CATALOG for a Trino':
    'écrivez postgres://HOST/DATABASE pour un PostgreSQL, ou https://HOST/CATALOG pour un Trino',
  'remove it, and change it where it is used, for git keeps it; set {0} or {1}':
    'retirez-le, et changez-le là où il sert, car git le garde ; définissez {0} ou {1}',
  'write https://HOST:8443/CATALOG or https://HOST:8443/CATALOG/SCHEMA, such as https://trino.example.fr/iceberg/crm':
    'écrivez https://HOST:8443/CATALOG ou https://HOST:8443/CATALOG/SCHEMA, comme https://trino.example.fr/iceberg/crm',
  'The address of "{0}" names no catalog': 'L’adresse de « {0} » ne nomme pas de catalogue',
  'write https, or go through a tunnel to localhost': 'écrivez https, ou passez par un tunnel vers localhost',
  '"server" of "{0}" is no address of a Trino': '« server » de « {0} » n’est pas l’adresse d’un Trino',
  'write the scheme, the host and the port alone: https://trino.example.fr:8443':
    'écrivez le schéma, l’hôte et le port, sans rien d’autre : https://trino.example.fr:8443',
  '"tls" of "{0}" is for an address that begins with https':
    '« tls » de « {0} » vaut pour une adresse qui commence par https',
  'write https, or leave it out': 'écrivez https, ou omettez-le',
  '"tls" of "{0}" is a map with "ca" alone': '« tls » de « {0} » a pour seule clé « ca »',
  'leave it out, for https is verified; write tls: { ca: certs/ca.pem } where its certificate is your own':
    'omettez-le, car https est vérifié ; écrivez tls: { ca: certs/ca.pem } si son certificat est le vôtre',
  'A password or a token would be sent to {0} without TLS':
    'Un mot de passe ou un jeton partirait vers {0} sans TLS',
  'write https, or take it out of the environment': 'écrivez https, ou retirez-le de l’environnement',
  '{0} would have {1} asked in its place, which is another server':
    '{0} renvoie vers {1}, qui est un autre serveur',
  '{0} does not read "{1}" as it was asked: {2}': '{0} ne lit pas « {1} » comme demandé : {2}',
  'correct the table or its view there, or run it again if it was changed meanwhile':
    'corrigez-y la table ou sa vue, ou relancez la commande si elle a changé entre-temps',
  '{0} does not accept the password or the token: {1}': '{0} n’accepte pas le mot de passe ou le jeton : {1}',
  '{0} asks who it is that asks': '{0} demande qui l’interroge',
  'There is no catalog, or no schema, of the name in {0}: {1}':
    'Il n’y a pas de catalogue, ou pas de schéma, du nom qui est dans {0} : {1}',
  '{0} does not speak TLS: {1}': '{0} ne parle pas TLS : {1}',
  '{0} takes no more statements for now: {1}': '{0} n’accepte plus de requêtes pour l’instant : {1}',
  'A page of the rows of "{0}" of {1} is longer than is read at once':
    'Une page des lignes de « {0} » de {1} est plus longue que ce qui se lit d’un coup',
  '{0} sends what is no answer of a Trino': '{0} envoie ce qui n’est pas la réponse d’un Trino',
  'correct "server" of "{0}" in {1}': 'corrigez « server » de « {0} » dans {1}',
  'start it, or {0}': 'démarrez-le, ou {0}',
  'correct {0} and {1}, or {2}; where it asks for none, leave {3} out':
    'corrigez {0} et {1}, ou {2} ; s’il n’en demande aucun, omettez {3}',
  'set {0} and {1}, or {2}': 'définissez {0} et {1}, ou {2}',
  'set {0} to a user that may read there, or ask for the right to':
    'donnez à {0} un utilisateur qui peut y lire, ou demandez ce droit',
  'correct "catalog" of "{0}" in {1}': 'corrigez « catalog » de « {0} » dans {1}',
  'write the port at which it does, or http where it is this machine or a tunnel from it: --connection {0}=http://localhost:PORT/CATALOG':
    'écrivez le port où il le parle, ou http si c’est cette machine ou un tunnel qui en part : --connection {0}=http://localhost:PORT/CATALOG',
  'write the certificates that it is signed with under "{0}": tls: { ca: certs/ca.pem }, and the host as its certificate names it':
    'écrivez sous « {0} » les certificats qui le signent : tls: { ca: certs/ca.pem }, et l’hôte tel que son certificat le nomme',
  'write that address as "server" of "{0}" if it is the one that you mean; behind a proxy the coordinator needs http-server.process-forwarded=true':
    'écrivez cette adresse comme « server » de « {0} » si c’est bien elle ; derrière un mandataire, le coordinateur a besoin de http-server.process-forwarded=true',
  'try again later': 'réessayez plus tard',
  'correct the view, or name another; asked in the Trino CLI, it says more':
    'corrigez la vue, ou nommez-en une autre ; lue par le CLI de Trino, elle en dit plus',
  'name a view in which long cells are shortened: substr(..., 1, 1000)':
    'nommez une vue où les longues cellules sont raccourcies : substr(..., 1, 1000)',
  'The rows of "{0}" of "{1}" are not pinned: what was written while they were read may be in part of them':
    'Les lignes de « {0} » de « {1} » ne sont pas d’un seul instant : ce qui s’y est écrit pendant la lecture peut y être en partie',
  'name a table that keeps snapshots, such as one of Iceberg, or read it where nobody writes':
    'nommez une table qui garde des instantanés, comme celles d’Iceberg, ou lisez-la quand personne n’y écrit',
  'What is read of a server is of one moment.': 'Ce qui est lu d’un serveur est d’un seul instant.',
  'Rows of a connection that keeps them do not leave its server.':
    'Les lignes d’une connexion qui les garde ne quittent pas son serveur.',
  'Rows of a server are judged there where that is exact, and else brought to be judged.':
    'Les lignes d’un serveur y sont jugées là où c’est exact, sinon elles viennent pour être jugées.',
  '"{0}" counts touches that are a minimum gap apart, which {1} can not count exactly':
    '« {0} » compte des prises de contact séparées d’un intervalle minimal, ce que {1} ne sait pas compter exactement',
  'its user may make no temporary tables there, without which each question reads all rows anew':
    'son utilisateur ne peut pas y créer de tables temporaires, sans lesquelles chaque question relit toutes les lignes',
  'its sources are not all tables of one connection':
    'ses sources ne sont pas toutes des tables d’une même connexion',
  'rows of "{0}" with one key differ, which is told row by row':
    'des lignes de « {0} » de même clé diffèrent, ce qui ne se dit que ligne par ligne',
  '{0} row of "{1}" rejected, {2}': '{0} ligne de « {1} » rejetée, {2}',
  '{0} rows of "{1}" rejected, {2}': '{0} lignes de « {1} » rejetées, {2}',
  'correct the cells in the CRM; with rows: come, "sla check --rejects FILE" lists every one':
    'corrigez ces cellules dans le CRM ; avec rows: come, « sla check --rejects FILE » les liste toutes',
  '{0}; with rows: come, "sla check --rejects FILE" lists every one':
    '{0} ; avec rows: come, « sla check --rejects FILE » les liste toutes',
  'The table "{0}" has no rows': 'La table « {0} » n’a aucune ligne',
  'check what its user may read: a server may hide rows from some':
    'vérifiez ce que son utilisateur peut lire : un serveur peut cacher des lignes à certains',
  'The rows of "{0}" stay on "{1}", and this command would bring them here':
    'Les lignes de « {0} » restent sur « {1} », et cette commande les ferait venir ici',
  'The rows of "{0}" stay on "{1}", and can not be judged there: {2}':
    'Les lignes de « {0} » restent sur « {1} », et ne peuvent pas y être jugées : {2}',
  'write rows: come for "{0}" in .sla/connections.yaml where they may leave it; sla check and sla report judge there what can be':
    'écrivez rows: come pour « {0} » dans .sla/connections.yaml si elles peuvent en sortir ; sla check et sla report y jugent ce qui peut l’être',
  'The rows of "{0}" were brought here to be judged: {1}':
    'Les lignes de « {0} » sont venues ici pour être jugées : {1}',
  'write rows: stay for it in .sla/connections.yaml to have that refused, or rows: come where it is meant':
    'écrivez-y rows: stay dans .sla/connections.yaml pour que cela soit refusé, ou rows: come si c’est voulu',
  '"rows" of "{0}" is stay or come': '« rows » de « {0} » vaut stay ou come',
  'leave it out: rows stay on the server where what is asked can be judged there':
    'omettez-le : les lignes restent sur le serveur là où ce qui est demandé peut y être jugé',
  '{0} line {1}': '{0} ligne {1}',
  '{0}, key {1}': '{0}, clé {1}',
  '{0}, {1} {2}': '{0}, {1} {2}',
  'run it again where the server had gone or was asked to end it; where it is too much for it, write rows: come for its connection in .sla/connections.yaml, if they may leave it':
    'relancez si le serveur était parti ou si on lui a demandé d’arrêter ; si c’est trop pour lui, écrivez rows: come sous sa connexion dans .sla/connections.yaml, si elles peuvent le quitter',
  '{0}, or scratch: CATALOG.SCHEMA, where a run may make tables of its own':
    '{0}, ou scratch: CATALOGUE.SCHEMA, où une exécution peut créer ses propres tables',
  '"scratch" of "{0}" is no schema': '« scratch » de « {0} » n’est pas un schéma',
  'write CATALOG.SCHEMA, such as iceberg.sla_scratch: a schema where its user may create tables':
    'écrivez CATALOGUE.SCHÉMA, comme iceberg.sla_scratch : un schéma où son utilisateur peut créer des tables',
  '{0} does not judge its rows: {1}': '{0} ne juge pas ses lignes : {1}',
  '{0} speaks TLS alone, and was asked without it': '{0} ne parle que TLS, et a été interrogé sans',
  'write https in place of http for "{0}"': 'écrivez https au lieu de http pour « {0} »',
  '{0} does not plan what it was asked: {1}': '{0} ne planifie pas ce qui lui a été demandé : {1}',
  'write scratch: CATALOG.SCHEMA for "{0}" in {1}, where a run may make tables of its own, or rows: come':
    'écrivez pour « {0} » dans {1} scratch: CATALOGUE.SCHÉMA, où une exécution peut créer ses propres tables, ou rows: come',
  '{0} lets this run make no tables in {1}: {2}':
    '{0} ne laisse cette exécution créer aucune table dans {1} : {2}',
  'ask for the right to create, to fill and to drop tables there, or correct scratch: of its connection in .sla/connections.yaml':
    'demandez le droit d’y créer, remplir et supprimer des tables, ou corrigez scratch: de sa connexion dans .sla/connections.yaml',
  'judged on its server': 'jugées sur leur serveur',
  Place: 'Lieu',
  'numbers, dates or truths stand for blanks in "{0}"':
    'des nombres, des dates ou des booléens tiennent lieu de cellules vides dans « {0} »',
  'the column of "{0}" of "{1}" is {2}, which is read value by value':
    'la colonne de « {0} » dans « {1} » est de type {2}, qui se lit valeur par valeur',
  '{0}, snapshot {1}': '{0}, instantané {1}',
  Snapshot: 'Instantané',
};
