import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { openIncident } from '../../src/cli/incident.ts';

interface Expected {
  readonly title: string;
  readonly host: Readonly<Record<string, string>>;
  readonly cause: string | null | readonly (string | null)[];
  readonly cure: 'patch' | 'declined' | 'quiet';
}

const RECORDED = join(import.meta.dirname, 'recorded');
const names = existsSync(RECORDED) ? readdirSync(RECORDED) : [];

/** Configs and logs that the lab recorded from real daemons; `npm run lab:record` makes them anew. */
describe('recorded incidents', () => {
  it.each(names)('%s', (name) => {
    const folder = join(RECORDED, name);
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
    const facts = Object.entries(expected.host).flatMap(([fact, value]) => [`--${fact}`, value]);
    const { report, session } = openIncident(readCommandLine([join(folder, 'in'), ...facts], {}, true), () => undefined);
    expect([expected.cause].flat()).toContain(report.verdict.cause);
    expect(session.patch() !== '').toBe(expected.cure === 'patch');
  });
});
