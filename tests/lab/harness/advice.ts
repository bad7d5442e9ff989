import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refused } from './engine.ts';
import { Host, summary } from './host.ts';
import type { Scenario } from './scenario.ts';

/** What the usual advice does to the same host. */
export interface Advice {
  readonly article: string;
  readonly raiseAll: string;
  readonly gate: string;
}

/** Values as the article prints them, whatever the host. */
const ARTICLE = {
  nginx: {
    fastcgi_read_timeout: '120',
    fastcgi_send_timeout: '120',
    fastcgi_connect_timeout: '10',
    fastcgi_buffer_size: '32k',
    fastcgi_buffers: '8 16k',
    fastcgi_busy_buffers_size: '32k',
  },
  pool: {
    pm: 'dynamic',
    'pm.max_children': '20',
    'pm.start_servers': '5',
    'pm.min_spare_servers': '3',
    'pm.max_spare_servers': '10',
    'pm.max_requests': '500',
    request_terminate_timeout: '110s',
    request_slowlog_timeout: '10s',
    slowlog: '@PREFIX@/logs/slow.log',
    'listen.backlog': '511',
  },
  php: { max_execution_time: '90', memory_limit: '256M', output_buffering: '4096' },
};

const RAISED = {
  nginx: { fastcgi_read_timeout: '300', fastcgi_send_timeout: '300', fastcgi_connect_timeout: '300' },
  pool: { request_terminate_timeout: '300s' },
  php: { max_execution_time: '300' },
};

type Values = typeof ARTICLE | typeof RAISED;

export async function adviceOn(scenario: Scenario): Promise<Advice> {
  return {
    article: await following(scenario, ARTICLE),
    raiseAll: await following(scenario, RAISED),
    gate: await gate(scenario),
  };
}

/** A host of its own with the advised values, and the same requests. */
async function following(scenario: Scenario, values: Values): Promise<string> {
  const host = await Host.layOut(scenario);
  const { path } = host.prefix;
  try {
    edit(join(path, 'conf/site.conf'), (text) => setNginx(text, values.nginx));
    edit(join(path, 'conf/pool.d/www.conf'), (text) => setIni(text, values.pool, host));
    edit(join(path, 'conf/php.ini'), (text) => setIni(text, values.php, host));
    const refusal = refused(path);
    if (refusal !== null) return `refused: ${refusal.split('\n')[0]?.replaceAll(path, '') ?? ''}`;
    await host.start();
    return summary((await host.take(scenario.again ?? scenario.steps)).statuses);
  } finally {
    await host.stop();
    host.prefix.remove();
  }
}

function edit(file: string, change: (text: string) => string): void {
  if (existsSync(file)) writeFileSync(file, change(readFileSync(file, 'latin1')), 'latin1');
}

function setNginx(text: string, values: Readonly<Record<string, string>>): string {
  let result = text;
  for (const name of Object.keys(values)) result = result.replace(new RegExp(`^ *${name} [^;]*;\\n`, 'gm'), '');
  const lines = Object.entries(values).map(([name, value]) => `        ${name} ${value};\n`);
  return result.replace(/( *include fastcgi_params;\n)/, `$1${lines.join('')}`);
}

function setIni(text: string, values: Readonly<Record<string, string>>, host: Host): string {
  let result = text.endsWith('\n') ? text : `${text}\n`;
  for (const [name, value] of Object.entries(values)) {
    const line = `${name} = ${host.prefix.fill(value)}\n`;
    const present = new RegExp(`^${name.replaceAll('.', '\\.')} *=.*\\n`, 'm');
    result = present.test(result) ? result.replace(present, line) : result + line;
  }
  return result;
}

/** The article's gate as it works: first number of a grep each, compared as integers. */
const GATE = `
read=$(grep -r fastcgi_read_timeout conf/ | grep -oP '\\d+' | head -1)
terminate=$(grep request_terminate_timeout conf/pool.d/www.conf | grep -oP '\\d+' | head -1)
execution=$(grep max_execution_time conf/php.ini | grep -oP '\\d+' | head -1)
[ "$execution" -ge "$terminate" ] && { echo stops it; exit 0; }
[ "$terminate" -ge "$read" ] && { echo stops it; exit 0; }
echo lets it pass
`;

async function gate(scenario: Scenario): Promise<string> {
  const host = await Host.layOut(scenario);
  try {
    const { stdout, stderr } = spawnSync('bash', ['-c', GATE], { cwd: host.prefix.path, encoding: 'utf8' });
    return stderr.trim() === '' ? stdout.trim() : `${stdout.trim()} (after a shell error)`;
  } finally {
    host.prefix.remove();
  }
}
