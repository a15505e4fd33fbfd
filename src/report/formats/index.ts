import type { DocumentKind, FormatEntry } from '../../model/render.ts';

/** Documents of blocks, which every format of prose lays out alike. */
const IN_SECTIONS: readonly DocumentKind[] = ['calibration', 'plan', 'experiments', 'disputes', 'doctor'];

/** One line a format; its file is loaded when it is asked for. */
export const formats: readonly FormatEntry[] = [
  {
    name: 'text',
    compares: true,
    suffixes: ['.txt'],
    writes: [
      'compliance',
      'findings',
      'clock',
      'cases',
      'receipt',
      'diff',
      'log',
      'sniff',
      'rules',
      'doctor',
      'agreement',
      'funnel',
      'calibration',
      'plan',
      'experiments',
      'disputes',
      'pack',
    ],
    load: (kind) => {
      // The agenda is read and filled in as text.
      if (kind === 'pack') return import('./markdown-pack.ts');
      if (kind === 'agreement') return import('./text-agreement.ts');
      if (kind === 'funnel') return import('./text-funnel.ts');
      if (kind !== 'doctor' && IN_SECTIONS.includes(kind)) return import('./text-sections.ts');
      if (kind === 'diff') return import('./text-diff.ts');
      if (kind === 'log') return import('./text-log.ts');
      if (kind === 'rules') return import('./text-rules.ts');
      if (kind === 'doctor') return import('./text-doctor.ts');
      if (kind === 'sniff') return import('./text-sniff.ts');
      if (kind === 'compliance') return import('./text.ts');
      if (kind === 'cases') return import('./text-cases.ts');
      return kind === 'findings' ? import('./text-findings.ts') : import('./text-receipt.ts');
    },
  },
  { name: 'stylish', suffixes: [], writes: ['compliance', 'findings'], load: () => import('./stylish.ts') },
  {
    name: 'json',
    programs: true,
    problems: true,
    suffixes: ['.json'],
    writes: [
      'compliance',
      'findings',
      'clock',
      'cases',
      'receipt',
      'diff',
      'log',
      'sniff',
      'rules',
      'doctor',
      'funnel',
      'calibration',
      'plan',
      'experiments',
      'disputes',
      'pack',
    ],
    load: (kind) => {
      if (kind === 'findings') return import('./json-findings.ts');
      if (kind === 'pack') return import('./json-pack.ts');
      if (kind === 'diff') return import('./json-diff.ts');
      if (kind === 'funnel') return import('./json-funnel.ts');
      if (kind === 'calibration') return import('./json-calibration.ts');
      if (kind === 'plan') return import('./json-plan.ts');
      if (kind === 'experiments') return import('./json-experiments.ts');
      if (kind === 'disputes') return import('./json-disputes.ts');
      if (kind === 'log') return import('./json-log.ts');
      if (kind === 'rules' || kind === 'doctor') return import('./json-catalogue.ts');
      if (kind === 'sniff') return import('./json-sniff.ts');
      if (kind === 'cases') return import('./json-cases.ts');
      return kind === 'receipt' ? import('./json-receipt.ts') : import('./json.ts');
    },
  },
  {
    name: 'markdown',
    compares: true,
    suffixes: ['.md', '.markdown'],
    writes: [
      'compliance',
      'findings',
      'cases',
      'receipt',
      'diff',
      'log',
      'agreement',
      'funnel',
      'calibration',
      'plan',
      'experiments',
      'disputes',
      'doctor',
      'pack',
    ],
    load: (kind) => {
      if (kind === 'pack') return import('./markdown-pack.ts');
      if (kind === 'cases') return import('./markdown-cases.ts');
      if (kind === 'receipt') return import('./markdown-receipt.ts');
      if (kind === 'agreement') return import('./markdown-agreement.ts');
      if (kind === 'funnel') return import('./markdown-funnel.ts');
      if (IN_SECTIONS.includes(kind)) return import('./markdown-sections.ts');
      if (kind === 'diff') return import('./markdown-diff.ts');
      if (kind === 'log') return import('./markdown-log.ts');
      return kind === 'findings' ? import('./markdown-findings.ts') : import('./markdown.ts');
    },
  },
  {
    name: 'html',
    behind: true,
    suffixes: ['.html', '.htm'],
    writes: [
      'compliance',
      'findings',
      'cases',
      'receipt',
      'agreement',
      'funnel',
      'calibration',
      'plan',
      'experiments',
      'disputes',
      'doctor',
      'pack',
    ],
    load: (kind) => {
      if (kind === 'pack') return import('./html-pack.ts');
      if (kind === 'cases') return import('./html-cases.ts');
      if (kind === 'receipt') return import('./html-receipt.ts');
      if (kind === 'agreement') return import('./html-agreement.ts');
      if (kind === 'funnel') return import('./html-funnel.ts');
      if (IN_SECTIONS.includes(kind)) return import('./html-sections.ts');
      return kind === 'findings' ? import('./html-findings.ts') : import('./html.ts');
    },
  },
  { name: 'brief', suffixes: [], writes: ['compliance'], load: () => import('./brief.ts') },
  {
    name: 'csv',
    programs: true,
    suffixes: ['.csv'],
    writes: ['compliance', 'cases', 'disputes'],
    load: (kind) => {
      if (kind === 'disputes') return import('./csv-disputes.ts');
      return kind === 'cases' ? import('./csv-cases.ts') : import('./csv.ts');
    },
  },
  {
    name: 'xlsx',
    binary: true,
    compares: true,
    suffixes: ['.xlsx'],
    writes: ['compliance', 'cases', 'disputes'],
    load: (kind) => {
      if (kind === 'disputes') return import('./xlsx-disputes.ts');
      return kind === 'cases' ? import('./xlsx-cases.ts') : import('./xlsx.ts');
    },
  },
  {
    name: 'github',
    problems: true,
    suffixes: [],
    writes: ['compliance', 'findings', 'diff'],
    load: (kind) => (kind === 'diff' ? import('./github-diff.ts') : import('./github.ts')),
  },
  {
    name: 'gitlab',
    programs: true,
    problems: true,
    suffixes: [],
    writes: ['compliance', 'findings', 'diff'],
    load: (kind) => (kind === 'diff' ? import('./gitlab-diff.ts') : import('./gitlab.ts')),
  },
  {
    name: 'junit',
    programs: true,
    problems: true,
    suffixes: ['.xml'],
    writes: ['compliance', 'findings'],
    load: () => import('./junit.ts'),
  },
  {
    name: 'sarif',
    programs: true,
    problems: true,
    suffixes: ['.sarif', '.sarif.json'],
    writes: ['compliance', 'findings'],
    laws: true,
    load: () => import('./sarif.ts'),
  },
];
