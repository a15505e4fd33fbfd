import type { FormatEntry } from '../../model/render.ts';

/** One line a format; its file is loaded when it is asked for. */
export const formats: readonly FormatEntry[] = [
  {
    name: 'text',
    suffixes: ['.txt'],
    writes: ['compliance', 'findings', 'clock'],
    load: (kind) => (kind === 'compliance' ? import('./text.ts') : import('./text-findings.ts')),
  },
  { name: 'stylish', suffixes: [], writes: ['findings'], load: () => import('./stylish.ts') },
  {
    name: 'json',
    suffixes: ['.json'],
    writes: ['compliance', 'findings', 'clock'],
    load: () => import('./json.ts'),
  },
  {
    name: 'markdown',
    suffixes: ['.md', '.markdown'],
    writes: ['compliance'],
    load: () => import('./markdown.ts'),
  },
  { name: 'html', suffixes: ['.html', '.htm'], writes: ['compliance'], load: () => import('./html.ts') },
  { name: 'csv', suffixes: ['.csv'], writes: ['compliance'], load: () => import('./csv.ts') },
];
