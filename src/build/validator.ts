import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { disputesSchema } from '../language/schema/disputes.ts';
import { experimentSchema } from '../language/schema/experiments.ts';
import { agreementSchema } from '../language/schema/index.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import { validatorSchema } from './validator-schema.ts';

const TYPES = `import type { ErrorObject } from 'ajv';
export declare const validate: ((data: unknown) => boolean) & { errors?: ErrorObject[] | null };
`;

/** Compiles the schemas to modules of plain functions, so that nothing is compiled at each start. */
export function generateValidator(outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  write(outDir, 'validator', agreementSchema);
  write(outDir, 'experiment-validator', experimentSchema);
  write(outDir, 'disputes-validator', disputesSchema);
}

function write(outDir: string, name: string, schema: JsonSchema): void {
  const ajv = new Ajv({
    schemas: [{ $id: name, ...validatorSchema(schema) }],
    allErrors: true,
    messages: false,
    inlineRefs: false,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
    code: { source: true, esm: true, lines: false },
  });
  writeFileSync(join(outDir, `${name}.js`), `${standalone.default(ajv, { validate: name })}\n`);
  writeFileSync(join(outDir, `${name}.d.ts`), TYPES);
}
