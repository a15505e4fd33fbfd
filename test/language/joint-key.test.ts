import { describe, expect, it } from 'vitest';
import { readAgreement } from '../../src/language/read.ts';
import { base } from './base.ts';

const read = (key: string, from = base) =>
  readAgreement('/a.sla.yaml', 'a.sla.yaml', from.replace('key: id', `key: ${key}`));

const found = async (key: string) =>
  (await read(key)).diagnostics.filter(({ severity }) => severity === 'error');

describe('a key of several fields', () => {
  it('is a text made of theirs, in their order', async () => {
    const { agreement, diagnostics } = await read('[id, qualified_at]');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const leads = agreement?.sources.leads;
    expect(leads?.key).toBe('id + qualified_at');
    expect(leads?.fields['id + qualified_at']?.parts?.map(({ name }) => name)).toEqual([
      'id',
      'qualified_at',
    ]);
    expect(leads?.fields['id + qualified_at']?.type).toBe('text');
  });

  it.each([
    ['phone', true],
    ['country', false],
  ])('with "%s" in it is personal: %s', async (part, personal) => {
    const { agreement } = await read(`[id, ${part}]`);
    expect(agreement?.sources.leads?.fields[`id + ${part}`]?.personal).toBe(personal);
  });

  it('of one field is that field', async () => {
    expect((await read('[id]')).agreement?.sources.leads?.key).toBe('id');
  });

  it.each([
    ['[id, nothing]', 'There is no field "nothing"'],
    ['[id, id]', 'The key names "id" twice'],
  ])('is refused as %s', async (key, message) => {
    expect((await found(key)).map((each) => each.message)).toEqual([message]);
  });

  it.each(['[]', '[3]', '{ id: id }'])('is refused by the schema as %s', async (key) => {
    expect((await found(key)).length).toBeGreaterThan(0);
  });

  it('uses its fields, so that nothing says they are idle', async () => {
    const idle = async (key: string) => {
      const { diagnostics } = await read(key, base.replace('unused-field: off, ', ''));
      return diagnostics.filter(({ rule }) => rule === 'unused-field').map(({ message }) => message);
    };
    expect(await idle('id')).toContain('Nothing reads the personal field "phone"');
    expect(await idle('[id, phone]')).not.toContain('Nothing reads the personal field "phone"');
  });
});
