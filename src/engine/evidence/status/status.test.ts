import { describe, expect, it } from 'vitest';
import { readPaste } from '../testing/paste.ts';

describe('status page', () => {
  const TEXT =
    'pool:                 www\nprocess manager:      dynamic\nstart since:          99\naccepted conn:        12\nlisten queue:         4\nmax listen queue:     9\nlisten queue len:     511\nidle processes:       0\nactive processes:     5\ntotal processes:      5\nmax active processes: 5\nmax children reached: 3\nslow requests:        0\n';
  const JSON_PAGE =
    '{"pool":"www","process manager":"dynamic","start since":99,"accepted conn":12,"listen queue":4,"max listen queue":9,"listen queue len":511,"idle processes":0,"active processes":5,"total processes":5,"max active processes":5,"max children reached":3,"slow requests":0}\n';
  const XML =
    '<?xml version="1.0" ?>\n<status>\n<pool>www</pool>\n<process-manager>dynamic</process-manager>\n<accepted-conn>12</accepted-conn>\n<listen-queue>4</listen-queue>\n<listen-queue-len>511</listen-queue-len>\n<idle-processes>0</idle-processes>\n<active-processes>5</active-processes>\n<total-processes>5</total-processes>\n<max-children-reached>3</max-children-reached>\n</status>\n';
  const METRICS =
    '# HELP phpfpm_up Could pool www using a dynamic PM on PHP-FPM be reached?\nphpfpm_up 1\nphpfpm_accepted_connections 12\nphpfpm_listen_queue 4\nphpfpm_listen_queue_length 511\nphpfpm_idle_processes 0\nphpfpm_active_processes 5\nphpfpm_total_processes 5\nphpfpm_max_children_reached 3\n';

  it.each([
    ['text', TEXT, 'www'],
    ['JSON', JSON_PAGE, 'www'],
    ['XML', XML, 'www'],
    ['OpenMetrics', METRICS, null],
  ])('is read as %s', (_form, page, pool) => {
    const evidence = readPaste(page);
    expect(evidence.pools).toMatchObject([
      { pool, active: 5, idle: 0, total: 5, maxChildrenReached: 3, listenQueue: 4, listenQueueLength: 511 },
    ]);
    expect([...evidence.counts.keys()]).toEqual(['status.saturated']);
  });

  it('in full tells connections that wait without a request, and the longest run', () => {
    const worker = (state: string, duration: number) =>
      `\n************************\npid:                  812\nstate:                ${state}\nstart time:           15/Jan/2024:03:00:00 +0000\nrequests:             3\nrequest duration:     ${duration}\nrequest method:       GET\n`;
    const evidence = readPaste(
      TEXT +
        worker('Reading headers', 9_000_000) +
        worker('Reading headers', 9_000_000) +
        worker('Running', 42_000_000),
    );
    expect([...evidence.counts.keys()]).toEqual(['status.saturated', 'status.reading-headers']);
    expect(evidence.longestRunSeconds).toBe(42);
    expect(evidence.pools).toHaveLength(1);
  });

  it('of an idle pool is no trouble', () => {
    const idle = TEXT.replace('listen queue:         4', 'listen queue:         0')
      .replace('idle processes:       0', 'idle processes:       2')
      .replace('reached: 3', 'reached: 0');
    expect([...readPaste(idle).counts.keys()]).toEqual(['status.idle']);
  });

  it('in HTML, as the browser saves it, is read like the others', () => {
    const row = (key: string, value: string) => `<tr><th>${key}</th><td>${value}</td></tr>\n`;
    const page =
      '<!DOCTYPE html>\n<html lang="en">\n<head><title>PHP-FPM Status Page</title></head>\n<body>\n<h1>PHP-FPM Status Page</h1>\n<table>\n' +
      row('pool', 'www') +
      row('process manager', 'dynamic') +
      row('accepted conn', '12') +
      row('listen queue', '4') +
      row('idle processes', '0') +
      row('active processes', '5') +
      row('total processes', '5') +
      row('max children reached', '3') +
      '</table>\n</body></html>\n';
    const evidence = readPaste(page);
    expect(evidence.pools).toMatchObject([{ pool: 'www', active: 5, idle: 0, listenQueue: 4, maxChildrenReached: 3 }]);
    expect([...evidence.counts.keys()]).toEqual(['status.saturated']);
    expect(readPaste(page.replaceAll('\n', '')).pools).toMatchObject([{ pool: 'www', active: 5 }]);
  });
});
