import { t } from './index.ts';

/** What a message cites: `"Premier contact le"`, `« Premier contact le »`. */
export const quoted = (text: string): string => t`"${text}"`;
