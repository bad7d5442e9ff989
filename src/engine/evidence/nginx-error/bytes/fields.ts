import { literalOf, stands, type Literal } from './literal.ts';

function encode(text: string): Literal {
  const literal = literalOf(new TextEncoder().encode(text));
  if (literal === null) throw new RangeError(text);
  return literal;
}
const SERVER = encode(', server: ');
const REQUEST = encode(', request: "');
const SUBREQUEST = encode(', subrequest: "');
const UPSTREAM = encode(', upstream: "');
const HOST = encode(', host: "');
const REFERRER = encode(', referrer: "');

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;
/** How often something new must be met before it is taken as what usually comes. */
const PATIENCE = 16;

/** The fields that `ngx_http_log_error_handler` appends, walked through in its order; any other order is not understood. */
export class LineFields {
  /** Where the upstream's value begins; -1 without one. */
  upstream = -1;
  /** Where its closing quote stands. */
  upstreamEnd = -1;
  #bytes: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  #limit = 0;
  /** ` server: NAME, request: "` and `VALUE", host: "NAME"` with the line's end as they usually are. */
  #usualServer: Literal | null = null;
  #usualEnd: Literal | null = null;
  #usualUpstreamSize = 0;
  #unusualServers = 0;
  #unusualEnds = 0;

  use(bytes: Uint8Array, view: DataView): void {
    this.#bytes = bytes;
    this.#view = view;
    this.#limit = bytes.length;
  }

  /** @param at where the client's value begins @returns offset of the line feed behind the fields, -1 when they are none of these */
  read(at: number): number {
    const bytes = this.#bytes;
    this.upstream = -1;
    let from = at;
    for (let byte = bytes[from]; byte !== COMMA; byte = bytes[++from]) {
      if (byte === undefined || byte <= 32 || byte === QUOTE) return this.#lineEnd(from);
    }
    const usual = this.#usualServer;
    if (usual !== null && this.#fits(from, usual)) return this.#afterRequest(from + usual.size);
    if (!this.#fits(from, SERVER)) return -1;
    const start = from;
    from += SERVER.size;
    for (let byte = bytes[from]; byte !== COMMA; byte = bytes[++from]) {
      if (byte === undefined || byte <= 32 || byte === QUOTE) return this.#lineEnd(from);
    }
    if (!this.#fits(from, REQUEST)) return this.#afterValue(from);
    from += REQUEST.size;
    if (this.#unusualServers++ % PATIENCE === 0) this.#usualServer = literalOf(bytes.slice(start, from));
    return this.#afterRequest(from);
  }

  #fits(at: number, literal: Literal): boolean {
    return stands(this.#view, this.#limit, at, literal);
  }

  #lineEnd(at: number): number {
    const bytes = this.#bytes;
    const end = bytes[at] === RETURN ? at + 1 : at;
    return bytes[end] === LINE_FEED ? end : -1;
  }

  #afterRequest(start: number): number {
    const close = this.closing(start);
    if (close === -1) return -1;
    return this.#afterValue(close + 1);
  }

  /** What may follow a request, a server or a subrequest. */
  #afterValue(start: number): number {
    let from = start;
    if (this.#fits(from, SUBREQUEST)) {
      from = this.closing(from + SUBREQUEST.size) + 1;
      if (from === 0) return -1;
    }
    if (!this.#fits(from, UPSTREAM)) return this.#afterUpstream(from);
    from += UPSTREAM.size;
    this.upstream = from;
    const usual = this.#usualEnd;
    if (usual !== null && this.#fits(from, usual)) {
      this.upstreamEnd = from + this.#usualUpstreamSize;
      return from + usual.size - 1;
    }
    const close = this.closing(from);
    this.upstreamEnd = close;
    if (close === -1) return -1;
    const end = this.#afterUpstream(close + 1);
    if (end !== -1 && this.#unusualEnds++ % PATIENCE === 0) {
      this.#usualEnd = literalOf(this.#bytes.slice(from, end + 1));
      this.#usualUpstreamSize = close - from;
    }
    return end;
  }

  #afterUpstream(start: number): number {
    let from = start;
    if (this.#fits(from, HOST)) {
      from = this.closing(from + HOST.size) + 1;
      if (from === 0) return -1;
    }
    if (this.#fits(from, REFERRER)) {
      from = this.closing(from + REFERRER.size) + 1;
      if (from === 0) return -1;
    }
    return this.#lineEnd(from);
  }

  /** Offset of the next quote; -1 when the line ends before it. Four bytes at a time: only blanks, `!` and controls are looked at. */
  closing(from: number): number {
    const view = this.#view;
    const bytes = this.#bytes;
    const last = this.#limit - 4;
    let at = from;
    for (; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      if (((word - 0x2323_2323) & ~word & 0x8080_8080) === 0) continue;
      for (let one = at; one < at + 4; one++) {
        const byte = bytes[one];
        if (byte === QUOTE) return one;
        if (byte === LINE_FEED) return -1;
      }
    }
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) return at;
      if (byte === LINE_FEED) return -1;
    }
    return -1;
  }
}
