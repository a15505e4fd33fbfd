import type { RoleName, SniffType } from '../model/sniff.ts';

export interface RoleRule {
  readonly role: RoleName;
  readonly types: 'date' | 'number' | 'any' | 'text';
  /** Of folded headers, the most telling first. */
  readonly words: readonly RegExp[];
}

/**
 * One of the words of several languages, a line each: English, French, German, Spanish, Italian, Dutch, Portuguese,
 * Polish, Japanese, Russian; a language that says nothing else than another has no line.
 */
export const said = (...lines: readonly string[]): RegExp => new RegExp(lines.join('|'));

/**
 * Headers that name a row, though not always a lead: `Record ID - Contact`, `Case Number`, `Event UUID`,
 * `Réf.`; believed where no value comes twice.
 */
export const ROW_NAME =
  /\b(?:id|uuid|guid|token|key|cle|nr|number|numero|nummer|numer|ref|reference|code|kod|codigo|codice|identifiant|identifier|identyfikator|kennung|identificador|identificativo)\b|^(?:n|no|num)\b|\b(?:n|no)$|\w(?:nr|nummer)\b|番号|コード$|[ぁ-龥](?:id|no)$|^номер/;

/** A lead by itself: its id where the cells are codes, else whoever it is, of whom there may be two. */
export const BARE = /^(?:lead|record|prospect|piste)$/;

/** The number of a source in another table. */
export const NUMBER_OF = /^source id$/;

/** Of what names a row: that it is a quote. */
export const QUOTE =
  /\b(?:devis|quotes?|quotation|angebot(?:s?n(?:r|ummer))?|offertes?|offertenummer|presupuesto|cotizacion|preventivo|orcamento)\b/;

/** Numbers that name something else than a row. */
export const OTHER_NAME =
  /phone|telephone|mobil|handy|\btel\b|telefon|telefoon|movil|celular|\bfax\b|portable|postal|\bzip\b|\bplz\b|siret|siren|\bvat\b|\btva\b|iban|\bnip\b|regon|pesel|kod pocztowy|telefonu|電話|郵便|携帯|street|house|room|number of|nombre|numero de (?:empleados|telefono)/;

/** A date that is planned: what it speaks of has not been done. */
export const PLANNED = said(
  'next|\\bdue\\b|deadline|expected|forecast|tentative|target|anticipated|projected|scheduled|planned|estimated|probable|likely',
  'prochain|echeance|prevu|prevision|estimee?\\b|envisage|souhaite|\\bcible\\b',
  'geplant|erwartet|voraussichtlich|fallig|nachste|geschatzt|prognos|zieltermin|zieldatum',
  'previst[ao]|previs(?:ion|ao)|estimad[ao]|esperad[ao]|proxim[ao]|siguiente',
  'prossim[ao]|attes[ao]|scadenza|stimat[ao]|presunt[ao]',
  'verwacht|gepland|volgende|streefdatum|geschat',
  'planowan|przewidywan|oczekiwan|nastepn|prognozowan|szacowan|\\btermin\\b',
  '(?<!完了)予定|次回|予想|見込(?!み?客)|期限|希望|目標',
  'планир|следующ|ожидаем|прогноз|\\bсрок',
);

const LATEST = said(
  'last|latest|recent',
  'derni',
  'letzt|zuletzt',
  'ultim[ao]',
  'laatst',
  'ostatni',
  '最終|直近|前回|最新',
  'последн',
);

/** A date of something else than a lead: of what a person bought or when they were born. */
export const NOT_OF_LEADS = said(
  'purchase|birth|hire|hiring|expir|renew|warranty|subscription|sync',
  'achat|naissance|embauche|renouvel|garantie|abonnement',
  '\\bkauf|geburt|ablauf|verlanger',
  'compra|nacimiento|vencimiento',
  'nascita|acquisto|rinnovo',
  'geboorte|aankoop|verval',
  'nascimento|vencimento',
  'urodzeni|zakupu|waznosci|gwarancj',
  '誕生|生年|購入|入社|有効期限|契約更新',
  'рожден|покупк',
);

/** A column that speaks of the latest or the next event, whatever else its header says. */
export const NOT_FIRST = new RegExp(`${LATEST.source}|${PLANNED.source}`);

/** A number that is hoped for. */
export const HOPED = said(
  'expected|estimated|forecast|projected|weighted|probab',
  'attendu|estime|prevu|prevision|pondere|espere',
  'erwartet|gewichtet|voraussichtlich|wahrscheinlich',
  'ponderad|esperad|previst',
  'attes[ao]|ponderat',
  'verwacht|gewogen',
  'oczekiwan|przewidywan|prognoz|szacowan|wazon',
  '見込|予想|予測|想定|加重',
  'ожидаем|прогноз',
);

/** A number that measures the company, not a deal with it. */
export const COMPANY_SIZE =
  /annual|monthly|yearly|declared|annuel|mensuel|declare|jahres|jahrlich|\banual\b|annuo|jaar|roczn|年商|年間|資本金|годов/;

const ACCEPTED = said(
  'accept|sales qualified|\\bsql\\b|opportunit|convert|conversion',
  'qualifie par les ventes|opportunite',
  'angenommen|konvert|umwandlung|accettat|geaccepteerd|geconverteerd|aceit|conversao',
);

const REFUSED = said('refus|reject|declin|disqualif', 'rejet', 'abgelehnt|rechaz|rifiut|afgewezen|recusad');

/** Of folded headers: a date that says when sales took a lead, and nothing of one that they refused. */
export const isAcceptance = (header: string): boolean => ACCEPTED.test(header) && !REFUSED.test(header);

const LENGTH = said(
  '\\b(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days|duration|elapsed)\\b',
  '\\b(?:secondes?|heures|jours|duree|delai)\\b',
  '\\b(?:sekunden?|minuten|stunden?|tage|dauer)\\b',
  '\\b(?:segundos?|minutos?|horas|dias|duracion|duracao)\\b',
  '\\b(?:secondi|minuti|ore|giorni|durata)\\b',
  '\\b(?:uren|dagen|duur)\\b',
  '\\b(?:minut|godzin|dni|sekund|czas trwania|czas (?:reakcji|odpowiedzi))\\b',
  '分$|時間$|日数|秒',
  'минут|часов|днеи|длительн',
);

/** Of folded headers: a number that says how long something took, not when it was. */
export const isLength = (header: string, type: SniffType): boolean =>
  (type === 'integer' || type === 'decimal') && LENGTH.test(header);

/** A date or a word that says that somebody was won. */
export const WON = said(
  '\\bwon\\b|customer date|became a customer|booking|booked',
  'gagn|\\bgain\\b',
  'gewonnen|auftrag (?:vom|am|erteilt)|auftragsdatum',
  'ganad[oa]',
  'vint[oa]\\b|vincita',
  'ganho',
  'wygran',
  '受注|成約|獲得日',
  'выигр|успешн',
  '(?:en|in|a|em|naar|zum) (?:client|kunden?|cliente|klant)\\b',
);

/** A status of something else than of the lead: of its home, of its mail, of what it paid. */
export const OTHER_STATUS = said(
  '\\b(?:housing|marital|employment|e ?mail|payment|subscription|consent|opt in)\\b',
  '\\b(?:matrimonial|emploi|paiement|abonnement|consentement)\\b',
  'familienstand|zahlung|einwilligung',
  'stan cywilny|platnosc|zgod[ay]',
  '支払|配偶|婚姻|同意|配信|購読',
  'оплат|семейн',
  'estado civil|\\bpago\\b|suscripcion|stato civile|pagamento|betaal',
);

/** A number of people or of mails is none of them. */
export const COUNTED =
  /\b(?:number of|count|total|nombre d|nb|quantity|anzahl|gesamtzahl|how many|aantal|cantidad|numero d|quantita|liczba|ilosc)\b|回数|件数|人数|数$|количеств/;

/** What a lead has become: `Date de conversion en lead` speaks of no deal. */
export const INTO =
  /\b(?:en|in|into|a|to|naar|em|zum?)\b.* ?\b(?:lead|client|customer|kunden?|cliente|klant|prospect)\b/;

/** What is of one person, or names one. */
export const PERSON = said(
  'e ?mail|phone|mobile|\\bname\\b|owner|street|address|\\bzip\\b|postal|\\badvisor\\b|\\bby$|birth',
  'courriel|telephone|prenom|^nom\\b|proprietaire|vendeur|conseiller|interlocuteur|adresse|portable|\\btel\\b|\\bgsm\\b|\\brue\\b|code postal|naissance|\\bpar$',
  'telefon|handy|vorname|nachname|ansprechpartner|kontaktperson|inhaber|besitzer|berater|verantwortlich|strasse|straße|anschrift|adresse|rufnummer|mobil|geburt|\\bplz\\b|\\bvon$',
  'correo|movil|^nombre\\b(?! de la)|apellido|propietario|vendedor|asesor|direccion|domicilio|^calle\\b|codigo postal|nacimiento|telefono|celular|persona de contacto|\\bpor$',
  'cellulare|^nome\\b|cognome|proprietario|consulente|indirizzo|^via\\b|\\bcap\\b|nascita|telefono|referente|persona di contatto',
  '\\bnaam\\b|voornaam|achternaam|eigenaar|verkoper|adviseur|telefoon|mobiel|straat|postcode|geboorte|contactpersoon|\\badres\\b|\\bdoor$',
  'celular|telemovel|sobrenome|apelido|endereco|morada|^rua\\b|\\bcep\\b|codigo postal|nascimento|\\bdono\\b|pessoa de contato|responsavel|atendente',
  'imie|imion|nazwisk|wlasciciel|opiekun|handlow|doradc|ulic|kod pocztowy|pesel|\\bosob[ay]|komork|^klient$',
  '氏名|名前|姓|名$|[カガ]ナ|ふりがな|電話|携帯|メール|住所|番地|郵便|所有者|担当|作成者|更新者|生年月日|誕生|連絡先|fax',
  'имя|фамили|отчеств|фио|телефон|адрес|почт|ответствен|менеджер|контакт|улиц|индекс|клиент|рожден',
);

/** What somebody wrote about a lead, which may be anything, and what names a car. */
export const WRITTEN = said(
  '^(?:notes?|comments?|remarks?|observations?|message|description|who)\\b|licen[cs]e plate|number plate',
  '^(?:commentaires?|remarques?|observations?|divers|besoins?|votre (?:besoin|message|demande)|qui)\\b|immatriculation|^plaque\\b',
  'bemerkung|notiz|anmerkung|kommentar|nachricht|^wer\\b|kennzeichen',
  '^notas?\\b|comentario|observacion|mensaje|^quien\\b|matricula',
  '^(?:note|commenti?|osservazioni|messaggio|chi)\\b|^targa\\b',
  'opmerking|toelichting|bericht|kenteken',
  'observac|mensagem|^quem\\b',
  '^(?:uwag|notat|komentar|wiadomosc|opis|tresc)',
  '備考|メモ|コメント|内容|メッセージ|要望|質問|詳細|特記|摘要|本文|ノート',
  'комментар|примечани|сообщени|описани|заметк',
);

/** Who asks for an offer has none yet: a date of the request is when a lead came. */
export const ASKED_FOR = said(
  'request|inquiry|enquiry',
  'demande',
  'anfrage|anforderung',
  'solicit|peticion',
  'richiest',
  'aanvraag|aangevraagd',
  'pedido',
  'zapytani|prosb',
  '依頼|請求|希望',
  'запрос|заявк',
);

/** Numbers that are of money. */
export const AMOUNT =
  /amount|montant|value|valeur|revenue|revenu|\b(?:arr|mrr|acv|tcv)\b|price|chiffre d affaires|betrag|wert\b|umsatz|importe?\b|importo|\bvalore?\b|bedrag|waarde|wartosc|kwota|przychod|金額|売上|бюджет|сумма|стоимост/;
