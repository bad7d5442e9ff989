import { versionNumber } from './version.ts';

/** Built-in variables of the http modules (`ngx_http_variables.c` and the modules' tables, nginx 1.31.5). */
const HTTP = `args binary_remote_addr body_bytes_sent bytes_sent connection connection_requests connections_active
connections_reading connections_waiting connections_writing content_length content_type date_gmt date_local document_root
document_uri fastcgi_path_info fastcgi_script_name grpc_internal_trailers gzip_ratio host hostname http2 https
invalid_referer is_args limit_rate msec nginx_version pid pipe proxy_add_via proxy_add_x_forwarded_for proxy_host
proxy_internal_body_length proxy_internal_chunked proxy_port proxy_protocol_addr proxy_protocol_port query_string
realip_remote_addr realip_remote_port realpath_root remote_addr remote_port remote_user request request_body
request_body_file request_completion request_filename request_id request_length request_method request_time request_uri
scheme secure_link secure_link_expires server_addr server_name server_port server_protocol slice_range ssl_cipher
ssl_ciphers ssl_client_cert ssl_client_escaped_cert ssl_client_fingerprint ssl_client_i_dn ssl_client_i_dn_legacy
ssl_client_raw_cert ssl_client_s_dn ssl_client_s_dn_legacy ssl_client_serial ssl_client_v_end ssl_client_v_remain
ssl_client_v_start ssl_client_verify ssl_curves ssl_protocol ssl_server_name ssl_session_id ssl_session_reused status
tcpinfo_rcv_space tcpinfo_rtt tcpinfo_rttvar tcpinfo_snd_cwnd time_iso8601 time_local uid_got uid_reset uid_set
upstream_addr upstream_bytes_received upstream_cache_etag upstream_cache_last_modified upstream_cache_status
upstream_connect_time upstream_header_time upstream_response_length upstream_response_time upstream_status uri
ancient_browser modern_browser msie geoip_area_code geoip_city geoip_city_continent_code geoip_city_country_code
geoip_city_country_code3 geoip_city_country_name geoip_country_code geoip_country_code3 geoip_country_name geoip_dma_code
geoip_latitude geoip_longitude geoip_org geoip_postal_code geoip_region geoip_region_name
ssl_early_data>1.15.3 upstream_bytes_sent>1.15.8 limit_conn_status>1.17.6 limit_req_status>1.17.6
proxy_protocol_server_addr>1.17.6 proxy_protocol_server_port>1.17.6 connection_time>1.19.10 ssl_curve>1.21.5
ssl_alpn_protocol>1.21.4 http3>1.25.0 ssl_sigalg>1.29.3 ssl_ech_status>1.29.4 ssl_ech_outer_server_name>1.29.4
ssl_client_sigalg>1.29.3 request_port>1.29.3 is_request_port>1.29.3 ssl_sigalgs>1.31.0`;

const STREAM = `binary_remote_addr bytes_received bytes_sent connection hostname msec nginx_version pid protocol
proxy_protocol_addr proxy_protocol_port realip_remote_addr realip_remote_port remote_addr remote_port server_addr
server_port session_time ssl_cipher ssl_ciphers ssl_client_cert ssl_client_escaped_cert ssl_client_fingerprint
ssl_client_i_dn ssl_client_raw_cert ssl_client_s_dn ssl_client_serial ssl_client_v_end ssl_client_v_remain
ssl_client_v_start ssl_client_verify ssl_curves ssl_preread_alpn_protocols ssl_preread_server_name ssl_protocol
ssl_server_name ssl_session_id ssl_session_reused status time_iso8601 time_local upstream_addr upstream_bytes_received
upstream_bytes_sent upstream_connect_time upstream_first_byte_time upstream_session_time geoip_area_code geoip_city
geoip_city_continent_code geoip_city_country_code geoip_city_country_code3 geoip_city_country_name geoip_country_code
geoip_country_code3 geoip_country_name geoip_dma_code geoip_latitude geoip_longitude geoip_org geoip_postal_code
geoip_region geoip_region_name
ssl_preread_protocol>1.15.2 limit_conn_status>1.17.6 proxy_protocol_server_addr>1.17.6 proxy_protocol_server_port>1.17.6
ssl_curve>1.21.5 ssl_alpn_protocol>1.21.4 server_name>1.25.5 ssl_sigalg>1.29.3 ssl_ech_status>1.29.4
ssl_ech_outer_server_name>1.29.4 ssl_client_sigalg>1.29.3 ssl_sigalgs>1.31.0`;

const HTTP_PREFIXES = [
  'http_',
  'sent_http_',
  'sent_trailer_',
  'cookie_',
  'arg_',
  'upstream_http_',
  'upstream_trailer_',
  'upstream_cookie_',
];

/** Variables that `set`, `map` and their like may overwrite although nginx defines them itself. */
const CHANGEABLE =
  /^(?:args|limit_rate|ancient_browser|modern_browser|msie|proxy_host|proxy_port|uid_reset|invalid_referer|ssl_.{1,40})$/;

function readTable(text: string): Map<string, number> {
  return new Map(
    text.split(/\s/).map((entry) => {
      const [name = '', since] = entry.split('>');
      return [name, since === undefined ? 0 : versionNumber(since)];
    }),
  );
}

const TABLES = { http: readTable(HTTP), stream: readTable(STREAM) };

export type VariableWorld = keyof typeof TABLES;

/** Does this nginx bring the variable itself? Prefix families (`$http_x`, `$arg_x`) count. */
export function isBuiltInVariable(world: VariableWorld, name: string, version: number): boolean {
  const since = TABLES[world].get(name);
  if (since !== undefined) return version >= since;
  if (name.startsWith('proxy_protocol_tlv_')) return version >= versionNumber('1.23.2');
  return world === 'http' && HTTP_PREFIXES.some((prefix) => name.startsWith(prefix));
}

/** May a directive define a variable of this name? Not when nginx has one that is read-only. */
export function isReadOnlyVariable(world: VariableWorld, name: string, version: number): boolean {
  const since = TABLES[world].get(name);
  return since !== undefined && version >= since && !name.startsWith('geoip_') && !CHANGEABLE.test(name);
}

/** The names nginx brings, for suggestions. */
export function builtInVariables(world: VariableWorld): readonly string[] {
  return [...TABLES[world].keys()];
}
