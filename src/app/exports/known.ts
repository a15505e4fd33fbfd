import type { KnownExport, RoleName } from '../../model/sniff.ts';
import { presets } from '../../presets/index.ts';
import type { Preset, StageName } from '../../presets/preset.ts';

/** Fields of presets that are roles under the same name. */
const SAME: readonly RoleName[] = [
  'owner',
  'amount',
  'status',
  'reason',
  'source',
  'company',
  'company_size',
  'country',
  'job_title',
  'industry',
  'email',
  'phone',
];

/** The presets as sniff knows them. The generic one is left out: its names are no evidence of anything. */
export const knownExports: readonly KnownExport[] = Object.values(presets)
  .filter(({ name }) => name !== 'generic')
  .map(known);

function known(preset: Preset): KnownExport {
  const headers = (field: string): readonly string[] => {
    const found = preset.fields[field];
    return found ? [found.column, ...(found.aliases ?? [])] : [];
  };
  const stages = Object.entries(preset.stages) as [StageName, readonly string[]][];
  const roles: Partial<Record<RoleName, readonly string[]>> = { id: headers(preset.key) };
  for (const [stage, fields] of stages) {
    // A field that stands in for two stages is the earlier one: what is created is not thereby qualified.
    const own = fields.filter((field) => stage === 'created' || !preset.stages.created?.includes(field));
    if (own.length > 0) roles[stage] = own.flatMap(headers);
  }
  for (const role of SAME) if (headers(role).length > 0) roles[role] = headers(role);
  if (headers('modified_at').length > 0) roles.modified = headers('modified_at');
  if (headers('lost_at').length > 0) roles.lost = headers('lost_at');
  const formats = Object.fromEntries(
    Object.entries(preset.fields).flatMap(([field, { format }]) =>
      format === null ? [] : headers(field).map((header) => [header, format] as const),
    ),
  );
  const { name, title, clock, notContact } = preset;
  return {
    name,
    title,
    clock,
    notContact,
    roles,
    headers: Object.keys(preset.fields).flatMap(headers),
    fields: Object.keys(preset.fields).map(headers),
    telling: (preset.telling ?? []).map(headers),
    formats,
  };
}
