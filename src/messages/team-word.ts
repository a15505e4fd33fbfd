import { language } from './index.ts';

/** The title of a team after the word for a team, which French puts in front: of `Équipe commerciale` it is said once. */
export const afterTeam = (title: string): string =>
  language() === 'fr' ? title.replace(/^l['’](?=équipe\s)/iu, '').replace(/^équipe\s+/iu, '') : title;
