import * as vitest from 'vitest';
import { long, turn, turns } from './effort.ts';

interface Turned extends Pick<vitest.TestAPI, 'each'> {
  (name: string, body: vitest.TestFunction, timeout?: number): void;
  (name: string, options: vitest.TestOptions, body: vitest.TestFunction): void;
  skipIf(isSkipped: boolean): Turned;
}

/** A `describe` that is being read: whether a test of it is there, and how to put in those that were passed over. */
interface Suite {
  isEmpty: boolean;
  readonly passed: (() => void)[];
}

/**
 * `describe` and `it` for a file whose tests each run the program, and of which none needs what another did. Under
 * `npm test` one test in so many is there, another one in each release, and one at least of every `describe`; under
 * the long run all are. What stands in no `describe` may be missing, and a file of which all is missing fails.
 */
export function inTurns(): { readonly describe: Describe; readonly it: Turned } {
  const suites: Suite[] = [];
  let met = 0;
  const take = (register: () => void): void => {
    const suite = suites.at(-1);
    const isDue = long || met % turns === turn % turns;
    met += 1;
    if (isDue) register();
    if (suite === undefined) return;
    if (isDue) suite.isEmpty = false;
    else suite.passed.push(register);
  };
  const described =
    (api: (name: string, body: () => void) => unknown) =>
    (name: string, body: () => void): void => {
      api(name, () => {
        const suite: Suite = { isEmpty: true, passed: [] };
        suites.push(suite);
        body();
        if (suite.isEmpty) suite.passed[turn % suite.passed.length]?.();
        suites.pop();
      });
      const around = suites.at(-1);
      if (around) around.isEmpty = false;
    };
  const turned = (api: vitest.TestAPI): Turned => {
    const each = (rows: readonly unknown[]) => (name: string, body: () => void, timeout?: number) => {
      for (const row of rows) take(() => api.each([row])(name, body, timeout as number));
    };
    const it = (...test: Parameters<Turned>): void => take(() => api(...test));
    const skipIf = (isSkipped: boolean) => turned(vitest.it.skipIf(isSkipped) as vitest.TestAPI);
    return Object.assign(it, { each, skipIf }) as unknown as Turned;
  };
  const describe = Object.assign(described(vitest.describe), {
    runIf: (isRun: boolean) => described(vitest.describe.runIf(isRun)),
  });
  return { describe, it: turned(vitest.it) };
}

interface Describe {
  (name: string, body: () => void): void;
  runIf(isRun: boolean): (name: string, body: () => void) => void;
}
