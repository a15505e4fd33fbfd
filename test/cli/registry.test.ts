import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect } from 'vitest';
import { ruleCatalogue } from '../../src/app/rules.ts';
import { schemaNames } from '../../src/app/schema.ts';
import { exports, sla } from '../hostile/run.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const root = fileURLToPath(new URL('../../', import.meta.url));

function problemsWith(schema: string, text: string) {
  const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
  const valid = ajv.compile(JSON.parse(readFileSync(join(root, 'schemas', `${schema}.schema.json`), 'utf8')));
  return valid(JSON.parse(text)) ? [] : valid.errors;
}

describe('sla rules', () => {
  it('lists every rule under what it is about, with severity and law', async () => {
    const { status, stdout, stderr } = await sla(root, 'rules');
    expect([status, stderr]).toEqual([0, '']);
    for (const { id, severity, law } of ruleCatalogue)
      expect(stdout).toMatch(
        new RegExp(`^ {2}${id} +${severity} +\\*? *${law.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm'),
      );
  });

  it('is JSON as the published schema says', async () => {
    const { stdout } = await sla(root, 'rules', '--format', 'json');
    expect(problemsWith('rules', stdout)).toEqual([]);
    expect(JSON.parse(stdout).results).toHaveLength(ruleCatalogue.length);
  });

  it('shows those that are named, and suggests one for a slip', async () => {
    const { stdout } = await sla(root, 'rules', 'one-way');
    expect(stdout.match(/^ {2}\S/gm)).toHaveLength(1);
    const slip = await sla(root, 'rules', 'one-wy');
    expect([slip.status, slip.stdout]).toEqual([2, '']);
    expect(slip.stderr).toContain('did you mean "one-way"?');
  });

  it('has an id once, and a law that is a sentence', () => {
    const ids = ruleCatalogue.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const { law } of ruleCatalogue) expect(law).toMatch(/^[A-Z].*\.$/);
  });

  it('knows every rule that a diagnostic of the program carries', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) =>
      /^(app|engine|files|reading|calendar|language|report)[\\/].*\.ts$/.test(file),
    );
    const used = sources.flatMap((file) => {
      const text = readFileSync(join(root, 'src', file), 'utf8');
      // Objects that have a severity beside their rule are diagnostics.
      return [...text.matchAll(/\brule: '([a-z-]+)',\s+severity:/g)].map((match) => match[1] ?? '');
    });
    const known = new Set(ruleCatalogue.map(({ id }) => id));
    expect(new Set(used).size).toBeGreaterThan(10);
    expect([...new Set(used)].filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('sla schema', () => {
  it.each(schemaNames)('%s is a JSON Schema that compiles', async (name) => {
    const { status, stdout } = await sla(root, 'schema', name);
    expect(status).toBe(0);
    expect(() =>
      new Ajv({ strict: false, formats: { 'date-time': true } }).compile(JSON.parse(stdout)),
    ).not.toThrow();
  });

  it('agreement is the one of the language', async () => {
    expect((await sla(root, 'schema', 'agreement')).stdout).toBe((await sla(root, 'schema')).stdout);
  });
});

describe('sla doctor', () => {
  it('tells versions, the agreement in force, its exports with size and time, and zones', async () => {
    const { status, stdout, stderr } = await sla(exports, 'doctor', 'agreement.yaml');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^sla \d+\.\d+\.\d+\n {2}Node v\d+.*, DuckDB v1\..*, time zones \d{4}\w/);
    expect(stdout).toContain(
      'in force: version 1 at Saturday 7 March 2026, 10:15 Europe/Paris, the latest instant in the data',
    );
    expect(stdout).toMatch(/leads \(leads\): sound\.csv, \d+ bytes, of \d{4}-\d{2}-\d{2}T/);
    expect(stdout).toContain('time zones: Europe/Paris');
  });

  it('is JSON as the published schema says, at the instant that is asked for', async () => {
    const { stdout } = await sla(
      exports,
      'doctor',
      'agreement.yaml',
      '--as-of',
      '2025-12-30',
      '--format',
      'json',
    );
    expect(problemsWith('doctor', stdout)).toEqual([]);
    expect(JSON.parse(stdout).results[0]).toMatchObject({
      inForce: null,
      asOf: '2025-12-30T23:00:00Z',
      asOfFrom: 'flag',
    });
  });

  it('names sources whose rows are no leads in JSON as the schema has them', async () => {
    const house = join(root, 'examples/maison');
    const { stdout } = await sla(house, 'doctor', 'maison.sla.yaml', '--format', 'json');
    expect(problemsWith('doctor', stdout)).toEqual([]);
    const { sources } = JSON.parse(stdout).results[0];
    expect(sources.map(({ kind }: { kind: string }) => kind)).toContain('population');
  });

  it('says what can not be read, and exits with 2', async () => {
    const { status, stdout } = await sla(
      exports,
      'doctor',
      'agreement.yaml',
      '--leads',
      'nowhere.csv',
      '--format',
      'json',
    );
    expect(status).toBe(2);
    expect(problemsWith('doctor', stdout)).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({
      results: [{ inForce: null, asOf: null, sources: [{ files: [] }] }],
      findings: [{ rule: 'no-export', fatal: true }],
    });
  });

  it('without an agreement still tells what runs', async () => {
    const { status, stdout } = await sla(join(root, 'schemas'), 'doctor');
    expect(status).toBe(2);
    expect(stdout).toContain('Node v');
    expect(stdout).toContain('No agreement found');
  });
});

describe('sla clock', () => {
  const from = ['clock', 'agreement.yaml', '--from', '2026-03-06T16:30', '--format', 'json'];

  it.each([[[...from, '--to', '2026-03-09T11:00']], [[...from, '--within', '4 business hours']]])(
    'is JSON as the published schema says: %j',
    async (argv) => {
      expect(problemsWith('clock', (await sla(exports, ...argv)).stdout)).toEqual([]);
    },
  );
});
