import type { Catalogue } from '../index.ts';

export const calendar: Catalogue = {};
