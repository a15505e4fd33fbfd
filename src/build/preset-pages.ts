import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presets } from '../presets/index.ts';
import type { Preset, PresetField } from '../presets/preset.ts';

const BEGIN = '<!-- Written by `npm run generate` from the preset itself. -->';
const END = '<!-- The rest is written by hand. -->';

/** Words by which headers are of another language than English, in the order in which they are tried. */
const LANGUAGES: readonly (readonly [title: string, words: RegExp])[] = [
  [
    'in German',
    /\b(?:Lead-\p{Lu}|Erstelldatum|Konvertier|Vorname|Nachname|Firma|Titel|Wert|Besitzer|Phase(?! du)|Verlustgrund|Deal - Organisation|Kontaktperson|Datum|Zeit der|Letzte|Zuletzt|erstellt)/u,
  ],
  ['in Portuguese', /^(?:Negócio|Pessoa) - /],
  [
    'in Spanish',
    /^Trato - |\b(?:ID de registro|Nombre(?! d')|Apellidos|Correo|Cargo|País\/región|Número de teléfono|Propietario|Estado|Fecha)\b/,
  ],
  [
    'in French',
    /[à-öù-ÿÀ-ÖÙ-Ý’]|\b(Affaire|Statut|Nom|Pays|Industrie|Fonction|Poste|Vendeur|Effectif|Motif|Origine|Commercial|Courriel|E-mail|Titre|Converti|Entreprise|Adresse|Identifiant|Secteur|Montant|Prospect|Ne pas|Raison|Premier|Heure de|Phase du|Personne|Date de|Date d'|Nombre d'|ID externe|ID de piste|ID d'|Chiffre|Source d'|Source du|Revenu|Revenus)\b/,
  ],
];

const languageOf = (header: string): string =>
  LANGUAGES.find(([, words]) => words.test(header))?.[0] ?? 'in English';

/** A page as it should stand: what its preset knows, in place of what stands between the marks. */
export function presetPage(page: string, preset: Preset): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The page of the preset "${preset.name}" lacks its marks`);
  return `${before}${BEGIN}\n\n${factsOf(preset)}\n\n${END}${after}`;
}

export function generatePresetPages(folder: string): void {
  for (const [name, preset] of Object.entries(presets)) {
    const file = join(folder, `${name}.md`);
    writeFileSync(file, presetPage(readFileSync(file, 'utf8'), preset));
  }
}

function factsOf(preset: Preset): string {
  return [
    '## Columns',
    `Of several headers the file has one. Where none is named in a language, none could be confirmed; name yours under \`fields:\`. \
Fields marked \\* are personal, and stay out of outputs unless asked for. The key is \`${preset.key}\`.${tellingOf(preset)}`,
    columnsOf(preset),
    '## Times',
    `Whose clock a time without an offset shows: ${preset.clock}. Declare that zone as \`timezone\` of the source.`,
    '## Which date is which stage',
    stagesOf(preset),
    ...(preset.notContact.length === 0
      ? []
      : [
          preset.ofTickets
            ? 'Columns that look like the first answer and are not:'
            : 'Columns that look like the first contact and are not:',
          preset.notContact.map(({ columns, why }) => `- ${headersOf(columns)}: ${why}`).join('\n'),
        ]),
    '## What the status says',
    preset.statuses === null
      ? 'Nothing is known: each table has its own words.'
      : statusesOf(preset.statuses),
  ].join('\n\n');
}

/** A column of headers for each language of which there is one, English and French first. */
function columnsOf({ fields }: Preset): string {
  const rows = Object.entries(fields).map(([name, field]) => ({
    name,
    field,
    headers: [field.column, ...(field.aliases ?? [])].map((header) => ({
      header,
      language: languageOf(header),
    })),
  }));
  const there = new Set(rows.flatMap(({ headers }) => headers.map(({ language }) => language)));
  const others = LANGUAGES.map(([title]) => title).filter(
    (title) => title !== 'in French' && there.has(title),
  );
  const languages = ['in English', 'in French', ...others];
  return table(
    ['field', 'holds', ...languages],
    rows.map(({ name, field, headers }) => [
      `\`${name}\`${field.personal ? ' \\*' : ''}`,
      typeOf(field),
      ...languages.map((title) =>
        headersOf(headers.filter(({ language }) => language === title).map(({ header }) => header)),
      ),
    ]),
  );
}

/** Which fields are stages: of leads the best first, of tickets one each. */
function stagesOf({ stages, ofTickets }: Preset): string {
  if (ofTickets)
    return table(
      ['stage', 'field'],
      (['opened', 'answered', 'solved', 'due'] as const).map((stage) => [
        stage,
        ofTickets[stage] === undefined ? 'none' : `\`${ofTickets[stage]}\``,
      ]),
    );
  return table(
    ['stage', 'fields that can serve, the best first'],
    (['created', 'qualified', 'assigned', 'contacted', 'answered', 'won'] as const).map((stage) => [
      stage,
      (stages[stage] ?? []).map((field) => `\`${field}\``).join(', ') || 'none',
    ]),
  );
}

/** How its leads are told from other exports of the same program. */
const tellingOf = ({ telling = [] }: Preset): string =>
  telling.length === 0
    ? ''
    : ` \`sla sniff\` takes a file for such an export only if it has ${telling.map((field) => `\`${field}\``).join(' or ')}, which other exports of the program lack.`;

function statusesOf(statuses: NonNullable<Preset['statuses']>): string {
  const { field, ...meanings } = statuses;
  const known = Object.entries(meanings).filter(([, words]) => words.length > 0);
  return `The words of \`${field}\` as the CRM ships them; most firms change theirs.\n\n${table(
    ['a lead that is', 'reads'],
    known.map(([meaning, words]) => [meaning, headersOf(words)]),
  )}`;
}

function typeOf({ type, format, decimal }: PresetField): string {
  if (format !== null) return `${type}, \`${format}\``;
  return type === 'decimal' && decimal === ',' ? 'decimal with a comma' : type;
}

const headersOf = (headers: readonly string[]): string => headers.map((header) => `\`${header}\``).join(', ');

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
