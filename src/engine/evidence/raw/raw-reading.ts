import { plainAccessScanner } from '../access/plain-scanner.ts';
import type { LogFormat } from '../../syntax/lines/log-format.ts';
import { statedBoot, statedYear } from '../../syntax/lines/time.ts';
import type { DocumentKind } from '../../text/document.ts';
import { documentReader, type DocumentReader } from '../router.ts';
import { RawLedger } from './raw-ledger.ts';
import { RouteLines } from './route-lines.ts';
import { summaryOf } from './raw-summary.ts';
import type { LogSummary } from '../streamed.ts';

const PEEK = 64 * 1024;

/** The ordinary readers on raw lines of one log, and what they said so far. */
export class RawReading {
  readonly ledger = new RawLedger();
  readonly #kind: DocumentKind;
  readonly #routes: RouteLines;

  /**
   * @param texts that may date its stamps: its own beginning, then the other documents at hand
   * @param formats of access logs, whose lines may stand in it
   */
  constructor(kind: DocumentKind, texts: readonly string[], formats: readonly LogFormat[]) {
    const heads = texts.map((text) => text.slice(0, PEEK));
    this.ledger.year = heads.map(statedYear).find((year) => year !== null) ?? null;
    this.ledger.bootAt = heads.map(statedBoot).find((at) => at !== null) ?? null;
    this.#kind = kind;
    this.#routes = new RouteLines(formats);
  }

  /** Reads from here on, as if a document began. */
  reader(): DocumentReader | null {
    const { ledger } = this;
    return documentReader(ledger, '', this.#kind, (path) => {
      const scanner = plainAccessScanner(ledger, path, this.#routes.formats);
      return {
        line: (text, number) => {
          if (!scanner.line(text, number)) return false;
          this.#routes.saw(text, number);
          return true;
        },
        end: () => {
          scanner.end();
        },
      };
    });
  }

  summary(lines: number): LogSummary {
    return summaryOf(this.#kind, lines, this.ledger, this.#routes);
  }
}
