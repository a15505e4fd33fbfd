import type { Catalogue } from '../index.ts';

export const language: Catalogue = {};
