import { connect } from 'node:net';

const VERSION = 1;
const BEGIN = 1;
const PARAMS = 4;
const STDIN = 5;
const STDOUT = 6;
const RESPONDER = Buffer.from([0, 1, 0, 0, 0, 0, 0, 0]);

function record(type: number, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(VERSION, 0);
  header.writeUInt8(type, 1);
  header.writeUInt16BE(1, 2);
  header.writeUInt16BE(content.length, 4);
  return Buffer.concat([header, content]);
}

function lengthOf(text: Buffer): Buffer {
  if (text.length < 128) return Buffer.from([text.length]);
  const long = Buffer.alloc(4);
  long.writeUInt32BE(text.length + 2 ** 31, 0);
  return long;
}

function pair(name: string, value: string): Buffer {
  const [key, content] = [Buffer.from(name), Buffer.from(value)];
  return Buffer.concat([lengthOf(key), lengthOf(content), key, content]);
}

/** One GET of a script over FastCGI, as nginx sends it; the body of the answer. */
export function request(socket: string, params: Readonly<Record<string, string>>): Promise<string> {
  const all = { REQUEST_METHOD: 'GET', SCRIPT_NAME: '/', REQUEST_URI: '/', GATEWAY_INTERFACE: 'CGI/1.1', ...params };
  const content = Buffer.concat(Object.entries(all).map(([name, value]) => pair(name, value)));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const stream = connect(socket);
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('error', reject);
    // A pool whose workers do not start accepts and never answers.
    stream.setTimeout(10_000, () => stream.destroy(new Error('no answer')));
    stream.on('close', () => {
      const answer = stdoutOf(Buffer.concat(chunks));
      resolve(answer.slice(answer.indexOf('\r\n\r\n') + 4));
    });
    const empty = Buffer.alloc(0);
    stream.write(
      Buffer.concat([record(BEGIN, RESPONDER), record(PARAMS, content), record(PARAMS, empty), record(STDIN, empty)]),
    );
  });
}

function stdoutOf(answer: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= answer.length;) {
    const length = answer.readUInt16BE(at + 4);
    if (answer[at + 1] === STDOUT) parts.push(answer.subarray(at + 8, at + 8 + length));
    at += 8 + length + (answer[at + 6] ?? 0);
  }
  return Buffer.concat(parts).toString('utf8');
}
