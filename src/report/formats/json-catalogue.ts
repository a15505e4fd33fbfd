import type { DoctorDocument } from '../../model/doctor.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { RulesDocument } from '../../model/rules.ts';
import { json } from '../escape.ts';
import { iso } from '../instant.ts';
import { findingOf } from './json.ts';

/** Described by schemas/rules.schema.json. */
export function rules(document: RulesDocument, { tool }: RenderOptions): string {
  const results = document.rules.map(({ id, about, severity, law, lint }) => ({
    id,
    about,
    severity,
    law,
    lint,
  }));
  return json({ schema: 'rules/1', tool: { name: tool.name, version: tool.version }, results });
}

/** Described by schemas/doctor.schema.json. */
export function doctor(document: DoctorDocument, { tool }: RenderOptions): string {
  const { platform, agreements, findings } = document;
  const { node, system, engine, zones } = platform;
  return json({
    schema: 'doctor/1',
    tool: { name: tool.name, version: tool.version },
    platform: { node, system, engine, zones },
    results: agreements.map((each) => ({
      id: each.id,
      title: each.title,
      versions: each.versions.map(({ version, status, file, from, to }) => ({
        version,
        status,
        file,
        from,
        to,
      })),
      inForce: each.inForce,
      asOf: each.asOf === null ? null : iso(each.asOf),
      asOfFrom: each.asOfFrom,
      sources: each.sources.map(({ name, kind, files }) => ({
        name,
        kind,
        files: files.map(({ file, bytes, modified }) => ({ file, bytes, modified: iso(modified) })),
      })),
      zones: each.zones,
    })),
    findings: findings.map(findingOf),
  });
}
