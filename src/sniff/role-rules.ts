import type { RoleName, SniffType } from '../model/sniff.ts';

export interface RoleRule {
  readonly role: RoleName;
  readonly types: 'date' | 'number' | 'any' | 'text';
  /** Of folded headers, the most telling first. */
  readonly words: readonly RegExp[];
}

/** What headers say, in English and French, after folding: small letters, no accents, single spaces. */
export const RULES: readonly RoleRule[] = [
  {
    role: 'id',
    types: 'any',
    words: [
      /^(?:lead|record|prospect|piste|id de piste)(?: (?:id|identifiant|key|number|no|ref))?$/,
      /^(?:id|identifiant|id externe|external id|key|uuid)$/,
      /^(?:\w+ )?(?:lead|contact|record|deal|opportunity|mql|affaire|piste|prospect) ?id$/,
      /^(?:deal|lead|affaire) id$/,
      /^id (?:de |du |d )?\w+$/,
      /^(?:n|no|num|numero|ref|reference|code)(?: (?:de|du|d|de la))? (?:lead|prospect|piste|contact|fiche|dossier|affaire|opportunite|demande)$/,
    ],
  },
  {
    role: 'modified',
    types: 'date',
    words: [/modifi|last update|updated|mise a jour|mis a jour|last change/],
  },
  {
    role: 'contacted',
    types: 'date',
    words: [
      /first (?:contact|call|response|outreach|touch|reply|answer)|premier(?:e)? (?:contact|appel|reponse)|^contacted|contacte le|date de premiere reponse/,
      /^response (?:time|date|at)$/,
    ],
  },
  {
    role: 'qualified',
    types: 'date',
    words: [/marketing qualified|^mql/, /qualifi(?:ed|cation|e)/],
  },
  { role: 'assigned', types: 'date', words: [/assign|attribu|affect/] },
  {
    role: 'answered',
    types: 'date',
    words: [
      /decid|decision|accepte?d?\b.*(?:at|on|date|le)|sales qualified|^sql|answered|disposition|refus/,
      /opportunity/,
    ],
  },
  // A conversion makes a deal of a lead; whether it is won the deal says.
  { role: 'opportunity', types: 'date', words: [/opportunit/, /\bengage/, /convert|conversion/] },
  {
    role: 'proposal',
    types: 'date',
    words: [/proposal|proposition|\bquote\b|quotation|\bdevis\b|offer (?:date|sent)|negotiat|negociat/],
  },
  {
    role: 'meeting',
    types: 'date',
    words: [/\bvisite?\b|\bmeeting\b|\bdemo\b|appointment|rendez vous|\brdv\b|reunion/],
  },
  {
    role: 'won',
    types: 'date',
    words: [
      /\bwon\b|gagn|\bgain\b|customer date|became a customer|booking|booked/,
      /\bsales? (?:date|on|at)$|^date (?:of |de )?(?:la )?(?:sale|vente)$|^(?:sold|vendu)\b|\bsigned (?:on|at|date)$|signature/,
      /clos(?:e|ed|ing) ?(?:date|on|at)?$|date de cloture/,
    ],
  },
  { role: 'lost', types: 'date', words: [/\blost\b|perdu|perte|echec/] },
  {
    role: 'created',
    types: 'date',
    words: [
      /creat|cree\b|creation/,
      /^lead (?:date|time)$|arriv|received|recu|inquiry|enquiry|submitted|registered/,
      /\bsubmi(?:t|ssion)|soumis|acquisition|horodat|zeitstempel|angelegt|eingegangen/,
      /^date$|^timestamp$/,
    ],
  },
  { role: 'email', types: 'text', words: [/e ?mail|courriel|courrier electronique/] },
  { role: 'phone', types: 'any', words: [/phone|telephone|mobile|portable|\btel\b/] },
  { role: 'company_size', types: 'number', words: [/employee|effectif|headcount|company size|salarie/] },
  {
    role: 'company',
    types: 'text',
    words: [
      /^(?:company|societe|entreprise|organi[sz]ation|account)(?: name| account| compte)?$|nom de la societe|company name|nom de l entreprise|organi[sz]ation$/,
    ],
  },
  {
    role: 'job_title',
    types: 'text',
    words: [/job title|job position|fonction|intitule du poste|^title$|^titre$|^poste$/],
  },
  { role: 'industry', types: 'text', words: [/industr|secteur/] },
  { role: 'country', types: 'text', words: [/^(?:country|pays)/] },
  {
    role: 'owner',
    types: 'any',
    words: [
      /owner|sales ?rep|salesperson|vendeur|commercial\b|proprietaire|assigned to|\bagent\b|assignee|sales agent/,
    ],
  },
  { role: 'reason', types: 'text', words: [/reason|motif|raison/] },
  {
    role: 'status',
    types: 'text',
    words: [/(?:lead|deal) ?status|statut d|^status$|^statut$|^decision$/, /stage|etape|status|statut|phase/],
  },
  {
    role: 'source',
    types: 'text',
    words: [
      /lead source|original (?:traffic )?source|^source|origin(?:e)?\b|^channel$|marketing channel|canal/,
    ],
  },
  {
    role: 'amount',
    types: 'number',
    words: [
      /amount|montant|(?:deal|opportunity|close|sale|contract|order) value|^value$|valeur/,
      /revenue|revenu|\b(?:arr|mrr|acv|tcv)\b|price|chiffre d affaires/,
    ],
  },
  {
    role: 'name',
    types: 'text',
    words: [
      /^(?:first|last|full|contact|customer)? ?name$|prenom|^nom(?: complet| du contact| de famille)?$|surname|contact person|personne a contacter/,
    ],
  },
];

/**
 * Headers that name a row, though not always a lead: `Record ID - Contact`, `Case Number`, `Event UUID`,
 * `Réf.`; believed where no value comes twice.
 */
export const ROW_NAME =
  /\b(?:id|uuid|guid|token|key|cle|nr|number|numero|ref|reference|code|identifiant|identifier)\b|^(?:n|no|num)\b/;

/** Numbers that name something else than a row. */
export const OTHER_NAME =
  /phone|telephone|mobile|\btel\b|\bfax\b|portable|postal|\bzip\b|siret|siren|\bvat\b|\btva\b|iban|street|house|room|number of|nombre/;

/** A date that is planned: what it speaks of has not been done. */
export const PLANNED =
  /next|prochain|due\b|deadline|echeance|expected|forecast|tentative|target|anticipated|projected|scheduled|prevu|previsionnel|previst[ao]|estimad[ao]|geplant|erwartet|voraussichtlich|fallig|planned|estimated/;

const LATEST = /last|latest|recent|derni/;

/** A date of something else than a lead: of what a person bought or when they were born. */
export const NOT_OF_LEADS =
  /purchase|achat|\bkauf|birth|naissance|geburt|hire|hiring|embauche|expir|renew|renouvel|warranty|garantie|subscription|abonnement|sync/;

/** A column that speaks of the latest or the next event, whatever else its header says. */
export const NOT_FIRST = new RegExp(`${LATEST.source}|${PLANNED.source}`);

/** A number that is hoped for. */
export const HOPED =
  /expected|estimated|forecast|projected|weighted|probab|attendu|estime|prevu|prevision|pondere/;

/** A number that measures the company, not a deal with it. */
export const COMPANY_SIZE = /annual|monthly|yearly|declared|annuel|mensuel|declare/;

const LENGTH =
  /\b(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days|secondes?|heures?|jours|duration|duree|delai|elapsed)\b/;

/** Of folded headers: a number that says how long something took, not when it was. */
export const isLength = (header: string, type: SniffType): boolean =>
  (type === 'integer' || type === 'decimal') && LENGTH.test(header);

/** A number of people is none of them. */
const COUNTED = /\b(?:number|count|total|nombre|nb|quantity|anzahl|how many)\b/;

/** Whether a header that has the word may have the role all the same. */
export function isOf({ role, types }: RoleRule, header: string): boolean {
  if (role === 'owner') return !COUNTED.test(header);
  if (role === 'amount') return !HOPED.test(header) && !COMPANY_SIZE.test(header);
  return role === 'modified' || types !== 'date' || !NOT_FIRST.test(header);
}

/** Whether the cells of a column can be of a role. */
export function fits(rule: RoleRule | undefined, column: { readonly type: SniffType } | undefined): boolean {
  if (!rule || !column || column.type === 'empty') return false;
  const dates = column.type === 'date' || column.type === 'datetime';
  if (rule.types === 'date') return dates;
  if (rule.types === 'number') return column.type === 'integer' || column.type === 'decimal';
  if (rule.types === 'text')
    return column.type === 'text' || column.type === 'boolean' || column.type === 'integer';
  return !dates;
}
