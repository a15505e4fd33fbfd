// Loaded before a measured program: writes the peak resident memory of its process, in bytes, and the processor time that it took, in
// milliseconds, to the file that BENCH_PEAK names.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  // What `resourceUsage` tells begins, on Linux, with what the process held that started this one.
  const own =
    process.platform === 'linux'
      ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
      : null;
  const peak = Number(own ?? process.resourceUsage().maxRSS) * 1024;
  writeFileSync(process.env.BENCH_PEAK, JSON.stringify({ peak, cpu: (user + system) / 1000 }));
});
