import { template, type Case, type Template } from './case.ts';

/** Formats of the vendors' own documentation. */
const VENDORS: readonly ((c: Case) => string)[] = [
  (c) => `AKIA${c.upper(16)}`,
  (c) => `ASIA${c.upper(16)}`,
  (c) => `ghp_${c.alnum(36)}`,
  (c) => `gho_${c.alnum(36)}`,
  (c) => `ghs_${c.alnum(36)}`,
  (c) => `github_pat_${c.alnum(22)}_${c.alnum(59)}`,
  (c) => `glpat-${c.base64url(20)}`,
  (c) => `xoxb-${c.digits(12)}-${c.digits(12)}-${c.alnum(24)}`,
  (c) => `xoxp-${c.digits(11)}-${c.digits(11)}-${c.digits(12)}-${c.hex(32)}`,
  (c) => `xapp-1-A${c.upper(10)}-${c.digits(13)}-${c.hex(64)}`,
  (c) => `sk_live_${c.alnum(24)}`,
  (c) => `sk_live_${c.alnum(99)}`,
  (c) => `rk_live_${c.alnum(24)}`,
  (c) => `whsec_${c.alnum(32)}`,
  (c) => `AIza${c.base64url(35)}`,
  (c) => `GOCSPX-${c.base64url(28)}`,
  (c) => `ya29.${c.base64url(120)}`,
  (c) => `SG.${c.base64url(22)}.${c.base64url(43)}`,
  (c) => `SK${c.hex(32)}`,
  (c) => `key-${c.hex(32)}`,
  (c) => `${c.hex(32)}-us${c.digits(2)}`,
  (c) => `npm_${c.alnum(36)}`,
  (c) => `pypi-AgEIcHlwaS5vcmc${c.base64url(120)}`,
  (c) => `dop_v1_${c.hex(64)}`,
  (c) => `sk-proj-${c.base64url(48)}`,
  (c) => `sk-${c.alnum(20)}T3BlbkFJ${c.alnum(20)}`,
  (c) => `sk-ant-api03-${c.base64url(93)}AA`,
  (c) => `hf_${c.alnum(34)}`,
  (c) => `shpat_${c.hex(32)}`,
  (c) => `sq0atp-${c.base64url(22)}`,
  (c) => `${c.digits(10)}:AA${c.base64url(33)}`,
  (c) => `NRAK-${c.upper(27)}`,
  (c) => `${c.hex(36)}NRAL`,
  (c) => `hvs.${c.base64url(90)}`,
  (c) => `dp.pt.${c.alnum(43)}`,
  (c) => `lin_api_${c.alnum(40)}`,
  (c) => `PMAK-${c.hex(24)}-${c.hex(34)}`,
  (c) => `dckr_pat_${c.base64url(27)}`,
  (c) => `ATATT3xFfGF0${c.base64url(170)}=${c.hex(8).toUpperCase()}`,
  (c) => `${c.alnum(3)}8Q~${c.alnum(34)}`,
  (c) => `v1.0-${c.hex(24)}-${c.hex(146)}`,
  (c) => `cfut_${c.alnum(40)}`,
  (c) => `glsa_${c.alnum(32)}_${c.hex(8)}`,
  (c) => `HRKU-AA${c.base64url(58)}`,
  (c) => `AGE-SECRET-KEY-1${c.random.text(58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')}`,
  (c) => `${c.alnum(6)}_${c.alnum(29)}_mmk`,
  (c) => `pscale_pw_${c.base64url(43)}`,
  (c) => `sbp_${c.hex(40)}`,
];

const CONTEXTS: readonly ((c: Case, token: string) => Template)[] = [
  (_, token) =>
    template(
      1,
      'php-log',
      (c) =>
        `[20-Nov-2026 10:00:01 UTC] PHP Warning:  request with ${c.secret(token)} refused in ${c.keep('/var/www/html/api.php')} on line 12`,
    ),
  (_, token) =>
    template(
      1,
      'nginx',
      (c) => `location /${c.keep('x')} {\n    proxy_set_header ${c.keep('X-Upstream')} "${c.secret(token)}";\n}\n`,
    ),
  (_, token) => template(1, 'unknown', (c) => `${c.keep('deploying with')} '${c.secret(token)}', ok`),
];

/** Class 1 in three contexts each. */
export function tokenTemplates(c: Case): Template[] {
  return VENDORS.flatMap((make) => CONTEXTS.map((context) => context(c, make(c))));
}

export const TOKEN_NEGATIVES: readonly Template[] = [
  template(1, 'fpm', (c) => `env[AWS_ACCESS_KEY_ID] = ${c.keep('AKIAIOSFODNN7EXAMPLE')}\n`),
  template(1, 'unknown', (c) => `publishable ${c.keep(`pk_live_${c.alnum(24)}`)} in page\n`),
  template(1, 'unknown', (c) => `token=${c.keep('[REDACTED]')} password=${c.keep('****')}\n`),
  template(
    22,
    'nginx-access-log',
    (c) =>
      `192.0.2.1 - - [20/Nov/2026:10:00:00 +0000] "GET ${c.keep(`/assets/app.${c.hex(8)}.js`)} HTTP/1.1" 200 12 "-" "curl/8.0" rid=${c.keep(c.hex(32))}\n`,
  ),
  template(
    22,
    'nginx-access-log',
    (c) => `192.0.2.1 - - [x] "GET /${c.keep(c.uuid())} HTTP/1.1" 200 1 "-" "-" "${c.keep(c.uuid())}"\n`,
  ),
  template(
    22,
    'php-log',
    (c) =>
      `[20-Nov-2026 10:00:01 UTC] build ${c.keep(c.hex(40))} etag ${c.keep(`"${c.hex(16)}-${c.hex(5)}"`)} trace_id=${c.keep(c.hex(32))} request_id: ${c.keep(c.uuid())}\n`,
  ),
  template(22, 'nginx', (c) => `location = /${c.keep(`${c.hex(32)}.png`)} { add_header X-Request-ID $request_id; }\n`),
];
