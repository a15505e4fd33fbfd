import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindNames } from '../kinds/index.ts';
import { disputesSchema } from '../language/schema/disputes.ts';
import { experimentSchema } from '../language/schema/experiments.ts';
import { editorSchema, partsSchema } from '../language/schema/parts.ts';
import type { JsonSchema } from '../model/json-schema.ts';

/** The text of `schemas/sla.schema.json`, which is checked in. */
export const schemaText = (): string => `${JSON.stringify(editorSchema(), null, 2)}\n`;

/** The text of `schemas/sla-parts.schema.json`. */
export const partsSchemaText = (): string => `${JSON.stringify(partsSchema(), null, 2)}\n`;

/** The text of a schema that is as it is: `schemas/experiment.schema.json`. */
const textOf = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;

/** Schemas that are written by hand but for the names of the kinds of measure. */
export const SCHEMAS_WITH_KINDS = ['closed.schema.json', 'report.schema.json'];

/** The text of such a schema. */
export function withKindsText(text: string): string {
  const named = (key: string, value: unknown): unknown =>
    key === 'measure' && typeof value === 'object' && value !== null && 'enum' in value
      ? { ...value, enum: kindNames }
      : value;
  return `${JSON.stringify(JSON.parse(text, named), null, 2)}\n`;
}

export function generateSchema(outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'sla.schema.json'), schemaText());
  writeFileSync(join(outDir, 'sla-parts.schema.json'), partsSchemaText());
  writeFileSync(join(outDir, 'experiment.schema.json'), textOf(experimentSchema));
  writeFileSync(join(outDir, 'dispute.schema.json'), textOf(disputesSchema));
  for (const name of SCHEMAS_WITH_KINDS) {
    const file = join(outDir, name);
    writeFileSync(file, withKindsText(readFileSync(file, 'utf8')));
  }
}
