import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZONES_RELEASE } from '../../src/calendar/zone.ts';
import { reset, speak } from '../../src/messages/index.ts';
import { compliance as html } from '../../src/report/formats/html.ts';
import { compliance as markdown } from '../../src/report/formats/markdown.ts';
import { compliance as stylish } from '../../src/report/formats/stylish.ts';
import { compliance as text } from '../../src/report/formats/text.ts';
import { clock } from '../../src/report/formats/text-receipt.ts';
import { percent } from '../../src/report/number.ts';
import { counts, month, options, rated, result, scoreboardOf, tableOf } from './fixtures.ts';

beforeEach(() => speak('fr', { firm: true }));
afterEach(reset);

const firstContact = rated('first-contact', 'missed', counts(83, 12, 0, 3, 1), {
  promise: 'Chaque lead qualifié est contacté en 4 heures ouvrées',
  reasons: { waived: 2, 'out-of-scope': 1, 'stop-before-start': 1 },
  percentiles: { p50: 1020, p90: 7860, p95: 15_120, businessTime: true },
});

const followUp = rated('follow-up', 'open', counts(60, 3, 12), {
  atRisk: 4,
  outlook: 'at risk',
  final: false,
  extras: { medianAttempts: 1, stoppedEarlyShare: 0.625 },
});

const revenue = result({
  id: 'new-revenue',
  kind: 'objective',
  measure: 'sum',
  owedBy: null,
  owedTo: null,
  sharedBy: ['marketing', 'sales', 'partners'],
  value: 181_250.5,
  verdict: 'open',
  outlook: 'on track',
  final: false,
  target: { cmp: '>=', value: 250_000, of: 'number', unit: 'EUR', text: '>= 250000 EUR per quarter' },
  pace: { expected: 170_000, projected: 251_000, openDaysPassed: 1, openDaysTotal: 22 },
});

const waiver = {
  version: '2026.2',
  commitment: null,
  leads: null,
  from: '2026-06-11',
  to: '2026-06-12',
  reason: 'Séminaire',
  approvedBy: ['marketing', 'sales'],
  expires: '2026-12-31',
  expired: false,
  cases: 1,
};

/** No-break spaces as plain ones, so that what is expected can be read. */
const plain = (written: string): string => written.replace(/[\u00a0\u202f]/g, ' ');

describe('in French', () => {
  it('a scoreboard is French from its title to what to type next', () => {
    const printed = text(
      scoreboardOf([firstContact, followUp, revenue], {
        waivers: [waiver, { ...waiver, commitment: 'follow-up', leads: 2, cases: 2 }],
        ledgers: {
          leads: {
            read: 2013,
            judged: 1987,
            excluded: { 'identical duplicate': 14 },
            rejected: { 'not-a-date': 12 },
          },
        },
      }),
      options({ width: 140 }),
    );
    expect(plain(printed)).toBe(`Marketing and Sales agreement

Juin 2026 : 1 promesse manquée sur 3
Manquée par sales : 1 sur 2.
  ✗ Sales, « Chaque lead qualifié est contacté en 4 heures ouvrées » : 87 % sur 95, cible ≥ 95 %. 12 cas sur 95 non tenus ; la cible en
    admet 4 : 8 de trop.
  ◔ Sales, « follow-up » : 95,2 % sur 63, cible ≥ 95 %. Menacé : 12 cas encore ouverts, dont 4 menacés : la fin sera entre 80 % et 96 %.

Sur quoi cela repose
  acme-demand, version 2026.2 (acme.sla.yaml)
  juin 2026, fuseau Europe/Paris (règles 2026f) ; un cas est rattaché à la période de son début
  arrêté au mardi 30 juin 2026 à 17 h 58, fuseau Europe/Paris, le dernier instant des données

┌──────────────────────────┬────────────────┬───────────────┬─────────────┬──────┬────────┬──────────┬───────┬─────────────┬───────────────┐
│ promesse                 │        atteint │         cible │  fourchette │ tenu │ manqué │ en cours │ exclu │ indéterminé │ verdict       │
├──────────────────────────┴────────────────┴───────────────┴─────────────┴──────┴────────┴──────────┴───────┴─────────────┴───────────────┤
│ sales s’engage envers marketing                                                                                                          │
├──────────────────────────┬────────────────┬───────────────┬─────────────┬──────┬────────┬──────────┬───────┬─────────────┬───────────────┤
│ Chaque lead qualifié est │    87 % sur 95 │        ≥ 95 % │             │   83 │     12 │        0 │     3 │           1 │ ✗ manqué      │
│ contacté en 4 heures     │                │               │             │      │        │          │       │             │ définitif     │
│ ouvrées                  │                │               │             │      │        │          │       │             │               │
│ first-contact            │                │               │             │      │        │          │       │             │               │
├──────────────────────────┼────────────────┼───────────────┼─────────────┼──────┼────────┼──────────┼───────┼─────────────┼───────────────┤
│ follow up                │  95,2 % sur 63 │        ≥ 95 % │ 80 % à 96 % │   60 │      3 │       12 │     0 │           0 │ ◔ ouvert      │
│                          │                │               │             │      │        │          │       │             │ menacé        │
├──────────────────────────┴────────────────┴───────────────┴─────────────┴──────┴────────┴──────────┴───────┴─────────────┴───────────────┤
│ partagé par marketing, sales et partners                                                                                                 │
├──────────────────────────┬────────────────┬───────────────┬─────────────┬──────┬────────┬──────────┬───────┬─────────────┬───────────────┤
│ new revenue              │ 181 250,50 EUR │ ≥ 250 000 EUR │             │    0 │      0 │        0 │     0 │           0 │ ◔ ouvert      │
│                          │                │               │             │      │        │          │       │             │ en bonne voie │
└──────────────────────────┴────────────────┴───────────────┴─────────────┴──────┴────────┴──────────┴───────┴─────────────┴───────────────┘

Encore ouverts
  follow up, juin 2026 : 12 en cours, dont 4 menacés ; l’issue se joue entre 80 % et 96 %

Rythme
  new revenue, juin 2026 : 181 250,50 après 1 des 22 jours ouvrés, alors qu’un rythme régulier en serait à 170 000 ; à ce rythme, 251 000
    à la fin

Durée
  first contact, juin 2026 : la moitié en 17 min, 90 % en 2 h 11 min, 95 % en 4 h 12 min, en heures ouvrées
  follow up, juin 2026 : 1 tentative en médiane ; 63 % des cas y ont pris fin plus tôt

Écartés
  first contact, exclus : dispensé 2, hors périmètre 1 ; indéterminés : fin avant le début 1

Dérogations
  tous les engagements, du 11 juin 2026 au 12 juin 2026 : Séminaire (approuvé par marketing et sales, jusqu’au 31 décembre 2026) : 1 cas
    dispensé
  follow up, 2 leads : Séminaire (approuvé par marketing et sales, jusqu’au 31 décembre 2026) : 2 cas dispensés

Lignes
  leads : lignes lues 2 013 = jugées 1 987 + exclues 14 (doublon identique 14) + rejetées 12 (pas une date 12)

Ensuite
  sla report acme.sla.yaml : les mêmes promesses, mois par mois
  sla check acme.sla.yaml --rejects rejects.csv : toutes les cellules qui n’ont pu être lues
`);
  });

  it('a table of months is French, its numbers and its marks', () => {
    const may = rated('first-contact', 'met', counts(1953, 34), { period: month(2026, 5) });
    expect(
      plain(markdown(tableOf([may, firstContact, followUp]), options())),
    ).toBe(`## Marketing and Sales agreement

**Mai 2026 : la promesse est tenue**

**Sur quoi cela repose**

- acme-demand, version 2026.2 (acme.sla.yaml)
- mai 2026 et juin 2026, fuseau Europe/Paris (règles 2026f) ; un cas est rattaché à la période de son début
- arrêté au mardi 30 juin 2026 à 17 h 58, fuseau Europe/Paris, le dernier instant des données

| promesse, par mois | mai 2026 | juin 2026\\* |
| :-- | --: | --: |
| **sales s’engage envers marketing** |  |  |
| first contact<br>≥ 95 % | 98,3 % sur 1 987<br>✓ tenu | 87 % sur 95<br>✗ manqué |
| follow up<br>≥ 95 % |  | 95,2 % sur 63<br>◔ ouvert, menacé\\* |

**\\* non définitif**

- la période court encore, ou des cas n’y sont pas arrivés à échéance : le chiffre peut changer

**Encore ouverts**

- follow up, juin 2026 : 12 en cours, dont 4 menacés ; l’issue se joue entre 80 % et 96 %

**Écartés**

- first contact, exclus : dispensé 2, hors périmètre 1 ; indéterminés : fin avant le début 1
`);
  });

  it('a page says its language', () => {
    expect(html(tableOf([firstContact]), options())).toContain('<html lang="fr">');
  });

  it('promises that are not kept are problems with a French sentence, under the ids of their rules', () => {
    expect(plain(stylish(scoreboardOf([firstContact, followUp]), options()))).toBe(`acme.sla.yaml
  1:1      erreur         « first-contact » est manqué en 2026-06 (87 % sur 95) ; la cible est ≥ 95 %  missed
  1:1      avertissement  « follow-up » est menacé en 2026-06 (95,2 % sur 63) ; la cible est ≥ 95 %  at-risk

1 erreur, 1 avertissement
règles des fuseaux ${ZONES_RELEASE}
`);
  });

  it('a clock is French, with French dates', () => {
    const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 2, day, hour, minute) * 1000;
    const printed = clock(
      {
        calendar: 'office',
        timezone: 'UTC',
        from: at(6, 16, 30),
        to: null,
        within: '1 business hour',
        due: at(9, 9, 30),
        businessSeconds: null,
        stretches: [
          { from: at(6, 16, 30), to: at(6, 17), counted: true, reason: 'open' },
          { from: at(6, 17), to: at(7, 0), counted: false, reason: 'closed' },
          { from: at(7, 0), to: at(9, 0), counted: false, reason: 'weekend' },
          { from: at(9, 0), to: at(9, 9), counted: false, reason: 'closed' },
          { from: at(9, 9), to: at(9, 9, 30), counted: true, reason: 'open' },
        ],
      },
      options(),
    );
    expect(
      plain(printed),
    ).toBe(`1 heure ouvrée à partir du vendredi 6 mars 2026 à 16 h 30 : échéance lundi 9 mars 2026 à 9 h 30
calendrier office, fuseau UTC (règles 2026f)

  ven. 06/03/2026 16:30 - 17:00                  + 30 min  = 30 min  ouvert
  ven. 06/03/2026 17:00 - 24:00                                      fermé
  sam. 07/03/2026 00:00 - lun. 09/03/2026 00:00                      week-end
  lun. 09/03/2026 00:00 - 09:00                                      fermé
  lun. 09/03/2026 09:00 - 09:30                  + 30 min  =    1 h  ouvert
  --- échéance lundi 9 mars 2026 à 9 h 30
`);
  });

  it('a percentage keeps to its own side of the target', () => {
    expect([percent(0.9496, 10_000, 0.95), percent(1953 / 1987, 1987), percent(1, 7)].map(plain)).toEqual([
      '94,96 %',
      '98,3 %',
      '100 %',
    ]);
  });
});
