import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { COMMON } from './options.ts';

/** The commands that open no export, and so need no engine. `bin/sla.js` has the same list. */
export const SHORT: readonly string[] = ['validate', 'clock', 'sign', 'rules'];

/** By the name of its file, what few runs of these commands need: it is loaded where it is asked for. */
const APART = {
  french: 'src/messages/fr/index.ts',
  ical: 'ical.js',
  re2js: 're2js',
} as const;

/**
 * The other commands, which `bin/sla.js` never asks of this script, and the writers of documents that only
 * they make.
 */
const OTHERS: readonly RegExp[] = [
  new RegExp(`/cli/commands/(?!(${SHORT.join('|')})\\.ts)`),
  /-(cases|diff|doctor|sniff)\.ts$/,
  /\/(csv|html|markdown|text|xlsx)\.ts$/,
  // The records are read for it, by the engine: the whole program answers then.
  /judging\/evidence\.ts$/,
];

/**
 * Writes the commands that read agreements alone once more, as one script in CommonJS with a few files
 * beside it. Node compiles one small script sooner than it links forty modules, and these commands are over
 * before that difference is made up for. Resolves to the files that went into the script, relative to the
 * root.
 */
export async function packShort(root: string, folder: string): Promise<readonly string[]> {
  const options = {
    ...COMMON,
    absWorkingDir: root,
    format: 'cjs',
    legalComments: 'none',
    // Node's own modules are then loaded by `require` as well, which takes no turn of the event loop.
    supported: { 'dynamic-import': false },
  } as const;
  const { metafile } = await build({
    ...options,
    entryPoints: ['src/main.ts'],
    outfile: `${folder}/main.cjs`,
    plugins: [...COMMON.plugins, SHORT_ONLY],
    // What ships with the package is looked for from the entry of the chunks, one folder up.
    define: { 'import.meta.url': 'url' },
    banner: {
      js: "const url=require('node:url').pathToFileURL(require('node:path').join(__dirname,'../main.js')).href;",
    },
    metafile: true,
  });
  for (const [name, entry] of Object.entries(APART)) {
    // What `require` gives is the default import, as Node has it.
    const footer = { js: name === 'ical' ? 'module.exports = module.exports.default;' : '' };
    await build({ ...options, entryPoints: [entry], outfile: `${folder}/${name}.cjs`, footer });
  }
  return Object.keys(metafile.inputs);
}

/**
 * Other commands are left out, and what is needed is imported at once: else it is a function of its own,
 * which V8 reads twice.
 */
const SHORT_ONLY: Plugin = {
  name: 'short-only',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return null;
      const apart = Object.entries(APART).find(([, entry]) => entry.endsWith(path.replace(/^\.\//, '/')));
      if (apart) return { path: `./${apart[0]}.cjs`, external: true };
      return path.startsWith('.') ? { path, namespace: 'absent' } : null;
    });
    onLoad({ filter: /./, namespace: 'absent' }, ({ path }) => ({
      contents: `throw Object.assign(new Error('The script of the short commands has no ${path}'), { name: 'NotShort' })`,
    }));
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: atOnce(path.replaceAll('\\', '/'), await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** A module with its imports at its top, but for those of other commands and those that stay apart. */
function atOnce(file: string, text: string): string {
  const needed: string[] = [];
  const code = text.replace(/\bimport\('(\.[^']+)'\)/g, (written, path: string) => {
    const left =
      path.endsWith('/fr/index.ts') || OTHERS.some((other) => other.test(file) || other.test(path));
    return left ? written : `Promise.resolve(needed${needed.push(path) - 1})`;
  });
  return [...needed.map((path, at) => `import * as needed${at} from '${path}';`), code].join('\n');
}
