import type { Cause } from '../weighing.ts';
import { bareClosure, CLOSURES, poolLogCovers, weighDeath } from '../facts/closures.ts';
import { word } from '../facts/signs.ts';

/** SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGSEGV: native code crashed (OPcache, JIT, an extension, endless recursion). */
const CRASHES: ReadonlySet<string | number> = new Set([4, 6, 7, 8, 11, 'ILL', 'ABRT', 'BUS', 'FPE', 'SEGV']);

/** What the allocator says when it finds its heap overwritten (zend_mm_panic); the worker ends with code 1 or by SIGABRT. */
const CORRUPTED = 'zend_mm_heap corrupted';

export const workerCrashSegv: Cause = {
  id: 'worker-crash-segv',
  harm: 'gateway',
  explains: CLOSURES,
  asks: ['fpm-log', 'kernel-log'],
  weigh(facts) {
    const crashes = facts.events('fpm.exited-signal').filter((event) => CRASHES.has(event.fields['signal'] ?? ''));
    const faults = facts.events('kernel.segfault').filter((event) => !/\bnginx\[/.test(event.text));
    const uwsgi = facts.events('uwsgi.worker-died').filter((event) => CRASHES.has(event.fields['signal'] ?? ''));
    const corrupted = facts.events('fpm.child-stderr').filter(({ text }) => text.includes(CORRUPTED));
    const weight = weighDeath(facts, [...crashes, ...faults, ...uwsgi, ...corrupted]);
    if (weight !== null && corrupted.length > 0) return { ...weight, args: { ...weight.args, heap: CORRUPTED } };
    if (weight !== null)
      return crashes.length > 0 && faults.length > 0 ? { ...weight, level: 'mechanism', nuance: 0.04 } : weight;
    return bareClosure(facts, poolLogCovers(facts) ? -0.16 : 0.02);
  },
  sentence: (args) =>
    `${/^[A-Z]/.test(String(args['signal'])) ? 'A worker' : 'A PHP worker'} crashed in native code (${SIGNAL_NAMES[String(args['signal'])] ?? word(args, 'heap', 'a segmentation fault')}): an extension, OPcache or its JIT, or endless recursion; no timeout or buffer cures that.`,
};

const SIGNAL_NAMES: Readonly<Record<string, string>> = {
  '4': 'signal 4, SIGILL',
  '6': 'signal 6, SIGABRT',
  '7': 'signal 7, SIGBUS',
  '8': 'signal 8, SIGFPE',
  '11': 'signal 11, SIGSEGV',
  ILL: 'SIGILL',
  ABRT: 'SIGABRT',
  BUS: 'SIGBUS',
  FPE: 'SIGFPE',
  SEGV: 'SIGSEGV',
};
