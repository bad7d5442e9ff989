/** Generated sets of php.ini, conf.d, pool, .user.ini and FastCGI values. `DIR` stands for the test's own directory. */
export interface Combination {
  readonly phpIni: string;
  readonly confD: string;
  readonly fpmConf: string;
  /** What `fpmConf` includes. */
  readonly included: string;
  readonly userIni: string;
  readonly phpValue: string;
  readonly phpAdminValue: string;
}

const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  memory_limit: ['64M', '256M', '512MB', '1G', '-1', '0', '33554432', '1.5G', '100', '"96M"', '0x4000000', '3M'],
  max_execution_time: ['10', '1m', '2s', '0', '-1', '030', '0x10', '1e2', 'yes', '"90"'],
  upload_max_filesize: ['2MB', '16M', '1.5G', '20', '010', '8 M', '1GM', '5K'],
  post_max_size: ['8M', '32MB', '1G', '0', '"12M"', '12m', '100K'],
  max_input_time: ['60', '-1', '1m', '30'],
  max_input_vars: ['1000', '5000', '-5', '2K'],
  default_socket_timeout: ['60', '5', '1m'],
  output_buffering: ['4096', 'On', 'Off', '8K', '0'],
  display_errors: ['On', 'Off', '1', '0', 'stderr'],
  log_errors: ['On', 'Off', 'yes', 'no', 'enabled', '1'],
  error_reporting: [
    'E_ALL',
    'E_ALL & ~E_NOTICE',
    'E_ALL & ~E_DEPRECATED & ~E_STRICT',
    '32767',
    '(E_ERROR | E_WARNING) ^ 2',
    '~0',
  ],
  'session.gc_maxlifetime': ['1440', '3600', '2h', '0'],
  auto_prepend_file: ['none', '""'],
  user_agent: ['"a b" c', "'x;y'", 'plain ; comment', '${SE_UNSET}x', 'a=b'],
  realpath_cache_ttl: ['120', '600'],
  expose_php: ['On', 'Off'],
};
const NAMES = Object.keys(DIRECTIVES);
const NO_USER_AGENT_EQUALS = 'a=b';

const POOL_KEYS: Readonly<Record<string, readonly string[]>> = {
  request_terminate_timeout: ['0', '30s', '500ms', '1m30s', '2m', '+5', '2.5m', '1h'],
  'pm.max_requests': ['0', '500', '-5', '', '99999999999', '1|2'],
  'pm.process_idle_timeout': ['10s', '1m', '7'],
  catch_workers_output: ['yes', 'On', 'no', '0', ''],
  clear_env: ['no', 'true', '1'],
  'pm.status_path': ['/status', '/$pool', '"/s"'],
  'ping.path': ['/ping', '/p'],
  'ping.response': ['pong', '"hi $pool"'],
  'listen.backlog': ['511', '-1', '65535'],
  'listen.mode': ['0660', '0600'],
  'security.limit_extensions': ['.php', '.php .phar', ''],
  'process.priority': ['5', '64'],
  request_slowlog_trace_depth: ['0'],
  rlimit_core: ['0', 'unlimited'],
  'access.format': ['"%R %m"'],
  'PM.Max_Requests': ['77'],
};
const GLOBAL_KEYS: Readonly<Record<string, readonly string[]>> = {
  process_control_timeout: ['0', '10s', '1m', '500ms'],
  emergency_restart_threshold: ['0', '10'],
  emergency_restart_interval: ['1m', '60'],
  log_limit: ['1024', '4096'],
  'process.max': ['0', '128'],
  log_buffering: ['no', 'yes'],
  systemd_interval: ['0', '30s'],
};
const MANAGERS = [
  'pm = static\npm.max_children = 2\n',
  'pm = dynamic\npm.max_children = 6\npm.min_spare_servers = 1\npm.max_spare_servers = 4\n',
  'pm = Dynamic\npm.max_children = 6\npm.start_servers = 2\npm.min_spare_servers = 2\npm.max_spare_servers = 3\n',
  'pm = ondemand\npm.max_children = 3\npm.start_servers = 2\npm.max_spare_servers = 9\n',
];

export function combinations(count: number, seed: number): Combination[] {
  let state = seed >>> 0;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (from: readonly string[]): string => from[draw(from.length)] ?? '';
  const lines = (most: number, line: (name: string, value: string) => string): string =>
    Array.from({ length: draw(most + 1) }, () => {
      const name = pick(NAMES);
      const value = pick(DIRECTIVES[name] ?? []);
      return value === NO_USER_AGENT_EQUALS ? '' : line(name, value);
    }).join('');
  const keys = (from: Readonly<Record<string, readonly string[]>>, most: number): string =>
    Array.from({ length: draw(most + 1) }, () => {
      const key = pick(Object.keys(from));
      return `${key} = ${pick(from[key] ?? [])}\n`;
    }).join('');
  const ini = (name: string, value: string): string => `${name} = ${value}\n`;
  const forms = ['php_value', 'php_admin_value'];
  return Array.from({ length: count }, () => ({
    phpIni: `[PHP]\n${lines(6, ini)}; comment\n[Session]\n${lines(3, ini)}${draw(3) === 0 ? `[PATH=DIR/www]\n${lines(2, ini)}` : ''}`,
    confD: lines(4, ini),
    fpmConf:
      `[global]\nerror_log = DIR/e.log\n${keys(GLOBAL_KEYS, 3)}include = DIR/pool.d/*.conf\n` +
      `[www]\nlisten = DIR/$pool.sock\n${pick(MANAGERS)}${keys(POOL_KEYS, 4)}` +
      lines(3, (name, value) => `${pick(forms)}[${name}] = ${value}\n`),
    included: `[www]\nuser = root\n${keys(POOL_KEYS, 3)}php_admin_flag[log_errors] = ${pick(['on', 'off'])}\n${lines(2, (name, value) => `php_value[${name}] = ${value}\n`)}`,
    userIni: lines(4, ini),
    phpValue: draw(3) === 0 ? lines(2, ini) : '',
    phpAdminValue: draw(4) === 0 ? lines(2, ini) : '',
  }));
}
