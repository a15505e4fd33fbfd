import { describe, expect, it } from 'vitest';
import { sniffed } from './sniffed.ts';

/** A header of an export, the role that its column has, and what its first cells hold. */
type Columns = readonly (readonly [header: string, role: string | null, ...cells: readonly string[]])[];

const TIMES = ['2026-03-02 09:14:00', '2026-03-31 17:00:01'] as const;
const DAYS = ['02.03.2026', '31.03.2026'] as const;

/** As a CRM writes them: header lines of public exports, or of programs that read such exports. */
const EXPORTS: Readonly<Record<string, { readonly preset: string | null; readonly columns: Columns }>> = {
  'Salesforce in German': {
    preset: 'salesforce-report-de',
    columns: [
      ['Lead-ID', 'id', '00Q1', '00Q2'],
      ['Lead-Inhaber', 'owner', 'Karin Vogt', 'Karin Vogt'],
      ['Vorname', 'name', 'Anna', 'Max'],
      ['Firma/Account', 'company', 'Acme', 'Helix'],
      ['Lead-Status', 'status', 'Offen', 'Offen'],
      ['Lead-Quelle', 'source', 'Web', 'Messe'],
      ['Erstelldatum', 'created', ...DAYS],
      ['Letzte Aktivität', null, ...DAYS],
      ['Zuletzt geändert am', 'modified', ...DAYS],
      ['Konvertierungsdatum', 'answered', ...DAYS],
    ],
  },
  'Pipedrive in German': {
    preset: 'pipedrive',
    columns: [
      ['Deal - ID', 'id', '1', '2'],
      ['Deal - Wert', 'amount', '100', '250'],
      ['Deal - Besitzer', 'owner', 'Karin Vogt', 'Karin Vogt'],
      ['Deal - Status', 'status', 'Gewonnen', 'Offen'],
      ['Deal - Deal erstellt', 'created', ...TIMES],
      ['Deal - Datum des gewonnenen Deals', 'won', ...TIMES],
      ['Deal - Datum des verlorenen Deals', 'lost', ...TIMES],
      ['Deal - Datum der letzten Aktivität', null, ...TIMES],
      ['Deal - Erwartetes Abschlussdatum', null, ...TIMES],
    ],
  },
  'Pipedrive in French': {
    preset: 'pipedrive',
    columns: [
      ['Affaire - ID', 'id', '1', '2'],
      ['Affaire - Valeur', 'amount', '100', '250'],
      ['Affaire - Statut', 'status', 'Gagné', 'Ouvert'],
      ['Affaire - Affaire créée', 'created', ...TIMES],
      ['Affaire - Date de gain', 'won', ...TIMES],
      ['Affaire - Date de perte', 'lost', ...TIMES],
      ['Affaire - Date de clôture prévue', null, ...TIMES],
    ],
  },
  'Pipedrive in Portuguese': {
    preset: 'pipedrive',
    columns: [
      ['Negócio - ID', 'id', '1', '2'],
      ['Negócio - Valor', 'amount', '100', '250'],
      ['Negócio - Proprietário', 'owner', 'Ana Costa', 'Ana Costa'],
      ['Negócio - Negócio criado em', 'created', ...TIMES],
      ['Negócio - Ganho em', 'won', ...TIMES],
      ['Negócio - Data de perda', 'lost', ...TIMES],
      ['Negócio - Data de fechamento esperada', null, ...TIMES],
    ],
  },
  'HubSpot in Spanish': {
    preset: 'hubspot',
    columns: [
      ['ID de registro', 'id', '1', '2'],
      ['Nombre', 'name', 'Ana', 'Luis'],
      ['Correo', 'email', 'ana@example.com', 'luis@example.com'],
      ['Propietario del contacto', 'owner', 'Eva Blom', 'Eva Blom'],
      ['Estado del lead', 'status', 'Nuevo', 'En curso'],
      ['Fecha de creación', 'created', ...TIMES],
      ['Fecha en la que se convirtió en cliente', 'won', ...TIMES],
      ['Último contacto', null, ...TIMES],
    ],
  },
  'HubSpot in German, by its words': {
    preset: null,
    columns: [
      ['Datensatz-ID', 'id', '1', '2'],
      ['Erstellungsdatum', 'created', ...TIMES],
      ['Datum der Umwandlung in Lead', null, ...TIMES],
      ['Datum der Umwandlung in Marketing-qualifizierten Lead', 'qualified', ...TIMES],
      ['Datum der Umwandlung in Kunden', 'won', ...TIMES],
      ['Letzte Kontaktaufnahme', null, ...TIMES],
    ],
  },
  'a table in Italian': {
    preset: null,
    columns: [
      ['Codice', 'id', 'L-1', 'L-2'],
      ['Commerciale', 'owner', 'Ada Neri', 'Ada Neri'],
      ['Stato', 'status', 'Vinto', 'Nuovo'],
      ['Data creazione', 'created', ...DAYS],
      ['Primo contatto', 'contacted', ...DAYS],
      ['Data vincita', 'won', ...DAYS],
      ['Data chiusura prevista', null, ...DAYS],
      ['Importo', 'amount', '100', '200'],
    ],
  },
  'a table in Dutch': {
    preset: null,
    columns: [
      ['Nummer', 'id', '11', '12'],
      ['Verkoper', 'owner', 'Ada Bos', 'Ada Bos'],
      ['Aangemaakt op', 'created', ...DAYS],
      ['Eerste contact', 'contacted', ...DAYS],
      ['Gewonnen op', 'won', ...DAYS],
      ['Verwachte sluitingsdatum', null, ...DAYS],
      ['Bedrag', 'amount', '100', '200'],
    ],
  },
  'contacts of Brevo': {
    preset: null,
    columns: [
      ['EMAIL', 'email', 'a@example.com', 'b@example.com'],
      ['NOM', 'name', 'Weber', 'Roux'],
      ['ADDED_TIME', 'created', ...TIMES],
      ['MODIFIED_TIME', 'modified', ...TIMES],
    ],
  },
  'opportunities of a French firm': {
    preset: null,
    columns: [
      ['Référence opportunité', 'id', 'OP1', 'OP2'],
      ['Ouverte le', 'created', ...DAYS],
      ['Date de fin prévue', null, ...DAYS],
      ['Date de fin réelle', 'won', ...DAYS],
      ['Affectée à', 'owner', 'PETIT Marc', 'PETIT Marc'],
    ],
  },
  'leads of Close': {
    preset: null,
    columns: [
      ['id', 'id', 'lead_1', 'lead_2'],
      ['status_label', 'status', 'Potential', 'Customer'],
      ['date_created', 'created', ...TIMES],
      ['opportunity_date_won', 'won', ...TIMES],
      ['opportunity_value', 'amount', '100', '200'],
    ],
  },
  'deals of Teamleader': {
    preset: null,
    columns: [
      ['Titel', null, 'Deal 1', 'Deal 2'],
      ['Waarde', 'amount', '€ 1.200,00', '€ 900,00'],
      ['Verwachte afsluitdatum', null, ...DAYS],
      ['Afgesloten op', 'won', ...DAYS],
      ['Toegewezen aan', 'owner', 'Jan Peeters', 'Jan Peeters'],
    ],
  },
  'deals of RD Station': {
    preset: null,
    columns: [
      ['Valor Único', 'amount', 'R$ 1.200,00', 'R$ 900,50'],
      ['Data de criação', 'created', ...TIMES],
      ['Data de fechamento', 'won', ...TIMES],
      ['Previsão de fechamento', null, ...DAYS],
      ['Responsável', 'owner', 'Ana Lima', 'Ana Lima'],
    ],
  },
  'contacts of RD Station': {
    preset: null,
    columns: [
      ['E-mail', 'email', 'a@example.com', 'b@example.com'],
      ['Telemóvel', 'phone', '912 345 678', '913 345 678'],
      ['Data da primeira conversão', 'created', ...TIMES],
      ['Estágio no funil', 'status', 'Lead', 'Cliente'],
      ['Dono do lead', 'owner', 'Ana Lima', 'Ana Lima'],
      ['Valor da venda', 'amount', 'R$ 1.200,00', 'R$ 900,50'],
    ],
  },
  'a table of Dutch requests': {
    preset: null,
    columns: [
      ['Aanvraagnummer', 'id', 'A1', 'A2'],
      ['Mobiel', 'phone', '06-12345678', '06-22345678'],
      ['Aanvraagdatum', 'created', ...DAYS],
      ['Datum opdracht', 'won', ...DAYS],
      ['Orderwaarde', 'amount', '€ 1.200,00', '€ 900,00'],
    ],
  },
  'a table of Italian requests': {
    preset: null,
    columns: [
      ['N. richiesta', 'id', '1', '2'],
      ['Agente', 'owner', 'Ada Neri', 'Ada Neri'],
      ['Provenienza', 'source', 'Fiera', 'Sito'],
      ['Data richiesta', 'created', ...DAYS],
    ],
  },
  'Zoho in Spanish': {
    preset: null,
    columns: [
      ['ID de registro', 'id', 'zcrm_1', 'zcrm_2'],
      ['Propietario de Posible cliente', 'owner', 'Eva Blom', 'Eva Blom'],
      ['Móvil', 'phone', '+34 612 345 678', '+34 613 345 678'],
      ['Estado de Posible cliente', 'status', 'Contactado', 'Nuevo'],
      ['Hora de creación', 'created', ...TIMES],
      ['Hora de la última actividad', null, ...TIMES],
    ],
  },
  'a table in Polish': {
    preset: null,
    columns: [
      ['Nr zgłoszenia', 'id', '11', '12'],
      ['Imię', 'name', 'Jan', 'Zofia'],
      ['Telefon', 'phone', '+48 601 234 567', '+48 602 234 567'],
      ['Źródło', 'source', 'Targi', 'Polecenie'],
      ['Opiekun', 'owner', 'Anna Nowak', 'Anna Nowak'],
      ['Data wpływu', 'created', ...DAYS],
      ['Data pierwszego kontaktu', 'contacted', ...DAYS],
      ['Planowane spotkanie', null, ...DAYS],
      ['Status', 'status', 'Wygrana', 'Nowy'],
      ['Data sprzedaży', 'won', ...DAYS],
      ['Wartość', 'amount', '12 500,00 zł', '900,50 zł'],
    ],
  },
  'Pipedrive in Polish': {
    preset: null,
    columns: [
      ['Szansa sprzedaży - ID', 'id', '1', '2'],
      ['Szansa sprzedaży - Wartość', 'amount', '100', '250'],
      ['Szansa sprzedaży - Właściciel', 'owner', 'Anna Nowak', 'Anna Nowak'],
      ['Szansa sprzedaży - Data utworzenia', 'created', ...TIMES],
      ['Szansa sprzedaży - Data wygranej', 'won', ...TIMES],
      ['Szansa sprzedaży - Data przegranej', 'lost', ...TIMES],
      ['Szansa sprzedaży - Przewidywana data zamknięcia', null, ...DAYS],
    ],
  },
  'Salesforce in Japanese': {
    preset: null,
    columns: [
      ['リードID', 'id', '00Q1', '00Q2'],
      ['姓', 'name', '山田', '佐藤'],
      ['会社名', 'company', '株式会社アクメ', '株式会社ヘリックス'],
      ['メール', 'email', 'a@example.com', 'b@example.com'],
      ['携帯', 'phone', '090-1234-5678', '090-2234-5678'],
      ['リード状況', 'status', '新規', '対応中'],
      ['リードソース', 'source', 'Web', '展示会'],
      ['リード所有者', 'owner', '鈴木 健一', '鈴木 健一'],
      ['作成日', 'created', ...TIMES],
      ['初回対応日時', 'contacted', ...TIMES],
      ['取引開始日', 'opportunity', ...TIMES],
      ['次回連絡予定日', null, ...TIMES],
      ['最終更新日', 'modified', ...TIMES],
    ],
  },
  'deals in Japanese': {
    preset: null,
    columns: [
      ['レコード番号', 'id', '1', '2'],
      ['受付日', 'created', ...TIMES],
      ['営業担当', 'owner', '田中花子', '田中花子'],
      ['ステータス', 'status', '受注', '失注'],
      ['受注日', 'won', ...TIMES],
      ['受注金額', 'amount', '¥120,000', '¥9,500'],
    ],
  },
  'deals in Russian': {
    preset: null,
    columns: [
      ['ID', 'id', '1', '2'],
      ['Бюджет ₽', 'amount', '120000', '9500'],
      ['Ответственный', 'owner', 'Ольга Смирнова', 'Ольга Смирнова'],
      ['Дата создания сделки', 'created', ...TIMES],
      ['Дата редактирования', 'modified', ...TIMES],
      ['Этап сделки', 'status', 'Переговоры', 'Новая'],
      ['Дата закрытия', 'won', ...TIMES],
      ['Источник', 'source', 'Сайт', 'Выставка'],
    ],
  },
  'a person with states of their own': {
    preset: null,
    columns: [
      ['Id', 'id', '1', '2'],
      ['Housing Status', null, 'Owner', 'Tenant'],
      ['Email Status', null, 'Active', 'Bounced'],
    ],
  },
  'the answers to a form of Typeform': {
    preset: 'typeform',
    columns: [
      ['#', 'id', 'a1', 'a2'],
      ['Start Date (UTC)', null, ...TIMES],
      ['Submit Date (UTC)', 'created', ...TIMES],
      ['Network ID', null, 'n1', 'n1'],
    ],
  },
  'meetings of Calendly': {
    preset: 'calendly',
    columns: [
      ['User Name', 'owner', 'Karin Vogt', 'Karin Vogt'],
      ['Invitee Email', 'email', 'a@example.com', 'b@example.com'],
      ['Start Date & Time', null, '2026-03-05 11:00 am', '2026-04-02 02:30 pm'],
      ['Event Created Date & Time', 'created', '2026-03-02 01:40 am', '2026-03-31 05:00 pm'],
      ['Invitee UUID', 'id', 'x-1', 'x-2'],
    ],
  },
  'leads of Meta': {
    preset: 'meta-lead-forms',
    columns: [
      ['id', 'id', 'l:1', 'l:2'],
      ['created_time', 'created', '2026-03-02T09:14:00+01:00', '2026-03-31T17:00:01+02:00'],
      ['campaign_name', 'source', 'Q1', 'Q1'],
      ['form_name', null, 'Demo', 'Demo'],
      ['platform', null, 'fb', 'ig'],
      ['lead_status', 'status', 'CREATED', 'CREATED'],
    ],
  },
};

describe('a date that is planned', () => {
  it.each([
    ['English', 'Expected close date', 'Tentative Close Date', 'Likely closing date'],
    ['French', 'Date de clôture prévue', 'Clôture prévisionnelle', 'Date de clôture estimée'],
    ['German', 'Erwartetes Abschlussdatum', 'Voraussichtlich abgeschlossen am', 'Prognose Abschluss'],
    ['Spanish', 'Fecha de cierre prevista', 'Cierre estimado', 'Previsión de cierre'],
    ['Italian', 'Data chiusura prevista', 'Chiusura stimata', 'Data di chiusura presunta'],
    ['Dutch', 'Verwachte sluitingsdatum', 'Geplande sluitingsdatum', 'Geschatte sluitingsdatum'],
    ['Portuguese', 'Data de fechamento esperada', 'Previsão de fechamento', 'Fechamento previsto'],
    ['Polish', 'Przewidywana data zamknięcia', 'Planowane zamknięcie', 'Oczekiwana data wygranej'],
    ['Japanese', '受注予定日', 'クローズ予想日', '成約見込日'],
    ['Russian', 'Планируемая дата закрытия', 'Ожидаемая дата закрытия', 'Прогноз закрытия'],
  ])('is no win: %s', async (_, ...headers) => {
    const cells = headers.map(() => DAYS[0]).join();
    const found = await sniffed(`id,${headers.join()}\nL1,${cells}\nL2,${cells}\n`);
    expect(found.columns.map(({ role }) => role?.name ?? null)).toEqual(['id', null, null, null]);
  });
});

describe('what is of one person', () => {
  it.each([
    ['Polish', 'Imię', 'Nazwisko', 'Kod pocztowy', 'Ulica', 'Osoba kontaktowa', 'Komórka'],
    ['Japanese', 'お名前', 'フリガナ', '住所', '郵便番号', '担当者名', '生年月日'],
    ['Russian', 'Имя', 'Фамилия', 'Адрес', 'Отчество', 'Рабочий телефон', 'ФИО'],
    ['Portuguese', 'Apelido', 'Morada', 'CEP', 'Telemóvel', 'Data de nascimento', 'Nome'],
    ['Spanish', 'Apellidos', 'Domicilio', 'Calle', 'Celular', 'Código postal', 'Nombre'],
    ['Italian', 'Cognome', 'Indirizzo', 'Referente', 'Cellulare', 'Data di nascita', 'Nome'],
    ['Dutch', 'Achternaam', 'Straat', 'Postcode', 'Mobiel', 'Geboortedatum', 'Voornaam'],
    ['German', 'Nachname', 'Straße', 'PLZ', 'Rufnummer', 'Geburtsdatum', 'Ansprechpartner'],
    ['French', 'Prénom', 'Code postal', 'Rue', 'Portable', 'Date de naissance', 'Tél'],
  ])('is seen by its header whatever its cells hold: %s', async (_, ...headers) => {
    const cells = headers.map(() => 'x');
    const found = await sniffed(`id,${headers.join()}\nL1,${cells.join()}\nL2,${cells.join()}\n`);
    expect(found.columns.flatMap(({ name, personal }) => (personal ? [name] : []))).toEqual(headers);
  });

  it.each([
    ['Polish', 'Data wpływu', 'Godzina'],
    ['Japanese', '受付日', '受付時刻'],
    ['Dutch', 'Aanvraagdatum', 'Tijdstip'],
  ])('is no time of day, which is given to its date: %s', async (_, day, clock) => {
    const found = await sniffed(`id,${day},${clock}\nL1,2026-03-02,09:14\nL2,2026-03-31,17:00\n`);
    expect(found.columns[1]).toMatchObject({ type: 'datetime', timeColumn: clock });
  });
});

describe('the columns of an export in another language', () => {
  it.each(Object.entries(EXPORTS))(
    'have their roles, and the export its preset: %s',
    async (_, { preset, columns }) => {
      const line = (at: number) => columns.map((cells) => `"${cells[at]}"`).join(',');
      const found = await sniffed(`${[0, 2, 3].map(line).join('\n')}\n`);
      expect(found.preset?.name ?? null).toBe(preset);
      const roles = found.columns.map(({ name, role }) => [name, role?.name ?? null]);
      expect(roles).toEqual(columns.map(([header, role]) => [header, role]));
    },
  );
});
