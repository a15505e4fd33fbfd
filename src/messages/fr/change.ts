import type { Catalogue } from '../index.ts';

export const change: Catalogue = {};
