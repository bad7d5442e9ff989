/** A small HTTP backend that fails in one chosen way: `node backend.mjs PORT MODE`. Raw sockets, because it must misbehave. */
import { createServer } from 'node:net';

const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nok\n';
const MODES = {
  ok: (socket) => socket.write(OK),
  slow: (socket) => setTimeout(() => socket.write(OK), 4000),
  close: (socket) => socket.end(),
  reset: (socket) => socket.resetAndDestroy(),
  silent: () => undefined,
  bigheader: (socket) => socket.write(OK.replace('Content-Type', `X-Filler: ${'a'.repeat(8000)}\r\nContent-Type`)),
  badheader: (socket) => socket.write(OK.replace('Content-Type', 'Bad Header: x\r\nContent-Type')),
  shortbody: (socket) => socket.end(OK.replace('Length: 3', 'Length: 3000')),
  own502: (socket) => socket.write(OK.replace('200 OK', '502 Bad Gateway')),
};

const [port, mode] = process.argv.slice(2);
const answer = MODES[mode] ?? MODES.ok;
createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', () => answer(socket));
}).listen(Number(port), '127.0.0.1');
