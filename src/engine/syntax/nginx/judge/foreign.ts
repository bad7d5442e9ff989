/** Prefixes and names of widely used modules that do not come with nginx. */
const PREFIXES = [
  'lua_',
  'js_',
  'more_',
  'echo',
  'vhost_traffic_status',
  'brotli',
  'zstd',
  'pagespeed',
  'modsecurity',
  'geoip2',
  'passenger_',
  'otel_',
  'opentracing',
  'datadog_',
  'naxsi',
  'headers_more',
  'redis',
  'postgres_',
  'drizzle_',
  'memc_',
  'srcache_',
  'set_encode',
  'set_decode',
  'set_md5',
  'set_sha1',
  'set_hmac',
  'set_escape_uri',
  'set_unescape_uri',
  'set_quote',
  'set_json',
  'set_form_input',
  'set_random',
  'set_local_today',
  'upload_',
  'push_stream',
  'nchan_',
  'rtmp',
  'vod',
  'wasm',
  'proxy_wasm',
  'mruby_',
  'app_protect',
  'acme_',
  'fancyindex',
  'cache_purge',
  'auth_ldap',
  'auth_pam',
  'auth_spnego',
  'auth_gss',
  'dav_ext',
  'concat',
  'sysguard',
  'testcookie',
  'ModSecurity',
  'uploadprogress',
  'upload_progress',
  'report_uploads',
  'track_uploads',
  'slowfs_',
  'small_light',
  'substitutions',
  'subs_filter',
  'sticky_cookie',
  'upsync',
  'check_shm_size',
];
const NAMES = new Set([
  'lua_package_path',
  'limit_upload_rate',
  'proxy_cache_purge',
  'fastcgi_cache_purge',
  'dav_ext_methods',
]);

/** Does the name belong to a well-known module that this nginx may have loaded? */
export function isForeignDirective(name: string): boolean {
  return (
    NAMES.has(name) ||
    /_by_(?:lua|njs)(?:_block|_file)?$/.test(name) ||
    PREFIXES.some((prefix) => name.startsWith(prefix))
  );
}

const SEPARATE_MODULES = /ngx_(?:http|stream)_js_module|otel|acme/;

/** Is this a module that nginx publishes apart, not its commercial edition? */
export function isSeparateModule(module: string): boolean {
  return SEPARATE_MODULES.test(module);
}
