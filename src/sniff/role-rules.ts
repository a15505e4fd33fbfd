import type { SniffType } from '../model/sniff.ts';
import { DATE_RULES } from './date-rules.ts';
import {
  ASKED_FOR,
  BARE,
  COMPANY_SIZE,
  COUNTED,
  HOPED,
  INTO,
  NOT_FIRST,
  OTHER_STATUS,
  type RoleRule,
  said,
  WON,
} from './header-words.ts';

const STATUS = /stage|etape|status|statut|phase|etapa|\bfase\b|\bstufe\b|stadium/;

/** What headers say, after folding: small letters, no accents, single spaces. */
export const RULES: readonly RoleRule[] = [
  {
    role: 'id',
    types: 'any',
    words: [
      /^(?:(?:lead|record|prospect|piste) (?:id|identifiant|key|number|no|ref)|id de piste)$/,
      /^(?:id|identifiant|(?:id|record|unique) (?:externe|externo|esterno|extern)|(?:external|externe|unique) id|key|uuid)$/,
      /^(?:\w+ )?(?:lead|contact|record|deal|opportunity|mql|affaire|piste|prospect|datensatz|kontakt|trato|negocio|affare) ?id$/,
      /^(?:do not modify|ne pas modifier|nicht andern|no modificar|non modificare|niet wijzigen|nao modificar) (?:lead|prospect|piste|cliente potencial|potenziale)$/,
      /^id (?:de |du |d |del |do |da |della )?\w+$/,
      /^(?:n|no|num|nr|numero|nummer|ref|reference|code|codigo|codice)(?: (?:de|du|d|de la|del|do))? (?:lead|prospect|piste|contact|fiche|dossier|affaire|opportunite|demande|contacto|kontakt|vorgang|anfrage|richiesta|aanvraag)$/,
      BARE,
    ],
  },
  ...DATE_RULES,
  {
    role: 'email',
    types: 'text',
    words: [/e ?mail|courriel|courrier electronique|\bcorreo\b|posta elettronica|mailadres/],
  },
  {
    role: 'phone',
    types: 'any',
    words: [
      /phone|telephone|\bmobile?\b|portable|\btel\b|telefon|telefoon|\bhandy|movil|celular|cellulare|mobilnummer/,
    ],
  },
  {
    role: 'company_size',
    types: 'number',
    words: [
      /employee|effectif|headcount|company size|salarie|mitarbeiterzahl|anzahl (?:der )?mitarbeiter|empleados|dipendenti|medewerkers|werknemers|funcionarios/,
    ],
  },
  {
    role: 'company',
    types: 'text',
    words: [
      said(
        '^(?:company|organi[sz]ation|account)(?: name| account| compte)?$|company name|organi[sz]ation$',
        '^(?:societe|entreprise)(?: name| compte)?$|raison sociale|nom de la societe|nom de l entreprise|entreprise associee',
        '^(?:firma|unternehmen)(?:sname)?(?: account)?$|^firmenname$|^account ?name$|zugehoriges unternehmen',
        '^(?:empresa|compania)(?: cuenta| conta)?$|nombre de la empresa|organizacion$',
        '^(?:azienda|societa)(?: account)?$|ragione sociale|organizzazione$',
        '^bedrijf(?:snaam)?$|organisatie$',
        'nome da empresa|organizacao$',
      ),
    ],
  },
  {
    role: 'job_title',
    types: 'text',
    words: [
      /job title|job position|fonction|intitule du poste|^title$|^titre$|^poste$|berufsbezeichnung|stellenbezeichnung|^funktion$|^cargo$|^puesto$|^ruolo$|^functie$/,
    ],
  },
  { role: 'industry', types: 'text', words: [/industr|secteur|branche|^sector$|settore|^setor$/] },
  { role: 'country', types: 'text', words: [/^(?:country|pays|pais|paese)\b|^land(?: region)?$/] },
  {
    role: 'owner',
    types: 'any',
    words: [
      said(
        'owner|owned by|sales ?rep|\\brep$|salesperson|assigned to|\\bagent\\b|assignee|sales agent|^responsible|account (?:executive|manager)|^advisor|^(?:handled|managed) by$',
        'vendeur|commercial\\b|proprietaire|^responsable|^(?:assigne|affecte|attribue)e? a$|^conseillere?\\b|^votre conseillere?|^gestionnaire|^chargee? (?:d|de) |^(?:suivi|traite|gere)e? par$',
        'inhaber|besitzer|zustandig|verantwortlich|vertriebsmitarbeiter|vertriebler|^verkaufer|bearbeiter(?:in)?$|betreuer(?:in)?$|berater(?:in)?$|zugewiesen an$',
        'propietario|^comercial\\b|^vendedor|^asesor|^gestor\\b|^asignad[oa] a$|^atendid[oa] por$',
        'proprietario|^responsabile|^commerciale\\b|^venditore|^consulente|^assegnat[oa] a$|^(?:gestit|seguit)[oa] da$',
        'eigenaar|^verkoper|^verantwoordelijke|accountmanager|^adviseur|^behandelaar|^toegewezen aan$',
        '^responsavel|^consultor|^atendente|^corretor|^atribuid[oa] a$',
      ),
    ],
  },
  { role: 'reason', types: 'text', words: [/reason|motif|raison|(?<!status)grund\b|\bmotivo\b|^reden\b/] },
  {
    role: 'status',
    types: 'text',
    words: [
      said(
        '(?:lead|deal) ?status|^status$|^decision$',
        'statut d|^statut$|^etat(?: d[eu]? (?:la )?\\w+)?$|^avancement\\b|^suite donnee',
        'statusgrund',
        '^estado(?: de(?:l)? \\w+)?$|(?:trato|negocio) estado',
        '^stato(?: del? \\w+)?$|affare stato',
        'negocio status|^situacao$|^estado do lead$',
      ),
      STATUS,
      /^(?:result|outcome|resultat|issue|ergebnis|resultado|esito|uitkomst)$/,
    ],
  },
  {
    role: 'source',
    types: 'text',
    words: [
      /lead source|original (?:traffic )?source|^source|origin(?:e)?\b|^channel$|marketing channel|canal|quelle\b|herkunft|^origen|^fuente|^fonte\b|^bron\b|herkomst|^origem/,
    ],
  },
  {
    role: 'amount',
    types: 'number',
    words: [
      said(
        'amount|(?:deal|opportunity|close|sale|contract|order|won|monetary) value|^value$|(?:deal|contract) size|^opportunity$',
        'montant|valeur|^(?:ca|total)(?: ht| ttc| signe)?$|^prix\\b',
        'betrag|(?:auftrags|deal |^)wert$|auftrags(?:summe|volumen)',
        'importe|\\bmonto\\b|(?:trato |^)valor(?: unico| total)?$',
        'importo|(?:affare |^)valore$',
        'bedrag|(?:deal |^)waarde$',
        'montante|negocio valor$',
      ),
      /revenue|revenu|\b(?:arr|mrr|acv|tcv)\b|price|chiffre d affaires|umsatz|fatturato|omzet/,
    ],
  },
  {
    role: 'name',
    types: 'text',
    words: [
      said(
        '^(?:first|last|full|contact|customer|your)? ?name$|surname|contact person',
        'prenom|^(?:votre )?nom(?: complet| du contact| de famille)?$|personne a contacter',
        'vorname|nachname|ansprechpartner|kontaktperson',
        '^nombre(?: completo| de(?:l)? contacto)?$|apellido|persona de contacto',
        '^nome(?: completo)?$|cognome|persona di contatto',
        '^(?:voor|achter)?naam$|contactpersoon',
        'sobrenome|pessoa de contato',
      ),
    ],
  },
];

/** Whether a header that has the word may have the role all the same. */
export function isOf({ role, types }: RoleRule, header: string): boolean {
  if (role === 'email' && STATUS.test(header)) return false;
  if (role === 'owner' || role === 'email' || role === 'phone') return !COUNTED.test(header);
  if (role === 'amount') return !HOPED.test(header) && !COMPANY_SIZE.test(header);
  if (role === 'status') return !OTHER_STATUS.test(header);
  if (role === 'opportunity' && INTO.test(header)) return false;
  if (role === 'proposal' && ASKED_FOR.test(header)) return false;
  // `opportunity_date_won` says that it was won, not that it was taken up.
  if ((role === 'answered' || role === 'opportunity') && WON.test(header)) return false;
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
