import type { Catalogue } from '../index.ts';

export const rules: Catalogue = {};
