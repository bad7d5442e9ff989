import { describe, expect, it } from 'vitest';
import { checkNginx, type NginxContext } from '../../src/engine/syntax/nginx/check.ts';
import { toCrossplane, type CrossplaneStatement } from '../../src/engine/syntax/nginx/crossplane.ts';
import { parseNginx } from '../../src/engine/syntax/nginx/parse.ts';
import { printNginx } from '../../src/engine/syntax/nginx/print.ts';
import { hasCorpus, readEveryFile, readGoldens, type CrossplaneRow, type Golden } from './nginx/corpus.ts';

const VERSIONS = ['1.22.1', '1.31.5'] as const;

/** The verdict rests on something outside the text: a file, or a module that does not come with nginx. */
function restsOnOtherFiles(message: string): boolean {
  return /CORPUS\/\S+:\d+$/.test(message) || /^(?:open|stat|dlopen|MMDB_open)\(/.test(message);
}

function usesForeignModules(text: string): boolean {
  const { problems } = checkNginx(text);
  return problems.some(
    ({ severity, message }) => severity === 'warning' && message.includes('does not come with nginx'),
  );
}

function contextOf(golden: Golden, version: (typeof VERSIONS)[number]): NginxContext {
  const { ctx } = golden[`nginx_${version}`];
  return ctx === 'main+events' ? 'main' : (ctx as NginxContext);
}

function asRow(statement: CrossplaneStatement): CrossplaneRow {
  const { directive, args, line, block, comment } = statement;
  return {
    d: directive,
    a: args,
    l: line,
    ...(block === undefined ? {} : { b: block.map(asRow) }),
    ...(comment === undefined ? {} : { c: comment }),
  };
}

describe.runIf(hasCorpus())('recorded verdicts', () => {
  const goldens = hasCorpus() ? readGoldens() : [];

  it.each(VERSIONS)('nginx %s accepts and refuses what checkNginx does', (version) => {
    let judged = 0;
    const disagreements = goldens.flatMap((golden) => {
      const { ok, msg = '' } = golden[`nginx_${version}`];
      if (restsOnOtherFiles(msg) || usesForeignModules(golden.text)) return [];
      judged++;
      const ours = checkNginx(golden.text, { context: contextOf(golden, version), version });
      return ours.accepted === ok
        ? []
        : [`${golden.path}: nginx ${msg || 'accepts'}; we ${ours.problems[0]?.message ?? 'accept'}`];
    });
    console.info(`${judged} files, ${disagreements.length} disagreements`, ...disagreements);
    expect(judged).toBeGreaterThan(600);
    expect(1 - disagreements.length / judged).toBeGreaterThanOrEqual(0.995);
  });

  it('crossplane prints the tree that toCrossplane does', () => {
    const own = goldens.filter(
      (golden) =>
        golden.corpus.endsWith('crossplane') && golden['nginx_1.22.1'].ok && golden.crossplane.status === 'ok',
    );
    for (const golden of own) {
      // crossplane read the file as UTF-8 whatever it was.
      if (golden.crossplane.tree.length === 0 || JSON.stringify(golden.crossplane.tree).includes('\uFFFD')) continue;
      const [config] = toCrossplane(parseNginx(golden.text), { comments: true }).config;
      expect(config?.parsed.map(asRow), golden.path).toEqual(golden.crossplane.tree);
    }
    expect(own.length).toBeGreaterThan(10);
  });

  it('every file comes back byte for byte', () => {
    const files = readEveryFile();
    const changed = files.filter(({ text }) => printNginx(parseNginx(text)) !== text).map(({ path }) => path);
    expect(changed).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
  });
});
