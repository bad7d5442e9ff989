/** `npm test`: sets everything up, real parts included, runs all checks and tests, and ends with one line of totals. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureRealParts, explainMissing } from './setup/real-parts.mjs';

const RESULTS = 'test-results';
const PART_OF_PROJECT = {
  oracle: ['nginx', 'php8.2-fpm', 'php8.2-cli', 'patch', 'git', 'shellcheck', 'busybox'],
  lab: ['nginx', 'php8.2-fpm', 'patch', 'uwsgi-core', 'uwsgi-plugin-python3'],
  e2e: ['chromium', 'firefox-esr'],
};

ensureDependencies();
const absent = ensureRealParts();
for (const line of explainMissing(absent)) console.log(line);
const lacks = (project) => absent.some((part) => PART_OF_PROJECT[project]?.includes(part.package));

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const totals = { passed: 0, failed: 0 };
const failures = [];

function run(name, command, args) {
  console.log(`\n── ${name}`);
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } }).status === 0;
}

/** A check without cases of its own counts as one test. */
function check(name, command, args) {
  const ok = run(name, command, args);
  totals[ok ? 'passed' : 'failed'] += 1;
  if (!ok) failures.push(name);
}

function count(name, ok, passed, failed) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failures.push(`${name}: ${failed}`);
  if (passed + failed === 0 || (!ok && failed === 0)) {
    totals.failed += 1;
    failures.push(`${name} did not run to its end`);
  }
}

function vitest(project) {
  if (lacks(project)) return console.log(`\n── ${project}: NOT RUN, see above for what is missing`);
  const file = `${RESULTS}/${project}.json`;
  const ok = run(project, 'npx', [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
  count(project, ok, result.numPassedTests, result.numFailedTests);
}

function browser() {
  if (lacks('e2e')) return console.log('\n── e2e: NOT RUN, see above for what is missing');
  const file = `${RESULTS}/e2e.json`;
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  const ok = run('e2e', 'npx', ['playwright', 'test', '--reporter=dot,json']);
  const stats = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).stats
    : { expected: 0, unexpected: 0, flaky: 0 };
  count('e2e', ok, stats.expected + stats.flaky, stats.unexpected);
}

check('build', 'npm', ['run', '--silent', 'build']);
check('types', 'npm', ['run', '--silent', 'typecheck']);
check('eslint', 'npx', ['eslint', '.']);
check('prettier', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']);
check('dependency-cruiser', 'npx', ['depcruise', 'src']);
check('knip', 'npx', ['knip']);
vitest('unit');
vitest('oracle');
vitest('lab');
browser();

if (absent.length > 0 && process.env.CI) {
  totals.failed += 1;
  failures.push('real parts are missing, and in CI nothing is skipped');
}
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
