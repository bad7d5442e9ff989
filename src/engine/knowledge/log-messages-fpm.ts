/** One message template of PHP-FPM; the first whose words are found names the line. */
export interface FpmMessage {
  readonly starts?: string;
  readonly contains?: string;
  readonly signature: string;
}

/** Which file of php-src's sapi/fpm writes each message is noted at the head of its group. */
export const FPM_MESSAGES = [
  // fpm_process_ctl.c: "pm." stands in it for dynamic only; static never warns
  { starts: 'server reached pm.max_children setting', signature: 'fpm.max-children' },
  { starts: 'server reached max_children setting', signature: 'fpm.max-children' },
  { starts: 'seems busy (you may need to increase pm.start_servers', signature: 'fpm.seems-busy' },
  { starts: 'The maximum number of processes has been reached', signature: 'fpm.process-max' },
  // fpm_request.c
  { contains: ' executing too slow (', signature: 'fpm.slow-request' },
  { contains: ' execution timed out (', signature: 'fpm.terminated-by-timeout' },
  // fpm_children.c
  { contains: ' exited on signal ', signature: 'fpm.exited-signal' },
  { contains: ' exited with code 0 ', signature: 'fpm.child-recycled' },
  { contains: ' exited with code ', signature: 'fpm.exited-code' },
  { contains: ' has been killed by the process management', signature: 'fpm.child-recycled' },
  { starts: 'failed processes threshold (', signature: 'fpm.emergency-restart' },
  // fpm_stdio.c
  { contains: ' said into std', signature: 'fpm.child-stderr' },
  // any call that ran out of descriptors; the number stands last
  { contains: '(24)', signature: 'fpm.fd-exhausted' },
  // its words, where the line was cut before the number (glibc, musl)
  { contains: ': Too many open f', signature: 'fpm.fd-exhausted' },
  { contains: ': No file descriptors', signature: 'fpm.fd-exhausted' },
  // fpm_sockets.c
  { starts: 'unable to bind listening socket', signature: 'fpm.bind-failed' },
  { contains: 'nother FPM instance seems to already listen', signature: 'fpm.another-instance' },
  // fpm_conf.c, fpm_unix.c, fpm_shm.c: start refused
  { contains: "unknown entry '", signature: 'fpm.config-error' },
  { contains: "unable to parse value for entry '", signature: 'fpm.config-error' },
  { contains: 'value is NULL for a ZEND_INI_PARSER_ENTRY', signature: 'fpm.config-error' },
  { contains: "can't be greater than", signature: 'fpm.config-error' },
  { contains: 'must not be less than', signature: 'fpm.config-error' },
  { contains: 'cannot be greater than', signature: 'fpm.config-error' },
  { contains: 'must be a positive value', signature: 'fpm.config-error' },
  { starts: 'pm.max_children must be', signature: 'fpm.config-error' },
  { contains: 'the process manager is missing', signature: 'fpm.config-error' },
  { starts: 'cannot get uid for user', signature: 'fpm.config-error' },
  { starts: 'cannot get gid for', signature: 'fpm.config-error' },
  { starts: 'please specify user and group other than root', signature: 'fpm.config-error' },
  { starts: 'user has not been defined', signature: 'fpm.config-error' },
  { contains: ' does not exist or is not a directory', signature: 'fpm.config-error' },
  { contains: 'no listen address ha', signature: 'fpm.config-error' },
  { starts: 'No pool defined', signature: 'fpm.config-error' },
  { starts: 'failed to load configuration file', signature: 'fpm.config-error' },
  { starts: 'failed to open configuration file', signature: 'fpm.config-error' },
  { starts: 'failed to open error_log', signature: 'fpm.config-error' },
  { starts: 'failed to open access log', signature: 'fpm.config-error' },
  { starts: 'Unable to create or open slowlog', signature: 'fpm.config-error' },
  { starts: 'Unable to include', signature: 'fpm.config-error' },
  { contains: 'bytes in shared memory', signature: 'fpm.config-error' },
  { contains: 'syntax error', signature: 'fpm.config-error' },
  { starts: 'failed to post process the configuration', signature: 'fpm.config-error' },
  // fpm.c, fpm_events.c, fpm_process_ctl.c
  { starts: 'FPM initialization failed', signature: 'fpm.init-failed' },
  { starts: 'ready to handle connections', signature: 'fpm.started' },
  { starts: 'Reloading in progress', signature: 'fpm.reloading' },
  { starts: 'reloading: execvp(', signature: 'fpm.reloading' },
  { starts: 'Terminating ...', signature: 'fpm.terminating' },
  { starts: 'Finishing ...', signature: 'fpm.finishing' },
  { starts: 'exiting, bye-bye!', signature: 'fpm.exited' },
  { signature: 'fpm.other' },
] as const satisfies readonly FpmMessage[];
