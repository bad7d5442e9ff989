import { describe, expect, it } from 'vitest';
import { CAUSE_IDS } from '../diagnosis/cause.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { EvidenceEvent } from '../evidence/event.ts';
import type { Signature } from '../evidence/signatures.ts';
import { UNKNOWN_HOST } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';
import { firstMinute } from './first-minute.ts';
import { monitoringRules } from './monitoring.ts';
import { postMortem } from './post-mortem.ts';
import type { Report } from './report.ts';
import { runbook } from './runbook.ts';

const event = (signature: Signature, text: string): EvidenceEvent => ({
  signature,
  path: 'error.log',
  line: 3,
  text: text as Redacted,
  at: 0,
  fields: {},
});

const evidence = (events: readonly EvidenceEvent[], kinds: readonly string[] = []): Evidence => ({
  events,
  counts: new Map(),
  timeline: [],
  demand: null,
  pools: [],
  host: {},
  longestRunSeconds: null,
  kinds: new Set(kinds),
});

describe('runbook', () => {
  it('knows nothing without evidence and gives a command for each step', () => {
    const steps = runbook(evidence([]));
    expect(steps.map(({ state }) => state)).toEqual(Array(6).fill('unknown'));
    expect(steps.every(({ command }) => command !== '')).toBe(true);
  });

  it('marks a step from the line that shows it, with the line', () => {
    const [running, , log] = runbook(
      evidence([event('nginx.connect-refused', 'connect() failed (111)')], ['nginx-error-log']),
    );
    expect(running?.state).toBe('checked and broken');
    expect(running?.evidence[0]).toEqual({ path: 'error.log', line: 3, text: 'connect() failed (111)' });
    expect(log?.state).toBe('checked and broken');
  });

  it('calls a log without trouble fine, and says what not to do', () => {
    const steps = runbook(evidence([event('fpm.started', 'ready')], ['nginx-error-log', 'fpm-log']));
    expect(steps.map(({ state }) => state)).toEqual([
      'checked and fine',
      'unknown',
      'checked and fine',
      'checked and fine',
      'unknown',
      'unknown',
    ]);
    expect(steps[4]?.notThis.map(({ of }) => of)).toContain('setenforce 0');
  });
});

describe('first minute', () => {
  it('names a risk for every action and never the unsafe advice', () => {
    for (const cause of CAUSE_IDS)
      for (const { action, risk, command } of firstMinute(cause)) {
        expect(risk.length, action).toBeGreaterThan(10);
        expect(command ?? '').not.toMatch(/setenforce|restart|kill|iptables -F/);
      }
    expect(firstMinute(null)).toEqual([]);
  });
});

const report: Report = {
  version: 1,
  verdict: { cause: 'backend-down', sentence: 'Nothing accepts connections.', confidence: 'medium' },
  causes: [
    {
      cause: 'backend-down',
      score: 0.7,
      evidence: [{ path: 'error.log', line: 1, text: 'a ``` fence | pipe' }],
      against: [],
      missing: [{ what: 'the service', command: 'systemctl status', lookFor: '' }],
      symptoms: [],
    },
  ],
  findings: [],
  plan: { pools: [], paths: [] },
  timeline: [{ at: 0, width: 60, counts: { 'nginx.connect-refused': 3, 'status 200': 90 } }],
  documents: [],
  host: UNKNOWN_HOST,
  chosen: [],
  suggested: [],
};

describe('post-mortem', () => {
  it('has its five parts, and no text can break out of its fence', () => {
    const text = postMortem(report, '--- a/x\n+++ b/x\n');
    for (const part of ['Time line', 'Root cause', 'Patch', 'Prevention']) expect(text).toContain(`## ${part}`);
    expect(text).toContain('````\n');
    expect(text).toContain('| 1970-01-01 00:00:00 | nginx.connect-refused × 3 |');
    expect(text).toContain('```diff\n--- a/x');
  });

  it('says so when no edit cures it', () => {
    expect(postMortem(report, '')).toContain('No edit of a configuration cures this.');
  });
});

describe('monitoring', () => {
  it('divides sums by sums and quotes what a pool name contains', () => {
    const pool = { name: 'o\'hara "x"', maxChildren: 10 } as unknown as Parameters<
      typeof monitoringRules
    >[0]['pools'][number];
    const rules = monitoringRules({ pools: [pool], paths: [] });
    expect(rules).toContain('sum(rate(nginx_http_requests_total{status=~"502|504"}[5m])) / sum(rate(');
    expect(rules).toContain('phpfpm_active_processes{pool="o\'\'hara x"} > 8');
  });
});
