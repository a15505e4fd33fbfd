import type { Catalogue } from '../catalogue.ts';

/** The rest of the alphabet, from `init` to `validate`. */
export const moreCommands: Catalogue = {
  'writes a first agreement; from an export: proposes the columns and the targets':
    'écrit un premier accord ; à partir d’un export, propose les colonnes et les cibles',
  'the agreement to write; default: agreement.sla.yaml': 'l’accord à écrire ; par défaut, agreement.sla.yaml',
  'an export of your leads, CSV, .xlsx or .parquet; again for deals or activities of the same leads':
    'un export de vos leads, CSV, .xlsx ou .parquet ; à répéter pour les affaires ou les activités des mêmes leads',
  'finds how they belong together': 'trouve comment ils se rejoignent',
  'of a workbook, default the first; or the table of a .duckdb':
    'feuille d’un classeur, par défaut la première ; ou table d’une base .duckdb',
  'of the agreement': 'titre de l’accord',
  'of the times in the export and of the months, such as Europe/Paris':
    'fuseau horaire de l’export et des mois, par exemple Europe/Paris',
  'Monday to Friday, such as "09:00-12:30, 14:00-18:00"':
    'horaires du lundi au vendredi, par exemple « 09:00-12:30, 14:00-18:00 »',
  'FR, FR-57, or none': 'jours fériés : FR, FR-57, ou none',
  'the column that identifies a lead, or several with commas':
    'la colonne qui identifie un lead, ou plusieurs séparées par des virgules',
  'the date on which a lead became a customer, or none':
    'la date à laquelle un lead est devenu client, ou none',
  'words of the status that say so, with commas, or any':
    'mots du statut qui le disent, avec des virgules, ou any',
  'the date that hands a lead to sales': 'la date qui confie un lead aux ventes',
  'the date of the first contact by sales, or none': 'la date du premier contact par les ventes, ou none',
  'where no cell proves it': 'ordre de la date, quand aucune cellule ne le prouve',
  'targets that so many past cases kept': 'cibles que cette part des cas passés a tenues',
  'also write the files of a pipeline': 'écrit aussi les fichiers d’une intégration continue',
  'do not add the export to .gitignore': 'n’ajoute pas l’export à .gitignore',
  'print the agreement and write nothing': 'affiche l’accord et n’écrit rien',
  'ask nothing: take every default': 'ne demande rien : prend chaque valeur par défaut',
  'asks what the export can not tell, each with a default':
    'demande ce que l’export ne peut dire, toujours avec une valeur par défaut',
  'asks nothing': 'ne demande rien',
  'shows the agreement and writes nothing': 'montre l’accord et n’écrit rien',
  'a commented agreement to fill in': 'un accord commenté à compléter',
  'the agreement is written, validates, and judges the export':
    'l’accord est écrit, il est valide et juge l’export',
  'nothing is written: a file that exists, an export that can not be read, a wrong option':
    'rien n’est écrit : fichier qui existe déjà, export illisible, option erronée',
  'Init writes one agreement': 'Init écrit un seul accord',
  'Judging the past': 'Jugement du passé en cours',
  'Taken by default; each flag changes one': 'Pris par défaut ; chaque option en change un',
  'What is missing: an export of your leads, and your answers to the questions in {0}':
    'Ce qui manque : un export de vos leads, et vos réponses aux questions de {0}',
  'with an export: proposes all of it from your own past':
    'avec un export : propose le tout d’après votre propre passé',
  'after each answer': 'après chaque réponse',
  'without an export: what such an agreement shows': 'sans export : ce que montre un tel accord',
  'every month of the export': 'tous les mois de l’export',
  'the month at hand': 'le mois en cours',
  'the history of an agreement from git: what changed when, who accepted it and why':
    'l’historique d’un accord d’après git : ce qui a changé et quand, qui l’a accepté et pourquoi',
  'agreements; all of the repository if none is given': 'accords ; à défaut, tous ceux du dépôt',
  'look at so many commits that touch an agreement': 'examine ce nombre de commits qui touchent à un accord',
  'takes a number such as 20, not "{0}"': 'attend un nombre, par exemple 20, et non « {0} »',
  'every change of every agreement here': 'chaque changement de chaque accord d’ici',
  'as a changelog': 'sous forme de journal des changements',
  'the history is written, whatever it says': 'l’historique est écrit, quoi qu’il dise',
  'no answer: no repository, no such agreement': 'pas de réponse : aucun dépôt, accord inconnu',
  'Reading the history': 'Lecture de l’historique',
  'compliance tables over a span of months': 'les tableaux de conformité sur plusieurs mois',
  'every month in the data': 'tous les mois des données',
  'the last twelve months': 'les douze derniers mois',
  'half a year, by owner': 'un semestre, par responsable',
  'quarters, as a page to send': 'par trimestre, en une page à envoyer',
  'for a spreadsheet': 'pour un tableur',
  'the report is written, whatever it says, unless --fail-on is given':
    'le rapport est écrit, quoi qu’il dise, sauf si --fail-on est donné',
  'with --fail-on: a promise is missed, or a problem is at or above the threshold':
    'avec --fail-on : une promesse est manquée, ou un problème atteint le seuil',
  'the rules behind every message: id, severity and law':
    'les règles derrière chaque message : identifiant, gravité et énoncé',
  'only these': 'seulement celles-ci',
  'all of them': 'toutes',
  'what two of them say': 'ce que disent deux d’entre elles',
  'for a script': 'pour un script',
  'the rules are on standard output': 'les règles sont sur la sortie standard',
  'there is no rule of that name, a wrong option': 'aucune règle de ce nom, option erronée',
  'There is no rule "{0}"': 'Il n’y a pas de règle « {0} »',
  '"sla rules" lists them': '« sla rules » les énumère',
  'did you mean "{0}"? "sla rules" lists them': 'vouliez-vous dire « {0} » ? « sla rules » les énumère',
  'prints a JSON Schema: of the agreement, or of a JSON output':
    'affiche un JSON Schema : celui de l’accord, ou celui d’une sortie JSON',
  'agreement (default), or an output: report, cases, receipt, diagnostics ...':
    'agreement (par défaut), ou une sortie : report, cases, receipt, diagnostics ...',
  'for an editor that completes and checks YAML': 'pour un éditeur qui complète et vérifie le YAML',
  'what "sla check --format json" writes': 'ce qu’écrit « sla check --format json »',
  'the schema is on standard output': 'le schéma est sur la sortie standard',
  'no schema of that name': 'aucun schéma de ce nom',
  'the schemas are {0}': 'les schémas sont {0}',
  'There is no schema "{0}"': 'Il n’y a pas de schéma « {0} »',
  'shows the agreement in plain words and writes a signature, with the digest of the terms, into it':
    'montre l’accord en clair et y écrit une signature, avec l’empreinte des termes',
  'the agreement; the only one under the working directory':
    'l’accord ; à défaut, le seul du dossier courant',
  'for which team, or "sponsor"': 'pour quelle équipe, ou « sponsor »',
  'who signs': 'qui signe',
  'in which role; the one of the former signature':
    'à quel titre ; à défaut, celui de la signature précédente',
  'such as 2026-07-01; today': 'par exemple 2026-07-01 ; à défaut, aujourd’hui',
  'signs the terms as they are': 'signe les termes tels qu’ils sont',
  'whether both teams and the sponsor have signed these terms':
    'si les deux équipes et le parrain ont signé ces termes',
  'the signature is in the agreement': 'la signature est dans l’accord',
  'no signature: an agreement with an error, an unknown team':
    'pas de signature : accord en erreur, équipe inconnue',
  'For which team is it signed?': 'Pour quelle équipe est-ce signé ?',
  'Who signs?': 'Qui signe ?',
  '{0} signed {1}: {2}': '{0} a signé {1} : {2}',
  'what an export holds: delimiter, encoding, types, roles, each with its evidence':
    'ce que contient un export : séparateur, encodage, types, rôles, avec ce qui le prouve',
  'exports: CSV, also packed with gzip, or .xlsx': 'exports : CSV, même compressé par gzip, ou .xlsx',
  'show names, addresses and telephones in the examples':
    'montre noms, adresses et téléphones dans les exemples',
  'before the agreement is written': 'avant d’écrire l’accord',
  'every file was read, whatever is odd about it': 'chaque fichier a été lu, si étrange soit-il',
  'a file that can not be read, a wrong option': 'fichier illisible, option erronée',
  'There is no file to sniff': 'Il n’y a pas de fichier à examiner',
  Reading: 'Lecture en cours',
  'checks the agreements alone, and shows what their time limits mean':
    'vérifie les accords seuls, et montre ce que signifient leurs délais',
  'both teams and the sponsor must have signed these terms':
    'les deux équipes et le parrain doivent avoir signé ces termes',
  'every *.sla.yaml under the working directory': 'tous les *.sla.yaml du dossier courant',
  'one agreement, strictly': 'un seul accord, strictement',
  'the same for a script': 'la même chose pour un script',
  'nothing at or above the threshold': 'rien n’atteint le seuil',
  'an error in an agreement': 'une erreur dans un accord',
  'no answer: no agreement found, a file that can not be read, a wrong option':
    'pas de réponse : aucun accord trouvé, fichier illisible, option erronée',
};
