import type { Snapshot } from '../engine/snapshot/snapshot.ts';
import { parseSnapshot, toWire, type ParsedSnapshot } from '../engine/snapshot/wire.ts';

export const SNAPSHOT_FILE = 'incident.redacted.json';
export const MARKDOWN_FILE = 'incident.redacted.md';
const MARK = 'stackengine-snapshot';
/** As for links: what is larger is not ours. */
const LONGEST = 4 * 1024 * 1024;

/** The snapshot as a file that opens by drop. */
export function snapshotFile(snapshot: Snapshot): string {
  return `${JSON.stringify({ [MARK]: toWire(snapshot) })}\n`;
}

/** Whether a dropped text is such a file, and what is in it; null when it is something else. */
export function readSnapshotFile(text: string): ParsedSnapshot | null {
  if (!text.slice(0, 200).includes(`"${MARK}"`)) return null;
  if (text.length > LONGEST) return { ok: false, problem: 'the file is larger than a snapshot can be' };
  try {
    const json: unknown = JSON.parse(text);
    const wire = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[MARK] : undefined;
    return parseSnapshot(wire);
  } catch {
    return { ok: false, problem: 'the file is no JSON: it was cut or altered' };
  }
}

/** The snapshot as Markdown, for tickets and chats. */
export function snapshotMarkdown(snapshot: Snapshot): string {
  const replaced = Object.entries(snapshot.replaced).map(([name, count]) => `${String(count)} × ${name}`);
  const sections = [
    `# ${plain(snapshot.verdict.sentence)}`,
    `Confidence: ${snapshot.verdict.confidence}. Redacted: ${replaced.join(', ') || 'nothing'}. Aliases stand for hosts, addresses and secrets.`,
    ...section(
      'Findings',
      snapshot.findings.map(
        (one) => `- **${one.severity}** ${plain(one.message || one.id)} (${code(`${one.path}:${String(one.line)}`)})`,
      ),
    ),
    ...section(
      'Evidence',
      snapshot.evidence.map((one) => `- ${code(`${one.path}:${String(one.line)}`)} ${code(one.text)}`),
    ),
    ...(snapshot.patch === '' ? [] : ['## Patch', fenced(snapshot.patch)]),
    `Made with stackengine ${plain(snapshot.tool)}.`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

/** Text that is no markup: Markdown's and HTML's marks are escaped. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#&|!]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ');
}

function code(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  return `${ticks} ${text.replace(/\s+/g, ' ')} ${ticks}`;
}

function fenced(text: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}diff\n${text.trimEnd()}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
}
