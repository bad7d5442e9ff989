/**
 * Constants that exist while php.ini and pools are read (Zend/zend_constants.c, main/main.c), as PHP prints them.
 * E_ALL is 30719 from PHP 8.4 on, where E_STRICT is no longer part of it.
 */
export const PHP_CONSTANTS: Readonly<Record<string, string | undefined>> = {
  E_ERROR: '1',
  E_WARNING: '2',
  E_PARSE: '4',
  E_NOTICE: '8',
  E_CORE_ERROR: '16',
  E_CORE_WARNING: '32',
  E_COMPILE_ERROR: '64',
  E_COMPILE_WARNING: '128',
  E_USER_ERROR: '256',
  E_USER_WARNING: '512',
  E_USER_NOTICE: '1024',
  E_STRICT: '2048',
  E_RECOVERABLE_ERROR: '4096',
  E_DEPRECATED: '8192',
  E_USER_DEPRECATED: '16384',
  E_ALL: '32767',
  PHP_INT_MAX: '9223372036854775807',
  PHP_INT_SIZE: '8',
  PHP_EOL: '\n',
  DIRECTORY_SEPARATOR: '/',
  PATH_SEPARATOR: ':',
  PHP_OS: 'Linux',
  PHP_OS_FAMILY: 'Linux',
};
