import { describe, expect, it } from 'vitest';
import { seenIn } from '../testing/paste.ts';

describe('services and containers', () => {
  it.each([
    [
      '● php8.2-fpm.service - The PHP 8.2 FastCGI Process Manager\n     Loaded: loaded\n     Active: failed (Result: oom-kill) since Mon 2024-01-15 03:47:22 UTC\n',
      'service.failed',
      { service: 'php8.2-fpm.service', result: 'oom-kill' },
    ],
    [
      '● php8.2-fpm.service - PHP\n     Active: inactive (dead)\n',
      'service.inactive',
      { service: 'php8.2-fpm.service' },
    ],
    ['● php8.2-fpm.service - PHP\n     Active: active (running) since Mon\n', 'service.active', {}],
    [
      'Jan 15 03:47:22 web systemd[1]: php8.2-fpm.service: Main process exited, code=killed, status=9/KILL\n',
      'service.failed',
      { signal: 9 },
    ],
    [
      'Jan 15 03:47:22 web systemd[1]: php8.2-fpm.service: A process of this unit has been killed by the OOM killer.\n',
      'kernel.oom-kill',
      { service: 'php8.2-fpm.service' },
    ],
    [
      'Jan 15 03:47:22 web systemd[1]: php8.2-fpm.service: Scheduled restart job, restart counter is at 5.\n',
      'service.restarted',
      { count: 5 },
    ],
    [
      'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES\n0123456789ab   app       "x"       2 hours ago   Exited (137) 2 minutes ago             app-1\n',
      'container.exited',
      { code: 137, container: 'app-1' },
    ],
    [
      'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES\n0123456789ab   app       "x"       2 hours ago   Restarting (1) 5 seconds ago             app-1\n',
      'service.restarted',
      { code: 1 },
    ],
    [
      '$ docker inspect app\n[\n    {\n        "Name": "/app-1",\n        "State": {\n            "OOMKilled": true,\n            "ExitCode": 137\n',
      'container.oom-killed',
      { container: 'app-1' },
    ],
    [
      'NAME                    READY   STATUS             RESTARTS      AGE\napp-6d4cf56db6-abcde    0/1     CrashLoopBackOff   12 (2m ago)   3h\n',
      'service.failed',
      { result: 'CrashLoopBackOff', count: 12 },
    ],
    [
      '    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137\n',
      'container.oom-killed',
      {},
    ],
    [
      '│ 0  │ app     │ default │ 1.0.0  │ fork │ 812  │ 5D  │ 15 │ errored │ 0% │ 0b │ www │\n',
      'service.failed',
      { service: 'app', count: 15 },
    ],
    ['php5-fpm stop/waiting\n', 'service.inactive', { service: 'php5-fpm' }],
    ['php5-fpm start/running, process 811\n', 'service.active', { service: 'php5-fpm' }],
    ['php-fpm (pid  811 810) is running...\n', 'service.active', { service: 'php-fpm' }],
    ['php-fpm dead but pid file exists\n', 'service.failed', { service: 'php-fpm' }],
    ['[FAIL] php5-fpm is not running ... failed!\n', 'service.inactive', { service: 'php5-fpm' }],
    ['web:~# rc-service php-fpm82 status\n * status: crashed\n', 'service.failed', { service: 'php-fpm82' }],
    ['php-fpm                          FATAL     Exited too quickly\n', 'service.failed', { service: 'php-fpm' }],
    ['php@8.1 error  root ~/Library/LaunchAgents/homebrew.mxcl.php.plist\n', 'service.failed', { service: 'php@8.1' }],
    [
      'app_php_1     docker-php-entrypoint php-fpm    Exit 78\n',
      'container.exited',
      { container: 'app_php_1', code: 78 },
    ],
    [
      '2017-03-25 15:53:17,784 INFO exited: php-fpm (exit status 78; not expected)\n',
      'service.failed',
      { service: 'php-fpm', code: 78 },
    ],
    [
      'Job for php8.1-fpm.service failed because the control process exited with error code.\n',
      'service.failed',
      { service: 'php8.1-fpm.service' },
    ],
    [
      'E, [2015-12-01T10:25:17.009853 #13444] ERROR -- : worker=1 PID:13481 timeout (61s > 60s), killing\n',
      'uwsgi.harakiri',
      { pid: 13481 },
    ],
    ['*** HARAKIRI ON WORKER 1 (pid: 812, try: 1) ***\n', 'uwsgi.harakiri', { pid: 812 }],
    [
      'DAMN ! worker 1 (pid: 812) died, killed by signal 9 :( trying respawn ...\n',
      'uwsgi.worker-died',
      { pid: 812, signal: 9 },
    ],
  ])('%j is %s', (text, signature, fields) => {
    const events = seenIn(text);
    expect(events.map(([name]) => name)).toContain(signature);
    expect(events.find(([name]) => name === signature)?.[1]).toMatchObject(fields);
  });

  it('leave the comings and goings of other units alone', () => {
    expect(
      seenIn(
        'Jan 15 03:47:22 web systemd[1]: phpsessionclean.service: Deactivated successfully.\nJan 15 03:47:22 web systemd[1]: Started apt-daily.service - Daily apt download activities.\nJan 15 03:47:22 web systemd[1]: logrotate.service: Deactivated successfully.\n',
      ),
    ).toEqual([]);
  });
});
