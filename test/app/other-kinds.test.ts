import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const agreement = (file: string, csv = ''): string =>
  agreementText({
    id: 'office',
    title: 'Office',
    sources: `
  leads:
    files: "${file}"
    ${csv}
    timezone: Europe/Paris
    key: id
    fields: { id: id, created: { column: created, type: datetime, format: iso } }`,
    stages: '{ created: { at: created } }',
    objectives: `
  - { id: volume, title: Volume, shared_by: [marketing, sales], count: { stage: created }, target: ">= 1 per month" }`,
  });

const TABLE = 'id,created\nL1,2026-03-02 10:00\nL2,2026-03-03 10:00\n';
const folder = folderWith({});
afterAll(() => folder.remove());

interface Problem {
  readonly rule: string;
  readonly message: string;
  readonly help: string;
  readonly fatal?: boolean;
}

const fatal = (json: string): readonly Problem[] =>
  (JSON.parse(json).findings as readonly Problem[]).filter((each) => each.fatal);

async function each(name: string, bytes: string | Uint8Array): Promise<readonly string[]> {
  writeFileSync(join(folder.cwd, name), bytes);
  writeFileSync(join(folder.cwd, 'a.sla.yaml'), agreement(name));
  const check = await folder.sla('check', 'a.sla.yaml', '-f', 'json');
  expect(check.status).toBe(2);
  const [problem, ...more] = fatal(check.out);
  expect(more).toEqual([]);
  const sniff = await folder.sla('sniff', name);
  const init = await folder.sla('init', '--from', name, '--yes', 'new.sla.yaml');
  expect([sniff.status, init.status]).toEqual([2, 2]);
  expect(sniff.err + sniff.out).toContain(problem?.message);
  expect(init.err + init.out).toContain(problem?.message);
  return [problem?.rule ?? '', problem?.message ?? '', problem?.help ?? ''];
}

const PAGE = '<!DOCTYPE html>\n<html><body><table><tr><td>id</td><td>created</td></tr></table></body></html>';
const LOGIN = '\n<html lang="fr"><head><title>CRM</title></head><form><input type="password"></form></html>';
const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:00aa\nsize 120\n';

/** A compound file of one stream: the header, then its directory. */
function compound(stream: string): Buffer {
  const file = Buffer.alloc(1024);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(0, 48);
  for (const [index, name] of ['Root Entry', stream].entries()) {
    file.write(name, 512 + index * 128, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, 512 + index * 128 + 64);
  }
  return file;
}

const zip = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

describe('a file that is no export is told in one sentence, before any column is looked for', () => {
  it.each([
    ['page.xls', PAGE, 'The export is a web page (HTML), not a table of cells'],
    [
      'table.xls',
      '<html xmlns:x="urn:x"><meta charset=utf-8>',
      'The export is a web page (HTML), not a table of cells',
    ],
    [
      'wide.xls',
      Buffer.from(`\ufeff${PAGE}`, 'utf16le'),
      'The export is a web page (HTML), not a table of cells',
    ],
    ['packed.csv.gz', gzipSync(PAGE), 'The export is a web page (HTML), not a table of cells'],
    ['login.csv', LOGIN, 'The export is the page of a login, not the export'],
    ['lfs.csv', POINTER, 'The export is a Git LFS pointer, not the export itself'],
    ['lfs.xlsx', POINTER, 'The export is a Git LFS pointer, not the export itself'],
    [
      'annex.csv',
      '/annex/objects/SHA256E-s10--aa.csv\n',
      'The export is a git-annex pointer, not the export itself',
    ],
    [
      'book.xls',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:x">',
      'The export is a spreadsheet in XML of Excel 2003',
    ],
    ['deals.xml', '<?xml version="1.0"?><deals/>', 'The export is XML, not a table of cells'],
    [
      'error.csv',
      '[{"message":"Session expired","errorCode":"INVALID_SESSION_ID"}]',
      "The export is JSON, perhaps an answer of the CRM's interface, not a table of cells",
    ],
    ['conflict.csv', `<<<<<<< HEAD\n${TABLE}`, 'The export holds the marks of a merge that was not finished'],
    [
      'later.csv',
      `${TABLE}<<<<<<< HEAD\nL3,2026-03-04\n=======\nL3,2026-03-05\n>>>>>>> other\n`,
      'The export holds the marks of a merge that was not finished',
    ],
    ['letter.rtf', '{\\rtf1\\ansi id,created}', 'The export is a text document (RTF)'],
    [
      'host.csv',
      // "id,created" and "L1,2026" of code page 37, each with a new line.
      Buffer.from('89846b83998581a3858415d3f16bf2f0f2f615', 'hex'),
      'The export is a text in EBCDIC, as mainframes write it',
    ],
    ['report.csv', '%PDF-1.7\n%\n', 'The export is a PDF, not a table of cells'],
    ['picture.csv', Buffer.from('89504e470d0a1a0a', 'hex'), 'The export is a picture, not a table of cells'],
    ['packed.csv', Buffer.from('377abcaf271c0004', 'hex'), 'The export is an archive'],
    [
      'hollow.csv',
      Buffer.alloc(4096),
      'The export holds nothing but zero bytes: it was not downloaded or copied whole',
    ],
    [
      '~$leads.xlsx',
      Buffer.from('\x05Denis'),
      'The file is the mark that Excel keeps beside a workbook while it is open',
    ],
  ] as const)('%s', async (name, bytes, message) => {
    expect((await each(name, bytes)).slice(0, 2)).toEqual(['not-an-export', message]);
  });

  it.each([
    [
      'calc.ods',
      zip('mimetype', 'content.xml', 'META-INF/manifest.xml'),
      'The export is an OpenDocument file (.ods)',
    ],
    [
      'letter.odt',
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
        'content.xml': strToU8('x'),
        'META-INF/manifest.xml': strToU8('x'),
      }),
      'The export is an OpenDocument text (.odt)',
    ],
    ['binary.xlsb', zip('xl/workbook.bin'), 'The export is a binary workbook (.xlsb)'],
    ['letter.docx', zip('word/document.xml'), 'The export is a text document (Word)'],
    ['locked.xlsx', compound('EncryptedPackage'), 'The workbook has a password'],
    ['old.xls', compound('Workbook'), 'The workbook is of an older Excel (.xls)'],
    ['older.xls', compound('Book'), 'The workbook is of an older Excel (.xls)'],
    ['letter.doc', compound('WordDocument'), 'The export is a text document (Word)'],
    ['cut.xls', compound('Workbook').subarray(0, 20), 'The workbook is of an older Excel, or has a password'],
    ['mac.xlsx', zip('Index/Document.iwa'), "The export is a file of Apple's Numbers"],
    [
      'sent.zip',
      zip('export/leads.csv', '__MACOSX/export/._leads.csv'),
      'The export is an archive that holds export/leads.csv',
    ],
  ] as const)('%s, by the names of its parts', async (name, bytes, message) => {
    expect((await each(name, bytes)).slice(0, 2)).toEqual(['unreadable-workbook', message]);
  });

  it('says what to do about it', async () => {
    expect((await each('help.xls', PAGE))[2]).toBe(
      'open it in a spreadsheet and save it as .xlsx or CSV, or export again',
    );
    expect((await each('help.csv', POINTER))[2]).toBe(
      'run "git lfs pull", or check out with lfs: true in CI',
    );
  });

  it.each([
    'id,created,<p>\n',
    '<id>,created\n',
    '[id],created\n',
    '{id},created\n',
    'version,created\n',
    'BZh,PAR,created\n',
  ])('and a header such as %j is none of them', async (header) => {
    writeFileSync(
      join(folder.cwd, 'odd.csv'),
      `${header}${'1,2,3'.slice(0, header.split(',').length * 2 - 1)}\n`,
    );
    const { out } = await folder.sla('sniff', 'odd.csv');
    expect(out).toContain('odd.csv: 1 row');
  });
});

describe('UTF-16 without a mark of byte order', () => {
  const little = Buffer.from(TABLE, 'utf16le');
  it.each([
    ['little', little],
    ['big', Buffer.from(little).swap16()],
  ] as const)('%s end first, is told, and read where it is declared', async (_, bytes) => {
    writeFileSync(join(folder.cwd, 'wide.csv'), bytes);
    writeFileSync(join(folder.cwd, 'a.sla.yaml'), agreement('wide.csv'));
    const told = fatal((await folder.sla('check', 'a.sla.yaml', '-f', 'json')).out);
    expect(told.map(({ message }) => message)).toEqual([
      'The export is UTF-16 without a mark of byte order, and is declared "utf-8"',
    ]);
    expect(told[0]?.help).toBe('write encoding: utf-16 under csv');
    expect((await folder.sla('sniff', 'wide.csv')).out).toContain('encoding   utf-16');
    writeFileSync(join(folder.cwd, 'a.sla.yaml'), agreement('wide.csv', 'csv: { encoding: utf-16 }'));
    const { status, out } = await folder.sla('check', 'a.sla.yaml');
    expect(out).toContain('leads: 2 rows read = 2 judged + 0 excluded + 0 rejected');
    expect(status).toBe(0);
  });
});

describe('cells that could not be read', () => {
  it.each([[['check']], [['cases']], [['explain', 'L1']]])('are shown by %j', async ([command, ...rest]) => {
    writeFileSync(join(folder.cwd, 'bad.csv'), 'id,created\nL1,02.03.2026\nL2,2026-03-03 10:00\n');
    writeFileSync(join(folder.cwd, 'a.sla.yaml'), agreement('bad.csv'));
    const { status, err, out } = await folder.sla(command as string, ...(rest as string[]), 'a.sla.yaml');
    expect(status).toBe(2);
    expect(err + out).toContain('1 of 2 rows of "leads" are rejected');
    expect(err + out).toContain('not a date in column "created" (iso): bad.csv:2 "02.03.2026"');
  });

  it('are shown by a list that bears them', async () => {
    writeFileSync(join(folder.cwd, 'bad.csv'), 'id,created\nL1,02.03.2026\nL2,2026-03-03 10:00\n');
    writeFileSync(join(folder.cwd, 'a.sla.yaml'), agreement('bad.csv', 'max_rejected: 100%'));
    const { status, err } = await folder.sla('cases', 'a.sla.yaml');
    expect(status).toBe(0);
    expect(err).toContain('1 row of "leads" rejected, not a date in column "created" (iso): bad.csv:2');
  });

  it('secrets are not quoted: keys, settings, accounts, hidden files, and a first line that names no columns', async () => {
    const secret = 'hunter2Sesame';
    const files: readonly (readonly [name: string, text: string])[] = [
      ['id_rsa', `-----BEGIN OPENSSH PRIVATE KEY-----\n${secret}\n-----END OPENSSH PRIVATE KEY-----\n`],
      ['env', `# production\nAPI_TOKEN=${secret}\nDB_PASSWORD=${secret}\n`],
      ['one', `API_TOKEN=${secret}`],
      ['passwd', `${'root'}:x:0:0:${secret}:/root:/bin/bash\nwww:x:33:33::/:/bin/sh\n`],
      ['.netrc', `machine example.org login ana password ${secret}\n`],
    ];
    for (const [name, text] of files) {
      const [rule, ...words] = await each(name, text);
      expect([name, rule]).toEqual([name, 'not-an-export']);
      expect(words.join(' ')).not.toContain(secret);
    }
    for (const text of [`password ${secret}\nother\n`, `user = ana, password = ${secret}\nx,y\n`]) {
      writeFileSync(join(folder.cwd, 'notes.txt'), text);
      writeFileSync(join(folder.cwd, 'a.sla.yaml'), agreement('notes.txt'));
      for (const command of [['check'], ['report'], ['doctor'], ['check', '-f', 'json']]) {
        const { out, err } = await folder.sla(...command, 'a.sla.yaml');
        expect(out + err).toContain('missing-column');
        expect(out + err).not.toContain(secret);
      }
    }
  });
});
