import { GitProblem } from '../../files/git.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';

/** What a recipe answers or, where git can't read something of the repository, `without` and the finding that says so. */
export async function unlessUnreadable<T>(
  io: Io,
  without: (findings: readonly Diagnostic[]) => T,
  recipe: () => Promise<T>,
): Promise<T> {
  try {
    return await recipe();
  } catch (error) {
    // A run that is stopped stops its git too: nothing is wrong with the repository.
    if (!(error instanceof GitProblem) || io.signal.aborted) throw error;
    const { message, help } = error;
    return without([{ rule: 'unreadable-repository', severity: 'error', message, help, fatal: true }]);
  }
}
