/** What a worker waits for when its stack was taken. */
export const CALL_FAMILIES = ['session', 'database', 'http', 'cache', 'lock', 'sleep', 'filesystem', 'cpu'] as const;
export type CallFamily = (typeof CALL_FAMILIES)[number];

interface FamilyNames {
  readonly family: CallFamily;
  /** Functions of PHP and its extensions, lower case. */
  readonly calls: RegExp;
  /** Libraries whose frames stand above such calls when the call itself has no frame. */
  readonly files?: RegExp;
}

const TABLE: readonly FamilyNames[] = [
  {
    family: 'session',
    calls: /^(?:session_(?:start|regenerate_id|reset)|sessionhandler(?:->|::)\w{1,20})$/,
    files: /\/(?:session|sessions?handler)/,
  },
  {
    family: 'database',
    calls:
      /^(?:pdo(?:statement)?(?:->|::)\w{1,30}|mysqli?(?:_stmt|_result)?(?:->|::|_)\w{1,40}|mysql_\w{1,30}|pg_\w{1,30}|oci_\w{1,30}|odbc_\w{1,30}|sqlsrv_\w{1,30}|sqlite3?(?:->|::|_)\w{1,30}|mongodb?.{1,60}|ldap_\w{1,30}|real_(?:query|connect)|executequery|executestatement)$/,
    files: /\/(?:dbal|doctrine|eloquent|illuminate\/database|pdo|mysqli|adodb|database|wp-db|class-wpdb)/,
  },
  {
    family: 'cache',
    calls: /^(?:redis(?:cluster|array)?(?:->|::)\w{1,30}|memcached?(?:->|::|_)\w{1,30}|predis.{1,80}|apcu?_\w{1,30})$/,
    files: /\/(?:predis|credis|phpredis|memcached?)/,
  },
  {
    family: 'http',
    calls:
      /^(?:curl_(?:exec|multi_exec|multi_select)|soapclient(?:->|::)\w{1,40}|__dorequest|f?sockopen|pfsockopen|stream_(?:select|socket_client|get_contents|socket_enable_crypto)|socket_(?:read|recv|connect|select)|gethostbyname\w{0,2}|dns_\w{1,20}|checkdnsrr|mail|imap_\w{1,30}|ftp_\w{1,30}|ssh2_\w{1,30}|grpc.{1,60})$/,
    files:
      /\/(?:guzzle|guzzlehttp|http-client|httpclient|requests|wp-includes\/(?:class-)?(?:wp-)?http|curl|soap|swiftmailer|mailer)/,
  },
  { family: 'lock', calls: /^(?:flock|sem_acquire|shm_\w{1,20}|opcache_\w{1,20})$/ },
  { family: 'sleep', calls: /^(?:sleep|usleep|time_nanosleep|time_sleep_until)$/ },
  {
    family: 'filesystem',
    calls:
      /^(?:fopen|fread|fgets|fgetcsv|fwrite|fputs|fclose|file|file_get_contents|file_put_contents|readfile|scandir|glob|opendir|readdir|is_file|is_dir|is_writable|file_exists|filemtime|stat|lstat|copy|rename|unlink|mkdir|touch|move_uploaded_file|realpath|directoryiterator.{0,40}|recursivedirectoryiterator.{0,40}|ziparchive.{0,40}|exec|shell_exec|system|passthru|proc_\w{1,20}|popen)$/,
  },
];

/** The family of one frame: by the call itself, else by the library it stands in; null for the application's own code. */
export function callFamily(call: string, file: string): CallFamily | null {
  const name = call.toLowerCase().slice(0, 200);
  const path = file.toLowerCase().slice(-200);
  return TABLE.find(({ calls, files }) => calls.test(name) || files?.test(path) === true)?.family ?? null;
}
