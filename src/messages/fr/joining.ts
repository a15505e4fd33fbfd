import type { Catalogue } from '../catalogue.ts';

/** How exports of the same leads, or of the same rows, belong together. */
export const joining: Catalogue = {
  // Rows that belong to others which are no leads
  '"{0}" has no rows of its own that others could belong to':
    '« {0} » n’a pas de lignes à elle dont d’autres pourraient relever',
  'write lead: {0}, which is for the rows of leads': 'écrivez lead: {0}, qui est pour les lignes de leads',
  'give it a key: id, where its rows are no leads': 'donnez-lui key: id, si ses lignes ne sont pas des leads',
  'name a source with a key: {0}': 'nommez une source qui a une clé : {0}',
  'The rows of "{0}" are about those of "{1}", and what is measured begins in "{2}"':
    'Les lignes de « {0} » portent sur celles de « {1} », et ce qui est mesuré commence dans « {2} »',
  'name one of {0}': 'nommez l’une de celles-ci : {0}',
  'add a source with "belongs_to: { {0}: <the column of its key> }" under sources, or a counter':
    'ajoutez sous sources une source avec « belongs_to: { {0}: <la colonne de sa clé> } », ou un compteur',
  'of no row': 'd’aucune ligne',
  'none of the {0} rows of "{1}" belongs to a row of "{2}": are their keys written in another way?':
    'aucune des {0} lignes de « {1} » n’appartient à une ligne de « {2} » : leurs clés sont-elles écrites autrement ?',
  '{0} of the {1} rows of "{2}" belongs to no row of "{3}" that could be read':
    '{0} des {1} lignes de « {2} » n’appartient à aucune ligne de « {3} » qui ait pu être lue',
  '{0} of the {1} rows of "{2}" belong to no row of "{3}" that could be read':
    '{0} des {1} lignes de « {2} » n’appartiennent à aucune ligne de « {3} » qui ait pu être lue',

  'The rows of "{0}" find their lead, and the agreement has no leads':
    'Les lignes de « {0} » trouvent leur lead, et l’accord n’a pas de leads',
  'add the source "leads", or write "key: id" where the rows are no leads':
    'ajoutez la source « leads », ou écrivez « key: id » si les lignes ne sont pas des leads',
  '{0} of {1} values of "{2}" of the leads are rows of it':
    '{0} valeurs sur {1} de « {2} » des leads en sont des lignes',
  'names the row of "{0}"': 'nomme la ligne de « {0} »',
  'a lead has several deals in it, and a table that joins has one row a lead: judge the deals by themselves with sla init --from {0}, or leave it out':
    'un lead y a plusieurs affaires, et une table jointe a une ligne par lead : jugez les affaires seules avec sla init --from {0}, ou laissez ce fichier de côté',
  '{0}, by the name of their firm alone: two leads of one firm would share its rows':
    '{0}, par le seul nom de leur entreprise : deux leads d’une même entreprise en partageraient les lignes',
  '{0} of {1} values of "{2}" are leads of the first export':
    '{0} des {1} valeurs de « {2} » sont des leads du premier export',
  'No column of "{0}" names the leads of the first export':
    'Aucune colonne de « {0} » ne désigne les leads du premier export',
  'export it with the id of the lead, or leave it out; the first --from is the export of the leads':
    'exportez ce fichier avec l’identifiant du lead, ou laissez-le de côté ; le premier --from est l’export des leads',
  'without it: {0}': 'sans lui : {0}',
  'without such files: {0}': 'sans ces fichiers : {0}',
  'Leads come several times in "{0}", by "{1}"':
    'Des leads figurent plusieurs fois dans « {0} », selon « {1} »',
  'it does not look like activities, and a table that joins has one row a lead: leave it out':
    'ce fichier ne ressemble pas à des activités, et une table jointe a une ligne par lead : laissez-le de côté',
  'activities need the date on which they were done: export it with that, or leave it out':
    'les activités ont besoin de la date à laquelle elles ont eu lieu : exportez ce fichier avec cette date, ou laissez-le de côté',
  '"duplicates: latest" keeps one row of a lead already, and "one_per_lead" chooses one':
    '« duplicates: latest » garde déjà une ligne par lead, et « one_per_lead » en choisit une',
  '"one_per_lead" chooses the row that joins a lead, and the rows of "{0}" join none':
    '« one_per_lead » choisit la ligne qui rejoint un lead, et les lignes de « {0} » n’en rejoignent aucun',
  '"one_per_lead" says by one date which row is taken, "first" or "latest"':
    '« one_per_lead » dit par une date quelle ligne est prise, « first » ou « latest »',
  'write one_per_lead: { first: won_at }, and prefer: with a condition where some rows go before others':
    'écrivez one_per_lead: { first: won_at }, et prefer: avec une condition si certaines lignes passent avant les autres',
  'remove duplicates and modified: the rows are several deals of a lead, not states of one':
    'retirez duplicates et modified : les lignes sont plusieurs affaires d’un lead, non les états d’une seule',
  'write joins: { lead_id: id }, or remove it': 'écrivez joins: { lead_id: id }, ou retirez-le',
  'Of {0} values of "{1}", {2} are leads of the first export but for capitals, and {3} as they are written':
    'Valeurs de « {1} » : {0} ; {2} sont des leads du premier export aux majuscules près, et {3} telles qu’elles sont écrites',
  'a row that joins names its lead letter by letter: write the addresses in small letters in both exports, or export both with the id of the lead':
    'une ligne jointe désigne son lead lettre pour lettre : écrivez les adresses en minuscules dans les deux exports, ou exportez les deux avec l’identifiant du lead',
  '{0} by "{1}"': '{0} par « {1} »',
  '{0}; {1} rows more are of leads that have one already':
    '{0} ; {1} lignes de plus sont de leads qui en ont déjà une',
  'what "{0}" calls a lead by': 'ce par quoi « {0} » désigne un lead',
  'of several rows of a lead one counts: is this the rule that you mean?':
    'de plusieurs lignes d’un lead une seule compte : est-ce la règle que vous voulez ?',
  '"{0}" is a promise: {1}': '« {0} » est une promesse : {1}',
};
