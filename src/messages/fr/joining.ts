import type { Catalogue } from '../catalogue.ts';

/** How exports of the same leads belong together. */
export const joining: Catalogue = {
  'The rows of "{0}" find their lead, and the agreement has no leads':
    'Les lignes de "{0}" trouvent leur lead, et l’accord n’a pas de leads',
  'add the source "leads", or write "key: id" where the rows are no leads':
    'ajoutez la source "leads", ou écrivez "key: id" si les lignes ne sont pas des leads',
  '{0} of {1} values of "{2}" of the leads are rows of it':
    '{0} valeurs sur {1} de "{2}" des leads en sont des lignes',
  'names the row of "{0}"': 'nomme la ligne de "{0}"',
  'a lead has several deals in it, and a table that joins has one row a lead: judge the deals by themselves with sla init --from {0}, or leave it out':
    'un lead y a plusieurs affaires, et une table jointe a une ligne par lead : jugez les affaires seules avec sla init --from {0}, ou laissez ce fichier de côté',
  '{0} of {1} values of "{2}" are leads of the first export':
    '{0} des {1} valeurs de "{2}" sont des leads du premier export',
  'No column of "{0}" names the leads of the first export':
    'Aucune colonne de "{0}" ne désigne les leads du premier export',
  'export it with the id of the lead, or leave it out; the first --from is the export of the leads':
    'exportez ce fichier avec l’identifiant du lead, ou laissez-le de côté ; le premier --from est l’export des leads',
  'without it: {0}': 'sans lui : {0}',
  'without such files: {0}': 'sans ces fichiers : {0}',
  'Leads come several times in "{0}", by "{1}"': 'Des leads figurent plusieurs fois dans "{0}", selon "{1}"',
  'activities are found by the id of the lead, and this one names its address: export it with the id':
    'les activités se retrouvent par l’identifiant du lead, et celles-ci donnent son adresse : exportez-les avec l’identifiant',
  'it does not look like activities, and a table that joins has one row a lead: leave it out':
    'ce fichier ne ressemble pas à des activités, et une table jointe a une ligne par lead : laissez-le de côté',
  'activities need the date on which they were done: export it with that, or leave it out':
    'les activités ont besoin de la date à laquelle elles ont eu lieu : exportez ce fichier avec cette date, ou laissez-le de côté',
  '"duplicates: latest" keeps one row of a lead already, and "one_per_lead" chooses one':
    '"duplicates: latest" garde déjà une ligne par lead, et "one_per_lead" en choisit une',
  '"one_per_lead" chooses the row that joins a lead, and the rows of "{0}" join none':
    '"one_per_lead" choisit la ligne qui rejoint un lead, et les lignes de "{0}" n’en rejoignent aucun',
  '"one_per_lead" says by one date which row is taken, "first" or "latest"':
    '"one_per_lead" dit par une date quelle ligne est prise, "first" ou "latest"',
  'write one_per_lead: { first: won_at }, and prefer: with a condition where some rows go before others':
    'écrivez one_per_lead: { first: won_at }, et prefer: avec une condition si certaines lignes passent avant les autres',
  'remove duplicates and modified: the rows are several deals of a lead, not states of one':
    'retirez duplicates et modified : les lignes sont plusieurs affaires d’un lead, non les états d’une seule',
  'write joins: { lead_id: id }, or remove it': 'écrivez joins: { lead_id: id }, ou retirez-le',
};
