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

/**
 * The text of `schemas/report.schema.json`, which is written by hand but for the names of the kinds of
 * measure.
 */
export function reportSchemaText(text: string): string {
  const schema = JSON.parse(text) as {
    definitions: { result: { properties: { measure: { enum: unknown } } } };
  };
  schema.definitions.result.properties.measure.enum = kindNames;
  return `${JSON.stringify(schema, null, 2)}\n`;
}

export function generateSchema(outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'sla.schema.json'), schemaText());
  writeFileSync(join(outDir, 'sla-parts.schema.json'), partsSchemaText());
  writeFileSync(join(outDir, 'experiment.schema.json'), textOf(experimentSchema));
  writeFileSync(join(outDir, 'dispute.schema.json'), textOf(disputesSchema));
  const report = join(outDir, 'report.schema.json');
  writeFileSync(report, reportSchemaText(readFileSync(report, 'utf8')));
}
