import { template, type Template } from './case.ts';

/** Keys in other clothes than PEM, and secrets by the kind of the file they stand in. */
export const KEYS_IN_FILES_TEMPLATES: readonly Template[] = [
  template(
    13,
    'unknown',
    (m) =>
      `PuTTY-User-Key-File-3: ${m.keep('ssh-ed25519')}\nEncryption: ${m.keep('none')}\nPrivate-Lines: 2\n${m.secret(m.base64(48))}\n${m.secret(m.base64(30))}\nPrivate-MAC: ${m.secret(m.hex(64))}\n`,
  ),
  template(
    13,
    'unknown',
    (m) =>
      `smtp:\n  login: !vault |\n    $ANSIBLE_VAULT;1.1;AES256\n    ${m.secret(m.hex(80))}\n    ${m.secret(m.hex(52))}\n  port: ${m.keep('2525')}\n`,
  ),
  template(
    13,
    'unknown',
    (m) =>
      `users:\n- name: ${m.keep('admin')}\n  user:\n    client-key-data: ${m.secret(Buffer.from(`-----BEGIN EC PRIVATE KEY-----\n${m.base64(60)}\n`).toString('base64'))}\n`,
  ),
  template(
    13,
    'unknown',
    (m) =>
      `{"kty":"RSA","e":"${m.keep('AQAB')}","kid":"${m.keep('2026-a')}","d":"${m.secret(m.base64url(90))}","p":"${m.secret(m.base64url(43))}"}\n{"k":"${m.secret(m.base64url(43))}","kty":"oct"}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${m.keep('pool-settings')}\nstringData:\n  primary: ${m.secret(m.password())}\n  smtp: "${m.secret(m.alnum(12))}"\n---\nkind: ConfigMap\ndata:\n  mode: ${m.keep('on-demand-pool')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `{"kind": "Secret", "metadata": {"name": "${m.keep('web')}"}, "data": {"one": "${m.secret(m.base64(15))}", "two": "${m.secret(m.base64(18))}"}}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `{\n  "bearer": {\n    "packages.example.org": "${m.secret(m.alnum(40))}"\n  },\n  "config": { "${m.keep('platform.php')}": "${m.keep('8.2.18')}" }\n}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `[database]\nhost = "${m.keep('localhost')}"\npassword = """${m.secret(m.password())}"""\n<password><![CDATA[${m.secret(m.alnum(12))}]]></password>\nDB_PASS=${m.secret(`${m.alnum(4)}&${m.alnum(4)};${m.alnum(4)}`)}\nMAIL_PASS=${m.secret(`${m.alnum(5)}<${m.alnum(5)}`)}\nAPP_MODE=${m.keep('fast')}\n`,
  ),
];
