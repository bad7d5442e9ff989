import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPool } from '../../src/engine/syntax/ini/check-pool.ts';
import { poolMutations } from './php/mutations.ts';
import type { Mutation } from './php/mutations.ts';
import { FPM, INSTALLED, inParallel, makePrefix, run } from './php/prefix.ts';

const SEED = 20_261_120;
const LANES = 2;
/** What depends on the machine's users, files and limits is none of the file's faults. */
const OF_THE_MACHINE =
  /cannot get [ug]id|does not exist or is not a directory|Unable to (create|globalize)|failed to open error_log|failed to open access log \(.+\)/;

const prefix = makePrefix();
afterAll(prefix.remove);

interface Verdict {
  readonly accepted: boolean;
  /** FPM's first objection without place, and its line. */
  readonly message: string | null;
  readonly line: number | null;
  readonly ofTheMachine: boolean;
}

async function ask({ text }: Mutation, lane: number): Promise<Verdict> {
  const path = join(prefix.path, `c${String(lane)}.conf`);
  writeFileSync(path, text);
  const { code, output } = await run(FPM, ['-n', '-t', '-y', path]);
  const first = /(?:ERROR|ALERT): (?:\[[^\]:]+:(\d+)\] )?(.*)/.exec(output);
  const syntax = /PHP: {2}(syntax error.*) in Unknown on line \d+/.exec(output);
  return {
    accepted: code === 0,
    message: syntax?.[1] ?? first?.[2] ?? null,
    line: first?.[1] === undefined || syntax ? null : Number(first[1]),
    ofTheMachine: OF_THE_MACHINE.test(output),
  };
}

describe.skipIf(!INSTALLED)('checkPool against php-fpm -t', () => {
  it('agrees on generated mutations, in the daemon’s words and at its line', { timeout: 120_000 }, async () => {
    console.info(`seed ${String(SEED)}`);
    const mutations = poolMutations(prefix.path, SEED);
    const verdicts = await inParallel(mutations, LANES, ask);
    const judged = mutations.flatMap((mutation, at) => {
      const verdict = verdicts[at];
      return verdict && !verdict.ofTheMachine ? [{ mutation, verdict, ours: checkPool(mutation.text) }] : [];
    });
    const disagreeing = judged.filter(({ verdict, ours }) => verdict.accepted !== ours.accepted);
    const unsaid = judged.filter(
      ({ verdict, ours }) =>
        !verdict.accepted &&
        !ours.problems.some(
          ({ message, line }) => message === verdict.message && (verdict.line === null || line === verdict.line),
        ),
    );
    for (const { mutation, verdict, ours } of [...disagreeing, ...unsaid].slice(0, 40)) {
      console.info(
        JSON.stringify([
          mutation.name,
          verdict,
          ours.problems.map(({ line, message }) => `${String(line)} ${message}`),
        ]),
      );
    }
    const refused = judged.filter(({ verdict }) => !verdict.accepted).length;
    console.info(
      `${String(judged.length)} judged, ${String(refused)} refused by php-fpm, ${String(disagreeing.length)} disagree, ` +
        `${String(unsaid.length)} refused in other words; ${String(mutations.length - judged.length)} depend on the machine`,
    );
    expect(judged.length).toBeGreaterThanOrEqual(500);
    expect(disagreeing.length / judged.length).toBeLessThanOrEqual(0.005);
    expect(unsaid.length / judged.length).toBeLessThanOrEqual(0.02);
  });
});
