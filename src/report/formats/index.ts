import type { FormatEntry } from '../../model/render.ts';

/** One line a format; its file is loaded when it is asked for. */
export const formats: readonly FormatEntry[] = [
  {
    name: 'text',
    suffixes: ['.txt'],
    writes: ['compliance', 'findings', 'clock'],
    load: (kind) => (kind === 'compliance' ? import('./text.ts') : import('./text-findings.ts')),
  },
  { name: 'stylish', suffixes: [], writes: ['compliance', 'findings'], load: () => import('./stylish.ts') },
  // Before json: `.sarif.json` is its suffix too.
  {
    name: 'sarif',
    suffixes: ['.sarif', '.sarif.json'],
    writes: ['compliance', 'findings'],
    laws: true,
    load: () => import('./sarif.ts'),
  },
  {
    name: 'json',
    suffixes: ['.json'],
    writes: ['compliance', 'findings', 'clock'],
    load: () => import('./json.ts'),
  },
  {
    name: 'markdown',
    suffixes: ['.md', '.markdown'],
    writes: ['compliance', 'findings'],
    load: (kind) => (kind === 'findings' ? import('./markdown-findings.ts') : import('./markdown.ts')),
  },
  {
    name: 'html',
    suffixes: ['.html', '.htm'],
    writes: ['compliance', 'findings'],
    load: (kind) => (kind === 'findings' ? import('./html-findings.ts') : import('./html.ts')),
  },
  { name: 'csv', suffixes: ['.csv'], writes: ['compliance'], load: () => import('./csv.ts') },
  { name: 'junit', suffixes: ['.xml'], writes: ['compliance', 'findings'], load: () => import('./junit.ts') },
  { name: 'github', suffixes: [], writes: ['compliance', 'findings'], load: () => import('./github.ts') },
  { name: 'gitlab', suffixes: [], writes: ['compliance', 'findings'], load: () => import('./gitlab.ts') },
];
