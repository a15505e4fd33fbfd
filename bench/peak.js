// Loaded before a measured program: writes the peak resident memory of its process, in bytes, to the file that BENCH_PEAK names.
import { writeFileSync } from 'node:fs';

process.on('exit', () =>
  writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS * 1024)),
);
