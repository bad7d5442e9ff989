/** Users of the system and of services: everybody has them. */
const SYSTEM = new Set(
  (
    'root www-data www nginx nobody php-fpm php apache httpd http daemon bin sys sync games man lp mail news uucp proxy backup ' +
    'list irc gnats _apt systemd-network systemd-resolve systemd-timesync messagebus sshd mysql postgres redis memcache ' +
    'memcached rabbitmq mongodb syslog ntp dbus polkitd chrony nogroup adm staff users wheel sudo docker git node caddy ' +
    'default anonymous guest user username none null true false system kernel www1 fpm unix pool global mariadb elasticsearch prometheus grafana varnish haproxy postfix dovecot ec2-user ubuntu debian centos admin-ajax localhost static dynamic ondemand'
  ).split(' '),
);

/** Whether a name in the place of a user names somebody. */
export function isUser(name: string): boolean {
  if (name.length < 2 || name.length > 64 || /^user-?[0-9]+$/.test(name)) return false;
  return (
    /^[A-Za-z0-9_][A-Za-z0-9_.+$-]*$/.test(name) &&
    /[A-Za-z]/.test(name) &&
    !SYSTEM.has(name.toLowerCase()) &&
    !name.startsWith('$')
  );
}

/** Names too common to be hunted for outside the places of users. */
const COMMON = new Set(
  'admin administrator test demo dev deploy app web api site shop blog staging prod production support info backup operator service public private'.split(
    ' ',
  ),
);

export function isCommonName(name: string): boolean {
  return COMMON.has(name.toLowerCase()) || name.length < 3;
}
