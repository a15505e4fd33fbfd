import type { Story } from '../story.ts';

/** The example export of one CRM: its own headers, its own way to write times, the same kind of leads. */
export interface CrmExport {
  readonly folder: string;
  readonly delimiter: ',' | ';';
  readonly columns: readonly (readonly [header: string, cell: (lead: Story) => string])[];
  readonly leads: readonly Story[];
}

const OWNERS = ['Anaïs Fauvet', 'Benoît Kerdrel', 'Céline Orsenne', 'David Hautbois'] as const;
export const LEADS = 240;

export const owner = ({ owner: index }: Story): string => (index === null ? '' : (OWNERS[index] ?? ''));
export const money = (value: number | null): string => (value === null ? '' : value.toFixed(2));
export const hex = (n: number, length: number): string => n.toString(16).padStart(length, '0');

export const SOURCES = {
  hubspot: {
    web: 'Organic search',
    event: 'Offline sources',
    webinar: 'Email marketing',
    referral: 'Referrals',
  },
  plain: { web: 'Web', event: 'Trade Show', webinar: 'Webinar', referral: 'Employee Referral' },
  french: { web: 'Site web', event: 'Salon', webinar: 'Webinaire', referral: 'Recommandation' },
} as const;
export const COUNTRIES = { France: 'France', Belgium: 'Belgique', Switzerland: 'Suisse' } as const;
export const REASONS = {
  budget: 'Pas de budget',
  timing: 'Pas de projet',
  unreachable: 'Injoignable',
} as const;
