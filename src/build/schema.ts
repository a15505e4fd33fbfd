import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementSchema } from '../language/schema/index.ts';

/** The text of `schemas/sla.schema.json`, which is checked in. */
export function schemaText(): string {
  return `${JSON.stringify(agreementSchema, null, 2)}\n`;
}

export function generateSchema(outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'sla.schema.json'), schemaText());
}
