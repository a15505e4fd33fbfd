import type { Catalogue } from '../index.ts';

export const sniff: Catalogue = {};
