// Loaded before a measured program: writes the peak resident memory of its process, in bytes, and the processor time that it took, in
// milliseconds, to the file that BENCH_PEAK names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const peak = process.resourceUsage().maxRSS * 1024;
  writeFileSync(process.env.BENCH_PEAK, JSON.stringify({ peak, cpu: (user + system) / 1000 }));
});
