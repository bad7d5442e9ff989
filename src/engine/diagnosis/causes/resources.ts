import type { Cause } from '../weighing.ts';
import { bySigns, weightOf, word } from '../facts/signs.ts';

export const fdExhausted: Cause = {
  id: 'fd-exhausted',
  harm: 'gateway',
  explains: ['nginx.fd-exhausted', 'fpm.fd-exhausted', 'access.500', 'nginx.connect-enoent', 'nginx.connect-refused'],
  asks: ['descriptors', 'nginx-config', 'pool-config'],
  weigh(facts) {
    const weight = bySigns(facts, { mechanism: ['nginx.fd-exhausted', 'fpm.fd-exhausted'] });
    if (weight === null) return null;
    const fpm = facts.count('fpm.fd-exhausted') > 0 && facts.count('nginx.fd-exhausted') === 0;
    return { ...weight, nuance: 0.03, args: { ...weight.args, daemon: fpm ? 'PHP-FPM' : 'nginx' } };
  },
  sentence: (args) =>
    `${word(args, 'daemon', 'nginx')} ran out of file descriptors (errno 24): raise its limit of open files together with its connections.`,
};

export const workerConnections: Cause = {
  id: 'worker-connections',
  harm: 'gateway',
  explains: ['nginx.worker-connections', 'access.500'],
  asks: ['nginx-config', 'descriptors'],
  weigh: (facts) => bySigns(facts, { mechanism: ['nginx.worker-connections'] }),
  sentence: (args) =>
    `All ${word(args, 'limit', '')} worker_connections of an nginx worker are in use; every proxied request needs two.`.replace(
      'All  ',
      'All ',
    ),
};

export const diskFull: Cause = {
  id: 'disk-full',
  harm: 'gateway',
  explains: [
    'nginx.disk-full',
    'nginx.response-buffered',
    'nginx.request-body-buffered',
    'nginx.temp-permission',
    'access.truncated',
    'access.500',
  ],
  asks: ['disk', 'error-log'],
  weigh(facts) {
    const seen = bySigns(facts, { mechanism: ['nginx.disk-full'] });
    if (seen !== null) return { ...seen, nuance: 0.04 };
    const full = facts.events('disk.full');
    return full.length > 0 ? weightOf('mechanism', full, {}, -0.02) : null;
  },
  sentence: () =>
    'A file system is full (blocks or inodes, errno 28): responses, bodies, logs or sessions can no longer be written.',
};

export const tempDirPermission: Cause = {
  id: 'temp-dir-permission',
  harm: 'application',
  explains: ['nginx.temp-permission', 'access.500'],
  asks: ['error-log', 'selinux'],
  weigh: (facts) => bySigns(facts, { mechanism: ['nginx.temp-permission'] }),
  sentence: () =>
    'The user of nginx may not write to its temporary directory: large bodies and responses fail with 500.',
};

/** A performance hint, not a failure; the complaint only when nothing else is wrong. */
export const tempFileBuffering: Cause = {
  id: 'temp-file-buffering',
  harm: 'notice',
  explains: ['nginx.response-buffered', 'nginx.request-body-buffered'],
  asks: ['nginx-config', 'disk'],
  weigh(facts) {
    const weight = bySigns(facts, { effect: ['nginx.response-buffered'] });
    return weight === null ? null : { ...weight, nuance: -0.1 };
  },
  sentence: () =>
    'Responses larger than the buffers pass through a temporary file: harmless, unless the disk is slow or full.',
};
