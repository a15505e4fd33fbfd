import type { Catalogue } from '../catalogue.ts';

/** The laws of the language: what every agreement keeps, then what a sound one keeps. */
export const laws: Catalogue = {
  // The file
  'The file is YAML 1.2 in UTF-8, one document.':
    'Le fichier est en YAML 1.2, en UTF-8, et tient en un document.',
  'The file keeps within 1 MB, 50,000 values, 64 levels and 50 aliases.':
    'Le fichier ne dépasse pas 1 Mo, 50 000 valeurs, 64 niveaux et 50 alias.',
  'Values have no tags.': 'Les valeurs n’ont pas d’étiquette.',
  'Keys are written out; merge keys are not part of the language.':
    'Les clés sont écrites en toutes lettres ; les clés de fusion ne font pas partie du langage.',
  'Keys are words.': 'Les clés sont des mots.',
  'A key is written once in its map.': 'Une clé n’est écrite qu’une fois dans son ensemble.',
  'The file holds an agreement.': 'Le fichier contient un accord.',
  'A file of parts lies in the repository, ends in .sla-parts.yaml and holds what agreements share.':
    'Un fichier de parties se trouve dans le dépôt, finit par .sla-parts.yaml et contient ce que des accords partagent.',
  'Only keys of the language are written.': 'Seules des clés du langage sont écrites.',
  'The keys that have no default are written.': 'Les clés sans valeur par défaut sont écrites.',
  'A value has the type that its key asks for.': 'Une valeur est du type que sa clé demande.',
  'A value is one of those that its key allows.': 'Une valeur est l’une de celles que sa clé admet.',
  'A text has the form that its key asks for.': 'Un texte a la forme que sa clé demande.',
  'What is written is not empty.': 'Ce qui est écrit n’est pas vide.',
  'A key is written only where it has an effect.': 'Une clé n’est écrite que là où elle a un effet.',

  // Times and calendars
  'Time zones are IANA names.': 'Les fuseaux horaires sont des noms IANA.',
  'Dates exist and are written year-month-day.': 'Les dates existent et s’écrivent année-mois-jour.',
  'A time limit is a number in one of the four units that cannot be confused.':
    'Un délai est un nombre dans l’une des quatre unités qui ne prêtent pas à confusion.',
  'Days of the week are mon to sun, or runs of them.':
    'Les jours de la semaine vont de mon à sun, seuls ou en suites.',
  'A day of the week is named once in its calendar.':
    'Un jour de la semaine n’est nommé qu’une fois dans son calendrier.',
  'The dates of a season exist, and are of every year or of one.':
    'Les dates d’une saison existent, et sont celles de chaque année ou d’une seule.',
  'A date lies in one season of every year and in one of its own year at most.':
    'Une date se trouve au plus dans une saison de chaque année et dans une saison de son année.',
  'Opening hours are two times of the day.': 'Des horaires d’ouverture sont deux heures de la journée.',
  'A calendar opens at least once a week, and is not closed for good.':
    'Un calendrier ouvre au moins une fois par semaine, et n’est pas fermé pour toujours.',
  'Public holidays are a country, a region or an .ics file.':
    'Les jours fériés sont un pays, une région ou un fichier .ics.',

  // Sources and fields
  'A preset is one of those that are known.': 'Un préréglage est l’un de ceux qui sont connus.',
  'The words of conditions name no field.': 'Les mots des conditions ne nomment aucun champ.',
  'A date has a format: dates are never guessed.': 'Une date a un format : une date ne se devine jamais.',
  'A key is the id that the CRM gave, not what Excel made of it.':
    'Une clé est l’identifiant que le CRM a donné, non ce qu’Excel en a fait.',
  'A date is no serial number of Excel, unless its format says so.':
    'Une date n’est pas un numéro de série d’Excel, sauf si son format le dit.',
  'A time of day has its date in the column beside it.': 'Une heure a sa date dans la colonne à côté d’elle.',
  'A time of day beside its date is written in a form that means one time.':
    'Une heure à côté de sa date est écrite sous une forme qui ne dit qu’une heure.',
  'A time tells its zone by an offset, never by letters.':
    'Une heure dit son fuseau par un décalage, jamais par des lettres.',
  'An amount is in the currency of the target that adds it up.':
    'Un montant est dans la devise de la cible qui l’additionne.',
  'A date format is iso, epoch, epoch-ms, excel or a pattern.':
    'Un format de date est iso, epoch, epoch-ms, excel ou un modèle.',
  'Times without an offset have a declared time zone.':
    'Les heures sans décalage horaire ont un fuseau déclaré.',
  'A field name means one column.': 'Un nom de champ désigne une seule colonne.',
  'Each source beside the leads says how its rows find their lead.':
    'Chaque source autre que les leads dit comment ses lignes trouvent leur lead.',
  'Fields that are named are declared.': 'Les champs nommés sont déclarés.',
  'A moment is read from a date or datetime field.': 'Un moment se lit dans un champ date ou datetime.',
  'Different values are counted of a field of text or numbers.':
    'Les valeurs différentes se comptent dans un champ de texte ou de nombres.',
  'A number is read from an integer or decimal field.': 'Un nombre se lit dans un champ integer ou decimal.',

  // Conditions and the profile
  'A condition is a map of fields, or the word profile.':
    'Une condition est un ensemble de champs, ou le mot profile.',
  "A test fits its field's type.": 'Un test convient au type de son champ.',
  'Patterns are RE2.': 'Les motifs sont des expressions RE2.',
  'The word profile stands for a profile that the agreement defines.':
    'Le mot profile désigne un profil que l’accord définit.',
  'The points of a profile can reach the score that it asks for.':
    'Les points d’un profil peuvent atteindre le score qu’il demande.',

  // Names
  'Teams that are named are declared.': 'Les équipes nommées sont déclarées.',
  'Stages that are named are declared.': 'Les étapes nommées sont déclarées.',
  'Calendars that are named are declared.': 'Les calendriers nommés sont déclarés.',
  'Sources that are named are declared.': 'Les sources nommées sont déclarées.',
  'A waiver or an excuse names a commitment or an objective that exists.':
    'Une dérogation ou une excuse nomme un engagement ou un objectif qui existe.',
  'The lint section names rules that exist.': 'La section lint nomme des règles qui existent.',

  // Promises
  'A time limit in business time names its calendar: none is guessed.':
    'Un délai en temps ouvré nomme son calendrier : aucun ne se devine.',
  'Attempts say which activities count where there are several.':
    'Une mesure attempts dit quelles activités comptent quand il y en a plusieurs.',
  'A promise measures one thing.': 'Une promesse mesure quelque chose.',
  'A promise measures one thing only.': 'Une promesse ne mesure qu’une chose.',
  'A target is a share for what is a share, and a number per period for what is a number.':
    'Une cible est un taux pour ce qui est un taux, et un nombre par période pour ce qui est un nombre.',
  'A promise has at most 300 segments.': 'Une promesse a 300 segments au plus.',
  'A segment changes terms that its measure has.': 'Un segment change des termes que sa mesure possède.',
  'A clock starts and stops at different stages.':
    'Un chronomètre démarre et s’arrête à des étapes différentes.',
  'A share says what counts, in one way.': 'Une mesure share dit ce qui compte, d’une seule façon.',
  'A response says until when, in one way.': 'Une mesure response dit jusqu’à quand, d’une seule façon.',
  'A promise is about the rows of one source.': 'Une promesse porte sur les lignes d’une seule source.',
  'The gap between two touches is elapsed time.': 'L’écart entre deux prises de contact est un temps écoulé.',
  'Objectives, commitments and segments have ids of their own.':
    'Objectifs, engagements et segments ont chacun leur identifiant.',
  'A commitment is owed by one team to another.': 'Un engagement est dû par une équipe à une autre.',
  'A waiver names leads, or dates.': 'Une dérogation nomme des leads, ou des dates.',
  'An agreement ends after it begins.': 'Un accord finit après avoir commencé.',

  // What the two sides owe
  'Each team that is owed something owes something in return.':
    'Chaque équipe à qui l’on doit quelque chose doit quelque chose en retour.',
  'The sentence of a promise says no limit, rate, number or period that its terms do not have.':
    'La phrase d’une promesse ne dit ni délai, ni taux, ni nombre, ni période que ses termes n’ont pas.',
  'An objective is shared by at least two teams.': 'Un objectif est partagé par au moins deux équipes.',
  'A list of teams or promises has each name once.':
    'Une liste d’équipes ou de promesses a chaque nom une fois.',
  'An agreement names who decides when the teams do not agree.':
    'Un accord nomme qui tranche quand les équipes ne sont pas d’accord.',
  'An agreement says from which day it is in force.':
    'Un accord dit à partir de quel jour il est en vigueur.',
  'An agreement is reviewed as often as it says.': 'Un accord est revu aussi souvent qu’il le dit.',

  // What nothing uses
  'Each team has a part in a commitment or an objective.':
    'Chaque équipe a sa part d’un engagement ou d’un objectif.',
  'Each source beside the leads is read by a measure, a stage or a condition.':
    'Chaque source autre que les leads est lue par une mesure, une étape ou une condition.',
  'Each date, amount and personal field is read by a stage, a condition or a measure.':
    'Chaque date, montant ou champ personnel est lu par une étape, une condition ou une mesure.',
  'Each stage is named by a commitment, an objective or the funnel.':
    'Chaque étape est nommée par un engagement, un objectif ou le funnel.',
  'Each calendar is named by a time limit.': 'Chaque calendrier est nommé par un délai.',
  'The profile is used by a commitment or an objective.': 'Le profil sert à un engagement ou à un objectif.',

  // What can never be
  'What the profile must be does not contradict itself, nor what it must not be.':
    'Ce que le profil doit être ne se contredit pas, et ne contredit pas ce qu’il ne doit pas être.',
  'A lead can meet all the conditions of a promise at once.':
    'Un lead peut remplir à la fois toutes les conditions d’une promesse.',
  'Each segment can match a lead that no segment above it takes.':
    'Chaque segment peut retenir un lead qu’aucun segment placé au-dessus ne prend.',
  'A target can be missed.': 'Une cible peut être manquée.',
  'A target of 100%, or of 0% at most, tolerates no unknown case.':
    'Une cible de 100 %, ou de 0 % au plus, n’admet aucun cas indéterminé.',
  'What ends the tries of a team early is brought about by the lead, not by the team.':
    'Ce qui met fin plus tôt aux tentatives d’une équipe vient du lead, et non de l’équipe.',
  'What must come first is not given longer than what must come after it.':
    'Ce qui doit venir en premier n’a pas un délai plus long que ce qui doit venir ensuite.',

  // Time limits
  'A promise that books its cases by due has a limit of at most a month.':
    'Une promesse qui compte ses cas à leur échéance a un délai d’un mois au plus.',
  'A season of a calendar holds on some day in force, and its week is not the usual one.':
    'Une saison d’un calendrier vaut un jour au moins où l’accord est en vigueur, et sa semaine n’est pas la semaine habituelle.',
  'A time limit that runs day and night names no calendar.':
    'Un délai qui court jour et nuit ne nomme pas de calendrier.',
  'A time limit that runs day and night is no shorter than the longest closing of the week.':
    'Un délai qui court jour et nuit n’est pas plus court que la plus longue fermeture de la semaine.',
  'No opening or closing time is one that the clock skips when it changes.':
    'Aucune heure d’ouverture ou de fermeture n’est sautée au changement d’heure.',
  'Where public holidays are those of a region, the region is named.':
    'Quand les jours fériés sont ceux d’une région, la région est nommée.',

  // Waivers
  'A waiver holds on days on which the agreement is in force.':
    'Une dérogation vaut pour des jours où l’accord est en vigueur.',
  'An objective is drawn up by all the teams that share it.':
    'Un objectif est élaboré par toutes les équipes qui le partagent.',
  'The promises that add up one field say one unit for it.':
    'Les promesses qui additionnent un même champ disent une seule unité.',
  'A waiver is about shares of cases, never about a number.':
    'Une dérogation porte sur des parts de cas, jamais sur un nombre.',
  'A waiver by dates or by a condition names one commitment, and one by dates alone covers at most 31 days.':
    'Une dérogation par dates ou par condition nomme un engagement, et par dates seules couvre 31 jours au plus.',
  'A waiver is approved by all the teams whose promise it is about.':
    'Une dérogation est approuvée par toutes les équipes dont elle touche la promesse.',
  'A period with a target of its own lies in force, at least in part, and owes something else than every period.':
    'Une période qui a sa propre cible est en vigueur, au moins en partie, et doit autre chose que toutes les périodes.',
  'A funnel names stages of leads.': 'Un funnel nomme des étapes de leads.',
  'A funnel names each of its stages once.': 'Un funnel nomme chacune de ses étapes une fois.',
  'One lead can reach all stages of the funnel, and no promise runs against their order.':
    'Un même lead peut atteindre toutes les étapes du funnel, et aucune promesse ne va contre leur ordre.',

  // Versions and comments
  'Each version of an agreement begins on the day after the one before it ends.':
    'Chaque version d’un accord commence le lendemain de la fin de la précédente.',
  'A later version of an agreement says why it replaces the one before it.':
    'Une version postérieure d’un accord dit pourquoi elle remplace la précédente.',
  'A later version of an agreement has a higher version.':
    'Une version postérieure d’un accord porte un numéro plus élevé.',
  'A comment that ignores a rule says why.': 'Un commentaire qui fait ignorer une règle dit pourquoi.',
  'A condition asks a field with agreed words for one of them.':
    'Une condition demande à un champ aux mots convenus l’un d’entre eux.',
  'The cells of a field with agreed words hold no other words.':
    'Les cellules d’un champ aux mots convenus ne contiennent pas d’autres mots.',
  'What a record names as its evidence is there.': 'Ce qu’un enregistrement nomme comme preuve existe.',
  'A comment that ignores a rule stands where the rule finds something.':
    'Un commentaire qui fait ignorer une règle se trouve là où elle signale quelque chose.',
};
