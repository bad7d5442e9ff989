/** Single mutations of valid pool files: values, keys, sections, lines, characters. `DIR` stands for the test's own directory. */
export interface Mutation {
  readonly name: string;
  readonly text: string;
}

const GLOBAL = '[global]\nerror_log = DIR/e.log\n';

const MANAGERS: Readonly<Record<string, string>> = {
  dynamic:
    'pm = dynamic\npm.max_children = 10\npm.start_servers = 3\npm.min_spare_servers = 2\npm.max_spare_servers = 4\n',
  static: 'pm = static\npm.max_children = 4\n',
  ondemand: 'pm = ondemand\npm.max_children = 6\npm.process_idle_timeout = 10s\n',
};

const COMMON = 'user = nobody\ngroup = nogroup\nlisten = DIR/s\n';

function base(manager: string): string {
  return `${GLOBAL}[www]\n${COMMON}${MANAGERS[manager] ?? ''}`;
}

const TIMES = [
  '0', '30', '30s', '2m', '1h', '1d', '500ms', '1m30s', '1h30m', '2.5m', '30 s', '"30s"', '30S', '30sec', '1w', '-1', 'off', 'on', '',
  's', 'm', 'ms', '1e3', '1 m 5', '+5', '99999999999', 'none', '1d1', '0x10', '1|2', '~1', '5s ; c', '5s # c', "'7s'", 'yes', 'null', '5,5',
]; // prettier-ignore
const INTEGERS = [
  '1', '5', '0', '-1', '', '1k', '1e3', '5.5', '0x10', '""', '99999999999', '2147483648', '+3', 'yes', 'off', 'null', '1|2', '~1', '--1',
  '007', '5 5', '"5 "', '5 ; c', '5 # c', '!0', 'E_ALL', '1M', 'ten', '-', '4294967297', "'5'", '5;6', '(5)', '9223372036854775808',
]; // prettier-ignore
const FLAGS = [
  'yes',
  'no',
  'on',
  'off',
  'true',
  'false',
  '1',
  '0',
  '',
  '2',
  '-1',
  'y',
  'n',
  '"on "',
  '"On"',
  'enabled',
  'none',
  'null',
  'YES',
  "'yes'",
  'TRUE ; c',
  'on # c',
  '01',
  '!1',
];
const WORDS = [
  'static',
  'dynamic',
  'ondemand',
  'Static',
  'DYNAMIC',
  '',
  'auto',
  '"static"',
  'static ; c',
  'static # c',
  'ondemand ',
  'dynamic=1',
];
const LEVELS = ['debug', 'notice', 'warning', 'warn', 'error', 'alert', 'NOTICE', 'info', '', 'emerg', '8'];
const PATHS = ['/status', 'status', '/', '/a b', '/a*', '/-_.~/x', '"/x"', '', '/é', '/$pool', '/x?y', "'/x'"];
const LISTENS = [
  '9000',
  '127.0.0.1:9000',
  '[::1]:9000',
  'DIR/$pool.sock',
  '',
  '""',
  'abc',
  '127.0.0.1:70000',
  'unix:/x',
  '127.0.0.1:abc',
  '9000 # c',
  "''",
  "it's",
  '*:9000',
];
const FORMATS = [
  '"%R %u"',
  '"%y"',
  '"%{x"',
  '"%{mega}M %{mili}d"',
  '"%{x}M"',
  '"%e"',
  '"%{A}e"',
  '"%o"',
  '"%{x}f"',
  '"%"',
  '"100%%"',
  '"%{%Y}t"',
  '"%{user}C"',
  '"%{x}C"',
  '%R',
  '%R %m (x)',
  '',
];

const VALUES: readonly (readonly [manager: string, section: string, key: string, values: readonly string[]])[] = [
  ['static', 'www', 'request_terminate_timeout', TIMES],
  ['ondemand', 'www', 'pm.process_idle_timeout', TIMES],
  ['dynamic', 'global', 'process_control_timeout', TIMES],
  ['dynamic', 'www', 'pm.max_children', INTEGERS],
  ['dynamic', 'www', 'pm.start_servers', INTEGERS],
  ['dynamic', 'www', 'pm.min_spare_servers', INTEGERS],
  ['dynamic', 'www', 'pm.max_spare_servers', INTEGERS],
  ['static', 'www', 'pm.max_requests', INTEGERS],
  ['dynamic', 'www', 'pm.max_spawn_rate', INTEGERS],
  ['static', 'www', 'pm.start_servers', INTEGERS.slice(0, 6)],
  ['ondemand', 'www', 'listen.backlog', INTEGERS],
  ['static', 'www', 'process.priority', ['0', '-19', '-20', '20', '21', '64', 'x', '']],
  ['static', 'global', 'process.priority', ['0', '-19', '-20', '20', '21', '64', 'x', '']],
  ['static', 'global', 'process.max', INTEGERS],
  ['static', 'global', 'log_limit', ['1024', '511', '512', '0', 'x', '']],
  ['static', 'global', 'emergency_restart_threshold', INTEGERS.slice(0, 12)],
  ['static', 'global', 'rlimit_core', ['0', 'unlimited', '-1', 'x', 'UNLIMITED', '']],
  ['static', 'www', 'rlimit_core', ['0', 'unlimited', '-1', 'x', 'UNLIMITED', '']],
  ['static', 'www', 'rlimit_files', ['1024', '-1', 'x']],
  ['static', 'www', 'catch_workers_output', FLAGS],
  ['static', 'www', 'clear_env', FLAGS],
  ['static', 'global', 'daemonize', FLAGS],
  ['static', 'www', 'php_admin_flag[log_errors]', FLAGS],
  ['static', 'www', 'php_flag[display_errors]', FLAGS.slice(0, 10)],
  ['dynamic', 'www', 'pm', WORDS],
  ['ondemand', 'www', 'pm', WORDS],
  ['static', 'global', 'log_level', LEVELS],
  ['static', 'global', 'syslog.facility', ['daemon', 'LOCAL7', 'local8', '', 'syslog', 'authpriv']],
  ['ondemand', 'global', 'events.mechanism', ['epoll', 'poll', 'select', 'kqueue', 'foo', '']],
  ['static', 'www', 'pm.status_path', PATHS],
  ['static', 'www', 'ping.path', PATHS],
  ['static', 'www', 'listen', LISTENS],
  ['static', 'www', 'access.log = DIR/a.log\naccess.format', FORMATS],
  ['static', 'www', 'access.format', FORMATS],
  ['static', 'www', 'access.suppress_path[]', ['/x', 'x', '', '"/x"']],
  ['static', 'www', 'access.suppress_path[a]', ['/x']],
  ['static', 'www', 'env[PATH]', ['/bin', '', '$PATH', '"x"', 'a=b', "''", 'a & b', 'on off']],
  ['static', 'www', 'php_admin_value[memory_limit]', ['512M', '512MB', '', '-1', 'a=b']],
  [
    'static',
    'www',
    'php_value[error_reporting]',
    ['E_ALL & ~E_NOTICE', 'E_ALL ^ E_STRICT', 'E_ALL &', '(E_ALL', '!E_ALL', 'E_ALL | on'],
  ],
  ['static', 'www', 'listen.mode', ['0660', 'rw', '0999', '']],
  ['static', 'www', 'listen.allowed_clients', ['127.0.0.1', 'any', 'x', '']],
  ['static', 'www', 'security.limit_extensions', ['.php', '', 'FALSE', '.php .php5']],
];

const LINES: readonly string[] = [
  '# comment', '# comment = 1', '; comment', 'foo = 1', 'foo', 'pm_max_children = 5', 'PM.MAX_CHILDREN = 5', 'Pm = static', 'foo[x] = 1',
  'env = 1', 'env[] = 1', 'ENV[X] = 1', 'PHP_VALUE[x] = 1', 'php_value[] = 1', 'php_value = 1', 'pm[x] = 1', '  pm.max_requests = 5',
  '\tpm.max_requests = 5', '  [x]', '[', ']', '[x', '=', '= 5', 'a = "x', "a = 'x", 'on = 1', 'yes', 'null = 1', 'pm.max_requests == 5',
  'pm.max_requests 5', 'pm.max_requests: 5', 'include', 'include = DIR/*.none', 'request_slowlog_timeout = 5', 'request_slowlog_timeout = 0',
  'slowlog = DIR/slow.log', 'slowlog = DIR/slow.log\nrequest_slowlog_timeout = 5', 'request_slowlog_trace_depth = 5',
  'slowlog = DIR/slow.log\nrequest_slowlog_trace_depth = -1', 'slowlog = DIR/slow.log\nrequest_slowlog_trace_depth = 0',
  'slowlog = DIR/slow.log\nrequest_slowlog_timeout = 5\nrequest_terminate_timeout = 4',
  'slowlog = DIR/slow.log\nrequest_slowlog_timeout = 5\nrequest_terminate_timeout = 5', 'ping.response = ', 'ping.path = /ping\nping.response = ',
  'ping.path = /ping\nping.response = pong', 'pm.status_path = /\npm.status_listen = 127.0.0.1:9123', 'pm.status_listen = DIR/s',
  'access.log = ', 'listen.setfib = 1', 'apparmor_hat = x', 'decorate_workers_output = no', 'process.dumpable = yes', 'log_level = notice',
  '[global]\npm = static', '[global]\nenv[A] = b', '[global]\nerror_log = $pool', '[GLOBAL]\nlog_limit = 5', '[www]\npm.max_children = 0',
  '[WWW]\npm.max_children = 0', '[ global ]', '[]', '[b]\nlisten = DIR/s\nuser = nobody\npm = static\npm.max_children = 1',
  '[b]\nlisten = DIR/b\nuser = nobody\npm = static\npm.max_children = 1', '[b]\nlisten = DIR/b\nuser = nobody\npm = static', '[b]', '[b] x = 1',
  '[b] ; c', '[b]]', "['b']", '["b"]', '[b\n]', 'pm.max_requests = 5\rpm.max_requests = x', 'pm.max_requests = 5\r', '\0', 'x\0y', '\uFEFF',
  "access.log = ''", 'php_admin_value[x] = "a" "b"', 'php_admin_value["x"] = 1', 'php_admin_value[x = 1', 'php_admin_value[x]', 'php_admin_value[x] 1', '$pool = 1', '{', '}', '(', '!', '&', '|', '^', '~', '"', "'", '\\', 'a\\=1', ':', ',', '%',
]; // prettier-ignore

function setIn(text: string, section: string, key: string, value: string): string {
  return section === 'global'
    ? text.replace('[www]\n', () => `${key} = ${value}\n[www]\n`)
    : `${text}${key} = ${value}\n`;
}

function valueMutations(): Mutation[] {
  return VALUES.flatMap(([manager, section, key, values]) =>
    values.map((value) => ({ name: `${manager}: ${key} = ${value}`, text: setIn(base(manager), section, key, value) })),
  );
}

function lineMutations(): Mutation[] {
  return LINES.flatMap((line) => [
    { name: `pool line ${line}`, text: `${base('static')}${line}\n` },
    { name: `first line ${line}`, text: `${line}\n${base('static')}` },
    { name: `last line ${line}, no newline`, text: `${base('dynamic')}${line}` },
  ]);
}

function removals(): Mutation[] {
  return Object.keys(MANAGERS).flatMap((manager) => {
    const lines = base(manager).split('\n');
    return lines.flatMap((line, at) =>
      line === '' || line.startsWith('error_log') || line === '[global]'
        ? []
        : { name: `${manager} without ${line}`, text: lines.filter((_, other) => other !== at).join('\n') },
    );
  });
}

/** One character put in, taken out or replaced at a place drawn from a seed; the line with the error log is left alone. */
function characterMutations(seed: number, count: number): Mutation[] {
  const draw = drawFrom(seed);
  const characters = [
    '=',
    ';',
    '#',
    '"',
    "'",
    '[',
    ']',
    ' ',
    '\t',
    '\n',
    '$',
    '{',
    '}',
    '(',
    ')',
    '|',
    '&',
    '~',
    '!',
    '^',
    '0',
    'x',
    '-',
    '.',
    '\r',
  ];
  return Array.from({ length: count }, () => {
    const text = base(Object.keys(MANAGERS)[draw(3)] ?? 'static');
    const at = GLOBAL.length + draw(text.length - GLOBAL.length);
    const put = characters[draw(characters.length)] ?? '';
    const kind = draw(3);
    const mutated = text.slice(0, at) + (kind === 1 ? '' : put) + text.slice(kind === 0 ? at : at + 1);
    return { name: `${['insert', 'delete', 'replace'][kind] ?? ''} ${JSON.stringify(put)} at ${at}`, text: mutated };
  });
}

/** A small congruential generator: the same seed, the same cases. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function poolMutations(directory: string, seed: number): Mutation[] {
  return [...valueMutations(), ...lineMutations(), ...removals(), ...characterMutations(seed, 200)].map(
    ({ name, text }) => ({
      name,
      text: text.replaceAll('DIR', directory),
    }),
  );
}
