import { type Language, language } from './index.ts';

/** By their English: what a draft calls something in another language. No accents: a shell types them. */
type Ids = Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;

/**
 * Teams, calendars, stages, promises and fields. Words that the program itself knows stay: `leads`, `id`, `owner`, `at` of activities.
 */
const IDS: Ids = {
  fr: {
    ...{ sales: 'ventes', office: 'bureau' },
    ...{ created: 'cree', qualified: 'qualifie', contacted: 'contacte', answered: 'repondu', won: 'gagne' },
    ...{
      opened: 'ouvert',
      solved: 'resolu',
      raised: 'demande',
      done: 'fait',
      decided: 'decide',
      begun: 'commence',
    },
    ...{ surveyed: 'interroge', read: 'lu', closed: 'traite' },
    ...{ created_at: 'cree_le', qualified_at: 'qualifie_le', assigned_at: 'attribue_le' },
    ...{ contacted_at: 'contacte_le', decided_at: 'decide_le', opportunity_at: 'opportunite_le' },
    ...{
      meeting_at: 'rendez_vous_le',
      proposal_at: 'proposition_le',
      won_at: 'gagne_le',
      lost_at: 'perdu_le',
    },
    ...{ modified_at: 'modifie_le', opened_at: 'ouvert_le', answered_at: 'repondu_le', done_at: 'fait_le' },
    ...{ due_on: 'echeance', score: 'note', from_at: 'debut', to_at: 'fin' },
    ...{ deal_status: 'statut_affaire', deal_closed_at: 'affaire_close_le' },
    ...{ source: 'origine', email: 'courriel', phone: 'telephone', company: 'societe', country: 'pays' },
    ...{
      company_size: 'effectif',
      job_title: 'fonction',
      industry: 'secteur',
      name: 'nom',
      status: 'statut',
    },
    ...{ amount: 'montant', reason: 'motif', kind: 'nature', by: 'par' },
    ...{ volume: 'volume', 'complete-records': 'fiches-remplies', 'first-contact': 'premier-contact' },
    ...{ feedback: 'retours', 'follow-up': 'relances', customers: 'clients' },
    ...{ 'new-business': 'nouvelles-affaires', 'new-customers': 'nouveaux-clients' },
    ...{ 'first-answer': 'premier-retour', 'done-in-time': 'fait-au-jour-dit', 'on-time': 'dans-les-temps' },
    ...{ satisfied: 'satisfaction', answers: 'traitement' },
  },
};

/** Sources, by what an English export or program calls them. */
const SOURCES: Ids = {
  fr: {
    ...{ deals: 'affaires', opportunities: 'opportunites', quotes: 'devis', orders: 'commandes' },
    ...{ activities: 'activites', calls: 'appels', emails: 'courriels', mails: 'courriels', tasks: 'taches' },
    ...{ meetings: 'reunions', events: 'evenements', notes: 'notes', history: 'historique' },
    ...{ contacts: 'contacts', companies: 'societes', accounts: 'comptes', customers: 'clients' },
    ...{ tickets: 'tickets', requests: 'demandes', actions: 'actions', surveys: 'enquetes' },
  },
};

function own(ids: Ids, id: string): string {
  const names = ids[language()] ?? {};
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

/** What a draft calls a team, a calendar, a stage, a promise or a field. */
export const ownId = (id: string): string => own(IDS, id);

/** What a draft calls a source. */
export const ownSource = (name: string): string => own(SOURCES, name);
