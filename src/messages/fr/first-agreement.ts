import type { Catalogue } from '../catalogue.ts';

/**
 * The agreement that init writes: titles, promises, and what each line rests on. No ` : ` in a promise,
 * which YAML would take for a key.
 */
export const firstAgreement: Catalogue = {
  // Comments
  'New customers': 'Nouveaux clients',
  'Who signs for each team, and who decides where they do not agree?':
    'Qui signe pour chaque équipe, et qui tranche quand elles ne sont pas d’accord ?',
  'When is somebody there to answer? Which days are off, beside public holidays?':
    'Quand y a-t-il quelqu’un pour répondre ? Quels jours sont fermés, en plus des jours fériés ?',
  'When is a lead ready for sales, and who says so? Where does your CRM keep that date, and that of the first contact?':
    'Quand un lead est-il prêt pour les ventes, et qui le dit ? Où votre CRM garde-t-il cette date, et celle du premier contact ?',
  'What do both teams owe together? New customers, revenue, a market: it begins with an amount and a date in the CRM.':
    'Que doivent les deux équipes ensemble ? Des clients, du chiffre d’affaires, un marché : cela commence par un montant et une date dans le CRM.',
  'How many leads does sales need a month to reach its goal, and how many can it answer?':
    'De combien de leads par mois les ventes ont-elles besoin pour atteindre leur but, et à combien peuvent-elles répondre ?',
  'What must sales know of a lead before it calls?':
    'Que doivent savoir les ventes d’un lead avant d’appeler ?',
  'Within which time is a lead answered in an ordinary week, and how many may come late in a bad one?':
    'En combien de temps un lead reçoit-il une réponse dans une semaine ordinaire, et combien peuvent l’attendre dans une mauvaise ?',
  'An agreement between marketing and sales. Better still: "sla init --from export.csv" proposes one from your own leads.':
    'Un accord entre marketing et ventes. Mieux encore : « sla init --from export.csv » en propose un d’après vos propres leads.',
  'A first agreement between marketing and sales, proposed from {0}.':
    'Un premier accord entre marketing et ventes, proposé d’après {0}.',
  'The targets are what your own past reached: talk about them before anybody signs.':
    'Les cibles sont ce que vos propres résultats passés ont atteint : parlez-en avant toute signature.',
  'is this file sound': 'ce fichier est-il valide',
  'what the export holds': 'ce que contient l’export',
  'active, once both teams agree': 'active, dès que les deux équipes sont d’accord',
  'of the reports, for everybody': 'langue des rapports, pour tous',
  'the first month of the export: leads are judged by the version in force':
    'premier mois de l’export : chaque lead est jugé selon la version en vigueur',
  'cuts the months': 'découpe les mois',
  'settles what the teams can not': 'tranche ce que les équipes ne règlent pas',
  'the hours in which the clock runs': 'les heures où le chronomètre tourne',
  'a pattern works too: exports/leads-*.csv': 'un motif convient aussi : exports/leads-*.csv',
  '"sla sniff" tells what it holds; a preset knows the columns of your CRM':
    '« sla sniff » dit ce qu’il contient ; un préréglage connaît les colonnes de votre CRM',
  'whose clock the times of the export show': 'le fuseau des heures de l’export',
  'cells that mean blank': 'cellules qui tiennent lieu de vide',
  '{0}: the preset "{1}" knows these columns too': '{0} : le préréglage « {1} » connaît aussi ces colonnes',
  'for "sla report --by owner --personal"': 'pour « sla report --by owner --personal »',
  'our name: header of the column': 'notre nom : en-tête de la colonne',
  'identifies a lead': 'identifie un lead',
  'identifies a lead, though {0} of its {1} values come again: rows with one value are one lead':
    'identifie un lead, bien que {0} de ses {1} valeurs reviennent : les lignes d’une même valeur sont un seul lead',
  'the moments both teams mean when they use these words':
    'les moments que les deux équipes désignent par ces mots',
  'an id comes several times, each time with another {0}: a row for each hand-over':
    'un identifiant revient, chaque fois avec un autre {0} : une ligne par passage de relais',
  'an id comes several times: the latest row counts': 'un identifiant revient : la dernière ligne compte',
  '{0}: {1}; nothing below needs it': '{0} : {1} ; rien ci-dessous n’en a besoin',
  'at most one row a lead: its fields join the lead':
    'une ligne par lead au plus : ses champs rejoignent le lead',
  'many rows a lead: what was done': 'plusieurs lignes par lead : ce qui a été fait',
  'the usual limit is 1%: {0} rows name no lead': 'la limite habituelle est de 1 % ; lignes sans lead : {0}',
  'the usual limit is 1%: this export has more rows that can not be read':
    'la limite habituelle est de 1 % : cet export a davantage de lignes illisibles',
  'the ideal prospect: agree on it, then count only those leads with "where: profile"':
    'le prospect idéal : convenez-en, puis ne comptez que ces leads avec « where: profile »',
  'what fits you': 'à votre mesure',
  'with these under fields:': 'avec ces lignes sous fields :',
  'exports of leads: personal data': 'exports de leads : données personnelles',
  'fill in SLA_REPOSITORY and SLA_COMMIT': 'renseignez SLA_REPOSITORY et SLA_COMMIT',
  'The program is built outside of the checkout, whose files npm never sees.':
    'Le programme est construit hors du dépôt extrait, dont npm ne voit jamais les fichiers.',
  'the address of sla in git, or of your own copy of it':
    'l’adresse de sla dans git, ou de votre propre copie',
  'the full id of a commit, so that nobody changes the program behind your back':
    'l’identifiant complet d’un commit, pour que personne ne change le programme à votre insu',
  'The export is not in the repository: the agreement alone is checked.':
    'L’export n’est pas dans le dépôt : seul l’accord est vérifié.',

  '; filled in {0} of {1} rows': ' ; lignes remplies : {0} sur {1}',

  // Titles
  'Marketing and sales agreement': 'Accord entre marketing et ventes',
  Marketing: 'Marketing',
  'Head of marketing': 'Direction marketing',
  Sales: 'Ventes',
  'Head of sales': 'Direction des ventes',
  'Managing director': 'Direction générale',
  'Lead created': 'Lead créé',
  'Lead handed to sales': 'Lead confié aux ventes',
  'First contact by sales': 'Premier contact par les ventes',
  'Accepted by sales': 'Accepté par les ventes',
  'its header "{0}" says when sales took the lead: one that they refused has no date, and counts as late':
    'son en-tête « {0} » dit quand les ventes ont pris le lead : un lead refusé n’a pas de date et compte comme en retard',
  'Every lead is accepted by sales within {0}': 'Chaque lead est accepté par les ventes en {0} au plus',
  'Accepted or refused by sales': 'Accepté ou refusé par les ventes',
  Customer: 'Client',
  'Who we want to meet': 'Ceux que nous voulons rencontrer',
  'Lead ID': 'Identifiant',
  Phone: 'Téléphone',
  'Qualified at': 'Qualifié le',
  'First contact at': 'Premier contact le',

  // Time limits
  '{0} business minute': '{0} minute ouvrée',
  '{0} business minutes': '{0} minutes ouvrées',
  '{0} business hour': '{0} heure ouvrée',
  '{0} business hours': '{0} heures ouvrées',
  '{0} business day': '{0} jour ouvré',
  '{0} business days': '{0} jours ouvrés',

  // Promises
  '100 qualified leads every month': '100 leads qualifiés chaque mois',
  '{0} qualified lead every month': '{0} lead qualifié chaque mois',
  '{0} qualified leads every month': '{0} leads qualifiés chaque mois',
  '{0} lead every month': '{0} lead chaque mois',
  '{0} leads every month': '{0} leads chaque mois',
  'A qualified lead comes with its phone number': 'Un lead qualifié arrive avec son numéro de téléphone',
  'A lead comes with its {0}': 'Un lead arrive complet ({0})',
  phone: 'téléphone',
  email: 'e-mail',
  company: 'entreprise',
  source: 'origine',
  'Every qualified lead is contacted within 4 business hours':
    'Chaque lead qualifié est contacté en 4 heures ouvrées au plus',
  'Every lead is contacted within {0}': 'Chaque lead est contacté en {0} au plus',
  'Every lead is accepted or refused within {0}': 'Chaque lead est accepté ou refusé en {0} au plus',
  'Every lead is tried at least once within {0}':
    'Chaque lead reçoit au moins une tentative de contact en {0}',
  'Every lead is tried on {0} days within {1}':
    'Chaque lead reçoit des tentatives de contact sur {0} jours différents en {1}',
  'New revenue that both teams bring in together':
    'Nouveau chiffre d’affaires que les deux équipes apportent ensemble',
  'New customers that both teams bring in together':
    'Nouveaux clients que les deux équipes apportent ensemble',

  // What the past says of them
  'Reached in {0} of the months of the export ({1} in all; the first and the last, which may be cut, are left out).':
    'Atteint dans {0} des mois de l’export ({1} en tout ; le premier et le dernier, peut-être incomplets, sont laissés de côté).',
  '{0} of the leads had them all; {1}% or more did in {2} of the months.':
    '{0} des leads avaient tout ; dans {2} des mois, c’était {1} % ou davantage.',
  'Nothing is promised of wins: {0} of {1} have no date that counts, so that they are of no month. Export the date on which each was won.':
    'Rien n’est promis sur les gains : {0} sur {1} n’ont aucune date qui compte et ne sont d’aucun mois. Exportez la date à laquelle chacun a été gagné.',
  'No lead came in {0} of the months of the export ({1} in all): a target of quarters may suit you better.':
    'Aucun lead n’est arrivé dans {0} des mois de l’export ({1} en tout) : une cible par trimestre vous conviendra peut-être mieux.',
  'The export has no date of a first contact, so no time limit is proposed for sales: name such a date with --contacted COLUMN, or export the calls and mails of these leads too (--from calls.csv). How to get it from your CRM: {0}.':
    'L’export n’a pas de date de premier contact, et aucun délai n’est proposé pour les ventes : nommez une telle date avec --contacted COLONNE, ou exportez aussi les appels et les e-mails de ces leads (--from appels.csv). Comment l’obtenir de votre CRM : {0}.',
  'No header says that its date is the first contact, so no time limit is proposed for sales. If {0} is, name it with --contacted COLUMN; else export the calls and mails of these leads too (--from calls.csv). How to get such a date from your CRM: {1}.':
    'Aucun en-tête ne dit que sa date est celle du premier contact, et aucun délai n’est proposé pour les ventes. Si {0} l’est, nommez-la avec --contacted COLONNE ; sinon exportez aussi les appels et les e-mails de ces leads (--from appels.csv). Comment obtenir une telle date de votre CRM : {1}.',
  'No limit was kept in {0} of past cases: {1}.': 'Aucun délai n’a été tenu dans {0} des cas passés : {1}.',
  '{0} had no such date even after {1}': '{0} n’avaient pas cette date, même après {1}',
  '{0} came within {1}.': '{0} ont pris {1} au plus.',
  'In the past, {0} came within {1}.': 'Par le passé, {0} des cas ont pris {1} au plus.',
  'In the past, {0} came within {1}; {2} within {3}.':
    'Par le passé, {0} des cas ont pris {1} au plus ; {2}, {3} au plus.',
  'Over {0} cases; a lead without the date counts as late.':
    'Nombre de cas : {0} ; un lead sans cette date compte comme en retard.',
  '{0}: {1}%': '{0} : {1} %',
  'Where the lead ends it earlier, name that stage with until: an answer, a meeting, a real refusal; giving up is none.':
    'Si le lead y met fin plus tôt, nommez cette étape avec until : une réponse, un rendez-vous, un vrai refus ; renoncer n’en est pas un.',
  'In the past, so many leads were tried so often within {0}: {1}.':
    'Par le passé, part des leads avec au moins tant de tentatives en {0} ({1}).',
  'Customers are counted and their amounts are not added up: {0} of them have none.':
    'Les clients sont comptés sans additionner leurs montants : {0} n’en ont pas.',
  'the export does not tell what sales did: see below how to get it, add what sales owes, and delete this line':
    'l’export ne dit pas ce que les ventes ont fait : voyez plus bas comment l’obtenir, ajoutez ce qu’elles doivent, et effacez cette ligne',
  '{0} of {1} have no date that counts in "{2}": they are of no month':
    'sur {1}, {0} n’ont pas de date qui compte dans « {2} » : elles ne sont d’aucun mois',
  'not "{0}" of the leads: {1} of those have no amount':
    'et non « {0} » des leads : {1} de ceux-là n’ont pas de montant',
  'The usual max_unknown is {0}%: in one period the data can not tell {1}% of the cases. Lower it once the export tells more.':
    'Le max_unknown habituel est de {0} % : dans une période, les données ne tranchent pas {1} % des cas. Abaissez-le quand l’export en dira plus.',
  'to leave somebody out: touches: { {0}: { not: [...] } }':
    'pour écarter quelqu’un : touches: { {0}: { not: [...] } }',

  // What is not proposed
  '"{0}" is not proposed: hardly anybody did it in the past, and {1}.':
    '« {0} » n’est pas proposé : presque personne ne l’a fait par le passé, et {1}.',
  'In the past, {0} of the leads were tried within {1}.':
    'Par le passé, {0} des leads ont été contactés au moins une fois en {1}.',
  '"{0}" is not proposed: in the past {1} of the leads were tried within {2}.':
    '« {0} » n’est pas proposé : par le passé, {1} des leads ont reçu une tentative de contact en {2}.',
  '"{0}" is not proposed: of the leads of the past {1} became one.':
    '« {0} » n’est pas proposé : par le passé, {1} des leads le sont devenus.',
  '"{0}" is not proposed: of the cases of one period the data can not tell {1}, and there would be no verdict.':
    '« {0} » n’est pas proposé : dans une période, les données ne tranchent pas {1} des cas, et il n’y aurait pas de verdict.',

  '"{0}" is a length of time and no date: hours by day and by night count alike in it, so that no limit in business hours can be judged. Export the date of the first contact.':
    '« {0} » est une durée et non une date : les heures de jour et de nuit y comptent autant, et aucun délai en heures ouvrées ne peut être jugé. Exportez la date du premier contact.',

  // The past, of quarters and of exports without rows
  'Quarters before the first and after the last such lead are left out.':
    'Les trimestres avant le premier de ces leads et après le dernier sont laissés de côté.',
  'The export has a header and no rows: there is no past to propose targets from':
    'L’export a un en-tête et aucune ligne : aucun passé ne permet de proposer des cibles',
  'export it again with its rows, or write an agreement to fill in: sla init':
    'exportez à nouveau avec ses lignes, ou écrivez un accord à compléter : sla init',
  'once you agree on the words: others are then counted and told':
    'une fois les mots convenus : les autres sont alors comptés et signalés',
  'The export has leads of {0} month, which may be cut: look at the target again once there are more.':
    'L’export a les leads de {0} mois, peut-être incomplet : revoyez la cible quand il y en aura davantage.',
  'The export has leads of {0} months, which may be cut: look at the target again once there are more.':
    'L’export a les leads de {0} mois, peut-être incomplets : revoyez la cible quand il y en aura davantage.',
  'The export has wins of so few months that each may be cut: look at the target again later.':
    'L’export a les gains de si peu de mois que chacun peut être incomplet : revoyez la cible plus tard.',
  'Reached in {0} of the quarters of the export, the first and the last left out.':
    'Atteint dans {0} des trimestres de l’export, le premier et le dernier mis à part.',
  'Reached in {0} of the months of the export, the first and the last left out.':
    'Atteint dans {0} des mois de l’export, le premier et le dernier mis à part.',
  'Months before the first and after the last such lead are left out.':
    'Les mois avant le premier de ces leads et après le dernier sont laissés de côté.',
  'Add a currency if you like: ">= {0} EUR per {1}".':
    'Ajoutez une devise si vous voulez : ">= {0} EUR per {1}".',
  '"{0}" is filled in {1} of {2} rows: no promise is made of it.':
    '« {0} » n’est rempli que dans {1} lignes sur {2} : aucune promesse n’en est faite.',
  '{0}% of the leads become customers within {1} days': '{0} % des leads deviennent clients en {1} jours',
  '{0} of the wins came within {1} days, and younger leads are still open. Reached in {2} of the months that are old enough.':
    '{0} des gains sont venus en {1} jours, et les leads plus jeunes restent ouverts. Atteint dans {2} des mois assez anciens.',
  '"{0}" is not proposed: of the leads of the past {1} became one, but {2} of those within {3} days.':
    '« {0} » n’est pas proposé : par le passé, {1} des leads le sont devenus, mais {2} d’entre eux en {3} jours.',
  '"{0}" is not proposed: {1} of the wins came within {2} days, and no month of the export is as old.':
    '« {0} » n’est pas proposé : {1} des gains sont venus en {2} jours, et aucun mois de l’export n’est aussi ancien.',
};
