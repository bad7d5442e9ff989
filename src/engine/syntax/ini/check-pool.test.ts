import { describe, expect, it } from 'vitest';
import { checkPool } from './check-pool.ts';

const VALID =
  '[www]\nuser = nobody\nlisten = 9000\npm = dynamic\npm.max_children = 5\npm.min_spare_servers = 1\npm.max_spare_servers = 3\n';

describe('checkPool', () => {
  it('has nothing to say about a sane pool', () => {
    expect(checkPool(VALID)).toEqual({ accepted: true, problems: [] });
  });

  it('reports everything at once, where the daemon stops at the first', () => {
    const { accepted, problems } = checkPool(
      '[www]\nlisten = 9000\npm = dynamic\npm.max_chidlren = 5\nfoo\nrequest_terminate_timeout = 30S\n# note\nrequest_slowlog_timeout = 5\n',
    );
    expect(accepted).toBe(false);
    expect(problems.map(({ line, message, hint }) => [line, message, hint])).toEqual([
      [1, '[pool www] user has not been defined', undefined],
      [1, '[pool www] pm.max_children must be a positive value', undefined],
      [1, '[pool www] pm.min_spare_servers(0) must be a positive value', undefined],
      [1, '[pool www] pm.max_spare_servers(0) must be a positive value', undefined],
      [4, "unknown entry 'pm.max_chidlren'", 'pm.max_children'],
      [5, 'value is NULL for a ZEND_INI_PARSER_ENTRY', undefined],
      [6, "unable to parse value for entry 'request_terminate_timeout': unknown suffix used in time value", '30s'],
      [7, 'value is NULL for a ZEND_INI_PARSER_ENTRY', 'comments begin with ;'],
      [8, "[pool www] 'slowlog' must be specified for use with 'request_slowlog_timeout'", undefined],
    ]);
  });

  it.each([
    ['listen = unix:/run/x.sock', 'no socket path'],
    ['listen = 127.0.0.1:70000', "'70000' is no port"],
    ['listen = 9001 # c', '# begins no comment'],
    ['listen.mode = rw', 'octal'],
    ['ping.path =', 'keeps every worker from starting'],
    ['listen.allowed_clients = 127.0.0.1,x', "'x' is no IP address"],
    ['access.format = "%y"', 'Invalid token'],
    ['request_terminate_timeout = 500ms', 'reads this as 500 s; 0.5 s was meant'],
    ['php_admin_value[memory_limit] = 512MB', 'Failed to set memory limit to 512 bytes'],
    ["env[X] = it's", 'reads nothing behind'],
    [
      '[b]\nuser = nobody\nlisten = 127.0.0.1:9000\npm = static\npm.max_children = 1',
      "pool 'www' listens on port 9000 too",
    ],
  ])('warns of what -t does not see: %s', (line, message) => {
    const { accepted, problems } = checkPool(`${VALID}${line}\n`);
    expect(accepted).toBe(true);
    expect(problems.map((problem) => problem.message).join()).toContain(message);
  });

  it('does not ask for what an include may bring', () => {
    expect(checkPool('[global]\ninclude = /etc/php/pool.d/*.conf\n').accepted).toBe(true);
    expect(checkPool('[www]\ninclude = common.conf\n').problems).toEqual([]);
  });

  it('knows which release brought a key', () => {
    const text = `${VALID}pm.max_spawn_rate = 8\n`;
    expect(checkPool(text, { phpVersion: '8.2' }).accepted).toBe(true);
    expect(checkPool(text, { phpVersion: '7.4' }).problems[0]).toMatchObject({
      hint: 'pm.max_spawn_rate came with PHP 8.1',
    });
  });

  it('leaves unclear what an environment variable decides', () => {
    expect(checkPool(VALID.replace('= 5', '= ${CHILDREN}')).problems).toEqual([]);
  });

  it('never throws', () => {
    for (const text of ['', '\0', '[', '[www', '=', '"', 'a[', '[]\n[]=\n', '\uFEFF', "'''"]) {
      expect(() => checkPool(text)).not.toThrow();
    }
  });
});
