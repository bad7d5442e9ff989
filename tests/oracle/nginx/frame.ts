/** Levels at which a directive can be put, as letters of the knowledge table. */
export type Level = 'm' | 'e' | 'h' | 's' | 'l' | 'i' | 'j' | 'x' | 'u';

export const LEVELS: readonly Level[] = ['m', 'e', 'h', 's', 'l', 'i', 'j', 'x', 'u'];

const TEMP_PATHS = ['client_body', 'fastcgi', 'proxy', 'uwsgi', 'scgi'];

/**
 * A small valid configuration with a line put at one level. Paths lie in `directory`; what the line itself sets is left
 * out of the frame.
 */
export function frame(line: string, level: Level, directory: string): string {
  const at = (wanted: Level): string => (level === wanted ? line : '');
  const sets = (name: string): boolean => level !== 'u' && new RegExp(`(?:^|\\s)${name}\\s`).test(line);
  const unless = (name: string, text: string): string => (sets(name) ? '' : text);
  const temp = TEMP_PATHS.map((name) => unless(`${name}_temp_path`, `  ${name}_temp_path ${directory}/${name};\n`));
  return `${at('m')}
${unless('pid', `pid ${directory}/nginx.pid;`)}
${unless('error_log', `error_log ${directory}/error.log;`)}
events {
  ${at('e')}
}
http {
  ${level === 'h' && sets('access_log') ? '' : 'access_log off;'}
${temp.join('')}
  log_format main '$remote_addr';
  limit_req_zone $binary_remote_addr zone=zr:1m rate=1r/s;
  limit_conn_zone $binary_remote_addr zone=zc:1m;
  fastcgi_cache_path ${directory}/cache levels=1:2 keys_zone=zone1:1m;
  map $uri $expires_map {
    default off;
  }
  ${at('h')}
  upstream u1 {
    server 127.0.0.1:9;
    ${at('u')}
  }
  server {
    listen 127.0.0.1:18080;
    ${at('s')}
    if ($uri = /a) {
      ${at('i')}
    }
    location / {
      ${at('l')}
      if ($uri = /b) {
        ${at('j')}
      }
      limit_except GET {
        ${at('x')}
      }
    }
  }
}
`;
}
