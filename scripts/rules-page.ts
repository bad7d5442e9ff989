import { RULE_DOCS } from '../src/engine/rules/docs.ts';
import { RULES } from '../src/engine/rules/index.ts';
import type { Rule, RuleDocs } from '../src/engine/rules/rule.ts';
import { CASES } from '../tests/rules/cases/index.ts';

const HEAD = `# Rules

Generated from the rules and their cases by \`node scripts/generate-rules-doc.mjs\`; edit those, not this page.

**Severity.** *error*: a daemon refuses it, it has demonstrably failed, or it is an order of timeouts that somebody wrote and that cannot hold. Everything else is *warning* or *info*.

**Fix.** Only for a daemon's refusal, a failure in the evidence, a conflict with a stated fact (host, longest request) or between settings that somebody wrote. A stock default alone is at most *info*, without a fix. *reload* and *restart* say how a fix comes into service; *decide* changes behaviour or load and is applied only when its finding belongs to the first cause, or when asked for.

All fixes together leave a stack in which no rule has anything left to fix. Rules are switched off by name in \`[rules]\` of \`stackengine.ini\`.
`;

/** docs/rules.md as Markdown: what each rule finds, why, how sure, and the situations that prove it. */
export function rulesPage(): string {
  const contents = RULES.map((rule) => `- [${rule.name}](#${rule.name}): ${docsOf(rule).title}`).join('\n');
  return `${HEAD}\n${contents}\n\n${RULES.map(section).join('\n')}`;
}

function docsOf({ name }: Rule): RuleDocs {
  const docs = RULE_DOCS[name];
  if (!docs) throw new Error(`${name} has no docs`);
  return docs;
}

function section(rule: Rule): string {
  const { name, messages } = rule;
  const docs = docsOf(rule);
  const { fires = [], quiet = [] } = CASES[name] ?? {};
  const codes = Object.entries(messages).map(([code, template]) => {
    const seen = fires.filter((one) => one.code === code);
    const severities = [...new Set(seen.map((one) => one.severity))].join(', ') || '–';
    const safeties = [...new Set(seen.map((one) => one.safety ?? 'none'))].join(', ') || '–';
    return `| \`${code}\` | ${severities} | ${safeties} | ${cell(template)} |`;
  });
  return [
    `## ${name}\n`,
    `**${docs.title}.** ${docs.why}\n`,
    `Source: ${docs.source}.\n`,
    '| code | severity | fix | says |',
    '|---|---|---|---|',
    ...codes,
    '',
    `Fires: ${fires.map((one) => one.name).join('; ')}.\n`,
    `Quiet: ${quiet.map((one) => one.name).join('; ')}.\n`,
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
