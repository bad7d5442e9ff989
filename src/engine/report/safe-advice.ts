/** Advice that goes round and does harm, with what to do instead. */
export interface SafeAdvice {
  readonly instead: string;
  readonly of: string;
  readonly because: string;
}

export const SAFE_ADVICE: readonly SafeAdvice[] = [
  {
    of: 'setenforce 0',
    instead:
      'ausearch -m avc -ts recent -c nginx | audit2why, then the one boolean it names (setsebool -P httpd_can_network_connect 1)',
    because: 'it switches the protection of the whole host off, and a denial is in the audit log anyway',
  },
  {
    of: 'stopping the firewall for a test',
    instead: 'iptables-save | grep PORT; nc -zv BACKEND PORT from the nginx host',
    because: 'it opens every port to everybody; one rule with its counter says the same',
  },
  {
    of: 'systemctl restart php-fpm under load',
    instead: 'systemctl reload php8.2-fpm, with process_control_timeout at least the longest request',
    because: 'a restart ends every running request at once: each is another 502',
  },
  {
    of: 'raising every timeout',
    instead: 'the slow log and the status page first: is the script slow, or does it wait for a worker?',
    because: 'a longer timeout under saturation only lengthens the queue',
  },
  {
    of: 'raising pm.max_children until it stops',
    instead: 'the number from memory, CPU and demand, with its arithmetic',
    because:
      'workers that wait for a slow database only make it slower, and memory that is not there gets workers killed',
  },
  {
    of: 'ps aux | grep php-fpm | wc -l',
    instead: "ps -C php-fpm8.2 -o pid,args | grep -c 'pool www'",
    because: 'it counts the master and the grep itself',
  },
  {
    of: 'cgi-fcgi -bind -connect ADDRESS',
    instead: 'SCRIPT_NAME=/ping SCRIPT_FILENAME=/ping REQUEST_METHOD=GET cgi-fcgi -bind -connect ADDRESS',
    because: 'without these variables a healthy pool answers with an empty page',
  },
];
