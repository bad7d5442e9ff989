import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';

/** Backends tell the script they were asked for; a request with `X-Hang` never gets an answer. */
const HANG = 'HTTP_X_HANG';

export interface Responder {
  close(): Promise<void>;
}

/** A FastCGI responder (one request a connection, as nginx asks for without `fastcgi_keep_conn`). */
export function fastcgiResponder(path: string): Promise<Responder> {
  const server = createServer((socket) => {
    let buffer = Buffer.alloc(0);
    let params = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      buffer = Buffer.concat([buffer, chunk]);
      while (buffer.length >= 8) {
        const length = buffer.readUInt16BE(4);
        const whole = 8 + length + buffer.readUInt8(6);
        if (buffer.length < whole) return;
        const type = buffer.readUInt8(1);
        const content = buffer.subarray(8, 8 + length);
        if (type === 4) params = Buffer.concat([params, content]);
        if (type === 5 && length === 0) answerFastcgi(socket, readParams(params));
        buffer = buffer.subarray(whole);
      }
    });
  });
  return listening(server, (done) => server.listen(path, done));
}

function answerFastcgi(socket: Socket, params: ReadonlyMap<string, string>): void {
  if (params.has(HANG)) return;
  const body = Buffer.from(`X-Script: ${params.get('SCRIPT_FILENAME') ?? ''}\r\nContent-Type: text/plain\r\n\r\nok`);
  socket.end(Buffer.concat([record(6, body), record(6, Buffer.alloc(0)), record(3, Buffer.alloc(8))]));
}

function record(type: number, content: Buffer): Buffer {
  const header = Buffer.from([1, type, 0, 1, 0, 0, 0, 0]);
  header.writeUInt16BE(content.length, 4);
  return Buffer.concat([header, content]);
}

function readParams(bytes: Buffer): Map<string, string> {
  const params = new Map<string, string>();
  let at = 0;
  const length = (): number => {
    const short = bytes.readUInt8(at);
    at += short < 128 ? 1 : 4;
    return short < 128 ? short : bytes.readUInt32BE(at - 4) & 0x7fffffff;
  };
  while (at < bytes.length) {
    const nameLength = length();
    const valueLength = length();
    params.set(
      bytes.toString('utf8', at, at + nameLength),
      bytes.toString('utf8', at + nameLength, at + nameLength + valueLength),
    );
    at += nameLength + valueLength;
  }
  return params;
}

export function httpResponder(port: number): Promise<Responder> {
  const server = createHttpServer((request, response) => {
    if (request.headers['x-hang'] === undefined) response.end('ok');
  });
  return listening(server, (done) => server.listen(port, '127.0.0.1', done));
}

/** uwsgi: a packet of little-endian pairs, answered in HTTP. */
export function uwsgiResponder(port: number): Promise<Responder> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      if (!chunk.toString('latin1').includes(HANG)) socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nok');
    });
  });
  return listening(server, (done) => server.listen(port, '127.0.0.1', done));
}

async function listening(server: Server, listen: (done: () => void) => void): Promise<Responder> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    listen(resolve);
  });
  return {
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
