import { t } from '../../../messages/index.ts';
import type { Sniff } from '../../../model/sniff.ts';

/** The page that says how to get from a CRM what its export lacks, in the language of the reader. */
export const presetPage = ({ preset }: Pick<Sniff, 'preset'>): string =>
  preset === null ? t`docs/presets.md` : t`docs/presets/${preset.name}.md`;
