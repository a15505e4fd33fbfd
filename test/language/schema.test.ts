import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { partsSchemaText, SCHEMAS_WITH_KINDS, schemaText, withKindsText } from '../../src/build/schema.ts';
import { kindNames } from '../../src/kinds/index.ts';
import { agreementSchema } from '../../src/language/schema/index.ts';
import type { JsonSchema } from '../../src/model/json-schema.ts';

const golden = new URL('./fixtures/whole.sla.yaml', import.meta.url);
const published = new URL('../../schemas/sla.schema.json', import.meta.url);

/** Compiled once, as the sources say it: the first test holds the published one against them. */
const whole = new Ajv({ strict: false }).compile(JSON.parse(schemaText()));

describe('the published schema', () => {
  it('is what the sources say; else run "npm run generate"', () => {
    expect(readFileSync(published, 'utf8').replaceAll('\r\n', '\n')).toBe(schemaText());
    const parts = readFileSync(new URL('../../schemas/sla-parts.schema.json', import.meta.url), 'utf8');
    expect(parts.replaceAll('\r\n', '\n')).toBe(partsSchemaText());
  });

  it('lets an editor see an agreement without what its parts say, and parts without the rest', () => {
    const own = { sla: 1, id: 'a', title: 'A', version: '1' };
    expect([whole(own), whole({ ...own, parts: '../g.sla-parts.yaml' })]).toEqual([false, true]);
    expect(whole({ sla: 1, parts: '../g.sla-parts.yaml' })).toBe(false);
    const parts = new Ajv({ strict: false }).compile(JSON.parse(partsSchemaText()));
    expect([parts({ teams: { sales: {} } }), parts({ version: '1' }), parts({ parts: 'a' })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each(SCHEMAS_WITH_KINDS)('%s names every kind of measure; else run "npm run generate"', (name) => {
    const text = readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8');
    expect(text.replaceAll('\r\n', '\n')).toBe(withKindsText(text));
  });

  it('names every kind of measure wherever a schema lists them', () => {
    const folder = new URL('../../schemas/', import.meta.url);
    const lists = readdirSync(folder).flatMap((file) =>
      listsIn(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))).map((list) => [file, list] as const),
    );
    expect(lists.map(([file]) => file)).toEqual(SCHEMAS_WITH_KINDS);
    for (const [file, list] of lists) expect(list, `schemas/${file}`).toEqual(kindNames);
  });

  it('says of a target what it is for each kind of measure', () => {
    const { description = '' } = agreementSchema.definitions?.target ?? {};
    expect(kindNames.filter((kind) => !new RegExp(`\\b${kind}\\b`).test(description))).toEqual([]);
  });

  it('accepts the whole language', () => {
    whole(parse(readFileSync(golden, 'utf8')));
    expect(whole.errors).toBeNull();
  });

  it.each(kindNames)('describes the measure %s', (kind) => {
    expect(agreementSchema.definitions?.[kind]?.description).toBeTruthy();
  });

  it('says on each key what it means, with an example', () => {
    const bare: string[] = [];
    const visit = (schema: JsonSchema, path: string): void => {
      const named = schema.$ref !== undefined || (schema.title && schema.description && schema.examples);
      if (!named) bare.push(path);
      for (const [key, inner] of Object.entries(schema.properties ?? {})) visit(inner, `${path}.${key}`);
      if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${path}.*`);
      if (schema.items) visit(schema.items, `${path}[]`);
    };
    for (const [key, inner] of Object.entries({
      ...agreementSchema.properties,
      ...agreementSchema.definitions,
    }))
      visit(inner, key);
    expect(bare).toEqual([]);
  });

  it('gives examples that it accepts itself', () => {
    const refused: string[] = [];
    // One for all: what a definition names is compiled once.
    const ajv = new Ajv({ strict: false }).addSchema({ definitions: agreementSchema.definitions }, 'sla');
    for (const [name, definition] of Object.entries(agreementSchema.definitions ?? {})) {
      const validate = ajv.getSchema(`sla#/definitions/${name}`);
      expect(validate, name).toBeDefined();
      for (const example of definition.examples ?? [])
        if (!validate?.(example)) refused.push(`${name}: ${JSON.stringify(example)}`);
    }
    expect(refused).toEqual([]);
  });
});

/** Lists of values that name a kind of measure. */
function listsIn(schema: unknown): readonly (readonly unknown[])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own: unknown = 'enum' in schema ? schema.enum : null;
  const isOfKinds = Array.isArray(own) && own.includes(kindNames[0]);
  return [...(isOfKinds ? [own as unknown[]] : []), ...Object.values(schema).flatMap(listsIn)];
}
