import { template, type Template } from './case.ts';

/** Values under the head of a column, and on the line below a question. */
export const TABLE_AND_ANSWER_TEMPLATES: readonly Template[] = [
  template(
    12,
    'unknown',
    (m) =>
      `mysql> select login, password, lang from accounts;\n+-------+------------------+------+\n| login | password         | lang |\n+-------+------------------+------+\n| x     | ${m.secret(m.alnum(16))} | ${m.keep('de')}   |\n| y     | ${m.secret(m.lower(9))} | ${m.keep('fr')}   |\n+-------+------------------+------+\n${m.keep('2 rows in set (0.00 sec)')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      ` id | api_token\n----+----------\n  1 | ${m.secret(m.alnum(30))}\n(${m.keep('1 row')})\n\n| service | secret |\n|---|---|\n| ${m.keep('queue')} | \`${m.secret(m.password())}\` |\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `name,user_password,port\n${m.keep('primary')},${m.secret(m.alnum(11))},${m.keep('3306')}\n${m.keep('replica')},"${m.secret(m.alnum(11))}",${m.keep('3307')}\n\nhost;pwd\n${m.keep('a')};${m.secret(m.lower(8))}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `$ wp option get mailserver_pass\n${m.secret(m.password())}\n$ echo $DB_PASSWORD\n${m.secret(m.alnum(12))}\n127.0.0.1:6379> CONFIG GET requirepass\n1) "requirepass"\n2) "${m.secret(m.alnum(14))}"\n$ cat notes\n${m.keep('nothing-special')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `Environment & details:\nDB_PASSWORD\t"${m.secret(m.password())}"\nAPP_ENV\t"${m.keep('local')}"\n$_SERVER['API_SECRET']\t${m.secret(m.alnum(20))}\nMAIL_PASSWORD    ${m.secret(m.alnum(12))}\n`,
  ),
  template(12, 'unknown', (m) =>
    m.keep(
      '| directive | token bucket | notes |\n|---|---|---|\n| limit_req | 10 r/s | burst 20 |\n\nkey,value\nworkers,4\nbacklog,511\n\nName          Token-Expiry   State\nweb-1         3600           up\n\n$ getenforce\nEnforcing\n$ echo $SHELL\n/bin/bash\nSECRET_FILE\t/run/secrets/x\n',
    ),
  ),
];
