import type { DocumentKind } from '../../src/engine/text/document.ts';
import type { Case } from './case.ts';
import { access, anyDomain, anyHost, failed, fpm, inner } from './further-values.ts';

/** Documents of one incident: what one of them tells must be gone from the others too, in whatever way it is written there. */
export interface Incident {
  readonly row: number;
  readonly make: (m: Case) => readonly (readonly [DocumentKind, string])[];
}

export const LEARNED_ELSEWHERE: readonly Incident[] = [
  {
    row: 7,
    make: (m) => {
      const p = m.secret(m.lower(8));
      return [
        ['php-log', `bad key ${p} for shop\n${m.keep('retrying in 5 seconds')}\n`],
        ['fpm', `${fpm('www')}env[DB_PASSWORD] = ${p}\n`],
      ];
    },
  },
  {
    row: 7,
    make: (m) => {
      const p = m.secret(`${m.alnum(6)}/${m.alnum(6)}+${m.alnum(3)}`);
      const enc = m.secret(encodeURIComponent(p));
      return [
        ['unknown', `DB_PASS=${p}\n`],
        [
          'nginx-access-log',
          `10.0.0.1 - - [14/Mar/2026:09:26:53 +0100] "GET /?q=${enc}&x=${encodeURIComponent(enc)} HTTP/1.1" 200 1\n`,
        ],
      ];
    },
  },
  {
    row: 7,
    make: (m) => {
      const p = m.secret(m.alnum(14));
      const coded = m.secret(Buffer.from(p).toString('base64'));
      return [
        ['unknown', `APP_SECRET=${p}\n`],
        ['unknown', `${m.keep('sent header')} X-Thing ${coded} and hex ${m.secret(Buffer.from(p).toString('hex'))}\n`],
      ];
    },
  },
  {
    row: 3,
    make: (m) => {
      const p = m.secret(`${m.alnum(5)}@${m.alnum(6)}`);
      return [
        ['nginx', `set $db_password "${p}";\n${m.keep('keepalive_timeout 10s;')}\n`],
        ['unknown', `mysql://app:${m.secret(encodeURIComponent(p))}@10.0.0.4/shop ${m.keep('was refused')}\n`],
      ];
    },
  },
  {
    row: 15,
    make: (m) => {
      const p = `${m.alnum(5)}&${m.alnum(4)}"${m.alnum(3)}`;
      m.secret(p.replaceAll('"', '\\"'));
      m.secret(p.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
      return [
        ['php-ini', `app.password = '${p}'\n`],
        [
          'unknown',
          `{"x":"${p.replaceAll('"', '\\"')}"}\n<b>${p.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</b> ${m.keep('shown')}\n`,
        ],
      ];
    },
  },
  {
    row: 18,
    make: (m) => {
      const h = m.identifier(anyHost(m));
      return [
        ['nginx', `server_name ${h};\n`],
        ['unknown', `the logs of ${h.toUpperCase()} and /var/www/vhosts/${h}/logs; ${m.keep('reload nginx')}\n`],
        ['php-log', `Unable to reach ${h}:443\n`],
      ];
    },
  },
  {
    row: 18,
    make: (m) => {
      const d = m.identifier(anyDomain(m));
      return [
        ['unknown', `ping www.${d} and ${d}; ssl /etc/ssl/${d.replaceAll('.', '_')}.crt ${m.keep('ok')}\n`],
        ['nginx', `server_name ${d} www.${d};\n`],
      ];
    },
  },
  {
    row: 20,
    make: (m) => {
      const u = m.identifier(m.user());
      return [
        ['fpm', `[${u}]\nuser = ${u}\nlisten = /run/${u}.sock\npm = static\npm.max_children = 2\n`],
        ['file-listing', `drwxr-x--- 2 ${u} www-data 4096 Mar 14 09:26 ${u}\n`],
        ['journal', `Mar 14 09:26:53 localhost su: (to ${u}) root on pts/0 ${m.keep('session opened')}\n`],
      ];
    },
  },
  {
    row: 16,
    make: (m) => {
      const a = m.identifier(m.ip());
      m.identifier(a.replaceAll('.', '-'));
      return [
        ['nginx-access-log', `${a} - - [14/Mar/2026:09:26:53 +0100] "GET / HTTP/1.1" 200 1\n`],
        ['unknown', `host ${a.replaceAll('.', '-')}.dynamic.isp.net and ::ffff:${a} ${m.keep('seen')}\n`],
      ];
    },
  },
  {
    row: 19,
    make: (m) => {
      const a = m.identifier(m.mail());
      m.identifier(a.replace('@', '%40'));
      return [
        ['unknown', `ask ${a}\n`],
        [
          'nginx-access-log',
          `10.0.0.1 - - [14/Mar/2026:09:26:53 +0100] "GET /?m=${a.replace('@', '%40')}&${m.keep('p=1')} HTTP/1.1" 200 1\n`,
        ],
        ['unknown', `${m.keep('hash')} ${a.toUpperCase()}\n`],
      ];
    },
  },
  {
    row: 7,
    make: (m) => {
      return [
        [
          'fpm',
          m.keep(
            `[www]\nuser = www-data\nlisten = /run/a.sock\npm = dynamic\npm.max_children = 9\npm.start_servers = 3\npm.min_spare_servers = 2\npm.max_spare_servers = 5`,
          ) + `\nenv[DB_PASSWORD] = servers\n`,
        ],
        ['unknown', `${m.keep('raise pm.max_spare_servers')}\n`],
      ];
    },
  },
  {
    row: 7,
    make: (m) => [
      ['nginx', m.keep(`server {\n    listen 80;\n    root /var/www/html;\n    index index.php;\n}\n`)],
      ['unknown', `DB_PASSWORD=index\nROOT_PASSWORD=listen\n${m.keep('APP_ENV=prod')}\n`],
    ],
  },
  {
    row: 8,
    make: (m) => [
      [
        'php-ini',
        `${m.keep('memory_limit = 256M\nsession.save_handler = files\nopcache.enable = 1')}\nmysqli.default_pw = memory\n`,
      ],
      ['php-log', `${m.keep('PHP Fatal error:  Allowed memory size of 268435456 bytes exhausted')}\n`],
    ],
  },
  {
    row: 5,
    make: (m) => {
      const p = m.secret(m.alnum(24));
      return [
        ['nginx', `map $http_x_api_key $ok {\n    default 0;\n    ${p} 1;\n}\n`],
        [
          'nginx-access-log',
          `10.0.0.1 - - [14/Mar/2026:09:26:53 +0100] "GET /?x=${p} HTTP/1.1" 200 1 "-" "${m.keep('curl/8.5.0')}"\n`,
        ],
      ];
    },
  },
  {
    row: 11,
    make: (m) => {
      const s = m.secret(m.lowerDigits(26));
      return [
        ['nginx-error-log', `2026/03/14 09:26:53 [debug] 1#1: *1 http header: "Cookie: PHPSESSID=${s}"\n`],
        [
          'php-log',
          `PHP Warning:  unlink(/var/lib/php/sessions/sess_${s}): ${m.keep('No such file or directory')} in /srv/x.php on line 3\n`,
        ],
      ];
    },
  },
  {
    row: 12,
    make: (m) => {
      const p = m.secret(m.alnum(4));
      return [
        ['unknown', `DB_PASSWORD=${p}\n`],
        ['php-log', `login with '${p}' ${m.keep('failed')}\n`],
      ];
    },
  },
  {
    row: 18,
    make: (m) => {
      const h = m.identifier(inner(m));
      const short = h.split('.', 1).join('');
      m.identifier(short);
      return [
        ['fpm', `${fpm('www')}env[DB_HOST] = ${h}\n`],
        ['unknown', `${short} answers slowly, ${h} too, ${m.keep('load is low')}\n`],
      ];
    },
  },
  {
    row: 7,
    make: (m) => [
      [
        'fpm',
        `${m.keep('[www]\nuser = www-data\nlisten = /run/a.sock\npm = dynamic\npm.max_children = 9\npm.start_servers = 3\npm.min_spare_servers = 2\npm.max_spare_servers = 5\nslowlog = /var/log/slow.log')}\nenv[DB_PASSWORD] = slowlog\nenv[SMTP_PASSWORD] = spare\n`,
      ],
    ],
  },
  {
    row: 7,
    make: (m) => [
      ['unknown', `DB_PASSWORD=proxy\nMAIL_PASSWORD=buffers\n`],
      [
        'nginx',
        m.keep('proxy_buffers 8 16k;\nproxy_buffering on;\nfastcgi_buffers 8 16k;\nproxy_pass http://127.0.0.1;\n'),
      ],
    ],
  },
  {
    row: 9,
    make: (m) => {
      const t = m.secret(m.alnum(28));
      return [
        ['nginx-access-log', access(m, `GET /x?token=${t} HTTP/1.1`)],
        ['php-log', `no row for ${t} ${m.keep('found')}\n`],
        ['unknown', `<a href="/v?t=${t}&amp;x=1">${m.keep('open')}</a>\n`],
      ];
    },
  },
  {
    row: 14,
    make: (m) => {
      const p = m.secret(m.alnum(13));
      const u = m.identifier(m.user());
      const coded = m.secret(Buffer.from(`${u}:${p}`).toString('base64'));
      return [
        ['unknown', `curl -u ${u}:${p} http://127.0.0.1/\n`],
        ['unknown', `got header ${coded} ${m.keep('ok')}\n`],
      ];
    },
  },
  {
    row: 18,
    make: (m) => {
      const d = m.identifier(anyDomain(m));
      return [
        ['nginx', `server_name ${d};\nssl_certificate /etc/ssl/${d}.pem;\n`],
        ['nginx-error-log', failed(m, `open() "/srv/${d}/x" failed (2: No such file or directory)`)],
        ['unknown', `https%3A%2F%2F${d}%2Fx and mail.${d} ${m.keep('reached')}\n`],
      ];
    },
  },
  {
    // A pool that bears the name of its site, and a number that an alias could be the beginning of.
    row: 20,
    make: (m) => {
      const d = m.identifier(anyDomain(m));
      return [
        ['fpm', `[${d}]\nuser = www-data\nlisten = /run/php/${d}.sock\npm = static\npm.max_children = 4\n`],
        ['nginx', `server { server_name ${d}; location / { fastcgi_pass unix:/run/php/${d}.sock; } }\n`],
        [
          'journal',
          `Mar 14 09:26:53 ${m.identifier(`edge${m.digits(2)}`)} sshd[7]: Accepted publickey for ${m.identifier(m.user())} from 10.0.0.9 port 4\nMar 14 09:26:53 localhost systemd[1]: Created slice ${m.keep('user-1000.slice')} - User Slice of UID 1000.\n`,
        ],
      ];
    },
  },
];
