import { type RoleRule, said, WON } from './header-words.ts';

/** What the headers of dates say, after folding, in the order in which they are tried. */
export const DATE_RULES: readonly RoleRule[] = [
  {
    role: 'modified',
    types: 'date',
    words: [
      said(
        'modifi|last update|updated|last change',
        'mise a jour|mis a jour',
        'geandert|aktualisier',
        'modificad|actualiza',
        'aggiornat|aggiornamento',
        'bijgewerkt|gewijzigd',
        'atualiza',
      ),
    ],
  },
  {
    role: 'contacted',
    types: 'date',
    words: [
      said(
        'first (?:contact|call|response|outreach|touch|reply|answer)|^contacted',
        'premier(?:e)? (?:contact|appel|reponse|echange|relance|prise de contact|action)|contacte le|date de premiere reponse',
        'erst(?:er |e )?(?:kontakt|anruf|antwort|reaktion|ruckmeldung)|kontaktiert am',
        'prim(?:er|era) (?:contacto|llamada|respuesta)|contactad[oa] el',
        'prim[oa] (?:contatto|chiamata|risposta)|contattato il',
        'eerste (?:contact|reactie|antwoord|gesprek|telefoontje)|gecontacteerd op',
        'primeir[oa] (?:conta[c]?to|chamada|ligacao|resposta)|contactado em|contatado em',
      ),
      /^response (?:time|date|at)$/,
    ],
  },
  {
    role: 'qualified',
    types: 'date',
    words: [
      said(
        'marketing qualified|^mql',
        'qualifie par le marketing',
        'marketing qualifizier',
        'cualificado para marketing|calificado para marketing',
        'qualificato (?:per il|dal) marketing',
        'marketing gekwalificeerd',
        'qualificado (?:de|pelo|para) marketing',
      ),
      /qualifi(?:ed|cation|e|zier|cad|cat)|c(?:u)?alificad|gekwalificeerd/,
    ],
  },
  {
    role: 'assigned',
    types: 'date',
    words: [
      said(
        'assign',
        'attribu|affect',
        'zugewiesen|zuweisung|zugeteilt|zuteilung',
        'asigna',
        'assegna',
        'toegewezen|toewijzing',
        'atribui',
      ),
    ],
  },
  {
    role: 'answered',
    types: 'date',
    words: [
      said(
        'decid|decision|accepte?d?\\b.*(?:at|on|date|le)|sales qualified|^sql|answered|disposition|refus',
        'entschied|entscheidung|angenommen|abgelehnt',
        'rechaz',
        'rifiut|accettat',
        'geaccepteerd|afgewezen',
        'aceit[eo]|recusad',
      ),
      /opportunity/,
    ],
  },
  // A conversion makes a deal of a lead; whether it is won the deal says.
  {
    role: 'opportunity',
    types: 'date',
    words: [
      /opportunit|oportuni|verkaufschance/,
      /\bengage/,
      /convert|conversion|konvert|umwandlung|conversione|geconverteerd|conversao/,
    ],
  },
  {
    role: 'proposal',
    types: 'date',
    words: [
      said(
        'proposal|proposition|\\bquote\\b|quotation|offer (?:date|sent)|negotiat|negociat',
        '\\bdevis\\b',
        'angebot',
        'propuesta|presupuesto|cotizacion',
        'proposta|preventivo|offerta',
        'offerte',
        'orcamento',
      ),
    ],
  },
  {
    role: 'meeting',
    types: 'date',
    words: [
      said(
        '\\bvisite?\\b|\\bmeeting\\b|\\bdemo\\b|appointment',
        'rendez vous|\\brdv\\b|reunion',
        '\\btermin\\b|besprechung',
        '\\bcita\\b|\\bvisita\\b',
        'appuntamento|riunione|incontro',
        'afspraak',
        'reuniao',
      ),
    ],
  },
  {
    role: 'won',
    types: 'date',
    words: [
      WON,
      said(
        '\\bsales? (?:date|on|at)$|^(?:sold)\\b|\\bsigned (?:on|at|date)$|signature',
        '^date (?:of |de )?(?:la )?(?:sale|vente)$|^vendu\\b|^signee? le$',
        'verkauft am|verkaufsdatum|unterschrieben|unterzeichnet',
        'fecha de (?:la )?venta|vendido el|firmado el',
        'data (?:di )?vendita|venduto il|firmato il',
        'verkocht op|verkoopdatum|getekend op',
        'data (?:da |de )?venda|vendido em|assinado em',
      ),
      said(
        'clos(?:e|ed|ing) ?(?:date|on|at)?$|\\bclos(?:e|ed|ing) date\\b',
        'date de cloture|cloturee? le$|fin reelle',
        'abschluss|abgeschlossen|schlusstermin|geschlossen am',
        'cierre|cerrado el',
        'chiusura|chius[oa] il',
        '(?:ge|af|afge)sloten op|sluitingsdatum',
        'fechamento|fechado em',
      ),
    ],
  },
  {
    role: 'lost',
    types: 'date',
    words: [
      said('\\blost\\b', 'perdu|perte|echec', 'verlor', 'perdid', '\\bpers[oa]\\b|perdita', 'perda\\b'),
    ],
  },
  {
    role: 'created',
    types: 'date',
    words: [
      said(
        'creat|^(?:date )?added\\b',
        'cree\\b|creation|ajoutee? le$|date d ajout',
        'erstell|angelegt|anlagedatum|erfasst am|hinzugefugt',
        'creacion|cread[oa]|\\balta\\b|anadid[oa]|agregad[oa]',
        'creazione|creat[oa]|inseriment|inserit[oa]|aggiunt[oa]',
        'aangemaakt|aanmaak|toegevoegd',
        'cria(?:cao|d[oa])|adicionad[oa]',
      ),
      said(
        '^lead (?:date|time)$|received|inquiry|enquiry|submitted|registered',
        'arriv|recu',
        'eingegangen|\\beingang|anfragedatum|registriert',
        'recibid|entrada|fecha de registro',
        'ricevut|arrivo',
        'ontvangen|ontvangst',
        'recebid',
      ),
      said(
        '\\bsubmi(?:t|ssion)|acquisition',
        'soumis|horodat',
        'zeitstempel',
        'marca temporal',
        'informazioni cronologiche',
        'tijdstempel|ingevuld op|ingediend',
        'carimbo',
      ),
      said(
        '^opened\\b|^open(?:ing)? date$',
        '^ouverte? le$|date d ouverture',
        '^eroffnet am$|eroffnungsdatum',
        '^abiert[oa] el$|fecha de apertura',
        '^apert[oa] il$|data (?:di )?apertura',
        '^geopend op$|openingsdatum',
        '^abert[oa] em$|data de abertura',
      ),
      /^(?:date|datum|fecha|data)$|^timestamp$/,
    ],
  },
];
