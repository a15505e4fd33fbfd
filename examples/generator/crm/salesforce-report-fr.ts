import { french, frenchDay } from '../clock.ts';
import { stories } from '../story.ts';
import { type CrmExport, LEADS, owner, SOURCES } from './columns.ts';

export const salesforceReportFr: CrmExport = {
  folder: 'salesforce-report-fr',
  delimiter: ';',
  leads: stories(3, LEADS),
  columns: [
    ['Prénom', ({ who }) => who.first],
    ['Nom', ({ who }) => who.last],
    ['Société/Compte', ({ who }) => who.company],
    ['Adresse e-mail', ({ who }) => who.email],
    ['Origine de la piste', ({ source, number }) => (number % 20 === 0 ? '' : SOURCES.french[source])],
    ['Propriétaire de la piste', owner],
    [
      'Statut de la piste',
      ({ contacted, outcome }) =>
        outcome === 'refused'
          ? 'Non qualifiée'
          : outcome === 'accepted'
            ? 'Convertie'
            : contacted !== null
              ? 'Contactée'
              : 'Nouvelle',
    ],
    ['Converti', ({ outcome }) => (outcome === 'accepted' ? '1' : '0')],
    ['Date de création', ({ created }) => french(created)],
    ['Date de conversion', ({ decided, outcome }) => (outcome === 'accepted' ? frenchDay(decided) : '')],
    ['Dernière modification', ({ created, decided, contacted }) => french(decided ?? contacted ?? created)],
    ['ID de piste', ({ number }) => `00QEXAMPLE${String(number).padStart(5, '0')}`],
    ['Téléphone', ({ who, number }) => (number % 14 === 0 ? '' : who.phone)],
  ],
};
