/**
 * The shapes of the sample data: figures measured on published exports, none of their rows. Where an export is named, its
 * README under `examples/` says where to get it.
 *
 * - `lead-response` (10,000 leads): wait for the first answer in minutes, quantiles 5 % 3.5, 10 % 5.5, 25 % 11.6, 50 % 26.1,
 *   75 % 60.1, 90 % 127.6, 95 % 196.5, 99 % 440.6, longest 480. Its arrivals are flat over the 24 hours (3.9 % to 4.5 %
 *   each) and over the week (14.0 % to 14.9 % a day).
 * - `olist` (8,000 qualified leads): weekday of first contact, Monday to Sunday 18.7, 18.1, 18.6, 16.9, 14.4, 6.6, 6.6 %;
 *   10.5 % won; days to the won deal, quantiles 10 % 2.6, 25 % 5.9, 50 % 14.7, 75 % 55.1, 90 % 162.7, longest 428; 0.1 % of
 *   the deals won before the first contact.
 * - `b2b-funnel` (12,000 leads): 52.1 % qualified, 1, 6 and 10 days after creation (10 %, 50 %, 90 %).
 * - `real-estate` (5,000 leads): 45.6 % qualified, 3.3 % without an owner.
 */
type Quantiles = readonly (readonly [share: number, value: number])[];

export const QUALIFIED_SHARE = 0.52;
export const WON_SHARE_OF_QUALIFIED = 0.105;
export const NO_OWNER_SHARE = 0.033;

/** Relative number of arrivals by weekday, Monday first. */
export const WEEKDAYS = [18.7, 18.1, 18.6, 16.9, 14.4, 6.6, 6.6] as const;

/**
 * Relative number of arrivals by hour: the flat night-and-day floor that web forms show in `lead-response`, and an office-day
 * hump upon it as in the closing hours of the `olist` deals.
 */
export const HOURS = [1, 1, 1, 1, 1, 1, 1.5, 3, 6, 9, 10, 9, 5, 6, 9, 10, 9, 7, 5, 4, 3, 3, 2, 1.5] as const;

/** Business minutes to the first contact. */
export const FIRST_CONTACT_MINUTES: Quantiles = [
  [0, 0.5],
  [0.05, 3.5],
  [0.1, 5.5],
  [0.25, 11.6],
  [0.5, 26.1],
  [0.75, 60.1],
  [0.9, 127.6],
  [0.95, 196.5],
  [0.99, 440.6],
  [1, 480],
];

export const DAYS_TO_QUALIFIED: Quantiles = [
  [0, 0],
  [0.35, 0],
  [0.4, 1],
  [0.7, 6],
  [0.95, 10],
  [1, 14],
];

export const DAYS_TO_WON: Quantiles = [
  [0, 1],
  [0.1, 2.6],
  [0.25, 5.9],
  [0.5, 14.7],
  [0.75, 55.1],
  [0.9, 162.7],
  [1, 428],
];

/** Business hours from the first contact to accepted or refused: invented, no public export has it. */
export const HOURS_TO_DECISION: Quantiles = [
  [0, 0.2],
  [0.25, 4],
  [0.5, 11],
  [0.75, 20],
  [0.9, 31],
  [0.97, 48],
  [1, 120],
];

/** Euros: invented. */
export const AMOUNTS: Quantiles = [
  [0, 400],
  [0.25, 1800],
  [0.5, 3600],
  [0.75, 6900],
  [0.95, 16_000],
  [1, 42_000],
];

/** Employees: invented; French-speaking firms that a software firm of this size would meet. */
export const SIZES: Quantiles = [
  [0, 1],
  [0.15, 19],
  [0.5, 90],
  [0.75, 240],
  [0.88, 499],
  [0.97, 1800],
  [1, 6000],
];

/** Of the wait for the first contact, the part before somebody is in charge: invented. */
export const PART_OF_WAIT_BEFORE_ASSIGNED: Quantiles = [
  [0, 0],
  [0.5, 0.12],
  [0.9, 0.4],
  [1, 0.9],
];

export const SOURCES = [
  ['Site web', 40],
  ['Salon', 14],
  ['Webinaire', 18],
  ['Recommandation', 12],
  ['Publicité', 16],
] as const;

export const COUNTRIES = [
  ['FR', 78],
  ['BE', 9],
  ['CH', 6],
  ['LU', 2],
  ['DE', 3],
  ['ES', 2],
] as const;

export const JOBS = [
  ['Directeur marketing', 22],
  ['Directrice générale', 18],
  ['Responsable commercial', 25],
  ['Chef de projet', 21],
  ['Étudiant', 3],
  ['Stagiaire', 2],
  ['', 9],
] as const;

/**
 * How each month of the story differs from the rest: factors on the arrivals, the waits and the blank cells; `patience` is the
 * share of leads that a salesperson tries again and again.
 */
export const MONTHS: Readonly<
  Record<string, { arrivals: number; wait: number; decision: number; blank: number; patience: number }>
> = {
  '2026-01': { arrivals: 0.95, wait: 0.75, decision: 0.9, blank: 1, patience: 0.8 },
  '2026-02': { arrivals: 1.15, wait: 0.9, decision: 0.9, blank: 0.8, patience: 0.85 },
  '2026-03': { arrivals: 1.3, wait: 1.8, decision: 1.1, blank: 0.7, patience: 0.5 },
  '2026-04': { arrivals: 1.15, wait: 1.1, decision: 1.7, blank: 3, patience: 0.7 },
  '2026-05': { arrivals: 0.8, wait: 0.8, decision: 0.8, blank: 0.5, patience: 0.8 },
  '2026-06': { arrivals: 1.2, wait: 0.75, decision: 0.9, blank: 0.5, patience: 0.85 },
};
