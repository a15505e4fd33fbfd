import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { kindNames } from '../src/kinds/index.ts';
import { PARTS, ROOMS } from './allowed-imports.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Packages that belong to one part: to change one of them is to change that part. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['engine'],
  commander: ['cli'],
  'd3-scale': ['report'],
  'd3-shape': ['report'],
  'cli-table3': ['report'],
  'csv-parse': ['reading'],
  fflate: ['reading', 'report'],
  pg: ['engine'],
  saxes: ['reading'],
  yaml: ['language'],
  'ical.js': ['calendar'],
  'date-holidays': ['build'],
  'moment-timezone': ['build'],
};

/** Folders where each file is one entry of a registry, and the files there that hold what the entries share. */
const REGISTRIES: readonly (readonly [folder: string, ...shared: string[]])[] = [
  [
    'src/kinds',
    'kind.ts',
    'fields.ts',
    'ladder.ts',
    'lower.ts',
    'other-side.ts',
    'pause.ts',
    'scope.ts',
    'unit.ts',
    'terms.ts',
    'values.ts',
    'wording.ts',
  ],
  ['src/language/rules', 'rule.ts', 'found-elsewhere.ts', 'questions.ts', 'experiments.ts', 'disputes.ts'],
  ['src/presets', 'preset.ts'],
  ['src/report/formats', 'format.ts'],
  ['src/cli/commands', 'command.ts'],
];

const sources = walk('src').filter((file) => file.endsWith('.ts') && !file.startsWith('src/generated/'));

describe('architecture', () => {
  it.each(sources)('%s imports only what its part may', (file) => {
    const part = partOf(file);
    const allowed = PARTS[part]?.imports;
    expect(allowed, `"${part}" has no line in the table of allowed imports`).toBeDefined();
    const wrong = importsOf(file).filter((target) => {
      const other = partOf(target);
      return (
        other !== part &&
        other !== 'generated' &&
        !allowed?.some((name) => name === other || `src/${name}` === target)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('lets each folder of app import only what is below it', () => {
    const wrong = sources.flatMap((file) => {
      const room = roomOf(file);
      if (room === null || room.endsWith('.ts')) return [];
      const allowed = ROOMS[room]?.imports;
      return importsOf(file)
        .map((target) => [target, roomOf(target)] as const)
        .filter(([, other]) => other !== null && other !== room && !allowed?.includes(other))
        .map(([target]) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no row in its tables for what is not there', () => {
    const parts = new Set(sources.map(partOf));
    const rooms = new Set(sources.map(roomOf));
    const there = (name: string): boolean => parts.has(name) || existsSync(join(root, 'src', name));
    const named = Object.entries(PARTS).flatMap(([part, { imports }]) => [part, ...imports]);
    expect(named.filter((name) => !there(name))).toEqual([]);
    const behind = Object.entries(ROOMS).flatMap(([room, { imports }]) => [room, ...imports]);
    expect(behind.filter((name) => !rooms.has(name))).toEqual([]);
  });

  it('has no cycle between the parts', () => {
    const graph = new Map<string, Set<string>>();
    for (const file of sources) {
      const part = partOf(file);
      if (!graph.has(part)) graph.set(part, new Set());
      for (const target of importsOf(file)) if (partOf(target) !== part) graph.get(part)?.add(partOf(target));
    }
    expect(cycleIn(graph)).toBeNull();
  });

  it('has no circle of files: a type that two files share has a file of its own', () => {
    const graph = new Map(sources.map((file) => [file, new Set(importsOf(file))]));
    expect(cycleIn(graph)).toBeNull();
  });

  it('keeps each package in the part that it belongs to', () => {
    const wrong = sources.flatMap((file) =>
      packagesOf(file)
        .filter((name) => PACKAGES[name] !== undefined && !PACKAGES[name]?.includes(partOf(file)))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('touches files and the process only at the edge', () => {
    const edge = (file: string): boolean =>
      file === 'src/main.ts' || file === 'src/cli/io.ts' || /^src\/(engine|files|reading|build)\//.test(file);
    const touches = (file: string): boolean =>
      /['"](node:)?(fs|fs\/promises|process|child_process)['"]|\bprocess\s*[.[]/.test(
        withoutComments(read(file)),
      );
    expect(sources.filter((file) => !edge(file) && touches(file))).toEqual([]);
  });

  // Whoever needs to know something of a measure asks its kind: src/kinds/kind.ts.
  it('leaves what differs from kind to kind of measure to the kinds', () => {
    const names = kindNames.join('|');
    const asks = new RegExp(
      [
        // measure.kind === 'response', switch (measure.kind), line.measure !== 'attempts'
        `\\bmeasure(\\.kind)?\\s*[!=]==?\\s*['"]`,
        `switch \\((\\w+\\.)*measure(\\.kind)?\\)`,
        `\\bkind\\s*[!=]==?\\s*['"](${names})['"]`,
        // 'within' in measure
        `['"] in (\\w+\\.)*measure\\b`,
        // The type of one kind's measure
        `\\b(${kindNames.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join('|')})Measure\\b`,
      ].join('|'),
    );
    const outside = sources.filter((file) => partOf(file) !== 'kinds');
    const wrong = outside.filter((file) => asks.test(withoutComments(read(file))));
    expect(wrong).toEqual([]);
    expect(sources.filter((file) => asks.test(read(file)))).toContain('src/kinds/response.ts');
  });

  it.each(REGISTRIES)('lists every file of %s in its index', (folder, ...shared) => {
    const there = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    const files = there.filter((name) => name.endsWith('.ts'));
    const entries = files.filter((name) => name !== 'index.ts' && !shared.includes(name));
    const index = files.includes('index.ts') ? read(`${folder}/index.ts`) : '';
    expect(entries.filter((name) => !index.includes(`'./${name}'`))).toEqual([]);
  });

  it('has no source file over 300 lines', () => {
    const long = sources.map((file) => ({ file, lines: read(file).split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it('has no function over 60 lines that does not say "Long because"', () => {
    const long = sources.flatMap((file) =>
      functionsOf(file).filter(({ lines, text }) => lines > 60 && !SAYS_WHY.test(text)),
    );
    expect(long.map(({ name, lines }) => `${name}: ${lines} lines`)).toEqual([]);
  });

  it('has no function of five arguments that does not say "Positional because"', () => {
    const many = sources.flatMap((file) =>
      functionsOf(file).filter(({ parameters, text }) => parameters > 4 && !SAYS_WHY_POSITIONAL.test(text)),
    );
    expect(many.map(({ name, parameters }) => `${name}: ${parameters}`)).toEqual([]);
  });
});

describe('the repository', () => {
  const tracked = trackedFiles();
  const here = 'test/architecture.test.ts';

  it('names no path of a machine and no package registry', () => {
    // Split, so that this file does not find itself.
    const paths = new RegExp(
      ['/wo' + 'rk/', '/tm' + 'p/', '/ro' + 'ot/', '/ho' + 'me/\\w', '[A-Z]:\\\\Us' + 'ers'].join('|'),
    );
    const hosts = new RegExp(
      ['regi' + 'stry\\.\\w', 'artif' + 'actory', 'verd' + 'accio', 'pyp' + 'i\\.'].join('|'),
    );
    const text = tracked.filter((file) => !/\.(csv|gz|png|ico)$/.test(file) && file !== here);
    expect(text.filter((file) => paths.test(read(file)) || hosts.test(read(file)))).toEqual([]);
  });

  it('runs all of its tests', () => {
    const tests = tracked.filter((file) => file.endsWith('.test.ts') && file !== here);
    expect(tests.filter((file) => /\.(only|skip)\(/.test(withoutComments(read(file))))).toEqual([]);
  });

  it('keeps address fields out of the lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http');
  });

  it('has the digest of every package in the lock file, those of other platforms included', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Readonly<Record<string, { readonly integrity?: string }>>;
    };
    const bare = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});

const texts = new Map<string, string>();

/** Many tests ask for the same file. */
function read(file: string): string {
  const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8');
  texts.set(file, text);
  return text;
}

/** What the comment of a long function begins its reason with. */
const SAYS_WHY = /^\s*(\/\*\*|\/\/)[\s\S]*?\bLong[\s*]+because\b/;
const SAYS_WHY_POSITIONAL = /\bPositional[\s*/]+because\b/;

/** Each function of a file with its lines, and its text with the comment before it. A function within another counts for itself. */
interface FunctionFound {
  readonly name: string;
  readonly lines: number;
  readonly parameters: number;
  /** The comment above it. */
  readonly text: string;
}

const functions = new Map<string, readonly FunctionFound[]>();

function functionsOf(file: string): readonly FunctionFound[] {
  const known = functions.get(file) ?? functionsIn(file);
  functions.set(file, known);
  return known;
}

/** Comments are read as text where they matter. */
const PARSED: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

function functionsIn(file: string): readonly FunctionFound[] {
  const source = ts.createSourceFile(file, read(file), PARSED);
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const found: FunctionFound[] = [];
  // A node does not know what it stands in: to have it know makes the parser slower than all else here.
  const visit = (node: ts.Node, parent?: ts.Node, list?: ts.Node, statement?: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const variable = parent && ts.isVariableDeclaration(parent) ? parent : undefined;
      const start = node.getStart(source);
      found.push({
        name: `${file} ${(variable ?? node).name?.getText(source) ?? ''}`,
        lines: lineAt(node.end) - lineAt(start) + 1,
        parameters: node.parameters.length,
        text: source.text.slice(((variable && statement) ?? node).getFullStart(), start),
      });
    }
    ts.forEachChild(node, (child) => visit(child, node, parent, list));
  };
  visit(source);
  return found;
}

/** Files under a folder, relative to the root, with forward slashes. */
function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? walk(path) : [path];
    })
    .sort();
}

/** `src/calendar/zone.ts` belongs to `calendar`, `src/main.ts` is a part of its own. */
function partOf(file: string): string {
  return file.split('/')[1] ?? file;
}

/** `src/app/init/ask/won.ts` belongs to the room `init/ask`, `src/app/check.ts` is a recipe at the door; null outside of app. */
function roomOf(file: string): string | null {
  return file.startsWith('src/app/') ? (/^(.*)\/[^/]+$/.exec(file.slice(8))?.[1] ?? file.slice(8)) : null;
}

const specifiers = new Map<string, readonly string[]>();

function specifiersOf(file: string): readonly string[] {
  const known = specifiers.get(file) ?? specifiersIn(withoutComments(read(file)));
  specifiers.set(file, known);
  return known;
}

function specifiersIn(text: string): readonly string[] {
  const pattern = /(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g;
  return [...text.matchAll(pattern)].map((match) => match[2] as string);
}

function importsOf(file: string): string[] {
  return specifiersOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(file), name))
    .filter((target) => target.startsWith('src/'));
}

function packagesOf(file: string): string[] {
  return specifiersOf(file)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** The files under version control; outside a checkout, all files that an archive of it holds. */
function trackedFiles(): string[] {
  if (existsSync(join(root, '.git'))) {
    const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
    return list.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  }
  return ['src', 'test', 'docs', 'examples', 'schemas', 'bench'].flatMap(walk);
}

/** A cycle as `a > b > a`, or null. */
function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(' > ');
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const found = visit(next, [...path, node]);
      if (found !== null) return found;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const found = visit(node, []);
    if (found !== null) return found;
  }
  return null;
}
