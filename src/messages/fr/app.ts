import type { Catalogue } from '../index.ts';

export const app: Catalogue = {};
