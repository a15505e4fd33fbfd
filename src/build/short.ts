import { readFile } from 'node:fs/promises';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { COMMON } from './options.ts';

/** The commands that open no export, and so need no engine. `bin/sla.js` has the same list. */
export const SHORT: readonly string[] = ['validate', 'clock', 'sign', 'rules'];

/** The commands that judge what an agreement says, as text. `bin/sla.js` has the same list. */
export const JUDGING: readonly string[] = ['check', 'report', 'cases', 'explain', 'diff', 'doctor', 'demo'];

/** By the name of its file, what few runs of these commands need: it is loaded where it is asked for. */
const APART = {
  french: 'src/messages/fr/index.ts',
  ical: 'ical.js',
  pg: 'pg',
  re2js: 're2js',
} as const;

/** A script that holds some of the commands, and not what the others alone need. */
interface Part {
  readonly file: string;
  readonly commands: readonly string[];
  /** Whether the others alone need what a module imports when it is needed, by the module and what it says there. */
  readonly isOfOthers: (module: string, imported: string) => boolean;
}

const isFormat = (module: string): boolean => module.endsWith('/report/formats/index.ts');

/** The writers of what the short commands find, in every format. */
const OF_FINDINGS =
  /^\.\/(stylish|json|github|gitlab|junit|sarif|(text|markdown|html|json)-findings|text-(receipt|rules)|json-catalogue)\.ts$/;

const SHORT_PART: Part = {
  file: 'main.cjs',
  commands: SHORT,
  // Where records are to be read for their evidence, by the engine, the whole program answers.
  isOfOthers: (module, imported) =>
    (isFormat(module) && !OF_FINDINGS.test(imported)) || imported.endsWith('/judging/evidence.ts'),
};

/** `bin/sla.js` asks the whole program for any other format. */
const AS_TEXT = /^\.\/(brief|text(-(cases|diff|doctor|findings|receipt))?)\.ts$/;

const JUDGING_PART: Part = {
  file: 'judging.cjs',
  commands: JUDGING,
  isOfOthers: (module, imported) => isFormat(module) && !AS_TEXT.test(imported),
};

/**
 * Writes the commands that read agreements alone once more, as one script in CommonJS with a few files
 * beside it. Node compiles one small script sooner than it links forty modules, and these commands are over
 * before that difference is made up for. Resolves to the files that went into the script, relative to the
 * root.
 */
export async function packShort(root: string, folder: string): Promise<readonly string[]> {
  const inputs = await packPart(root, folder, SHORT_PART);
  for (const [name, entry] of Object.entries(APART)) {
    // What `require` gives is the default import, as Node has it.
    const footer = { js: name === 'ical' ? 'module.exports = module.exports.default;' : '' };
    const { define: _, banner: __, ...options } = scriptOf(root);
    await build({ ...options, entryPoints: [entry], outfile: `${folder}/${name}.cjs`, footer });
  }
  return inputs;
}

/**
 * The same of the commands that judge, beside the files apart of `packShort`: V8 reads every function of a script
 * before it calls the first, and those of a module that is imported when it is needed twice. Resolves as it does.
 */
export const packJudging = (root: string, folder: string): Promise<readonly string[]> =>
  packPart(root, folder, JUDGING_PART);

async function packPart(root: string, folder: string, part: Part): Promise<readonly string[]> {
  const { metafile } = await build({
    ...scriptOf(root),
    outfile: `${folder}/${part.file}`,
    plugins: [...COMMON.plugins, partOnly(part)],
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

/**
 * Writes the whole program once more beside the files apart of `packShort`, as one script: to link the
 * chunks that a judging command asks for took three times as long. What a command does not need is a function
 * that is not called.
 */
export async function packWhole(root: string, folder: string): Promise<void> {
  await build({
    ...scriptOf(root),
    outfile: `${folder}/whole.cjs`,
    plugins: [...COMMON.plugins, FILES_APART],
  });
}

const scriptOf = (root: string) =>
  ({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    format: 'cjs',
    legalComments: 'none',
    // Node's own modules are then loaded by `require` as well, which takes no turn of the event loop.
    supported: { 'dynamic-import': false },
    // What ships with the package is looked for from the entry of the chunks, one folder up.
    define: { 'import.meta.url': 'url' },
    banner: {
      js: "const url=require('node:url').pathToFileURL(require('node:path').join(__dirname,'../main.js')).href;",
    },
  }) satisfies BuildOptions;

/** Of what is imported where it is needed, what lies in a file of its own. */
const apartOf = (path: string): { readonly path: string; readonly external: true } | null => {
  const apart = Object.entries(APART).find(([, entry]) => entry.endsWith(path.replace(/^\.\//, '/')));
  return apart ? { path: `./${apart[0]}.cjs`, external: true } : null;
};

const FILES_APART: Plugin = {
  name: 'files-apart',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? apartOf(path) : null));
  },
};

/**
 * Other commands are left out, and what is needed is imported at once: else it is a function of its own,
 * which V8 reads twice.
 */
const partOnly = (part: Part): Plugin => ({
  name: 'part-only',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return null;
      return apartOf(path) ?? (path.startsWith('.') ? { path, namespace: 'absent' } : null);
    });
    onLoad({ filter: /./, namespace: 'absent' }, ({ path }) => ({
      contents: `throw Object.assign(new Error('${part.file} has no ${path}'), { name: 'NotShort' })`,
    }));
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: atOnce(path.replaceAll('\\', '/'), await readFile(path, 'utf8'), part),
      loader: 'ts',
    }));
  },
});

/** A module with its imports at its top, but for those of other commands and those that stay apart. */
function atOnce(module: string, text: string, { commands, isOfOthers }: Part): string {
  const command = /\/cli\/commands\/([^/]+)\.ts$/.exec(module)?.[1] ?? null;
  const isOther = command !== null && !commands.includes(command);
  const needed: string[] = [];
  const code = text.replace(/\bimport\('(\.[^']+)'\)/g, (written, path: string) => {
    const left = isOther || path.endsWith('/fr/index.ts') || isOfOthers(module, path);
    return left ? written : `Promise.resolve(needed${needed.push(path) - 1})`;
  });
  return [...needed.map((path, at) => `import * as needed${at} from '${path}';`), code].join('\n');
}
