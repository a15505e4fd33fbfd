import type { Catalogue } from '../index.ts';

export const init: Catalogue = {};
