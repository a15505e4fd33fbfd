import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { agreementSchema } from '../language/schema/index.ts';
import { validatorSchema } from './validator-schema.ts';

const TYPES = `import type { ErrorObject } from 'ajv';
export declare const validate: ((data: unknown) => boolean) & { errors?: ErrorObject[] | null };
`;

/** Compiles the schema to a module of plain functions, so that nothing is compiled at each start. */
export function generateValidator(outDir: string): void {
  const ajv = new Ajv({
    schemas: [{ $id: 'agreement', ...validatorSchema(agreementSchema) }],
    allErrors: true,
    messages: false,
    inlineRefs: false,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
    code: { source: true, esm: true, lines: false },
  });
  mkdirSync(outDir, { recursive: true });
  const code = standalone.default(ajv, { validate: 'agreement' });
  writeFileSync(join(outDir, 'validator.js'), `${code}\n`);
  writeFileSync(join(outDir, 'validator.d.ts'), TYPES);
}
