import { type RoleRule, said, WON } from './header-words.ts';

/** What the headers of dates say, after folding, in the order in which they are tried. */
export const DATE_RULES: readonly RoleRule[] = [
  {
    role: 'modified',
    types: 'date',
    words: [
      said(
        'modif|last update|updated|last change',
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
        'first (?:sales )?(?:contact|call|response|outreach|touch|reply|answer|attempt|communication|interaction|activity|action|follow ?up|conversation|task|e ?mail sent)|^(?:date )?contacted|^(?:called|called back|reached|reached out|responded|replied) (?:on|at)\\b|^called back\\b',
        '(?:premiere?|1 ?(?:er|ere|re)) (?:contact|appel|reponse|echange|relance|prise de contact|action|activite|interaction|suivi|rappel|(?:e ?)?mail envoye)|(?:contact|appel|rappel)ee?s? le\\b|rappel effectue|date de premiere reponse',
        'erst(?:er |e )?(?:kontakt|anruf|antwort|reaktion|ruckmeldung|ansprache|gesprach|aktivitat|interaktion)|(?:kontaktiert|angerufen|zuruckgerufen) am',
        '(?:primer|primera|1 ?er|1 ?ra?) (?:contacto|llamada|respuesta|gestion|actividad|interaccion|seguimiento)|(?:contactad|llamad)[oa] el',
        'prim[oa] (?:contatto|chiamata|risposta|attivita|interazione)|(?:contattat|chiamat)[oa] il',
        'eerste (?:contact|reactie|antwoord|gesprek|telefoontje|activiteit|interactie|opvolging)|(?:gecontacteerd|gebeld) op',
        'primeir[oa] (?:conta[c]?to|chamada|ligacao|resposta|atividade|interacao)|conta(?:c)?tad[oa] em',
      ),
      /^(?:response (?:time|date|at)|outreach date)$/,
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
        'decid|decision|accept(?:e|ed|ee)?s?\\b.*(?:at|on|date|le)|sales qualified|^sql|answered|disposition|refus',
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
        '\\bwin date\\b|\\bsales? (?:date|on|at)$|^(?:sold)\\b|\\bsigned (?:on|at|date)$|signature',
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
        'creat|^(?:date )?(?:added|entered|captured|generated|logged)\\b|^(?:entry|capture|intake) (?:date|time)$',
        'creee?s?\\b|creation|(?:ajout|enregistr)ee?s? le$|saisie?s? le$|date (?:d(?:e l)? )?(?:ajout|enregistrement)|date (?:de )?saisie',
        'erstell|angelegt|anlagedatum|(?:erfasst|aufgenommen|eingetragen) am|erfassungsdatum|hinzugefugt',
        'creacion|cread[oa]|\\balta\\b|anadid[oa]|agregad[oa]|captacion|captad[oa]',
        'creazione|creat[oa]|inseriment|inserit[oa]|aggiunt[oa]',
        'aangemaakt|aanmaak|toegevoegd|(?:ingevoerd|geregistreerd) op|(?:invoer|registratie)datum',
        'cria(?:cao|d[oa])|adicionad[oa]|cadastr',
      ),
      said(
        '^lead (?:date|time)$|received|inquiry|enquiry|submitted|registered|^request(?:ed)? (?:date|time|on|at)$|^date of (?:the )?request|sign ?up|^signed up|^date in$',
        'arriv|recue?s?\\b|reception|date (?:(?:de (?:la )?)?demande|(?:du )?lead|(?:d )?(?:entree|inscription|arrivee))|(?:demand|entr|depos)ee?s? le$|inscrite?s? le$|^date (?:de )?depot$',
        'eingegangen|\\beingang|anfragedatum|registriert|anfrage (?:vom|am)$|angefragt am|datum der anfrage',
        'recibid|entrada|fecha de (?:registro|ingreso|(?:la )?solicitud)|(?:registrad|solicitad|ingresad)[oa] el',
        'ricevut|arrivo|data (?:di |della )?(?:richiesta|registrazione)|(?:richiest|registrat)[oa] il',
        'ontvangen|ontvangst|aanvraagdatum|datum (?:van (?:de )?)?aanvraag|aangevraagd op|binnengekomen',
        'recebid|data d[ae] (?:solicitacao|inscricao)|solicitad[oa] em',
      ),
      said(
        '\\bsubmi(?:t|ssion)|acquisition',
        'soumis|horodat|^date d envoi$|^envoyee?s? le$',
        'zeitstempel|^(?:ab|ein)gesendet am$|^datum der einsendung$',
        'marca temporal|^fecha de envio$|^enviad[oa] el$',
        'informazioni cronologiche|^data (?:di )?invio$|^inviat[oa] il$',
        'tijdstempel|ingevuld op|ingediend|^(?:in|ver)gezonden op$|^verzonden op$',
        'carimbo|^data de envio$|^enviad[oa] em$',
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
