import manifest from '../../package.json' with { type: 'json' };

export const TOOL = { name: 'sla', version: manifest.version } as const;
