/** Users of the system and of services: everybody has them. */
const SYSTEM = new Set(
  (
    'root www-data www nginx nobody php-fpm php apache httpd http daemon bin sys sync games man lp mail news uucp proxy backup ' +
    'list irc gnats _apt systemd-network systemd-resolve systemd-timesync messagebus sshd mysql postgres redis memcache ' +
    'memcached rabbitmq mongodb syslog ntp dbus polkitd chrony nogroup adm staff users wheel sudo docker git node caddy ' +
    'default anonymous guest user username none null true false system kernel www1 fpm unix pool global mariadb elasticsearch prometheus grafana varnish haproxy postfix dovecot ec2-user linuxbrew vagrant ubuntu debian centos admin-ajax localhost static dynamic ondemand'
  ).split(' '),
);

/** What stands behind `user:` or `login` in prose and messages, and permissions (`dav_access user:rw`). */
const NOBODY = new Set(
  (
    'a an and are as at be been but by can cannot could did do does for from had has have if in into is it its may must ' +
    'named no not of off on only or other over per prefix should so some than that the their them then there these they ' +
    'this those to under until up use used using was were when where which while will with without you your agent input ' +
    'request requests space defined definition setting settings option options section file files failed failure refused ' +
    'denied unknown missing invalid valid expired error errors ok success successful required disabled enabled locked ' +
    'logged login logout work works working broken down slow page form screen url button endpoint prompt rw r w x all read write access authentication authenticated found exists fat arn urn uri'
  ).split(' '),
);

/** Whether a name in the place of a user names somebody. */
export function isUser(name: string): boolean {
  if (name.length < 2 || name.length > 64 || /^user-?[0-9]+$|\.example$/.test(name)) return false;
  return (
    /^[A-Za-z0-9_][A-Za-z0-9_.+$-]*$/.test(name) &&
    /[A-Za-z]/.test(name) &&
    !SYSTEM.has(name.toLowerCase()) &&
    !NOBODY.has(name.toLowerCase()) &&
    !name.startsWith('$')
  );
}

/** `systemd+`: ps and top cut long names. */
export function isCutSystemUser(name: string): boolean {
  if (!name.endsWith('+') || name.length < 5) return false;
  for (const user of SYSTEM) if (user.startsWith(name.slice(0, -1))) return true;
  return false;
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
