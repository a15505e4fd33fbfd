import { useBuiltZones } from '../calendar/built-zones.ts';
import { text, version } from '../generated/zones.js';

/** Takes the zones of the build where `runtime`, the version of the time-zone data of the runtime, is the one that they were made with. */
export function zonesOfTheBuild(runtime: string | undefined): void {
  if (runtime === version) useBuiltZones(text);
}
