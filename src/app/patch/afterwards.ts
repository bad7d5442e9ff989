import { CI_WORKFLOW } from '../../engine/report/ci.ts';
import { monitoringRules } from '../../engine/report/monitoring.ts';
import { postMortem } from '../../engine/report/post-mortem.ts';
import type { View } from '../../worker/api.ts';

/** What an incident leaves behind: a post-mortem, alert rules, a check for the pipeline. All with aliases. */
export type TextName = 'post-mortem' | 'alerts' | 'pipeline';

const TEXTS: Readonly<Record<TextName, (view: View) => string>> = {
  'post-mortem': ({ report, patch }) => postMortem(report, patch),
  alerts: ({ report }) => monitoringRules(report.plan),
  pipeline: () => CI_WORKFLOW,
};

export function textOf(name: TextName, view: View): string {
  return TEXTS[name](view);
}
