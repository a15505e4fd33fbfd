import { say, t } from '../messages/index.ts';
import { figure } from '../messages/numbers.ts';
import type { ColumnRole, KnownExport, RoleName, SniffType } from '../model/sniff.ts';

export interface RoleCandidate {
  readonly name: string;
  readonly type: SniffType;
  readonly filled: number;
  readonly blank: number;
  readonly distinct: number;
  /** Whether `distinct` is counted, not estimated. */
  readonly exact: boolean;
}

interface RoleRule {
  readonly role: RoleName;
  readonly types: 'date' | 'number' | 'any' | 'text';
  /** Of folded headers, the most telling first. */
  readonly words: readonly RegExp[];
}

/** What headers say, in English and French, after folding: small letters, no accents, single spaces. */
const RULES: readonly RoleRule[] = [
  {
    role: 'id',
    types: 'any',
    words: [
      /^(?:lead|record|prospect|piste|id de piste)(?: (?:id|identifiant|key|number|no|ref))?$/,
      /^(?:id|identifiant|id externe|external id|key|uuid)$/,
      /^(?:\w+ )?(?:lead|contact|record|deal|opportunity|mql|affaire|piste|prospect) id$/,
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
  { role: 'opportunity', types: 'date', words: [/opportunit/, /\bengage/] },
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
      /convert|conversion/,
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

const AMOUNT = /amount|montant|value|valeur|revenue|revenu|\b(?:arr|mrr|acv|tcv)\b|price|chiffre d affaires/;

const PERSONAL: ReadonlySet<RoleName> = new Set(['email', 'phone', 'name', 'owner']);

/** A column that speaks of the latest or the next event, whatever else its header says. */
const NOT_FIRST = /last|latest|recent|derni|next|prochain|due\b|echeance|expected|prevue?|planned|estimated/;

/** A number that is hoped for. */
const HOPED = /expected|estimated|forecast|projected|weighted|probab|attendu|estime|prevu|prevision|pondere/;

/** A number that measures the company, not a deal with it. */
const COMPANY_SIZE = /annual|monthly|yearly|declared|annuel|mensuel|declare/;

export interface RoleFinding {
  readonly role: ColumnRole | null;
  readonly personal: boolean;
  readonly notes: readonly string[];
}

/** At most one column a role, by the preset's headers first, then by what the headers say. */
export function rolesOf(
  columns: readonly RoleCandidate[],
  preset: KnownExport | null,
): readonly RoleFinding[] {
  const roles = new Map<number, ColumnRole>();
  const taken = new Set<RoleName>();
  const give = (at: number, name: RoleName, why: string): void => {
    roles.set(at, { name, why });
    taken.add(name);
  };
  for (const [role, headers] of Object.entries(preset?.roles ?? {}) as [RoleName, readonly string[]][]) {
    const rule = RULES.find((each) => each.role === role);
    const at = headers
      .map((header) => columns.findIndex(({ name }) => name === header))
      .find((i) => i >= 0 && !roles.has(i) && fits(rule, columns[i]));
    if (at !== undefined && columns[at]?.type !== 'empty')
      give(at, role, t`a header of ${say(preset?.title ?? '')}`);
  }
  const folded = columns.map(({ name }) => fold(name));
  for (const rule of RULES) {
    if (taken.has(rule.role)) continue;
    for (const word of rule.words) {
      const at = columns.findIndex(
        (column, i) =>
          !roles.has(i) && word.test(folded[i] ?? '') && fits(rule, column) && isOf(rule, folded[i] ?? ''),
      );
      const column = columns[at];
      if (!column) continue;
      give(at, rule.role, evidenceOf(rule, column));
      break;
    }
  }
  startFromContact(columns, roles, taken);
  return columns.map((column, at) => {
    const role = roles.get(at) ?? null;
    const personal = role === null ? PERSON.test(folded[at] ?? '') : PERSONAL.has(role.name);
    const notes = [
      ...(role?.name === 'id' ? repeatNotes(column) : []),
      ...notesOf(column, folded[at] ?? '', preset),
    ];
    return { role, personal, notes };
  });
}

/** Where the only date is a first contact, it is how leads came: nobody can answer a lead before it is there. */
function startFromContact(
  columns: readonly RoleCandidate[],
  roles: Map<number, ColumnRole>,
  taken: ReadonlySet<RoleName>,
): void {
  const dates = columns.filter(({ type }) => type === 'date' || type === 'datetime');
  if (dates.length !== 1 || taken.has('created') || taken.has('qualified')) return;
  for (const [at, { name }] of roles) {
    if (name !== 'contacted') continue;
    const why = t`the only date of the file; its header "${columns[at]?.name ?? ''}" does not say who made contact`;
    roles.set(at, { name: 'created', why });
  }
}

/** Whether a header that has the word may have the role all the same. */
function isOf({ role, types }: RoleRule, header: string): boolean {
  if (role === 'amount') return !HOPED.test(header) && !COMPANY_SIZE.test(header);
  return role === 'modified' || types !== 'date' || !NOT_FIRST.test(header);
}

const PERSON =
  /e ?mail|courriel|phone|telephone|mobile|\bname\b|prenom|^nom\b|owner|proprietaire|vendeur|street|adresse|address|postal|zip/;

function fits(rule: RoleRule | undefined, column: RoleCandidate | undefined): boolean {
  if (!rule || !column || column.type === 'empty') return false;
  const dates = column.type === 'date' || column.type === 'datetime';
  if (rule.types === 'date') return dates;
  if (rule.types === 'number') return column.type === 'integer' || column.type === 'decimal';
  if (rule.types === 'text')
    return column.type === 'text' || column.type === 'boolean' || column.type === 'integer';
  return !dates;
}

function evidenceOf(rule: RoleRule, column: RoleCandidate): string {
  const { name } = column;
  if (rule.types === 'date') return t`its header "${name}", and it holds dates`;
  if (rule.role !== 'id') return t`its header "${name}"`;
  if (!column.exact) {
    return column.distinct >= column.filled * 0.9
      ? t`its header "${name}", and it has about as many values as rows`
      : t`its header "${name}", though values come again`;
  }
  const repeated = column.filled - column.distinct;
  return repeated <= 0
    ? t`its header "${name}", and no value comes twice`
    : t`its header "${name}"; ${figure(repeated)} of its values come again`;
}

function notesOf(column: RoleCandidate, folded: string, preset: KnownExport | null): readonly string[] {
  const known = preset?.notContact.find(({ columns }) => columns.includes(column.name));
  const dates = column.type === 'date' || column.type === 'datetime';
  if (known && dates) return [t`no first contact: ${say(known.why)}`];
  const number = column.type === 'integer' || column.type === 'decimal';
  if (number && AMOUNT.test(folded)) {
    if (HOPED.test(folded)) return [t`no amount won: it says what is expected`];
    if (COMPANY_SIZE.test(folded)) return [t`no amount of a deal: it measures the company`];
  }
  if (!dates || !NOT_FIRST.test(folded)) return [];
  return /next|prochain|due|echeance|expected|prev|planned|estimated/.test(folded)
    ? [t`no first contact: it says what is planned, not what was done`]
    : [t`no first contact: it speaks of the latest event, which moves`];
}

/** What an agreement has to say of ids that come again; whether their rows differ is seen when they are judged. */
function repeatNotes({ exact, filled, distinct }: RoleCandidate): readonly string[] {
  if (!exact || distinct >= filled) return [];
  return [
    t`rows with the same id that differ are refused when leads are judged, unless the agreement says "duplicates: latest" or "recycled: each"`,
  ];
}

/** Headers whose digits are no quantity: zeros in front of them, and how many there are, matter. */
export const isCode = (name: string): boolean =>
  /phone|telephone|mobile|portable|\btel\b|\bfax\b|\bzip\b|postal|postcode|siret|siren|\bvat\b|\btva\b/.test(
    fold(name),
  );

/** Small letters without accents, words apart: `createdDate`, `created_date` and `Created Date` are one. */
export function fold(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
