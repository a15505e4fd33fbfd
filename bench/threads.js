// Loaded before a measured program: a machine of as many cores as BENCH_THREADS says, whatever this one has.
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

os.availableParallelism = () => Number(process.env.BENCH_THREADS);
syncBuiltinESMExports();
