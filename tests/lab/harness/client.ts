import { request } from 'node:http';

export interface Asked {
  readonly uri: string;
  readonly method?: string | undefined;
  readonly body?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly abortAfter?: number | undefined;
}

/** Sends one request to nginx. @returns the status; 0 when the connection broke or the client gave up */
export function ask(port: number, asked: Asked): Promise<number> {
  return new Promise((resolve) => {
    const body = asked.body ? Buffer.alloc(asked.body, 'a') : undefined;
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: asked.uri,
        method: asked.method ?? (body ? 'POST' : 'GET'),
        agent: false,
        maxHeaderSize: 65_536,
        headers: {
          host: 'shop.example',
          connection: 'close',
          ...(body && { 'content-length': body.length, 'content-type': 'application/octet-stream' }),
          ...asked.headers,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => {
          resolve(response.complete ? (response.statusCode ?? 0) : 0);
        });
        response.on('error', () => {
          resolve(0);
        });
      },
    );
    outgoing.on('error', () => {
      resolve(0);
    });
    if (asked.abortAfter) setTimeout(() => outgoing.destroy(), asked.abortAfter).unref();
    outgoing.end(body);
  });
}

/** `count` requests, `parallel` at a time. @returns their statuses in order of completion */
export async function askMany(port: number, asked: Asked, count: number, parallel: number): Promise<number[]> {
  const statuses: number[] = [];
  let left = count;
  const client = async (): Promise<void> => {
    while (left-- > 0) statuses.push(await ask(port, asked));
  };
  await Promise.all(Array.from({ length: parallel }, client));
  return statuses;
}
