/** What waits to be put on the page, in the order of its asking. */
const waiting = new Set<() => void>();
let isGoing = false;

/**
 * Runs what is given one after the other, each in a task of its own with a frame between them: whoever types or scrolls
 * meanwhile is not held up by all of it at once.
 * @returns takes it back
 */
export function inTurn(run: () => void): () => void {
  waiting.add(run);
  if (!isGoing) next();
  return () => {
    waiting.delete(run);
  };
}

/** Resolves when everything is done that is waiting now. */
export function turnsDone(): Promise<void> {
  if (waiting.size === 0) return Promise.resolve();
  return new Promise((resolve) => {
    inTurn(resolve);
  });
}

function next(): void {
  isGoing = true;
  afterFrame(() => {
    const [run] = waiting;
    if (run) waiting.delete(run);
    try {
      run?.();
    } finally {
      isGoing = waiting.size > 0;
      if (isGoing) next();
    }
  });
}

function afterFrame(run: () => void): void {
  const task = (): void => {
    setTimeout(run);
  };
  // For a page out of sight no frames are made.
  if (document.hidden) task();
  else requestAnimationFrame(task);
}
