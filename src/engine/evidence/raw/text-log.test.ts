import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../../tests/generated/access-log.ts';
import { generatedErrorLog } from '../../../../tests/generated/error-log.ts';
import { isLog } from '../../intake/line-kinds.ts';
import { recognise } from '../../intake/recognise.ts';
import type { DocumentKind } from '../../text/document.ts';
import { readEvidence } from '../read.ts';
import { comparable, logDocument, summaryOf, toldOf } from '../testing/streamed.ts';
import { StreamedText } from './text-log.ts';

const streamed = (log: string, kind: DocumentKind, chunk: number) =>
  toldOf(summaryOf(new StreamedText(kind, [log], []), log, chunk));
const whole = (log: string, kind: DocumentKind) => readEvidence([logDocument(log, kind)]);

const STACK = (call: string, script: string) =>
  `[15-Jan-2024 03:47:22]  [pool www] pid 812\nscript_filename = /srv/${script}.php\n[0x00007f6a1c2120a0] ${call}() /srv/app/Db.php:12\n[0x00007f6a1c212010] find() /srv/app/Orders.php:40\n\n`;
const KILL =
  'Jan 15 03:47:21 web kernel: oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/system.slice/php8.2-fpm.service,task_memcg=/system.slice/php8.2-fpm.service,task=php-fpm8.2,pid=NUM,uid=33\nJan 15 03:47:21 web kernel: Memory cgroup out of memory: Killed process NUM (php-fpm8.2) total-vm:1200kB, anon-rss:900kB, file-rss:0kB, shmem-rss:0kB, UID:33\n';
const AROUND = 'Mon Jan 15 03:40:00 UTC 2024\n';

describe('a log that is streamed as text says what the same log says when it is read whole', () => {
  it.each([
    [
      'fpm-slow-log',
      Array.from({ length: 400 }, (_, at) => STACK(at % 5 === 0 ? 'curl_exec' : 'PDO->query', `s${at % 3}`)).join(''),
    ],
    ['kernel-log', AROUND + Array.from({ length: 60 }, (_, at) => KILL.replaceAll('NUM', String(700 + at))).join('')],
    [
      'php-log',
      '[15-Jan-2024 03:47:22 UTC] PHP Fatal error:  Uncaught Error: Ü in /srv/a.php:3\nStack trace:\n#0 /srv/b.php(4): f()\n#1 {main}\n  thrown in /srv/a.php on line 3\n'.repeat(
        50,
      ),
    ],
    [
      'unknown',
      Array.from(
        { length: 300 },
        (_, at) =>
          `app-${at % 3}  | 203.0.113.9 - - [15/Jan/2024:03:${String(10 + (at % 50))}:22 +0100] "GET /r${at % 7}/x HTTP/1.1" ${[200, 502, 504][at % 3] ?? 0} 157 "-" "curl/8"\nfpm-1  | [15-Jan-2024 03:47:22] WARNING: [pool www] child 8${at}, script '/srv/s${at % 3}.php' (request: "GET /x") executing too slow (5.${at} sec), logging\n`,
      ).join(''),
    ],
    ['journal', generatedErrorLog(2000, randomOf(Date.now() % 1e6), 2)],
  ] as const)('%s', (kind, log) => {
    for (const chunk of [997, 65_536])
      expect(comparable(streamed(log, kind, chunk))).toEqual(comparable(whole(log, kind)));
  });

  it('shifts clocks without a zone once a zone is stated, and no others', () => {
    const log = `${STACK('sleep', 'a')}Mon Jan 15 03:47:22 2024: x\n`;
    const access = logDocument(
      '203.0.113.9 - - [15/Jan/2024:05:47:22 +0200] "GET / HTTP/1.1" 200 1 "-" "x"\n',
      'nginx-access-log',
    );
    const other = { ...access, path: 'access.log' };
    const told = toldOf(summaryOf(new StreamedText('fpm-slow-log', [log], []), log, 64), [other]);
    expect(comparable(told)).toEqual(comparable(readEvidence([logDocument(log, 'fpm-slow-log'), other])));
    expect(told.events[0]?.at).toBe(Date.UTC(2024, 0, 15, 1, 47, 22) / 1000);
  });

  const incidents = join(import.meta.dirname, '../../../../tests/incidents');
  const files = readdirSync(incidents, { recursive: true, encoding: 'utf8' });
  it('whatever incident it is of', () => {
    let logs = 0;
    for (const path of files.filter((file) => /\.(?:log|txt)$/.test(file) && !/(?:access|error)\.log$/.test(file))) {
      const log = readFileSync(join(incidents, path), 'latin1');
      const { kind } = recognise(path, log);
      if (!isLog(kind)) continue;
      logs++;
      expect([path, comparable(streamed(log, kind, 509))]).toEqual([path, comparable(whole(log, kind))]);
    }
    expect(logs).toBeGreaterThan(50);
  });
});
