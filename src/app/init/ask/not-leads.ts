import { basename } from 'node:path';
import { mark, say, t } from '../../../messages/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { fold } from '../../../sniff/roles.ts';

/** What rows are, by a word of the header that names them, or of the file; in the order in which they are tried. */
const KINDS: readonly (readonly [word: RegExp, what: string, isOfLeads: boolean])[] = [
  [
    /\b(?:lead|leads|prospects?|pistes?|contacts?|deals?|opportunit\w*|affaires?|mql|event uuid)\b/,
    '',
    false,
  ],
  [/\b(?:tickets?|cases?|incidents?|issues?|reclamations?)\b/, mark`tickets`, false],
  [
    /\b(?:activit\w*|tasks?|taches?|events?|evenements?|calls?|appels?|meetings?|emails?)\b/,
    mark`activities of sales`,
    true,
  ],
  [/\b(?:accounts?|compan(?:y|ies)|societes?|entreprises?|organi[sz]ations?)\b/, mark`companies`, false],
  [/\bcampa(?:ign|gne)s?\b/, mark`campaigns`, false],
  [/\b(?:users?|agents?|utilisateurs?|sales reps?|groups?)\b/, mark`people of your own`, false],
];

/** Rows that look like something else than leads, which are judged as leads all the same: whoever reads it decides. */
export function notLeads(sniff: Sniff, key: readonly SniffColumn[]): readonly Diagnostic[] {
  // A key of several columns, or one that is no id, says nothing of what its rows are.
  const [id] = key.length === 1 ? key : [];
  const header =
    id?.role?.name === 'id'
      ? fold(id.name)
          .replace(/\b(?:id|number|numero|no|key)\b/g, '')
          .trim()
      : '';
  const file = fold(basename(sniff.file).replace(/\.[a-z.]+$/i, ''));
  for (const name of [header, file]) {
    const kind = KINDS.find(([word]) => word.test(name));
    if (kind === undefined) continue;
    const [, what, isOfLeads] = kind;
    if (what === '') return [];
    return [
      {
        rule: 'not-leads',
        severity: 'warning',
        message: t`"${sniff.file}" looks like ${say(what)}, and its rows are judged as leads`,
        help: isOfLeads
          ? t`name the export of the leads first: sla init --from leads.csv --from ${sniff.file}`
          : t`name the export of the leads first; promises about other rows are written beside those of leads, as docs/agreement-language.md shows`,
      },
    ];
  }
  return [];
}
