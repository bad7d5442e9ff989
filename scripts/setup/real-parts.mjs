import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** The real programs that tests run against; every one is a package of Debian 12. */
export const REAL_PARTS = [
  { program: '/usr/sbin/nginx', package: 'nginx', for: 'the lab, the nginx -t matrices' },
  { program: '/usr/sbin/php-fpm8.2', package: 'php8.2-fpm', for: 'the lab, the php-fpm -t matrices' },
  { program: '/usr/bin/php8.2', package: 'php8.2-cli', for: 'the effective-value tests' },
  { program: '/usr/bin/uwsgi', package: 'uwsgi-core', for: 'the uwsgi scenarios of the lab' },
  {
    program: '/usr/lib/uwsgi/plugins/python311_plugin.so',
    package: 'uwsgi-plugin-python3',
    for: 'the uwsgi scenarios of the lab',
  },
  { program: '/usr/bin/chromium', package: 'chromium', for: 'the browser tests' },
  { program: '/usr/bin/firefox-esr', package: 'firefox-esr', for: 'the link tests in a second browser' },
  { program: '/usr/bin/patch', package: 'patch', for: 'every test that applies a patch' },
  { program: '/usr/bin/curl', package: 'curl', for: 'the status pages of the lab' },
  { program: '/usr/bin/ss', package: 'iproute2', for: 'the socket queues of the lab' },
  { program: '/usr/bin/git', package: 'git', for: 'git apply of the patches' },
  { program: '/usr/bin/shellcheck', package: 'shellcheck', for: 'the collector script' },
  { program: '/usr/bin/busybox', package: 'busybox', for: 'the collector script under another shell' },
  { program: '/usr/bin/setpriv', package: 'util-linux', for: 'the lab as a plain user' },
];

const POLICY = '/usr/sbin/policy-rc.d';

const missing = () => REAL_PARTS.filter((part) => !existsSync(part.program));

/**
 * Installs what is missing where that is possible (Debian, root), without starting any service.
 * @returns the parts that are still missing
 */
export function ensureRealParts() {
  const absent = missing();
  if (absent.length === 0) return absent;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return absent;
  const packages = [...new Set(absent.map((part) => part.package))];
  console.log(`installing ${packages.join(', ')} (Debian packages, services stay stopped) …`);
  const ownPolicy = !existsSync(POLICY);
  if (ownPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  } finally {
    if (ownPolicy) rmSync(POLICY, { force: true });
  }
  return missing();
}

/** One line a part: what could not be run and how to get it. */
export function explainMissing(parts) {
  return parts.map(
    (part) => `not installed: ${part.program}, needed for ${part.for}; on Debian: apt-get install ${part.package}`,
  );
}
