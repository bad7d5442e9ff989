import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { EngineApi, ReadProgress, Switches, View } from './api.ts';
import EngineWorker from './engine.worker.ts?worker&inline';

/**
 * The page's end of the boundary. The worker is made from a blob: the page's policy reaches such a worker, and does not
 * reach one loaded from a URL.
 */
export interface EngineClient {
  readonly engine: Remote<EngineApi>;
  /** The newest state. Answers that a later question overtook are dropped: null. */
  refresh(switches: Switches): Promise<View | null>;
  read(piece: string, file: File, onProgress: (progress: ReadProgress) => void): Promise<boolean>;
  /** Ends the worker, and with it every raw value and the vault. */
  end(): void;
}

export function startEngine(): EngineClient {
  const worker = new EngineWorker({ name: 'engine' });
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
    },
  };
}
