import { describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../../evidence/event.ts';
import { onTheirHosts } from './host-folders.ts';

const events = (...paths: string[]) =>
  paths.map(
    (path) => ({ path, line: 1, signature: 'nginx.other', text: '', at: null, fields: {} }) as unknown as EvidenceEvent,
  );
const machines = (...paths: string[]) => onTheirHosts(events(...paths)).map(({ machine }) => machine);

describe('the hosts that paths name', () => {
  it('are told apart by folder and by prefix', () => {
    expect(machines('web1/error.log', 'web2/error.log')).toEqual(['web1', 'web2']);
    expect(machines('app01-error.log', 'app02_php-fpm.log')).toEqual(['app01', 'app02']);
  });

  it('are none where one name or a daemon stands', () => {
    expect(machines('web1/error.log', 'php-fpm.log')).toEqual([undefined, undefined]);
    expect(machines('php8-fpm.log', 'nginx1-error.log')).toEqual([undefined, undefined]);
  });
});
