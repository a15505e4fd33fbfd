import type { Catalogue } from '../index.ts';

export const reading: Catalogue = {};
