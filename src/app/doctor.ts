import { formatDay } from '../calendar/day.ts';
import { ZONES_RELEASE } from '../calendar/zone.ts';
import { platform } from '../engine/platform.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { DoctorAgreement, DoctorRequest, DoctorResult, DoctorSource } from '../model/doctor.ts';
import type { Io } from '../model/io.ts';
import type { LoadReport } from '../model/reading.ts';
import { UNASKED } from '../model/requests.ts';
import type { Facts } from '../plan/facts.ts';
import type { Family, Sourced } from './agreements/family.ts';
import { shown } from './agreements/find.ts';
import { versionsInForce } from './agreements/in-force.ts';
import { loadFamilies } from './agreements/load.ts';
import { exportFiles } from './exports/files.ts';
import { sortFindings } from './findings/order.ts';
import { askForQuestions, questionsOf } from './instrument/questions.ts';
import { withEngine } from './judging/engine.ts';
import { openRun } from './judging/open.ts';

/**
 * What is in use: the program, the agreements and which version is in force, the exports and how old they
 * are.
 */
export async function doctor(request: DoctorRequest, io: Io): Promise<DoctorResult> {
  const loaded = await loadFamilies(request.paths, io);
  const findings: Diagnostic[] = [...loaded.findings];
  const agreements: DoctorAgreement[] = [];
  for (const family of loaded.families) {
    const found = await agreementOf(family, request, io);
    agreements.push(found.agreement);
    findings.push(...found.findings);
  }
  return {
    platform: { ...(await platform()), zones: ZONES_RELEASE },
    agreements,
    findings: sortFindings(findings),
    texts: loaded.texts,
  };
}

async function agreementOf(
  family: Family,
  request: DoctorRequest,
  io: Io,
): Promise<{ readonly agreement: DoctorAgreement; readonly findings: readonly Diagnostic[] }> {
  const newest = family.versions.at(-1);
  if (!newest) throw new Error('A family has versions');
  const { id, title } = newest.agreement;
  // The exports are read as for a verdict: the latest instant in them is not to be guessed.
  const opened = await withEngine(io, (engine) =>
    openRun({
      ...{ family, request: { ...UNASKED, ...request }, engine, io, mayStay: !request.data },
      ...(request.data ? { ask: askForQuestions } : {}),
    }).then(async ({ run, findings }) => {
      const asked = run && request.data ? await questionsOf(run) : null;
      return {
        asOf: run?.asOf ?? null,
        asOfFrom: run?.asOfFrom ?? null,
        tables: tablesBySource(run?.exports.reports ?? []),
        isRead: run !== null || findings.every(({ rule, fatal }) => !fatal || rule === 'no-instant'),
        asked: asked?.length ?? null,
        findings: [...findings, ...(asked ?? [])],
      };
    }),
  );
  const { asOf, asOfFrom, isRead, asked } = opened;
  const inForce =
    asOf === null
      ? undefined
      : versionsInForce(family).find(({ span }) => span.from <= asOf && asOf < span.to);
  const agreement = {
    id,
    title,
    versions: family.versions.map(({ agreement: { version, status, effective }, file }) => ({
      version,
      status,
      file,
      from: effective.from === null ? null : formatDay(effective.from),
      to: effective.to === null ? null : formatDay(effective.to),
    })),
    inForce: inForce?.sourced.agreement.version ?? null,
    asOf,
    asOfFrom,
    sources: await sourcesOf(newest, request, opened.tables, io),
    timezone: newest.agreement.timezone,
    zones: zonesOf(family),
    ...{ isRead, asked },
  };
  return { agreement, findings: opened.findings };
}

const tablesBySource = (
  reports: readonly { readonly facts: Facts; readonly report: LoadReport }[],
): ReadonlyMap<string, LoadReport['tables']> =>
  new Map(reports.map(({ facts, report }) => [facts.source.name, report.tables]));

async function sourcesOf(
  newest: Sourced,
  request: DoctorRequest,
  read: ReadonlyMap<string, LoadReport['tables']>,
  io: Io,
): Promise<readonly DoctorSource[]> {
  return Promise.all(
    Object.values(newest.agreement.sources).map(async (source) => {
      const { files, server } = await exportFiles(source, newest, request, io);
      const stats = await Promise.all(
        (server ? [] : files).map(async (file) => ({
          file: shown(file, io),
          stat: await io.files.stat(file),
        })),
      );
      return {
        name: source.name,
        kind: source.kind,
        ...(server ? { tables: read.get(source.name) ?? [] } : {}),
        files: stats.flatMap(({ file, stat }) =>
          stat ? [{ file, bytes: stat.bytes, modified: Math.floor(stat.modified) * 1000 }] : [],
        ),
      };
    }),
  );
}

function zonesOf({ versions }: Family): readonly string[] {
  const zones = versions.flatMap(({ agreement }) => [
    agreement.timezone,
    ...Object.values(agreement.calendars).map(({ timezone }) => timezone),
    ...Object.values(agreement.sources).flatMap(({ timezone }) => timezone ?? []),
  ]);
  return [...new Set(zones)].sort();
}
