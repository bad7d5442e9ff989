/** Words that configurations and logs are made of: a password among them is replaced in its place, not hunted for. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'admin administrator root user users test testing default password passwd secret token changeme change example public private ' +
    'localhost local nginx apache http https html index server client mysql mariadb postgres redis memcached mongo database data ' +
    'value values name names path file files type mode start stop status error errors warning notice info debug true false null ' +
    'none auto basic bearer digest login logout session sessions cookie cookies cache host hosts port proxy fastcgi listen location ' +
    'upstream request response header headers body query string number array object class function return static dynamic ondemand ' +
    'main http events stream mail include worker workers process processes pool pools child children memory limit timeout read ' +
    'write send connect connection connections accept allow deny internal external demo guest www-data default_server password1 ' +
    'pass word code state hash auth email mail unix socket sock run var etc usr home tmp log logs access php fpm php-fpm script ' +
    'production prod staging stage development dev app apps application site sites web www api backend frontend admin1 foobar foo bar ' +
    'docker container kernel system service services systemd journal time date month year day hour minute second seconds page pages ' +
    'aio alias autoindex break charset daemon daemonize degrade directio engine env etag flv geo gunzip keepalive map protocol ' +
    'random slowlog ssi starttls sticky userid zone expires gzip if internal mirror perl pid resolver return rewrite root satisfy ' +
    'sendfile set slice ssl types upstreams servers group prefix chroot chdir ping process extension precision browscap ' +
    'shop store customer order orders product products cart checkout account profile settings config configuration config.php welcome'
  ).split(' '),
);
