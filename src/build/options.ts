import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

const { resolve } = createRequire(import.meta.url);

/**
 * The same parser as Node is given, but for two questions to the environment: that one looks up a variable
 * for every token, and would print the tokens to standard output if it were set. It is also in modules, so
 * that what is not used is left out.
 */
const YAML = join(dirname(resolve('yaml/package.json')), 'browser', 'dist', 'index.js');

/**
 * What packages would load and the program has no use for: how commander starts other programs, how chalk finds
 * out about colours, which it is told, and of pg how clients are pooled, or speak through a library of C.
 */
const UNUSED: Plugin = {
  name: 'unused',
  setup({ onResolve, onLoad }) {
    const unused = { path: 'nothing', namespace: 'unused' };
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes(`${sep}commander${sep}`) ? unused : null,
    );
    onResolve({ filter: /^#supports-color$/ }, () => unused);
    onResolve({ filter: /^(?:pg-pool|[.]\/native)$/ }, ({ importer }) =>
      importer.includes(`${sep}pg${sep}lib${sep}`) ? { path: 'nothing', namespace: 'unused-class' } : null,
    );
    onLoad({ filter: /^/, namespace: 'unused-class' }, () => ({ contents: 'module.exports = class {};' }));
    onLoad({ filter: /^/, namespace: 'unused' }, () => ({ contents: 'export default {};' }));
  },
};

/**
 * Of these each takes one column. They are all that most tables hold, and string-width makes four regular
 * expressions anew for each text that it is asked of, which a table does some forty times: each is measured once.
 */
export const ONE_COLUMN = /^[\x20-\x7e\xa0-\xa8\xaa-\xac\xaf-\u02ff\u2010-\u2027\u202f\u2500-\u257f]*$/;

const QUICK_WIDTH: Plugin = {
  name: 'quick-width',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ importer, resolveDir, namespace }) =>
      importer.includes(`${sep}cli-table3${sep}`) && namespace === 'file'
        ? { path: resolve('string-width', { paths: [resolveDir] }), namespace: 'quick-width' }
        : null,
    );
    onLoad({ filter: /./, namespace: 'quick-width' }, ({ path }) => ({
      contents: `const width = require(${JSON.stringify(path)});
        const known = new Map();
        module.exports = (text) => {
          const before = known.get(text);
          if (before !== undefined) return before;
          const own = ${ONE_COLUMN}.test(text) ? text.length : width(text);
          if (known.size === 10000) known.clear();
          known.set(text, own);
          return own;
        };`,
      resolveDir: dirname(path),
    }));
  },
};

/**
 * Node's cryptography, which takes eight milliseconds to be loaded: modules that hash something now and then import
 * it at their top, and most runs hash nothing.
 */
const CRYPTO_LATER: Plugin = {
  name: 'crypto-later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:crypto$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'crypto', namespace: 'later' } : null,
    );
    onLoad({ filter: /^/, namespace: 'later' }, () => ({
      contents: ['createHash', 'createHmac', 'hash', 'randomBytes', 'randomUUID']
        .map((name) => `export const ${name} = (...given) => require('node:crypto').${name}(...given);`)
        .join('\n'),
    }));
  },
};

/** What all bundles share. The native bindings of the engine stay outside. */
export const COMMON = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20.19',
  alias: { yaml: YAML },
  plugins: [UNUSED, QUICK_WIDTH, CRYPTO_LATER],
  external: ['@duckdb/node-bindings*'],
  logLevel: 'warning',
} satisfies BuildOptions;
