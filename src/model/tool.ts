import manifest from '../../package.json' with { type: 'json' };

/** This program, as documents and records name it. */
export const TOOL = { name: 'sla', version: manifest.version } as const;
