import { withSeconds } from '../clock.ts';
import { stories } from '../story.ts';
import { type CrmExport, LEADS, money, owner, REASONS, SOURCES } from './columns.ts';

export const pipedrive: CrmExport = {
  folder: 'pipedrive',
  delimiter: ',',
  leads: stories(4, LEADS),
  columns: [
    ['Affaire - ID', ({ number }) => String(number)],
    ['Affaire - Titre', ({ who }) => `Affaire ${who.company}`],
    ['Affaire - Valeur', ({ amount, size }) => money(amount ?? size * 10)],
    ['Affaire - Organisation', ({ who }) => who.company],
    ['Affaire - Personne à contacter', ({ who }) => `${who.first} ${who.last}`],
    [
      'Affaire - Étape',
      ({ decided, contacted }) =>
        decided !== null ? 'Négociation' : contacted !== null ? 'Contact pris' : 'Qualifiée',
    ],
    [
      'Affaire - Statut',
      ({ outcome, won }) => (won !== null ? 'Gagné' : outcome === 'refused' ? 'Perdu' : 'Ouvert'),
    ],
    ['Affaire - Affaire créée', ({ created }) => withSeconds(created)],
    ['Affaire - Heure du gain', ({ won }) => withSeconds(won)],
    [
      "Affaire - Heure de l'échec",
      ({ decided, outcome }) => withSeconds(outcome === 'refused' ? decided : null),
    ],
    ['Affaire - Raison de la perte', ({ reason }) => (reason === null ? '' : REASONS[reason])],
    ['Affaire - Propriétaire', owner],
    ['Affaire - Source', ({ source }) => SOURCES.french[source]],
  ],
};
