/** The last step of the tool's build: a check of a small incident with a large log, after which the compiled code is kept. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLog } from './access-log.mjs';

const STREAMED_MB = 17;
const folder = mkdtempSync(join(tmpdir(), 'stackengine-build-'));
try {
  cpSync('samples/fastcgi-premature-close', folder, { recursive: true });
  writeLog(join(folder, 'access.log'), STREAMED_MB, 1);
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/cli/write-code-cache.mjs', 'check', folder, '--fail-on', 'never'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
