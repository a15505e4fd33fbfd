import type { Catalogue } from '../index.ts';

export const report: Catalogue = {};
