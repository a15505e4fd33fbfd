import { rmSync } from 'node:fs';

const paths = new Set<string>();

/**
 * Removes a file or folder when the process ends before its owner did so: an interrupted run does not wait
 * for all that is under way. What is returned says that it is gone.
 */
export function removedAtExit(path: string): () => void {
  if (paths.size === 0) process.once('exit', removeAll);
  paths.add(path);
  return () => {
    paths.delete(path);
    if (paths.size === 0) process.removeListener('exit', removeAll);
  };
}

/** Removes them now: for a process that ends without more ado. */
export function removeAll(): void {
  for (const path of paths) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 2 });
    } catch {
      // The process ends: there is nobody left to tell.
    }
  }
}
