import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Packed {
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** What `npm publish` would send, as the package stands here; what is built is taken as it is. */
function packed(): Packed {
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(told) as readonly [Packed])[0];
}

describe('the package', () => {
  const { unpackedSize, files } = packed();
  const paths = files.map(({ path }) => path);

  it('holds what its users run and read, and nothing that only its makers need', () => {
    const kinds =
      /^(package\.json|LICENSE|NOTICE\.md|README(\.fr)?\.md|bin\/(package\.json|sla\.js)|schemas\/[\w.-]+\.json|docs\/.+\.(md|svg)|examples\/.+\.(md|yaml|csv|sql)|examples\/[\w-]+\/\.sla\/closed\/[\d-]+\.json|dist\/(index|main)\.js(\.LEGAL\.txt)?|dist\/(chunks|short)\/[\w.-]+\.(c?js|txt)|dist\/holidays\/.+\.json|dist\/types\/.+\.d\.ts)$/;
    expect(paths.filter((path) => !kinds.test(path))).toEqual([]);
    for (const path of ['bin/sla.js', 'README.md', 'LICENSE', 'docs/index.md', 'schemas/sla.schema.json'])
      expect(paths).toContain(path);
    // What `sla demo` and the commands of the README judge.
    for (const path of ['acme-2026-2.sla.yaml', 'exports/leads.csv', 'records/campaigns.yaml'])
      expect(paths).toContain(`examples/acme/${path}`);
  });

  it('is no larger than fifteen megabytes unpacked', () => {
    expect(unpackedSize).toBeLessThan(15_000_000);
  });

  it.runIf(existsSync(join(root, 'dist/types')))('declares what the library gives, and nothing else', () => {
    const declared = paths.filter((path) => path.startsWith('dist/types/'));
    expect(declared).toContain('dist/types/index.d.ts');
    expect(declared.length).toBeLessThan(100);
  });
});
