import { withSeconds } from '../clock.ts';
import { stories } from '../story.ts';
import { COUNTRIES, type CrmExport, hex, LEADS, owner, SOURCES } from './columns.ts';

export const dynamics: CrmExport = {
  folder: 'dynamics',
  delimiter: ',',
  leads: stories(6, LEADS),
  columns: [
    [
      '(Ne pas modifier) Prospect',
      ({ number }) => `${hex(number * 2654435, 8)}-5a1e-11f1-8de9-${hex(number * 7919, 12)}`,
    ],
    ['(Ne pas modifier) Somme de contrôle de la ligne', ({ number }) => `x${hex(number * 104729, 10)}==`],
    [
      '(Ne pas modifier) Modifié le',
      ({ created, contacted, decided }) => withSeconds(decided ?? contacted ?? created),
    ],
    ['Nom complet', ({ who }) => `${who.first} ${who.last}`],
    ['Nom de la société', ({ who }) => who.company],
    [
      'Raison du statut',
      ({ contacted, outcome }) =>
        outcome === 'refused'
          ? 'Perdu'
          : outcome === 'accepted'
            ? 'Qualifié'
            : contacted !== null
              ? 'Contacté'
              : 'Nouveau',
    ],
    ['Propriétaire', owner],
    ['Source du prospect', ({ source }) => SOURCES.french[source]],
    ['Pays', ({ country }) => COUNTRIES[country]],
    ['Créé le', ({ created }) => withSeconds(created)],
    ['Date de première réponse', ({ contacted }) => withSeconds(contacted)],
    ['Date de qualification', ({ decided, outcome }) => withSeconds(outcome === 'accepted' ? decided : null)],
  ],
};
