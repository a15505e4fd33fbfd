import { hubspot } from './hubspot.ts';
import type { Preset } from './preset.ts';

/** Every preset, by the name that an agreement writes. */
export const presets: Readonly<Record<string, Preset>> = { hubspot };
