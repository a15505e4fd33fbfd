import { createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

/** Of "localhost", signed by itself; it guards nothing but this test. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBYjCCAQegAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAaCuNtIMe8ZuUSY
1bZZEDNVSG+DxiVLsxWltdr6dEJDBMkWx9XcLqaCB5WRmvlLNSGCnD/Rfx59c/WY
lFiBrJCjSDBGMBQGA1UdEQQNMAuCCWxvY2FsaG9zdDAPBgNVHRMBAf8EBTADAQH/
MB0GA1UdDgQWBBSsqKKEiLU0h6KX6JSWyLrNxLBkWzAKBggqhkjOPQQDAgNJADBG
AiEA7eXz4AToL9JFC4K23QjHMM54LuRu13EhbzxNAW0EkrICIQDFt0UtCVXF+a/p
VfMh5amTTHwoLAP7sZfxbYCElhT3Cg==
-----END CERTIFICATE-----
`;

/** Of that certificate. */
export const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrP0O3yaB2z//7ZFh
Nv1DlXYlA22fPIg8zR1SsT6p8bqhRANCAAQGgrjbSDHvGblEmNW2WRAzVUhvg8Yl
S7MVpbXa+nRCQwTJFsfV3C6mggeVkZr5SzUhgpw/0X8efXP1mJRYgayQ
-----END PRIVATE KEY-----
`;

/** A server that speaks as much of the protocol as it takes to ask for a password in the clear and to refuse it. */
export interface FakePostgres {
  readonly port: number;
  /** The passwords that were sent to it. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

/** `says`: how a password is refused, of the password. */
export async function fakePostgres(says: (password: string) => string): Promise<FakePostgres> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const refuse = (socket: Socket, password: string): void => {
    heard.push(password);
    const fields = Buffer.from(`SFATAL\0C28000\0M${says(password)}\0\0`);
    socket.end(Buffer.concat([Buffer.from('E'), int32(fields.length + 4), fields]));
  };
  const converse = (socket: Socket): void => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.write(Buffer.concat([Buffer.from('R'), int32(8), int32(3)]));
      socket.once('data', (answer: Buffer) => refuse(socket, answer.subarray(5, -1).toString()));
    });
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      if (first.readInt32BE(4) !== SSL_REQUEST) {
        socket.unshift(first);
        converse(socket);
        return;
      }
      socket.write('S');
      const secureContext = createSecureContext({ key: KEY, cert: CERTIFICATE });
      converse(new TLSSocket(socket, { isServer: true, secureContext }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    heard,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A message of the protocol. */
export const message = (type: string, body: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from(type), int32(Buffer.byteLength(body) + 4), Buffer.from(body)]);

/** A server that lets everybody in, and answers whatever it is asked with these bytes. */
export async function brokenPostgres(answer: Buffer): Promise<Omit<FakePostgres, 'heard'>> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), message('Z', 'I')]));
      socket.once('data', () => socket.write(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const SSL_REQUEST = 80_877_103;

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
