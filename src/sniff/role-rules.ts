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

const STATUS =
  /stage|etape|status|statut|phase|etapa|estagio|\bfase\b|\bstufe\b|stadium|\betap\b|ステータス|ステージ|フェーズ|状況|状態|段階|進捗|статус|этап|стади/;

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
      /^(?:identyfikator|id|nr|numer|kod)(?: (?:rekordu|leada|kontaktu|klienta|zgloszenia|zapytania|szansy|sprawy|transakcji))?$|^szansa sprzedazy id$/,
      /^(?:リード|レコード|コンタクト|見込み?客|取引|商談|案件|顧客|お?問い?合わ?せ|受付|管理|反響|回答)(?:の)? ?(?:id|番号|no|コード|ナンバー)$/,
      /^(?:id|номер|ид) (?:лида|сделки|контакта|заявки|обращения)$/,
      /^(?:n|no|num|nr|numero|nummer|ref|reference|code|codigo|codice)(?: (?:de|du|d|de la|del|do))? (?:lead|prospect|piste|contact|fiche|dossier|affaire|opportunite|demande|contacto|kontakt|vorgang|anfrage|richiesta|aanvraag)$/,
      BARE,
    ],
  },
  ...DATE_RULES,
  {
    role: 'email',
    types: 'text',
    words: [
      /e ?mail|courriel|courrier electronique|\bcorreo\b|posta elettronica|mailadres|poczta elektroniczna|メール(?:アドレス)?$|^メール|почта|емеил/,
    ],
  },
  {
    role: 'phone',
    types: 'any',
    words: [
      /phone|telephone|\bmobile?\b|\bmobiel|portable|\btel\b|telefon|telefoon|\bhandy|movil|celular|cellulare|mobilnummer|mobilfunk|rufnummer|whatsapp|\bgsm\b|telemovel|komork|電話|携帯|連絡先|телефон/,
    ],
  },
  {
    role: 'company_size',
    types: 'number',
    words: [
      /employee|effectif|headcount|company size|salarie|mitarbeiterzahl|anzahl (?:der )?mitarbeiter|empleados|dipendenti|medewerkers|werknemers|funcionarios|liczba pracownikow|従業員|社員数|сотрудник/,
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
        '^(?:firma|nazwa firmy|organizacja|przedsiebiorstwo|spolka)$|nazwa firmy|sprzedazy organizacja$',
        '^(?:会社|企業|法人|勤務先|取引先|団体|組織|貴社|御社)名?(?: .*)?$|(?:会社|企業|法人|貴社|御社|組織|取引先)名',
        '^(?:компания|организация)|название (?:компании|организации)',
      ),
    ],
  },
  {
    role: 'job_title',
    types: 'text',
    words: [
      /job title|job position|fonction|intitule du poste|^title$|^titre$|^poste$|berufsbezeichnung|stellenbezeichnung|^funktion$|^cargo$|^puesto$|^ruolo$|^functie$|^stanowisko|役職|職位|職種|肩書|^должность/,
    ],
  },
  {
    role: 'industry',
    types: 'text',
    words: [/industr|secteur|branche|^sector$|settore|^setor$|\bbranza|業種|業界|отрасл/],
  },
  {
    role: 'country',
    types: 'text',
    words: [/^(?:country|pays|pais|paese|kraj)\b|^land(?: region)?$|^国(?:名| .*)?$|^страна/],
  },
  {
    role: 'owner',
    types: 'any',
    words: [
      said(
        'owner|owned by|sales ?rep|\\brep$|salesperson|assigned to|\\bagent\\b|assignee|sales agent|^responsible|account (?:executive|manager)|^advisor|\\bresponsible$|^(?:handled|managed) by$',
        'vendeur|commercial\\b|proprietaire|^responsable|^(?:assigne|affecte|attribue)e? a$|^conseillere?\\b|^votre conseillere?|^gestionnaire|^chargee? (?:d|de) |^(?:suivi|traite|gere)e? par$',
        'inhaber|besitzer|zustandig|verantwortlich|vertriebsmitarbeiter|vertriebler|^verkaufer|bearbeiter(?:in)?$|betreuer(?:in)?$|berater(?:in)?$|zugewiesen an$',
        'propietario|^comercial\\b|^vendedor|^asesor|^agente\\b|^gestor\\b|^asignad[oa] a$|^atendid[oa] por$',
        'proprietario|^responsabile|^commerciale\\b|^venditore|^consulente|^assegnat[oa] a$|^(?:gestit|seguit)[oa] da$',
        'eigenaar|^verkoper|^verantwoordelijke|accountmanager|^adviseur|^behandelaar|^toegewezen aan$',
        '^responsavel|^consultor|^atendente|^corretor|^dono d|^atribuid[oa] a$',
        'wlasciciel|^opiekun|^handlowiec|^przedstawiciel|^sprzedawca|odpowiedzialn|^doradca|^konsultant|^prowadzacy|^przypisan[yae] do$',
        '所有者|オーナー|(?:営業|弊社|自社|社内|主|対応)担当|担当営業|対応者|^担当者?$|^アサイン先$',
        'ответствен|^менеджер',
      ),
    ],
  },
  {
    role: 'reason',
    types: 'text',
    words: [/reason|motif|raison|(?<!status)grund\b|\bmotivo\b|^reden\b|powod|przyczyn|理由|原因|причин/],
  },
  {
    role: 'status',
    types: 'text',
    words: [
      said(
        '(?:lead|deal) ?status|^status$|^decision$',
        'statut d|^statut$|^etat(?: d[eu]? (?:la )?\\w+)?$|^avancement\\b|^suite donnee',
        'statusgrund',
        '^estado(?: de(?:l)? \\w+(?: potencial| cliente)?)?$|(?:trato|negocio) estado',
        '^stato(?: del? \\w+)?$|affare stato',
        'negocio status|^situacao$|^estado do lead$',
        '^status|^stan\\b|^wynik\\b',
      ),
      STATUS,
      /^(?:result|outcome|resultat|issue|ergebnis|resultado|esito|uitkomst|wynik|結果|результат)$/,
    ],
  },
  {
    role: 'source',
    types: 'text',
    words: [
      /lead source|original (?:traffic )?source|^source|origin(?:e)?\b|^channel$|marketing channel|canal|quelle\b|herkunft|^origen|^fuente|^fonte\b|^bron\b|herkomst|^origem|provenienza|provenance|procedencia|zrodl|pochodzeni|^kanal|ソース|流入|媒体|経路|チャネル|獲得元|情報源|取得元|反響元|きっかけ|источник|канал/,
    ],
  },
  {
    role: 'amount',
    types: 'number',
    words: [
      said(
        'amount|(?:deal|opportunity|close|sale|contract|order|won|monetary) value|^value$|^sale$|(?:deal|contract) size|^opportunity$',
        'montant|valeur|^(?:ca|total)(?: ht| ttc| signe)?$|^prix\\b',
        'betrag|(?:auftrags|deal |^)wert$|auftrags(?:summe|volumen)',
        'importe|\\bmonto\\b|(?:trato |^)valor(?: unico| total)?$',
        'importo|(?:affare |^)valore$',
        'bedrag|(?:deal |^|order|opdracht|contract|offerte|verkoop)waarde$',
        'montante|negocio valor$|^valor d[aeo] ',
        'wartosc|kwota',
        '金額|^売上高?$|受注額|契約額|価格',
        '^(?:бюджет|сумма|стоимость)',
      ),
      /revenue|revenu|\b(?:arr|mrr|acv|tcv)\b|price|chiffre d affaires|umsatz|fatturato|omzet|przychod|売上|выручк/,
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
        '^imie|nazwisk|^osoba (?:kontaktowa|do kontaktu)',
        '氏名|お?名前|^姓名?$|^名$|苗字|ご担当者|担当者名|(?:お客様|顧客|コンタクト|見込み?客)名',
        '^имя|фамили|^фио$|контактное лицо',
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
