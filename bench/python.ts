import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The Python that peers run in, and those of them that it has. */
export interface Python {
  readonly command: string;
  readonly modules: readonly string[];
}

const PACKAGES = ['duckdb', 'polars', 'pandas', 'pyarrow'];

/** What Python on the path has; with a folder, an environment in it, to which the peers are fetched where it is not there yet. */
export function pythonWith(folder: string | null): Python {
  const command = folder === null ? 'python3' : environment(folder);
  const has = (name: string): boolean => {
    try {
      execFileSync(command, ['-c', `import ${name}`], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const found = PACKAGES.filter(has);
  // Its own reader is another program than the one that the table names.
  return { command, modules: found.filter((name) => name !== 'pandas' || found.includes('pyarrow')) };
}

function environment(folder: string): string {
  const command = join(
    folder,
    ...(process.platform === 'win32' ? ['Scripts', 'python'] : ['bin', 'python3']),
  );
  if (existsSync(command)) return command;
  mkdirSync(folder, { recursive: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  execFileSync(command, ['-m', 'pip', 'install', '--quiet', ...PACKAGES], { stdio: 'inherit' });
  return command;
}
