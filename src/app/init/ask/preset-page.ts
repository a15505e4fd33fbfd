import type { Sniff } from '../../../model/sniff.ts';

/** The page that says how to get from a CRM what its export lacks. */
export const presetPage = ({ preset }: Pick<Sniff, 'preset'>): string =>
  preset === null ? 'docs/presets.md' : `docs/presets/${preset.name}.md`;
