import type { Catalogue } from '../index.ts';

export const cli: Catalogue = {};
