import { describe, expect, it } from 'vitest';
import { checkDateFormat } from '../../src/dates/format.ts';
import { presets } from '../../src/presets/index.ts';

const all = Object.entries(presets).map(([name, preset]) => ({ name, preset }));

describe.each(all)('the preset $name', ({ name, preset }) => {
  const fields = Object.entries(preset.fields);

  it('has the name by which agreements call it', () => {
    expect(preset.name).toBe(name);
  });

  it('identifies a row by one of its fields', () => {
    expect(Object.keys(preset.fields)).toContain(preset.key);
  });

  it('names fields for its stages that are dates', () => {
    const named = Object.values(preset.stages).flat();
    expect(named.filter((field) => preset.fields[field]?.format == null)).toEqual([]);
  });

  it('writes date formats that the reader of exports takes', () => {
    const refused = fields.flatMap(([, { format, type }]) => {
      if (format === null || (type !== 'date' && type !== 'datetime')) return [];
      const checked = checkDateFormat(format, type);
      return checked.ok ? [] : [checked.message];
    });
    expect(refused).toEqual([]);
  });

  it('gives each header to one field', () => {
    const headers = fields.flatMap(([, { column, aliases = [] }]) => [column, ...aliases]);
    expect(headers.filter((header, i) => headers.indexOf(header) !== i)).toEqual([]);
  });

  it('does not offer as a contact what it says is none', () => {
    const contacts = (preset.stages.contacted ?? []).flatMap((field) => {
      const { column = '', aliases = [] } = preset.fields[field] ?? {};
      return [column, ...aliases];
    });
    const unfit = preset.notContact.flatMap(({ columns }) => columns);
    expect(contacts.filter((header) => unfit.includes(header))).toEqual([]);
  });

  it('marks names, addresses and telephones as personal', () => {
    const open = fields.filter(
      ([field, { personal }]) =>
        /^(email|phone|mobile|first_name|last_name|name|contact)$/.test(field) && !personal,
    );
    expect(open.map(([field]) => field)).toEqual([]);
  });
});
