import { NGINX_1_25 } from '../../../knowledge/nginx/version.ts';
import type { Call } from './judgement.ts';

/** Setters of modules that answer "is duplicate" themselves (observed with `nginx -t`, or read in the setter). */
const ONCE = new Set(
  `aio alias auth_basic auth_basic_user_file auth_http auth_request charset directio disable_symlinks expires fastcgi_cache
  fastcgi_cache_key fastcgi_pass fastcgi_store grpc_pass grpc_ssl_password_file grpc_ssl_certificate_cache image_filter
  internal keepalive keepalive_timeout least_time limit_except memcached_pass open_file_cache open_log_file_cache pass
  protocol proxy_cache proxy_cache_key proxy_pass proxy_ssl_certificate_cache proxy_ssl_password_file proxy_store
  real_ip_header resolver root scgi_cache scgi_cache_key scgi_pass scgi_store source_charset ssl ssl_certificate_cache
  ssl_engine ssl_ocsp_cache ssl_password_file starttls sticky try_files tunnel_pass use user userid_expires userid_mark
  uwsgi_cache uwsgi_cache_key uwsgi_pass uwsgi_ssl_certificate_cache uwsgi_ssl_password_file uwsgi_store
  worker_connections worker_cpu_affinity worker_processes events http mail stream`.split(/\s+/),
);
const ONCE_TYPES = ['complex', 'complex-size', 'bind', 'path', 'access'];
const OBSOLETE_HTTP2 = ['http2_max_concurrent_pushes', 'http2_push_preload'];

/** Does nginx refuse this directive when it stands twice in one block? */
export function refusesRepeat({ fact, block, name }: Call, version: number): boolean {
  if (fact.repeat === 'error') return true;
  if (fact.repeat === 'list') return false;
  if (OBSOLETE_HTTP2.includes(name)) return version < NGINX_1_25;
  if (name === 'return') return block.kind === 'T';
  return ONCE.has(name) || ONCE_TYPES.includes(fact.type);
}
