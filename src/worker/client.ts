import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { CopyProgress, EngineApi, ReadProgress, Switches, View } from './api.ts';
import type { Neighbours } from './engine.worker.ts';
import type { RedactedCopy } from './redacted-copy.ts';

/** The page's end of the boundary. */
export interface EngineClient {
  readonly engine: Remote<EngineApi>;
  /** The newest state. Answers that a later question overtook are dropped: null. */
  refresh(switches: Switches): Promise<View | null>;
  read(piece: string, file: File, onProgress: (progress: ReadProgress) => void): Promise<boolean>;
  redactedCopy(path: string, onProgress: (progress: CopyProgress) => void): Promise<RedactedCopy>;
  /** Ends all workers, and with them every raw value and the vault. */
  end(): void;
}

/** Asked for as soon as this module is here, ahead of what can wait. */
const WORKERS = Promise.all([
  import('./engine.worker.ts?worker&inline'),
  import('./analyst.worker.ts?worker&inline'),
  import('./judge.worker.ts?worker&inline'),
]);

/**
 * Starts three workers: the engine, which holds raw text and vault and answers the page; the analyst and the judge, which are
 * shown redacted documents and answer the engine. All are made from blobs: the page's policy reaches such a worker, and does
 * not reach one loaded from a URL.
 */
export async function startEngine(): Promise<EngineClient> {
  const [{ default: EngineWorker }, { default: AnalystWorker }, { default: JudgeWorker }] = await WORKERS;
  const worker = new EngineWorker({ name: 'engine' });
  const experts = { analyst: new AnalystWorker({ name: 'analyst' }), judge: new JudgeWorker({ name: 'judge' }) };
  const neighbours: Neighbours = { analyst: wayTo(experts.analyst), judge: wayTo(experts.judge) };
  worker.postMessage(neighbours, [neighbours.analyst, neighbours.judge]);
  const engine = wrap<EngineApi>(worker);
  let newest = 0;
  let asked: Promise<unknown> = Promise.resolve();
  return {
    engine,
    async refresh(switches) {
      const request = ++newest;
      // Changes that arrive while an answer is under way (a folder, a sample, typing) make one further question.
      await asked;
      if (request !== newest) return null;
      const answer = engine.view(switches);
      asked = answer.catch(() => null);
      const view = await answer;
      return request === newest ? view : null;
    },
    read: (piece, file, onProgress) => engine.read(piece, file, proxy(onProgress)),
    redactedCopy: (path, onProgress) => engine.redactedCopy(path, proxy(onProgress)),
    end() {
      newest++;
      engine[releaseProxy]();
      worker.terminate();
      for (const expert of Object.values(experts)) expert.terminate();
    },
  };
}

/** Hands one end of a channel to the worker. @returns the other end */
function wayTo(worker: Worker): MessagePort {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  return port1;
}
