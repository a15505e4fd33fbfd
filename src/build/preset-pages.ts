import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mark, say, speak, t } from '../messages/index.ts';
import { anyOf } from '../messages/list.ts';
import { presets } from '../presets/index.ts';
import type { Preset, PresetField } from '../presets/preset.ts';

const BEGIN = '<!-- Written by `npm run generate` from the preset itself. -->';
const END = '<!-- The rest is written by hand. -->';

const ENGLISH = mark`in English`;
const FRENCH = mark`in French`;

/** Words by which headers are of another language than English, in the order in which they are tried. */
const LANGUAGES: readonly (readonly [title: string, words: RegExp])[] = [
  [
    mark`in German`,
    /\b(?:Lead-\p{Lu}|Erstelldatum|Konvertier|Vorname|Nachname|Firma|Titel|Wert|Besitzer|Phase(?! du)|Verlustgrund|Deal - Organisation|Kontaktperson|Datum|Zeit der|Letzte|Zuletzt|erstellt)/u,
  ],
  [mark`in Portuguese`, /^(?:Negócio|Pessoa) - /],
  [
    mark`in Spanish`,
    /^Trato - |\b(?:ID de registro|Nombre(?! d')|Apellidos|Correo|Cargo|País\/región|Número de teléfono|Propietario|Estado|Fecha)\b/,
  ],
  [
    FRENCH,
    /[à-öù-ÿÀ-ÖÙ-Ý’]|\b(Affaire|Statut|Nom|Pays|Industrie|Fonction|Poste|Vendeur|Effectif|Motif|Origine|Commercial|Courriel|E-mail|Titre|Converti|Entreprise|Adresse|Identifiant|Secteur|Montant|Prospect|Ne pas|Raison|Premier|Heure de|Phase du|Personne|Date de|Date d'|Nombre d'|ID externe|ID de piste|ID d'|Chiffre|Source d'|Source du|Revenu|Revenus)\b/,
  ],
];

const languageOf = (header: string): string =>
  LANGUAGES.find(([, words]) => words.test(header))?.[0] ?? ENGLISH;

/** A page as it should stand, in the language that is spoken: what its preset knows, in place of what stands between the marks. */
export function presetPage(page: string, preset: Preset): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The page of the preset "${preset.name}" lacks its marks`);
  return `${before}${BEGIN}\n\n${factsOf(preset)}\n\n${END}${after}`;
}

/** The folders of the pages, by their language. */
export const FOLDERS = { en: 'docs/presets', fr: 'docs/fr/prereglages' } as const;

export async function generatePresetPages(root: string): Promise<void> {
  for (const language of ['fr', 'en'] as const) {
    await speak(language);
    for (const [name, preset] of Object.entries(presets)) {
      const file = join(root, FOLDERS[language], `${name}.md`);
      writeFileSync(file, presetPage(readFileSync(file, 'utf8'), preset));
    }
  }
}

function factsOf(preset: Preset): string {
  return [
    `## ${t`Columns`}`,
    t`Of several headers the file has one. Where none is named in a language, none could be confirmed; name yours under ${'`fields:`'}. Fields marked ${'\\*'} are personal, and stay out of outputs unless asked for. The key is ${code(preset.key)}.` +
      tellingOf(preset),
    columnsOf(preset),
    `## ${t`Times`}`,
    t`Whose clock a time without an offset shows: ${say(preset.clock)}. Declare that zone as ${'`timezone`'} of the source.`,
    `## ${t`Which date is which stage`}`,
    stagesOf(preset),
    ...(preset.notContact.length === 0
      ? []
      : [
          preset.ofTickets
            ? t`Columns that look like the first answer and are not:`
            : t`Columns that look like the first contact and are not:`,
          preset.notContact.map(({ columns, why }) => t`- ${headersOf(columns)}: ${say(why)}`).join('\n'),
        ]),
    `## ${t`What the status says`}`,
    preset.statuses === null
      ? t`Nothing is known: each table has its own words.`
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
  const others = LANGUAGES.map(([title]) => title).filter((title) => title !== FRENCH && there.has(title));
  const languages = [ENGLISH, FRENCH, ...others];
  return table(
    [t`field`, t`holds`, ...languages.map(say)],
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
      [t`stage`, t`field`],
      (['opened', 'answered', 'solved', 'due'] as const).map((stage) => [
        stage,
        ofTickets[stage] === undefined ? t`none` : code(ofTickets[stage]),
      ]),
    );
  return table(
    [t`stage`, t`fields that can serve, the best first`],
    (['created', 'qualified', 'assigned', 'contacted', 'answered', 'won'] as const).map((stage) => [
      stage,
      (stages[stage] ?? []).map(code).join(', ') || t`none`,
    ]),
  );
}

/** How its leads are told from other exports of the same program. */
const tellingOf = ({ telling = [] }: Preset): string =>
  telling.length === 0
    ? ''
    : ` ${t`${'`sla sniff`'} takes a file for such an export only if it has ${anyOf(telling.map(code))}, which other exports of the program lack.`}`;

function statusesOf(statuses: NonNullable<Preset['statuses']>): string {
  const { field, ...meanings } = statuses;
  const known = Object.entries(meanings).filter(([, words]) => words.length > 0);
  const shipped = t`The words of ${code(field)} as the CRM ships them; most firms change theirs.`;
  const rows = known.map(([meaning, words]) => [say(MEANINGS[meaning] ?? meaning), headersOf(words)]);
  return `${shipped}\n\n${table([t`a lead that is`, t`reads`], rows)}`;
}

function typeOf({ type, format, decimal }: PresetField): string {
  if (format !== null) return `${type}, ${code(format)}`;
  return type === 'decimal' && decimal === ',' ? t`decimal with a comma` : type;
}

const code = (text: string): string => `\`${text}\``;

const headersOf = (headers: readonly string[]): string => headers.map(code).join(', ');

/** What a state of the lead means. */
const MEANINGS: Readonly<Record<string, string>> = {
  waiting: mark`waiting`,
  contacted: mark`contacted`,
  accepted: mark`accepted`,
  refused: mark`refused`,
};

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
