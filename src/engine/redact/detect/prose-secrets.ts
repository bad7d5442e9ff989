import type { Detector, Find, Scene } from '../find.ts';
import { isExempt, isMasked, looksRandom } from '../secret-value.ts';
import { isMade } from './made-words.ts';

interface Manner {
  readonly name: string;
  readonly pattern: RegExp;
  /** Whether what stands there is a secret, not the next word of the sentence. */
  readonly accepts: (value: string) => boolean;
}

const MANNERS: readonly Manner[] = [
  {
    name: 'said',
    pattern:
      /(?<![A-Za-z0-9_$-])(?:password|passwd|passphrase|passcode|passwort|kennwort|(?:api|access|licen[cs]e|secret)[ -]?key|token|pw|pwd)(?: (?:is|was|ist|war|lautet|has been|wurde))?(?: (?:changed|set|reset|geändert|gesetzt))?(?: (?:to|auf))?:? {1,4}\(?(?:["'`«„“]([^"'`»“”\n]{4,200})["'`»“”]|([^\s"'`<>()]{5,200}))/gi,
    accepts: (value) => isMade(value) || (/ /.test(value) && /^[a-z]{3,12}(?: [a-z]{3,12}){2,6}$/.test(value)),
  },
  {
    name: 'told',
    pattern:
      /(?<![A-Za-z0-9_$-])(?:password|passwd|passphrase|passcode|passwort|kennwort|(?:api|access|licen[cs]e|secret)[ -]?key|token|secret|pin) (?:is|was|ist|war|lautet):? {1,4}["'`«„“]([^"'`»“”\n]{4,200})["'`»“”]/gi,
    accepts: () => true,
  },
  {
    name: 'foreign',
    pattern:
      /(?<![A-Za-z])(?:mot de passe|cl[ée] (?:d'api|api|secr[èe]te)|clave (?:secreta|api)|chiave (?:api|segreta)|(?:api-?)?schlüssel|contrase(?:ñ|Ã±|n)a|senha|wachtwoord|hasło|heslo|jelszó|lösenord|adgangskode|kodeord|passord|salasana|parolă|parola|şifre|пароль|κωδικός|密码|密碼|口令|パスワード|비밀번호|mật khẩu|סיסמה|كلمة المرور)\s?[:=：] {0,4}["'`«„“]?([^\s"'`»“”<>]{4,200})/gi,
    accepts: () => true,
  },
  {
    name: 'foreign-told',
    pattern:
      /(?<![A-Za-z])(?:mot de passe|contrase(?:ñ|Ã±|n)a|clave|senha|wachtwoord|hasło|heslo|lösenord|adgangskode|kodeord|passord|salasana|parola|password|пароль)(?: [^\s"'.,:;]{1,30}){0,6}?(?: (?:est|es|è|é|e'|is|ist|jest|är|er|on|to|это|ora è)| ?:| —| -) {1,4}["'`«„“]?([^\s"'`»“”<>]{5,200})/gi,
    accepts: isMade,
  },
  {
    name: 'told-of',
    pattern:
      /(?<![A-Za-z0-9_$-])(?:password|passwd|passphrase|passcode|passwort|kennwort|(?:api|access|licen[cs]e|secret)[ -]?key|token|secret|pin)(?: [^\s"'.,:;]{1,30}){1,8}? (?:is|was|ist|war|lautet|wäre)(?: now| still| jetzt| nun)?:? {1,4}(?:["'`«„“]([^"'`»“”\s]{4,200})["'`»“”]|([^\s"'`<>()]{5,200}))/gi,
    accepts: isMade,
  },
  {
    name: 'changed-from',
    pattern:
      /(?<![A-Za-z0-9_$-])(?:password|passwd|passphrase|passwort|kennwort|token|(?:api|access|secret)[ -]?key) (?:from|von) ["'`]?([^\s"'`<>()]{5,200})/gi,
    accepts: isMade,
  },
  {
    name: 'pair',
    pattern:
      /(?<![A-Za-z])(?:(?:credentials?|zugangsdaten|login data|log ?in with|identifiants|basic[ -]auth|htaccess)(?: are| is| sind| ist)?:?|(?:zugang|access|login) [a-zA-Z]{2,12}(?: [a-zA-Z]{2,20})?:|(?:login|user|username|benutzer|zugang|access|ssh|ftp|sftp|htpasswd|basic[ -]auth|wp-admin|vpn|panel):) {1,4}["'`]?[A-Za-z0-9_.@-]{2,64} ?[/:] {0,2}([^\s"'`<>]{5,200})/gi,
    accepts: isMade,
  },
];

const HINT =
  /pass|token|secret|key|kennw|contras|senha|wachtw|credential|zugang|log ?in|identif|pin|clave|[hs]es?lo|salas|kode|parol|[\u0080-\uffff]/i;

const hints = new WeakMap<Scene, boolean>();

/** Asked once a text, for all manners. */
function mayStand(scene: Scene): boolean {
  const known = hints.get(scene) ?? HINT.test(scene.text);
  hints.set(scene, known);
  return known;
}

/** Class 12: secrets in sentences and in mails. */
export const PROSE_SECRETS: readonly Detector[] = MANNERS.map(({ name, pattern, accepts }) => ({
  name: `prose-${name}`,
  find: (scene, found: Find[]) => {
    if (!mayStand(scene)) return;
    for (const match of scene.text.matchAll(pattern)) {
      const value = (match[1] ?? match[2] ?? '').replace(/[.,;:!?)\]}]{1,3}$/, (end) =>
        end.startsWith('!') ? '!' : '',
      );
      if (value.length < 4 || isExempt(value, 'mild') || isMasked(value) || !accepts(value)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      found.push({
        start,
        end: start + value.length,
        class: 'named-value',
        type: 'secret',
        ...(!looksRandom(value) && { local: true }),
      });
    }
  },
}));
