/**
 * Runs the examples under the Node at hand and under another one, and compares every byte: the same files give the same answers on every machine.
 * Beside the examples, an agreement of Casablanca, whose clocks changed on 2026-09-20: Nodes that do not know gave other minutes. Where the other
 * Node can't be had, without a network for instance, a sentence says so and nothing is compared.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OTHER = '26';
const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin', 'sla.js');

/** The path of another Node, null where it can't be had. */
function otherNode() {
  const asked = ['-y', '-p', `node@${OTHER}`, 'node', '-p', 'process.execPath'];
  const { status, stdout } = spawnSync('npx', asked, { cwd: tmpdir(), encoding: 'utf8', timeout: 180_000 });
  const path = stdout?.trim().split('\n').at(-1) ?? '';
  return status === 0 && path !== '' ? path : null;
}

const CASABLANCA = `sla: 1
id: casablanca
title: Casablanca
version: "1"
timezone: Africa/Casablanca
teams: { marketing: { title: Marketing }, sales: { title: Sales } }
calendars: { office: { timezone: Africa/Casablanca, week: { mon-fri: [09:00-12:00, 14:00-18:00] }, holidays: [MA] } }
sources:
  leads:
    files: leads.csv
    timezone: Africa/Casablanca
    key: id
    fields:
      id: Lead
      qualified_at: { column: Qualified, type: datetime, format: iso }
      contacted_at: { column: Contacted, type: datetime, format: iso }
stages: { qualified: { at: qualified_at }, contacted: { at: contacted_at } }
commitments:
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 2 business hours, calendar: office }
    target: ">= 95%"
    min_cases: 1
`;
const LEADS = `Lead,Qualified,Contacted
L1,2026-09-18T09:00:00,2026-09-18T10:59:00Z
L2,2026-09-21T09:00:00,2026-09-21T10:59:00Z
L3,2026-12-01T17:00:00Z,2026-12-02T09:59:00Z
`;

/** Every output by its name, as a hash: standard output, messages and exit status of each command, and a workbook. */
function outputs(node, folders, files) {
  const found = new Map();
  for (const [name, folder] of folders) {
    for (const [command, ...formats] of [
      ['check', 'text', 'html', 'json'],
      ['cases', 'csv'],
      ['validate', 'text'],
    ]) {
      for (const format of formats) {
        for (const lang of format === 'text' ? ['en', 'fr'] : ['en']) {
          const args = [program, command, folder, '--format', format, '--lang', lang];
          const run = spawnSync(node, args, {
            cwd: root,
            encoding: 'buffer',
            env: { ...process.env, CI: '1' },
          });
          found.set(
            `${name} ${command} ${format} ${lang}`,
            hash(run.stdout, run.stderr, Buffer.from(String(run.status))),
          );
        }
      }
    }
    const workbook = join(files, `${name}.xlsx`);
    spawnSync(node, [program, 'report', folder, '-o', workbook, '--force'], { cwd: root });
    // Where exports are left for the reader to add, there is no answer and no workbook.
    if (existsSync(workbook)) found.set(`${name} report xlsx`, hash(readFileSync(workbook)));
    rmSync(workbook, { force: true });
  }
  return found;
}

function hash(...parts) {
  const made = createHash('sha256');
  for (const part of parts) made.update(part).update('\0');
  return made.digest('hex');
}

const other = otherNode();
if (other === null) {
  console.log(`Node ${OTHER} could not be had: the examples were not compared under two Nodes.`);
} else {
  const scratch = mkdtempSync(join(tmpdir(), 'two-nodes-'));
  try {
    writeFileSync(join(scratch, 'casablanca.sla.yaml'), CASABLANCA);
    writeFileSync(join(scratch, 'leads.csv'), LEADS);
    const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [name, join('examples', name)])
      .filter(([, folder]) => readdirSync(join(root, folder)).some((file) => file.endsWith('.sla.yaml')));
    const folders = [...examples, ['casablanca', scratch]];
    const here = outputs(process.execPath, folders, scratch);
    const there = outputs(other, folders, scratch);
    const differing = [...here].filter(([name, bytes]) => there.get(name) !== bytes).map(([name]) => name);
    const version = execFileSync(other, ['--version'], { encoding: 'utf8' }).trim();
    if (differing.length > 0) {
      console.error(
        `Node ${process.version} and ${version} give different bytes:\n  ${differing.join('\n  ')}`,
      );
      process.exitCode = 1;
    } else {
      console.log(
        `Node ${process.version} and ${version} give the same ${here.size} outputs, byte for byte.`,
      );
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
