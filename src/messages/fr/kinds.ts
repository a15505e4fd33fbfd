import type { Catalogue } from '../index.ts';

export const kinds: Catalogue = {};
