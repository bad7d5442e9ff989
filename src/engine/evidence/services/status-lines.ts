import type { Said } from '../patterns.ts';

const OWN = String.raw`(?<service>[\w.@:-]{0,40}(?:php|fpm|nginx|uwsgi|gunicorn|unicorn|puma|node|app|web)[\w.@:-]{0,40})`;

interface StatusForm {
  readonly pattern: RegExp;
  /** Words of the group `state` that mean it runs; all others mean it does not. */
  readonly runs: RegExp;
}

/** One line a service, as the managers before and beside systemd print it. */
const FORMS: readonly StatusForm[] = [
  // upstart: initctl, service
  { pattern: new RegExp(`^${OWN} (?<state>start/running|stop/waiting)\\b`), runs: /^start/ },
  // sysvinit: /etc/rc.d/init.d/functions (RHEL), init-functions (Debian)
  {
    pattern: new RegExp(`^${OWN} (?:\\(pids? [\\d ]{1,400}\\) )?(?:is )?(?<state>running|stopped|dead but )`),
    runs: /^running/,
  },
  {
    pattern: new RegExp(`^(?: ?\\* |\\[ ?(?:ok|FAIL) ?\\] )?${OWN} is (?<state>running|not running)\\b`),
    runs: /^running/,
  },
  // supervisorctl status
  {
    pattern: new RegExp(`^${OWN} {1,40}(?<state>RUNNING|STOPPED|FATAL|BACKOFF|EXITED) {2,}`),
    runs: /^RUNNING/,
  },
  // brew services list
  {
    pattern:
      /^(?<service>(?:php|nginx)(?:@[\d.]{1,6})?) {1,40}(?<state>started|stopped|error|none|unknown) {0,8}(?:\d|root|[a-z]|$)/,
    runs: /^started/,
  },
  // docker-compose ps of version 1
  {
    pattern: /^(?<service>[\w.-]{2,80}) {2,40}\S.{0,120}? {2,20}(?<state>Up|Exit \d{1,3})(?: |$)/,
    runs: /^Up/,
  },
];

/** What one line of a service manager's status says; null for other lines. */
export function statusLine(text: string): Said | null {
  for (const { pattern, runs } of FORMS) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const state = groups['state'] ?? '';
    const code = /^Exit (\d{1,3})$/.exec(state)?.[1];
    const service = groups['service'] ?? '';
    if (code !== undefined)
      return code === '0'
        ? { signature: 'service.inactive', fields: { container: service } }
        : { signature: 'container.exited', fields: { container: service, code: Number(code) } };
    const failed = /^(?:FATAL|BACKOFF|error|dead)/.test(state);
    return {
      signature: runs.test(state) ? 'service.active' : failed ? 'service.failed' : 'service.inactive',
      fields: { service },
    };
  }
  return null;
}
