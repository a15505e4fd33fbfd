import type { Catalogue } from '../catalogue.ts';

/** What one types, as the help shows it: the names of files and what people say are in the language of the reader. */
export const examples: Catalogue = {
  'sla accept --all --by sales --why "Agreed on 12 June"':
    'sla accept --all --by sales --why « Convenu le 12 juin »',
  'sla accept acme:feedback/commitment --by marketing --by sales --why "Replaced"':
    'sla accept acme:feedback/commitment --by marketing --by sales --why « Remplacée »',
  'sla accept acme:first-contact/within --by marketing --why "Two people left"':
    'sla accept acme:first-contact/within --by marketing --why « Deux départs »',
  'sla cases --period 2026-03 -o march.xlsx': 'sla cases --period 2026-03 -o mars.xlsx',
  'sla cases --state pending --owner "Ana Lopez"': 'sla cases --state pending --owner « Anne Moreau »',
  'sla close 2026-05 --again --why "12 calls added"': 'sla close 2026-05 --again --why « 12 appels ajoutés »',
  'sla diff --format github -o comment.md': 'sla diff --format github -o commentaire.md',
  'sla diff before.sla.yaml after.sla.yaml': 'sla diff avant.sla.yaml apres.sla.yaml',
  'sla diff v1.0:acme.sla.yaml --leads last-quarter.csv':
    'sla diff v1.0:acme.sla.yaml --leads dernier-trimestre.csv',
  'sla disputes --as-of 2026-06-30 -o disputes.html': 'sla disputes --as-of 2026-06-30 -o contestations.html',
  'sla disputes -o disputes.xlsx': 'sla disputes -o contestations.xlsx',
  'sla experiments --as-of 2026-06-30 -o experiments.html':
    'sla experiments --as-of 2026-06-30 -o experiences.html',
  'sla init --from leads.csv --from deals.csv --from activities.csv':
    'sla init --from leads.csv --from affaires.csv --from activites.csv',
  'sla log acme.sla.yaml -o CHANGES.md': 'sla log acme.sla.yaml -o CHANGEMENTS.md',
  'sla pack --close minutes/2026-06-09.md': 'sla pack --close comptes-rendus/2026-06-09.md',
  'sla pack --period 2026-05 -o pack.html': 'sla pack --period 2026-05 -o dossier.html',
  'sla pack -o minutes/2026-06-09.md': 'sla pack -o comptes-rendus/2026-06-09.md',
  'sla report --period quarter -o report.html': 'sla report --period quarter -o rapport.html',
  'sla report -o board.xlsx': 'sla report -o tableau.xlsx',
  'sla show acme.sla.yaml -o agreement.html': 'sla show acme.sla.yaml -o accord.html',
};
