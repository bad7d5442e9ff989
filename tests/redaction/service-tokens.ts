import { template, type Case, type Template } from './case.ts';

/** Letters of both cases and digits in turn, as generators make them. */
const mixed = (m: Case, length: number): string =>
  Array.from({ length: Math.ceil(length / 4) }, () => `${m.lower(1)}${m.digits(1)}${m.upper(1)}${m.lower(1)}`)
    .join('')
    .slice(0, length);

/** Forms of services beside the best-known ones: a prefix with hexadecimal digits, with dots, with a record's form. */
const SERVICES: readonly ((m: Case) => string)[] = [
  (m) => `bkua_${m.hex(40)}`,
  (m) => `squ_${m.hex(40)}`,
  (m) => `pul-${m.hex(40)}`,
  (m) => `CLOJARS_${m.lowerDigits(60)}`,
  (m) => `shippo_live_${m.hex(40)}`,
  (m) => `lsv2_pt_${m.hex(32)}_${m.hex(10)}`,
  (m) => `sk-or-v1-${m.hex(64)}`,
  (m) => `SWMTKN-1-${m.lowerDigits(50)}-${m.lowerDigits(25)}`,
  (m) => `mlsn.${m.hex(64)}`,
  (m) => `dt0c01.${m.upper(24)}.${m.upper(64)}`,
  (m) => `pat${m.alnum(14)}.${m.hex(64)}`,
  (m) => `b.AAAAAQ${m.base64url(100)}`,
  (m) => `${m.alnum(14)}.atlasv1.${m.base64url(67)}`,
  (m) => `access_token$production$${m.lowerDigits(16)}$${m.hex(32)}`,
  (m) => `rzp_live_${m.alnum(14)}`,
  (m) => `access-production-${m.uuid()}`,
  (m) => `FLWSECK-${m.hex(32)}-X`,
  (m) => `pat-eu1-${m.uuid()}`,
  (m) => `LTAI${m.alnum(20)}`,
  (m) => `SCW${m.upper(17)}`,
  (m) => `AKCp${m.alnum(69)}`,
  (m) => `fm2_${m.alnum(60)}/${m.alnum(60)}`,
  (m) => `oy2${m.lowerDigits(43)}`,
  (m) => `ops_eyJ${m.base64url(200)}`,
  (m) => `M${m.alnum(25)}.${m.alnum(6)}.${m.base64url(38)}`,
  (m) => `1//0${m.base64url(60)}`,
  (m) => `GR1348941${m.base64url(20)}`,
  (m) => `glagent-${m.base64url(50)}`,
  (m) => `xoxc-${m.digits(12)}-${m.digits(12)}-${m.hex(64)}`,
  (m) => `nfp_${mixed(m, 36)}`,
  (m) => `xai-${mixed(m, 80)}`,
  (m) => `tskey-auth-${mixed(m, 12)}-${mixed(m, 32)}`,
  (m) => `acme_live_${mixed(m, 32)}`,
];

/** Class 1, in prose, in code and in an address. */
export const SERVICE_TOKEN_TEMPLATES: readonly Template[] = [
  ...SERVICES.flatMap((make) => [
    template(1, 'unknown', (m) => `${m.keep('deploy failed with')} ${m.secret(make(m))} ${m.keep('again')}\n`),
    template(1, 'php-log', (m) => `client("${m.secret(make(m))}") ${m.keep('answered 403')}\n`),
  ]),
  template(
    22,
    'unknown',
    (m) =>
      `${m.keep(`req_${mixed(m, 24)}`)} ${m.keep(`chatcmpl-${mixed(m, 29)}`)} ${m.keep(`pk_live_${mixed(m, 24)}`)} ${m.keep('php-fpm-7d9c5b7f4-x2x9k')} ${m.keep(`wordpress_logged_in_${m.hex(32)}`)}\n`,
  ),
  template(
    22,
    'unknown',
    (m) =>
      `${m.keep('shop-prod-WebServerGroup-LoadBalancerTargetGroup')} ${m.keep('mysql-connector-java-8.0.33-SNAPSHOT.jar')} ${m.keep(`vol-0${m.hex(16)}`)} ${m.keep('X-Content-Type-Options-And-Other-Names')}\n`,
  ),
];
