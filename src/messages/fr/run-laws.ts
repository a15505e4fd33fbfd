import type { Catalogue } from '../catalogue.ts';

/** What each problem outside the text of an agreement is about. */
export const runLaws: Catalogue = {
  // The run and its files
  'What is typed has the form that its option asks for.':
    'Ce qui est tapé a la forme que son option demande.',
  'What is found where agreements are looked for can be read.':
    'Ce que l’on trouve là où l’on cherche des accords peut être lu.',
  'A folder holds as many agreements as a firm can have.':
    'Un dossier contient autant d’accords qu’une entreprise peut en avoir.',
  'There is an agreement where one is looked for.': 'Il y a un accord là où l’on en cherche un.',
  'On each day one version of an agreement is in force at most.':
    'Chaque jour, une version d’un accord au plus est en vigueur.',
  'A time of day is read with the date that it is of.':
    'Une heure se lit avec la date dont elle est l’heure.',
  'What a first agreement is proposed from are leads.': 'Un premier accord est proposé à partir de leads.',
  'A file that exists is not written over.': 'Un fichier qui existe n’est pas remplacé.',
  'An agreement reads nothing outside its repository, unless it is allowed to.':
    'Un accord ne lit rien en dehors de son dépôt, sauf permission.',
  'Public holidays are of a country or a region that is known.':
    'Les jours fériés sont ceux d’un pays ou d’une région connus.',
  'An event of a calendar file closes its days or its hours.':
    'Un événement d’un fichier de calendrier ferme ses jours ou ses heures.',
  'A public holiday on which two sources do not agree is confirmed by who knows the country.':
    'Un jour férié sur lequel deux sources ne s’accordent pas est confirmé par qui connaît le pays.',
  'A holiday whose date rests on the moon is confirmed each year.':
    'Un jour férié dont la date dépend de la lune se confirme chaque année.',
  'A file of holidays can be read.': 'Un fichier de jours fériés est lisible.',
  'A file of records is a list of items with a date.': 'Un fichier de suivi est une liste d’éléments datés.',
  'What an older version judges by is mapped in the newest.':
    'Ce d’après quoi une version antérieure juge est associé à une colonne dans la plus récente.',

  // Changes
  'What is weakened is accepted by those whom the promise protects.':
    'Ce qui est assoupli est accepté par ceux que la promesse protège.',
  'What is removed is accepted by both sides.': 'Ce qui est supprimé est accepté par les deux parties.',
  'What is not proved harmless is accepted by all teams that it concerns.':
    'Ce dont l’innocuité n’est pas prouvée est accepté par toutes les équipes concernées.',
  'Two versions of a promise can judge the same leads.':
    'Deux versions d’une promesse peuvent juger les mêmes leads.',
  'An acceptance that is new matches a change of the work at hand.':
    'Une acceptation nouvelle correspond à un changement du travail en cours.',
  'An acceptance states each of its values, one of each.':
    'Une acceptation énonce chacune de ses valeurs, une seule fois.',
  'What is accepted is a change of the work at hand.':
    'Ce qui est accepté est un changement du travail en cours.',
  'A team accepts what concerns it.': 'Une équipe accepte ce qui la concerne.',
  'A base and a head are a file, a folder or a reference of git.':
    'Une base et une tête sont un fichier, un dossier ou une référence git.',
  'There is a version to compare with.': 'Il y a une version à laquelle comparer.',
  'The version to compare with can be read.': 'La version à laquelle comparer est lisible.',
  'Agreements in a submodule are compared in it.': 'Les accords d’un sous-module se comparent à l’intérieur.',
  'A clone reaches back to where the work left the default branch.':
    'Un clone remonte jusqu’au point où le travail a quitté la branche par défaut.',
  'A reference of git is looked up in a repository.': 'Une référence git se cherche dans un dépôt.',
  'A reference of git is looked up with git.': 'Une référence git se cherche avec git.',
  'What a repository holds can be read.': 'Ce que contient un dépôt peut être lu.',
  'Two files that are compared are versions of one agreement.':
    'Deux fichiers que l’on compare sont des versions d’un même accord.',
  'Of two files that are compared the earlier version comes first.':
    'De deux fichiers que l’on compare, la version la plus ancienne vient en premier.',
  'A signature is under the terms as they are.': 'Une signature porte sur les termes tels qu’ils sont.',
  'Where signatures are required, each team and the sponsor have signed.':
    'Là où les signatures sont exigées, chaque équipe et le parrain ont signé.',
  'The section of approvals is a list that a signature can be written into.':
    'La section des approbations est une liste où une signature peut s’écrire.',

  // Exports
  'There is an export where the agreement says.': 'Il y a un export là où l’accord le dit.',
  'An export is a file that can be read.': 'Un export est un fichier lisible.',
  'An export is a text of cells (CSV), a workbook or a table of Parquet.':
    'Un export est un texte de cellules (CSV), un classeur ou une table Parquet.',
  'A workbook is one of Excel 2007 or later, whole and without a password.':
    'Un classeur est au format Excel 2007 ou ultérieur, entier et sans mot de passe.',
  'An export has the encoding that the agreement declares.': 'Un export a l’encodage que l’accord déclare.',
  'An export has a header.': 'Un export a un en-tête.',
  'An export has rows.': 'Un export a des lignes.',
  'An export has the columns that are mapped.': 'Un export a les colonnes que l’accord utilise.',
  'A mapped column is in the header once.': 'Une colonne utilisée figure une seule fois dans l’en-tête.',
  'Rows with one key are alike, or the agreement says which of them counts.':
    'Les lignes d’une même clé sont identiques, ou l’accord dit laquelle compte.',
  'No more rows are rejected than the agreement bears.':
    'Il n’y a pas plus de lignes rejetées que l’accord n’en tolère.',
  'An export has a line of column names.': 'Un export a une ligne de noms de colonnes.',
  'A key has a value of its own for each lead.': 'Une clé a une valeur propre à chaque lead.',
  'A column of an export identifies its leads.': 'Une colonne d’un export identifie ses leads.',
  'A column of an export says when something happened to a lead.':
    'Une colonne d’un export dit quand quelque chose est arrivé à un lead.',
  'Day and month are told apart by the data or by the user, never by a guess.':
    'Jour et mois sont distingués par les données ou par l’utilisateur, jamais devinés.',
  'A lead that is asked for is in the exports.': 'Un lead que l’on demande est dans les exports.',
  'Somebody who is asked for has a case in charge.': 'Quelqu’un que l’on demande a un cas en charge.',
  'No date stands alone behind the end of the data.': 'Aucune date n’est isolée après la fin des données.',
  'A calendar opens until the time limits that started on it are over.':
    'Un calendrier ouvre jusqu’à ce que soient achevés les délais qui y ont commencé.',
  'The exports hold a date: there is something to judge.':
    'Les exports contiennent une date : il y a quelque chose à juger.',
  'A gate looks at one case at least.': 'Un contrôle porte sur un cas au moins.',
  'Each row has its key.': 'Chaque ligne a sa clé.',
  'A date has the format that the agreement declares, and exists.':
    'Une date a le format que l’accord déclare, et existe.',
  'A cell that is read is covered by no merged one.':
    'Une cellule lue n’est recouverte par aucune cellule fusionnée.',
  'Whoever looks at a workbook sees the rows that are judged.':
    'Qui regarde un classeur voit les lignes qui sont jugées.',
  'A merge names one lead that stays and that the export has.':
    'Une fusion nomme un seul lead qui reste et que l’export a.',
  'A formula of a workbook is stored with its result.':
    'Une formule d’un classeur est enregistrée avec son résultat.',
  'Dates lie between 1990 and 2099.': 'Les dates sont comprises entre 1990 et 2099.',
  'A number is written as the agreement declares.': 'Un nombre est écrit comme l’accord le déclare.',
  'A time says which it is where its source declares no time zone.':
    'Une heure dit son décalage horaire là où sa source ne déclare pas de fuseau.',
  'An integer has no decimals.': 'Un entier n’a pas de décimales.',
  'A number has no more than 6 decimals: nothing is rounded.':
    'Un nombre n’a pas plus de 6 décimales : rien n’est arrondi.',
  'A number has no more than 12 digits before its decimals, an integer no more than 18.':
    'Un nombre n’a pas plus de 12 chiffres avant ses décimales, un entier pas plus de 18.',
  'A yes or no is one of the words for it.': 'Un oui ou un non est l’un des mots prévus pour cela.',
  'A row has no more cells than the header.': 'Une ligne n’a pas plus de cellules que l’en-tête.',
  'A quote that opens a cell is closed where the cell ends.':
    'Un guillemet qui ouvre une cellule se ferme là où elle finit.',
  'A row has a cell for each mapped column.': 'Une ligne a une cellule pour chaque colonne utilisée.',
  'A line keeps within the longest that is read.': 'Une ligne ne dépasse pas la longueur maximale lue.',
  'A line is CSV.': 'Une ligne est du CSV.',
  'A line is text in the declared encoding.': 'Une ligne est du texte dans l’encodage déclaré.',

  // Promises
  'A promise reaches its target.': 'Une promesse atteint sa cible.',
  'No more cases are unknown than the promise bears.':
    'Il n’y a pas plus de cas indéterminés que la promesse n’en tolère.',
  'An open promise is on the way to its target.': 'Une promesse ouverte est en route vers sa cible.',
  'A waiver excuses a case.': 'Une dérogation dispense d’un cas.',
  'The exports have every lead that a waiver names.':
    'Les exports contiennent chaque lead qu’une dérogation nomme.',
};
