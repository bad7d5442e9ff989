import type { Safety } from '../../engine/rules/finding.ts';

export interface RolloutStep {
  readonly title: string;
  readonly command: string;
}

export interface RolloutInput {
  /** How the chosen fixes come into service, with the path each one edits. */
  readonly fixes: readonly { readonly safety: Safety; readonly paths: readonly string[] }[];
  readonly nginx: ReadonlySet<string>;
  /** Version of PHP in the names of service and binary, "8.2"; null where they carry none. */
  readonly php: string | null;
}

/** Debian keeps one tree a version, `/etc/php/8.2/fpm/`, and names services and binaries after it. */
export function phpVersionIn(paths: readonly string[]): string | null {
  for (const path of paths) {
    const version = /(?:^|\/)php\/(\d{1,2}\.\d{1,2})\//.exec(path)?.[1];
    if (version !== undefined) return version;
  }
  return null;
}

/** Which of reload, restart and decide the fixes need, in safe order; a restart is PHP-FPM's, as nginx cuts nothing off. */
export function waysIntoService(fixes: RolloutInput['fixes'], nginx: ReadonlySet<string>): Safety[] {
  const ways = new Set(
    fixes.map(({ safety, paths }) =>
      safety === 'restart' && paths.every((path) => nginx.has(path)) ? 'reload' : safety,
    ),
  );
  return (['reload', 'restart', 'decide'] as const).filter((way) => ways.has(way));
}

/**
 * The commands that bring a patch into service, in safe order: try, keep a copy, apply, validate, reload, watch, and the
 * way back. Validation stands before any reload: a daemon that refuses its config at reload keeps the old one, at
 * restart it is gone.
 */
export function rolloutOf({ fixes, nginx, php }: RolloutInput): RolloutStep[] {
  const paths = [...new Set(fixes.flatMap((fix) => fix.paths))];
  if (paths.length === 0) return [];
  const absolute = paths.every((path) => path.startsWith('/') || path.startsWith('etc/'));
  const root = absolute ? '-d / ' : '';
  const service = php === null ? 'php-fpm' : `php${php}-fpm`;
  const binary = php === null ? 'php-fpm' : `php-fpm${php}`;
  const web = paths.some((path) => nginx.has(path));
  const pool = paths.some((path) => !nginx.has(path));
  const restarts = (isOne: (path: string) => boolean): boolean =>
    fixes.some((fix) => fix.safety === 'restart' && fix.paths.some(isOne));
  const restart = restarts((path) => !nginx.has(path));
  // What nginx refuses it may not have been started with; then there is nothing to reload.
  const reloadNginx = `systemctl ${restarts((path) => nginx.has(path)) ? 'reload-or-restart' : 'reload'} nginx`;
  const when = (condition: boolean, command: string): string[] => (condition ? [command] : []);
  return [
    { title: 'Try it', command: `patch ${root}-p1 --dry-run < stackengine.patch` },
    { title: 'Apply it, keeping .orig files', command: `patch ${root}-p1 -b < stackengine.patch` },
    { title: 'Validate', command: [...when(web, 'nginx -t'), ...when(pool, `${binary} -t`)].join(' && ') },
    {
      title: restart
        ? 'Bring it into service; PHP-FPM needs a restart, running requests are cut off'
        : 'Bring it into service',
      command: [
        ...when(pool, `systemctl ${restart ? 'restart' : 'reload'} ${service}`),
        ...when(web, reloadNginx),
      ].join(' && '),
    },
    { title: 'Watch', command: `journalctl -f -u nginx -u ${service}` },
    {
      title: 'Way back',
      command: [
        `patch ${root}-p1 -R < stackengine.patch`,
        ...when(pool, `systemctl ${restart ? 'restart' : 'reload'} ${service}`),
        ...when(web, reloadNginx),
      ].join(' && '),
    },
  ];
}
