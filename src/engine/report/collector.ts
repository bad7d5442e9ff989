/**
 * One POSIX shell script that gathers everything diagnosis can use, for `stackengine collect` and "Copy collector".
 * Read-only, no dependencies, root or not, Debian, RHEL, Alpine and containers (dash, busybox sh). Each output stands under
 * `==> NAME (command) <==`, each file under `==> /its/path <==`, so that intake splits the paste without guessing.
 */
export const COLLECTOR = `#!/bin/sh
# Gathers what is needed to find the cause of a 502, 504, 413 or 499 behind nginx and PHP-FPM.
# It only reads, sends nothing, needs no package, and works as root or not. Paste its output as it is;
# secrets are taken out before anything is analysed. Usage: sh collect.sh > incident.txt
LC_ALL=C
export LC_ALL
PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin"
LINES_OF_LOG=400
LINES_OF_OUTPUT=200

have() { command -v "$1" >/dev/null 2>&1; }

heading() { printf '\\n==> %s <==\\n' "$1"; }

# A daemon that hangs must not hang the collector.
limited() {
  if have timeout; then timeout 10 "$@"; else "$@"; fi
}

# show NAME COMMAND ARGUMENTS…: prints the output under a heading, when the command exists.
show() {
  name=$1
  shift
  have "$1" || return 0
  heading "$name ($*)"
  limited "$@" 2>&1 </dev/null | tail -n "$LINES_OF_OUTPUT"
}

# whole FILE: a configuration, as it is.
whole() {
  [ -f "$1" ] && [ -r "$1" ] || return 0
  heading "$1"
  cat -- "$1"
}

# ending FILE LINES: the end of a log.
ending() {
  [ -f "$1" ] && [ -r "$1" ] && [ -s "$1" ] || return 0
  heading "$1"
  tail -n "$2" -- "$1"
}

# failures FILE: of an access log the failed requests and a sample of the others, in their order.
failures() {
  [ -f "$1" ] && [ -r "$1" ] && [ -s "$1" ] || return 0
  heading "$1"
  tail -n 20000 -- "$1" | awk '/ (413|429|499|50[0-9]) |"status": ?"?(413|429|499|50[0-9])/ { print; next } NR % 50 == 0 { print }' | tail -n "$LINES_OF_LOG"
}

pids_of() {
  for p in /proc/[0-9]*; do
    [ -r "$p/comm" ] || continue
    case $(cat "$p/comm" 2>/dev/null) in
      "$1"*) printf '%s\\n' "\${p#/proc/}" ;;
    esac
  done
}

# --- what the machine is -------------------------------------------------------------------------------------------
show versions uname -srm
[ -r /etc/os-release ] && { heading 'versions (cat /etc/os-release)'; grep -E '^(PRETTY_NAME|VERSION_ID|ID)=' /etc/os-release; }
show date date '+%Y-%m-%d %H:%M:%S %z'
show nproc nproc
show uptime uptime
show memory free -b
if [ -r /proc/meminfo ]; then
  heading 'meminfo (cat /proc/meminfo)'
  grep -E '^(MemTotal|MemFree|MemAvailable|SwapTotal|SwapFree|CommitLimit|Committed_AS):' /proc/meminfo
fi
for f in /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory.current /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory/memory.usage_in_bytes /sys/fs/cgroup/cpu.max /sys/fs/cgroup/cpu.stat; do
  ending "$f" 20
done
show df df -hP
show df df -iP

# --- configurations ------------------------------------------------------------------------------------------------
nginx_dump=
for n in nginx openresty; do
  have "$n" || continue
  show 'versions' "$n" -V
  # Without root nginx may not read its keys or logs; then the files follow one by one.
  if nginx_dump=$(limited "$n" -T -q 2>&1 </dev/null) && [ -n "$nginx_dump" ]; then
    heading "nginx -T ($n -T)"
    printf '%s\\n' "$nginx_dump"
    break
  fi
  # As root the failure is the configuration's own; otherwise it only says that this user may not read it.
  if [ "$(id -u)" = 0 ]; then
    heading "nginx -t ($n -t)"
    printf '%s\\n' "$nginx_dump" | tail -n 20
  fi
  nginx_dump=
done
if [ -z "$nginx_dump" ]; then
  for f in /etc/nginx/nginx.conf /etc/nginx/conf.d/*.conf /etc/nginx/sites-enabled/* /etc/nginx/http.d/*.conf /etc/nginx/snippets/*.conf /etc/nginx/fastcgi_params /etc/nginx/fastcgi.conf /usr/local/etc/nginx/nginx.conf /usr/local/nginx/conf/nginx.conf /usr/local/openresty/nginx/conf/nginx.conf; do
    whole "$f"
  done
fi
# Copies from before the last change say what changed.
for f in /etc/nginx/*.bak /etc/nginx/conf.d/*.bak /etc/nginx/sites-enabled/*.bak /etc/php/*/fpm/pool.d/*.bak /etc/php-fpm.d/*.bak; do
  whole "$f"
done
for f in /etc/php/*/fpm/php-fpm.conf /etc/php/*/fpm/pool.d/*.conf /etc/php-fpm.conf /etc/php-fpm.d/*.conf /etc/php[0-9]*/php-fpm.conf /etc/php[0-9]*/php-fpm.d/*.conf /usr/local/etc/php-fpm.conf /usr/local/etc/php-fpm.d/*.conf; do
  whole "$f"
done
for f in /etc/php/*/fpm/php.ini /etc/php.ini /etc/php[0-9]*/php.ini /usr/local/etc/php/php.ini /usr/local/etc/php/conf.d/*.ini /etc/php/*/fpm/conf.d/*.ini /etc/php.d/*.ini; do
  if ! [ -f "$f" ] || ! [ -r "$f" ]; then continue; fi
  heading "$f"
  grep -vE '^[[:space:]]*(;|$)' -- "$f"
done
for b in /usr/sbin/php-fpm[0-9]* /usr/sbin/php-fpm /usr/local/sbin/php-fpm; do
  [ -x "$b" ] || continue
  show versions "$b" -v
done
show versions php -v

# --- logs ----------------------------------------------------------------------------------------------------------
for f in /var/log/nginx/*error*.log /var/log/nginx/*error*.log.1 /usr/local/nginx/logs/error.log /usr/local/openresty/nginx/logs/error.log; do
  ending "$f" "$LINES_OF_LOG"
done
for f in /var/log/nginx/*access*.log /usr/local/nginx/logs/access.log /usr/local/openresty/nginx/logs/access.log; do
  failures "$f"
done
for f in /var/log/php*fpm*.log /var/log/php-fpm/*.log /var/log/php[0-9]*/error.log /usr/local/var/log/php-fpm.log /var/log/php*slow* /var/log/php_errors.log /var/log/php/*.log; do
  ending "$f" "$LINES_OF_LOG"
done
if dmesg >/dev/null 2>&1; then
  heading 'dmesg (dmesg -T)'
  { dmesg -T 2>/dev/null || dmesg; } | grep -iE 'oom|out of memory|killed process|segfault|traps:|general protection|possible syn flooding|avc: |i/o error|no space' | tail -n "$LINES_OF_OUTPUT"
fi
if have journalctl; then
  heading 'journalctl (journalctl -k)'
  limited journalctl -k --no-pager -n 5000 -o short-iso 2>/dev/null | grep -iE 'oom|out of memory|killed process|segfault|traps:|syn flooding|avc: ' | tail -n "$LINES_OF_OUTPUT"
  heading 'journalctl (journalctl -u nginx -u php*-fpm)'
  limited journalctl --no-pager -n "$LINES_OF_OUTPUT" -o short-iso -u nginx -u 'php*-fpm*' 2>/dev/null
fi

# --- services, processes, sockets ----------------------------------------------------------------------------------
if have systemctl; then
  show services systemctl status nginx --no-pager --lines 10
  show services systemctl status 'php*-fpm*' --no-pager --lines 10
fi
show services rc-service php-fpm status
show services pm2 status
if have docker; then
  show 'docker ps' docker ps -a --format 'table {{.ID}}\\t{{.Names}}\\t{{.Image}}\\t{{.Status}}\\t{{.Ports}}'
  for c in $(limited docker ps -aq 2>/dev/null | head -n 20); do
    heading "docker inspect (docker inspect $c)"
    limited docker inspect --format '{{.Name}} OOMKilled={{.State.OOMKilled}} ExitCode={{.State.ExitCode}} RestartCount={{.RestartCount}} StartedAt={{.State.StartedAt}} FinishedAt={{.State.FinishedAt}} Memory={{.HostConfig.Memory}}' "$c" 2>&1
  done
fi
if ps -eo user,pid,ppid,stat,pcpu,pmem,vsz,rss,etime,args >/dev/null 2>&1; then
  heading 'ps (ps -eo user,pid,ppid,stat,pcpu,pmem,vsz,rss,etime,args)'
  ps -eo user,pid,ppid,stat,pcpu,pmem,vsz,rss,etime,args | awk 'NR == 1 || /nginx|php|fpm|uwsgi|gunicorn|node|java|mysqld|mariadbd|postgres|redis/' | grep -v awk | cut -c 1-180 | tail -n "$LINES_OF_OUTPUT"
else
  # The ps of busybox knows no columns; pgrep would not show the states.
  heading 'ps (ps)'
  ps 2>&1 | awk 'NR == 1 || /nginx|php|fpm|uwsgi|gunicorn|node|java/' | tail -n "$LINES_OF_OUTPUT"
fi
shown=0
for p in $(pids_of php-fpm); do
  [ "$shown" -lt 12 ] || break
  [ -r "/proc/$p/status" ] || continue
  heading "/proc/$p/status"
  grep -E '^(Name|State|VmPeak|VmHWM|VmRSS|RssAnon|RssFile|RssShmem|Threads):' "/proc/$p/status" 2>/dev/null
  if [ -r "/proc/$p/smaps_rollup" ]; then
    grep -E '^(Rss|Pss|Private_Clean|Private_Dirty):' "/proc/$p/smaps_rollup" 2>/dev/null
  fi
  shown=$((shown + 1))
done
for n in nginx php-fpm; do
  for p in $(pids_of "$n" | head -n 2); do
    [ -r "/proc/$p/limits" ] || continue
    heading "limits of $n (cat /proc/$p/limits)"
    grep -E '^(Limit|Max open files|Max processes|Max address space|Max core file size)' "/proc/$p/limits" 2>/dev/null
    # shellcheck disable=SC2012 # only their number matters
    [ -r "/proc/$p/fd" ] && printf 'open files in use: %s\\n' "$(ls "/proc/$p/fd" 2>/dev/null | wc -l)"
  done
done
if have ss; then
  show ss ss -lntxp
  show ss ss -s
elif have netstat; then
  show netstat netstat -lntp
fi
if have nstat; then
  show 'netstat' nstat -az TcpExtListenOverflows TcpExtListenDrops TcpExtTCPAbortOnOverflow
elif have netstat; then
  heading 'netstat (netstat -s)'
  limited netstat -s 2>/dev/null | grep -iE 'listen|overflow|SYN'
fi
for s in /run/php /run/php-fpm /var/run/php-fpm.sock /run/php*.sock; do
  [ -e "$s" ] && show ls ls -la "$s"
done
show ls ls -lad /var/lib/nginx /var/cache/nginx /var/lib/nginx/tmp /var/lib/php/sessions

# --- limits and security -------------------------------------------------------------------------------------------
show ulimit sh -c 'ulimit -a'
for k in net/core/somaxconn net/ipv4/tcp_max_syn_backlog net/ipv4/ip_local_port_range net/ipv4/tcp_abort_on_overflow fs/file-nr fs/file-max vm/overcommit_memory vm/swappiness; do
  [ -r "/proc/sys/$k" ] || continue
  [ "$k" = net/core/somaxconn ] && heading 'sysctl (cat /proc/sys/…)'
  printf '%s = %s\\n' "$(printf '%s' "$k" | tr / .)" "$(tr '\\t' ' ' <"/proc/sys/$k")"
done
show getenforce getenforce
if have ausearch; then
  heading 'ausearch (ausearch -m avc -ts today)'
  limited ausearch -m avc -ts today 2>/dev/null | grep -E 'nginx|httpd|php' | tail -n 40
fi
show iptables iptables-save
show nft nft list ruleset
show firewall-cmd firewall-cmd --list-all

# --- what changed, and whether the site answers --------------------------------------------------------------------
for d in /etc/nginx /etc/php /etc/php-fpm.d; do
  [ -d "$d" ] || continue
  heading "find (find $d -type f -mtime -2)"
  find "$d" -type f -mtime -2 2>/dev/null | head -n 50
done
if have curl; then
  show curl curl -sS -o /dev/null -D - -m 5 http://127.0.0.1/
  for s in fpm-status status; do
    body=$(curl -sS -m 5 "http://127.0.0.1/$s" 2>/dev/null)
    case $body in
      *'process manager'*) heading "fpm-status (curl http://127.0.0.1/$s)"; printf '%s\\n' "$body" ;;
    esac
  done
fi
heading 'end of the collection'
`;
