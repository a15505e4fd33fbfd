import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MODELINE = '# yaml-language-server: $schema=../../schemas/sla.schema.json\n';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly diagnostics?: readonly Problem[] };
  readonly result?: unknown;
}

interface Problem {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** Speaks to the server that editors run, over its standard input and output. Source: the Language Server Protocol 3.17. */
class Editor {
  readonly #server: ChildProcess;
  readonly #waiting = new Map<number | string, (message: Message) => void>();
  #buffer = Buffer.alloc(0);
  #next = 1;

  constructor() {
    const manifest = createRequire(import.meta.url).resolve('yaml-language-server/package.json');
    const server = join(dirname(manifest), 'bin', 'yaml-language-server');
    this.#server = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#server.stdout?.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  async start(): Promise<void> {
    await this.ask('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(root).href,
      capabilities: {},
    });
    this.#send({ method: 'initialized', params: {} });
    const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
    this.#send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml } } });
  }

  /** Opens a text as a file of an example; resolves to what the server marks in it. */
  async open(
    name: string,
    text: string,
  ): Promise<{ readonly uri: string; readonly problems: readonly Problem[] }> {
    const uri = pathToFileURL(join(root, 'examples', 'acme', name)).href;
    const marked = new Promise<Message>((resolve) => this.#waiting.set(uri, resolve));
    this.#send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    return { uri, problems: (await marked).params?.diagnostics ?? [] };
  }

  ask(method: string, params: unknown): Promise<Message> {
    const id = this.#next++;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ id, method, params });
    return answer;
  }

  stop(): void {
    this.#server.kill();
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(this.#buffer.toString('latin1'));
      if (!head) return;
      const end = head[0].length + Number(head[1]);
      if (this.#buffer.length < end) return;
      this.#take(JSON.parse(this.#buffer.subarray(head[0].length, end).toString('utf8')) as Message);
      this.#buffer = this.#buffer.subarray(end);
    }
  }

  #take(message: Message): void {
    // What the server asks of an editor is answered with nothing.
    if (message.method !== undefined && message.id !== undefined) {
      const items = (message.params as { items?: unknown[] } | undefined)?.items;
      this.#send({ id: message.id, result: items ? items.map(() => null) : null });
      return;
    }
    const key = message.method === 'textDocument/publishDiagnostics' ? message.params?.uri : message.id;
    if (key === undefined) return;
    this.#waiting.get(key)?.(message);
    this.#waiting.delete(key);
  }
}

describe('an editor with a YAML language server', () => {
  const editor = new Editor();
  beforeAll(() => editor.start());
  afterAll(() => editor.stop());

  const example = readFileSync(join(root, 'examples', 'acme', 'acme-2026-2.sla.yaml'), 'utf8');

  it('is given the schema by the first line of an example, and marks nothing in it', async () => {
    expect(example.startsWith(MODELINE)).toBe(true);
    expect((await editor.open('sound.sla.yaml', example)).problems).toEqual([]);
  });

  it('marks a misspelt key and a wrong value at their places', async () => {
    const text = `${MODELINE}sla: 1\nid: demo\ntitel: Demo\nstatus: activ\n`;
    const { problems } = await editor.open('broken.sla.yaml', text);
    const places = problems.map(
      ({ message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${message}`,
    );
    expect(places).toContainEqual(expect.stringMatching(/^4:1 .*titel/));
    expect(places).toContainEqual(expect.stringMatching(/^5:9 .*"draft"/));
  });

  it('completes keys and values', async () => {
    const text = `${MODELINE}sla: 1\nlanguage: \nid: demo\nstat\n`;
    const { uri } = await editor.open('completed.sla.yaml', text);
    const at = async (line: number, character: number) => {
      const { result } = await editor.ask('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      });
      return (result as { items: { label: string }[] }).items.map(({ label }) => label);
    };
    expect(await at(4, 4)).toEqual(expect.arrayContaining(['status', 'commitments', 'calendars']));
    expect(await at(2, 10)).toEqual(expect.arrayContaining(['en', 'fr']));
  });

  it('explains a key on hover, in the words of the schema', async () => {
    const { uri } = await editor.open('hovered.sla.yaml', `${MODELINE}sla: 1\ntimezone: Europe/Paris\n`);
    const { result } = await editor.ask('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: 3 },
    });
    expect(JSON.stringify(result)).toContain('IANA time zone');
  });
});
