import type { Plan } from '../plan/plan.ts';

/**
 * Prometheus rules for nginx behind PHP-FPM, with names that exporters really have (nginx-lua-prometheus for the status label,
 * hipages/php-fpm_exporter for the pool). The shares are sums over sums: a division of series with equal labels is always 1.
 */
export function monitoringRules(plan: Plan): string {
  const limits = plan.pools.filter((pool) => pool.maxChildren !== null);
  return [
    'groups:',
    '  - name: nginx-php-fpm',
    '    rules:',
    ...rule(
      'GatewayErrorShare',
      'sum(rate(nginx_http_requests_total{status=~"502|504"}[5m])) / sum(rate(nginx_http_requests_total[5m])) > 0.01',
      '2m',
      'critical',
      'More than 1 % of the requests end in 502 or 504',
    ),
    ...rule(
      'RequestsWaitForAWorker',
      'max by (pool) (phpfpm_listen_queue) > 0',
      '2m',
      'warning',
      'Requests wait in the listen queue (always 0 on a unix socket: use a status listener over TCP)',
    ),
    ...rule(
      'MaxChildrenReached',
      'sum by (pool) (increase(phpfpm_max_children_reached[10m])) > 0',
      '0m',
      'warning',
      'The pool reached pm.max_children (never counted with pm = static)',
    ),
    ...limits.flatMap((pool) =>
      rule(
        `PoolNearLimit_${pool.name.replace(/[^A-Za-z0-9_]/g, '_')}`,
        `phpfpm_active_processes{pool="${pool.name.replace(/["\\\n]/g, '')}"} > ${String(Math.floor((pool.maxChildren ?? 0) * 0.8))}`,
        '5m',
        'warning',
        `More than 80 % of ${String(pool.maxChildren)} workers are busy`,
      ),
    ),
    ...rule(
      'SlowRequests',
      'sum by (pool) (increase(phpfpm_slow_requests[10m])) > 10',
      '5m',
      'warning',
      'Requests run longer than request_slowlog_timeout: read the slow log',
    ),
    '',
  ].join('\n');
}

function rule(alert: string, expr: string, wait: string, severity: string, summary: string): readonly string[] {
  return [
    `      - alert: ${alert}`,
    `        expr: ${quote(expr)}`,
    `        for: ${wait}`,
    '        labels:',
    `          severity: ${severity}`,
    '        annotations:',
    `          summary: ${quote(summary)}`,
  ];
}

/** A YAML single-quoted scalar. */
function quote(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}
