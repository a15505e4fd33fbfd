import { spawnSync } from 'node:child_process';

// The test makes the statements; told so, it writes them first.
const env = { ...process.env, SLA_GOLDEN: 'write' };
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/sql/golden'], {
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
