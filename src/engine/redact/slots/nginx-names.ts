import { strengthOf } from '../secret-name.ts';

/** Directives that set a header or parameter: the name stands in the first argument, the value in the second. */
const HEADER_SETTERS = new Set(
  (
    'proxy_set_header fastcgi_param uwsgi_param scgi_param grpc_set_header add_header add_trailer proxy_add_header ' +
    'more_set_headers more_set_input_headers auth_http_header'
  ).split(' '),
);

/** Exporters say `header`; where a paste begins in the middle of a name, its end tells. */
export function setsHeader(name: string): boolean {
  return HEADER_SETTERS.has(name) || /(?:^|_)(?:header|param)$/.test(name);
}

/** Directives whose whole argument is a secret, of nginx and of the modules in use. */
export const SECRET_DIRECTIVES = new Set(
  (
    'secure_link_secret encrypted_session_key encrypted_session_iv testcookie_secret testcookie_refresh_encrypt_cookie_key ' +
    'secure_link_hmac_secret binddn_passwd auth_ldap_binddn_passwd aws_signing_key aws_secret_key aws_access_key ' +
    'auth_jwt_secret jwt_secret auth_cookie_secret session_secret hmac_secret akamai_token_validate_key ' +
    'auth_jwt_key upload_pass_args_key redis2_literal_password redis_password auth_digest_secret userid_p3p_key cookie_flag_secret ' +
    'pubcookie_secret auth_request_secret proxy_ssl_password vod_secret_key vod_encryption_iv_seed hls_key_secret ' +
    'ssl_engine_pin perl_secret opentracing_token datadog_api_key newrelic_license_key nchan_redis_password ' +
    'nchan_redis_password hlsenckey auth_totp_secret oidc_client_secret oidc_hmac_key zipkin_token image_filter_secret'
  ).split(' '),
);

const SECRET_SUFFIX =
  /(?:_secret|_passwd|_password|_secret_key|_auth_token|_api_key|_access_key|_license_key|_hmac_key|_signing_key|_shared_key|_encryption_key)$/;

/** Whether a directive's arguments are a secret; files that hold one are not (`ssl_password_file`). */
export function isSecretDirective(name: string): boolean {
  return SECRET_DIRECTIVES.has(name) || SECRET_SUFFIX.test(name);
}

/** Modules that nobody listed: what they call a key or a token is one where its value looks made by a machine. */
export function mayBeSecretDirective(name: string): boolean {
  return /^[a-z][a-z0-9]{0,30}(?:_[a-z0-9]{1,30}){1,6}$/.test(name) && strengthOf(name) === 'strong';
}

/** Directives whose arguments are hosts, perhaps with a scheme, a port, a wildcard or as a regular expression. */
export const HOST_DIRECTIVES = new Set(
  'server_name server proxy_pass fastcgi_pass uwsgi_pass scgi_pass grpc_pass memcached_pass resolver valid_referers proxy_bind proxy_redirect proxy_cookie_domain proxy_ssl_name grpc_ssl_name ssl_ocsp_responder auth_http mirror listen'.split(
    ' ',
  ),
);

/** Of these every argument is a host; of the others the first one. */
export const HOST_LISTS = new Set('server_name resolver valid_referers proxy_redirect proxy_cookie_domain'.split(' '));

/** `$http_x_api_key`, `$arg_token`, `$cookie_session` and variables the author named: what is compared with them. */
export function subjectOf(variable: string): string {
  return variable
    .replace(/^\(?!?\$\{?/, '')
    .replace(/\}$/, '')
    .replace(/^(?:http|arg|cookie|sent_http|upstream_http)_/, '');
}
