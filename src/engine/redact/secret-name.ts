/**
 * How much a name says about its value: a `strong` name is never excused, a `mild` one (`auth`, `csrf`) may hold the name of
 * a mechanism, a `weak` one (`code`, `key`) needs a value that looks random.
 */
export type NameStrength = 'strong' | 'mild' | 'weak' | 'none';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const STRONG = list(
  'password passwd passwort pass pwd pw pword psw passphrase passcode secret secrets token apikey authkey accesskey ' +
    'accountkey sharedaccesskey sharedaccesssignature sharedsecretkey sharedkey secretkey privatekey masterkey ' +
    'encryptionkey signingkey appkey sessionkey storagekey licensekey licencekey apitoken authtoken accesstoken ' +
    'refreshtoken idtoken sessiontoken clientsecret appsecret apisecret secretaccesskey credential credentials creds ' +
    'cryptkey cryptokey sessid phpsessid jsessionid sessionid ' +
    'pin cvv cvc csrftoken xsrftoken hmac salt signature sig psk dbpass dbpassword dbpwd ' +
    'mysqlpwd pgpassword userpass userpassword rootpassword assertion samlresponse samlrequest awsaccesskeyid ' +
    'passwordeval webhooksecret keypass storepass keypassword masterpassword requirepass masterauth sshpass pskey kennwort ' +
    'originverify motdepasse depasse mdp contrasena senha wachtwoord haslo heslo losenord salasana kodeord ' +
    'adgangskode passord sifre jelszo',
);
const WEAK = list(
  'key code state hash nonce ticket session license licence keys verifier challenge hashkey wpnonce magic invite invitation activation verification reset confirm',
);
const MILD = list('auth authorization authentication csrf xsrf sign bearer jwt otp totp mfa credentials sid');

/** A last word that says the value is *about* a secret, not the secret. */
const ABOUT = list(
  'file files path ttl expiry expires expire expiration driver prefix suffix length len dir directory name names type ' +
    'algo algorithm algorithms timeout lifetime rounds cost min max size count limit enabled enable required header ' +
    'headers field param parameter method mode policy hint format version host port endpoint issuer zone provider ' +
    'store storage handler interval age at date time by status error mismatch encoding strength column table label ' +
    'title prompt placeholder domain realm scope scopes audience ciphers curve bits bytes level rotation generator ' +
    'url uri id ids tickets tokens user username login index ok used valid invalid failed failure failures missing ' +
    'attempts retries reset broker brokers backend backends plugin class middleware guard guards check checks ' +
    'strict secure httponly samesite domain lifespan region bucket exists present set only rate service server',
);
/** What stands before `key` where the key opens nothing. */
const OPEN_KEYS = list(
  'cache public publishable primary foreign sort hash partition index row group map object zone unique natural redirect ' +
    'lookup translation lang array registry tag i18n meta first last next prev arrow hot short idempotency page dict ' +
    'websocket duplicate no any press public pub cert certificate host known column shm sem ipc keyboard memcached memcache redis srcache',
);
/** nginx directives and everyday words that end in `pass`. */
const OPEN_PASSES = list(
  'proxy fastcgi grpc uwsgi scgi memcached tunnel first second one two by single multi redis2 drizzle postgres',
);

/** What a checksum is taken of: nobody gets in with it. */
const HASHED = list(
  'content file files commit git asset assets build package image block config tree chunk source body cache etag short long ' +
    'lock module manifest layer query script style integrity template revision spec',
);
/** Cookies of frameworks whose names end in a checksum. */
const HASHED_COOKIES = /^(?:remember_[a-z]{2,12}|wordpress_(?:logged_in|sec))_[0-9a-f]{20,64}$/;

const MEMORY = 4096;
const judged = new Map<string, NameStrength>();

/** Words of a name: `DB_PASSWORD`, `dbPassword`, `php_admin_value[auth.pass]`, `auth%5Bpass%5D` → lower-case words. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/%5[BDbd]/g, '.')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** `smtppass`, `ftppass`; not what is passed by or passed on. */
const isPass = (word: string): boolean =>
  /[a-z]pass$/.test(word) && !/(?:by|com|tres|sur|over|under|proxy|cgi|grpc|cached)pass$/.test(word);

/** Judges a configuration key, variable, header, parameter or column by its name alone. */
export function strengthOf(name: string): NameStrength {
  const known = judged.get(name);
  if (known !== undefined) return known;
  if (judged.size >= MEMORY) judged.clear();
  const certain = HASHED_COOKIES.test(name) || /^[A-Z][A-Z0-9_]{0,40}_PASS$/.test(name);
  const strength = certain ? 'strong' : judge(wordsOf(name));
  judged.set(name, strength);
  return strength;
}

function judge(words: readonly string[]): NameStrength {
  const last = words.at(-1);
  if (last === undefined) return 'none';
  const before = words.at(-2) ?? '';
  const joined = words.join('');
  if (words[0] === 'redacted') return 'none';
  if (words.length === 1 && WEAK.has(last)) return 'weak';
  if (MILD.has(last)) return 'mild';
  if (STRONG.has(joined)) return 'strong';
  if (last === 'id')
    return before === 'session' || before === 'sess' || joined.endsWith('accesskeyid') ? 'strong' : 'none';
  if (last === 'base' && before === 'key') return 'strong';
  if (/^\d+$/.test(last) && words.length > 1) return judge(words.slice(0, -1));
  if (ABOUT.has(last)) return 'none';
  const unnumbered = last.replace(/[0-9]{1,2}$/, '');
  if (unnumbered !== last && STRONG.has(unnumbered)) return judge([...words.slice(0, -1), unnumbered]);
  if (last === 'pat') return words.length > 1 ? 'weak' : 'none';
  if (last === 'pass' || last === 'token') return OPEN_PASSES.has(before) ? 'none' : 'strong';
  if (STRONG.has(last) || STRONG.has(before + last)) return 'strong';
  if (last === 'key' || last === 'keys') {
    if (words.length === 1) return 'weak';
    if (before === 'routing') return 'weak';
    return OPEN_KEYS.has(before) || last === 'keys' ? 'none' : 'strong';
  }
  if (last === 'hash' && HASHED.has(before)) return 'none';
  if (
    last === 'hash' ||
    last === 'confirmation' ||
    last === 'confirm' ||
    last === 'old' ||
    last === 'new' ||
    last === 'value'
  )
    return words.length > 1 && judge(words.slice(0, -1)) === 'strong' ? 'strong' : WEAK.has(last) ? 'weak' : 'none';
  if (WEAK.has(last)) return 'weak';
  return /(?:password|passwd|passwort|passphrase|secret|token|pwd|apikey)$/.test(last) || isPass(last)
    ? 'strong'
    : 'none';
}
