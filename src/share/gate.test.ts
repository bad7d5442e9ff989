import { describe, expect, it } from 'vitest';
import { redactDocuments } from '../engine/redact/redact.ts';
import { makeSnapshot, type Shareable, type Snapshot } from '../engine/snapshot/snapshot.ts';
import { readSnapshotFile, snapshotFile, snapshotMarkdown } from './file.ts';
import { gatedLink } from './gate.ts';
import { gaugeOf } from './size.ts';
import { trimSnapshot, TRIMS } from '../engine/snapshot/trim.ts';

const SECRET = 'Tr4vel-B0ok-9x';
const { documents, vault } = redactDocuments([
  {
    path: '/etc/nginx/a.conf',
    kind: 'nginx',
    recognisedBy: 'made',
    text: `server {\n  server_name www.shop-a.de;\n  set $api_key "${SECRET}";\n  allow 84.1.2.3;\n}\n`,
  },
]);
const REPORT: Shareable = {
  verdict: { cause: 'backend-down', sentence: 'Nobody listens.', confidence: 'high' },
  causes: [
    {
      evidence: [{ path: 'error.log', line: 1, text: 'connect() failed (111: Connection refused), client: 192.0.2.3' }],
    },
  ],
  findings: [],
  documents: [{ path: '/etc/nginx/a.conf', kind: 'nginx' }],
};
const patch = `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-${(documents[0]?.document.text ?? '').replaceAll('\n', '\n ')}\n+x\n`;
const snapshot = makeSnapshot(REPORT, patch, { host: 1, ip: 1 }, { tool: '0.1.0' });

describe('the gate', () => {
  it('opens for aliases', async () => {
    expect(await gatedLink(snapshot, vault)).toMatchObject({ status: 'open' });
  });

  it.each<[string, string, string]>([
    ['verdict[2]', SECRET, 'verdict'],
    ['patch', encodeURIComponent(`${SECRET}&`), 'patch'],
    ['patch', encodeURIComponent(encodeURIComponent(`${SECRET}&`)), 'patch'],
    ['evidence[1][3]', Buffer.from(`user:${SECRET}`).toString('base64'), 'evidence'],
    ['evidence[1][3]', Buffer.from(SECRET).toString('hex'), 'evidence'],
    ['patch', 'see www.shop-a.de', 'patch'],
    ['patch', 'client 84.1.2.3', 'patch'],
    ['patch', 'token ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'patch'],
  ])('stays shut and says where: %s %s', async (place, text, part) => {
    const altered: Record<string, Snapshot> = {
      verdict: { ...snapshot, verdict: { ...snapshot.verdict, sentence: text } },
      patch: { ...snapshot, patch: `${snapshot.patch}+${text}\n` },
      evidence: { ...snapshot, evidence: [{ path: 'a', line: 1, text }] },
    };
    const gated = await gatedLink(altered[part] ?? snapshot, vault);
    expect(gated.status).toBe('closed');
    if (gated.status === 'closed') expect(gated.leaks.map((leak) => leak.place)).toContain(place);
  });
});

describe('files', () => {
  it('come back as they went', () => {
    expect(readSnapshotFile(snapshotFile(snapshot))).toMatchObject({
      ok: true,
      snapshot: { patch, replaced: { host: 1 } },
    });
    expect(readSnapshotFile('server { listen 80; }')).toBeNull();
    expect(readSnapshotFile(snapshotFile(snapshot).slice(0, -9))).toMatchObject({ ok: false });
  });

  it('hold no markup of strangers', () => {
    const text = snapshotMarkdown({
      ...snapshot,
      verdict: { ...snapshot.verdict, sentence: '<b>[x](y)</b>' },
      patch: '```\n# x',
    });
    expect(text).toContain('\\<b\\>\\[x\\](y)\\</b\\>');
    expect(text).toContain('````diff\n```\n# x\n````');
  });
});

describe('size', () => {
  it('names how far a link gets, and what it would take to get further', () => {
    expect(gaugeOf(900)).toEqual({ length: 900, reach: 'everywhere', qr: true, excess: null });
    expect(gaugeOf(4100)).toEqual({ length: 4100, reach: 'mail', qr: false, excess: 100 });
    expect(gaugeOf(40_000)).toMatchObject({ reach: null, excess: 8000 });
  });

  it('only ever shrinks by trimming', () => {
    const steps = TRIMS.map((_, at) => JSON.stringify(trimSnapshot(snapshot, TRIMS.slice(0, at + 1))).length);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(trimSnapshot(snapshot, ['evidence']).evidence).toEqual([]);
  });
});
