import { withSeconds } from '../clock.ts';
import { stories } from '../story.ts';
import { COUNTRIES, type CrmExport, LEADS, money, owner, REASONS } from './columns.ts';

export const odoo: CrmExport = {
  folder: 'odoo',
  delimiter: ',',
  leads: stories(7, LEADS),
  columns: [
    ['ID externe', ({ number }) => `__export__.crm_lead_${number}`],
    ['Opportunité', ({ who }) => `Demande de ${who.company}`],
    ['Nom du contact', ({ who }) => `${who.first} ${who.last}`],
    ['E-mail', ({ who }) => who.email],
    ['Vendeur', owner],
    ['Équipe commerciale', ({ assigned }) => (assigned === null ? '' : 'Ventes')],
    [
      'Étape',
      ({ decided, contacted, won }) =>
        won !== null
          ? 'Gagné'
          : decided !== null
            ? 'Proposition'
            : contacted !== null
              ? 'Qualifié'
              : 'Nouveau',
    ],
    ['Pays', ({ country }) => COUNTRIES[country]],
    ['Revenus espérés', ({ amount, size }) => money(amount ?? size * 10)],
    ['Créé le', ({ created }) => withSeconds(created)],
    ["Date d'affectation", ({ assigned }) => withSeconds(assigned)],
    ['Date de clôture', ({ won }) => withSeconds(won)],
    ['Motif de la perte', ({ reason }) => (reason === null ? '' : REASONS[reason])],
  ],
};
