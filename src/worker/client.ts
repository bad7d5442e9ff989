import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { EngineApi, ReadProgress, Switches, View } from './api.ts';

/** The page's end of the boundary. */
export interface EngineClient {
  readonly engine: Remote<EngineApi>;
  /** The newest state. Answers that a later question overtook are dropped: null. */
  refresh(switches: Switches): Promise<View | null>;
  read(piece: string, file: File, onProgress: (progress: ReadProgress) => void): Promise<boolean>;
  /** Ends both workers, and with them every raw value and the vault. */
  end(): void;
}

/**
 * Starts two workers and gives them a way to each other: the engine, which holds raw text and vault and answers the page, and
 * the analyst, which is shown redacted documents. Both are made from blobs: the page's policy reaches such a worker, and does
 * not reach one loaded from a URL.
 */
export async function startEngine(): Promise<EngineClient> {
  const [{ default: EngineWorker }, { default: AnalystWorker }] = await Promise.all([
    import('./engine.worker.ts?worker&inline'),
    import('./analyst.worker.ts?worker&inline'),
  ]);
  const worker = new EngineWorker({ name: 'engine' });
  const analyst = new AnalystWorker({ name: 'analyst' });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port1, [port1]);
  analyst.postMessage(port2, [port2]);
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
    end() {
      newest++;
      engine[releaseProxy]();
      worker.terminate();
      analyst.terminate();
    },
  };
}
