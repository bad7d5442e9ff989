/** The public face of the engine; what it does reads like the flow in `docs/architecture.md`. */
export { redactText as redact } from './redact/redact.ts';
export { checkNginx } from './syntax/nginx/check.ts';
export { toCrossplane } from './syntax/nginx/crossplane.ts';
export { parseNginx } from './syntax/nginx/parse.ts';
export { printNginx } from './syntax/nginx/print.ts';
export { checkPool } from './syntax/ini/check-pool.ts';
export { parseIni } from './syntax/ini/parse.ts';
export { printIni } from './syntax/ini/print.ts';
export { analyze, applyFixes, type DocumentInput } from './session/analyze.ts';
export { requestPath, type RequestQuestion } from './session/questions.ts';
export { createSession, type Session } from './session/session.ts';
export type { Values } from './session/inputs.ts';
export type { AnalyzeOptions } from './session/options.ts';
export { DOCUMENT_KINDS, type Document, type DocumentKind } from './text/document.ts';
export type { Edit } from './text/edit.ts';
export type { Host } from './text/host.ts';
export type { Redacted } from './text/redacted.ts';
export { CAUSE_IDS, type CauseId, type Confidence, type RankedCause, type Verdict } from './diagnosis/cause.ts';
export type { Finding, Fix, Safety, Severity } from './rules/finding.ts';
export type { Plan, PathPlan, PoolPlan } from './plan/plan.ts';
export type { Report } from './report/report.ts';
export type { RequestPath } from './stack/request-path.ts';
export type { Setting } from './stack/setting.ts';
export type { Problem } from './syntax/problem.ts';
export type {
  NginxComment,
  NginxDirective,
  NginxFile,
  NginxNode,
  NginxStray,
  NginxWord,
} from './syntax/nginx/tree.ts';
export type { IniEntry, IniFile, IniNode, IniSection, IniStray, IniTrivia } from './syntax/ini/tree.ts';
