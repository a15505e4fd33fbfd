import { afterEach, expect, it, vi } from 'vitest';
import * as library from '../../src/index.ts';
import { readPage, root } from './page.ts';

afterEach(() => vi.restoreAllMocks());

it('the lines of the page of the library run as they stand, and say what the command says', async () => {
  const code = /^```js\n([\s\S]*?)^```/m.exec(readPage('docs/library.md'))?.[1] ?? '';
  const named = /^import \{ (.*) \} from 'smarketing-sla';$/m.exec(code)?.[1]?.split(', ') ?? [];
  expect(Object.keys(library)).toEqual(expect.arrayContaining(named));
  expect(code.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(10);
  const said: unknown[][] = [];
  vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(words));
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  const body = code.replace(/^import .*$/m, '');
  const run = new Function(
    'library',
    `const { ${named.join(', ')} } = library; return (async () => { ${body} })();`,
  );
  await run(library);
  const { compliances } = await library.check(
    { ...library.UNASKED, paths: ['examples/acme'], asOf: '2026-08-28' },
    library.nodeIo({ cwd: root }),
  );
  expect(compliances.length).toBeGreaterThan(0);
  expect(said.map(([first]) => first)).toEqual(
    compliances.flatMap(({ agreement, results }) => [
      agreement.title,
      ...results.map(({ period }) => period.label),
    ]),
  );
});
