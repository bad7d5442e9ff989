import type { Shape } from './shape.ts';

/**
 * No letter or digit on either side; `_` and `-` may stand before a token, in names made from parts. The left side is
 * looked at by the detector; a form that begins with just any letter needs the look-behind to stay linear.
 */
const token = (source: string, after = '(?![A-Za-z0-9])', before = ''): RegExp =>
  new RegExp(`${source.startsWith('[') && before === '' ? '(?<![A-Za-z0-9])' : before}${source}${after}`, 'g');

/** For forms whose own beginning may stand inside them: without it each such place would be read again. */
const ALONE = '(?<![A-Za-z0-9_-])';

type Row = readonly [type: string, hints: readonly string[], pattern: RegExp];

/** Forms of the vendors' own documentation; types are those of the alias. */
const ROWS: readonly Row[] = [
  ['aws_key', ['AKIA', 'ASIA', 'ABIA', 'ACCA'], token('(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}')],
  ['github_token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], token('gh[pousr]_[A-Za-z0-9]{30,255}')],
  ['github_token', ['github_pat_'], token('github_pat_[A-Za-z0-9_]{30,255}')],
  [
    'gitlab_token',
    ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glcbt-', 'glsoat-', 'glft-', 'glimt-', 'glagent-', 'glffct-'],
    token('gl(?:pat|dt|rt|ptt|cbt|soat|ft|imt|agent|ffct)-[A-Za-z0-9_.-]{18,300}'),
  ],
  ['slack_token', ['xox'], token('xox[a-z](?:\\.xox[bp])?-[A-Za-z0-9-]{10,250}')],
  ['slack_token', ['xapp-'], token('xapp-[0-9]-[A-Za-z0-9-]{10,250}')],
  [
    'stripe_key',
    ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'sk_org_'],
    token('[sr]k_(?:live|test|org)_[A-Za-z0-9_]{10,250}'),
  ],
  ['stripe_key', ['whsec_'], token('whsec_[A-Za-z0-9+/=_-]{16,100}')],
  ['google_key', ['AIza'], token('AIza[A-Za-z0-9_-]{35}', '(?![A-Za-z0-9_-])')],
  ['gitlab_token', ['GR1348941'], token('GR1348941[A-Za-z0-9_-]{20,60}', '(?![A-Za-z0-9])', ALONE)],
  ['google_token', ['1//0'], token('1//0[A-Za-z0-9_-]{30,200}', '(?![A-Za-z0-9])', '(?<![0-9A-Za-z/.])')],
  ['google_secret', ['GOCSPX-'], token('GOCSPX-[A-Za-z0-9_-]{20,40}')],
  ['google_token', ['ya29.'], token('ya29\\.[A-Za-z0-9_.-]{20,2048}')],
  ['sendgrid_key', ['SG.'], token('SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}', '(?![A-Za-z0-9_-])')],
  ['twilio_key', ['SK', 'AC'], token('(?:SK|AC)[0-9a-f]{32}')],
  ['mailgun_key', ['key-'], token('key-[0-9a-zA-Z]{32}')],
  ['mailgun_key', ['-'], token('[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}')],
  ['mailchimp_key', ['-us'], token('[0-9a-f]{32}-us[0-9]{1,2}')],
  ['npm_token', ['npm_'], token('npm_[A-Za-z0-9]{30,50}')],
  ['pypi_token', ['pypi-'], token('pypi-[A-Za-z0-9_-]{40,512}')],
  ['digitalocean_token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], token('do[opr]_v1_[a-f0-9]{64}')],
  [
    'openai_key',
    ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-None-'],
    token('sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{20,300}'),
  ],
  [
    'openai_key',
    ['T3BlbkFJ'],
    token('sk-[A-Za-z0-9_-]{10,100}T3BlbkFJ[A-Za-z0-9_-]{10,100}', '(?![A-Za-z0-9])', ALONE),
  ],
  ['anthropic_key', ['sk-ant-'], token('sk-ant-[a-z]{3,8}[0-9]{2}-[A-Za-z0-9_-]{20,200}')],
  ['api_key', ['sk-'], token('sk-[A-Za-z0-9]{32,64}')],
  ['huggingface_token', ['hf_', 'api_org_'], token('(?:hf|api_org)_[A-Za-z0-9]{30,50}')],
  [
    'shopify_token',
    ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shpua_'],
    token('shp(?:at|ca|pa|ss|ua)_[A-Za-z0-9]{32,64}'),
  ],
  ['square_token', ['sq0'], token('sq0(?:atp|csp|idp|acp|rtp)-[A-Za-z0-9_-]{20,50}')],
  ['square_token', ['EAAA'], token('EAAA[A-Za-z0-9_-]{56,64}', '(?![A-Za-z0-9_-])', ALONE)],
  ['telegram_token', [':A'], /(?:(?<![0-9])|(?<=%3[DdAa]))[0-9]{8,10}:A[A-Za-z0-9_-]{32,36}(?![A-Za-z0-9_-])/g],
  [
    'newrelic_key',
    ['NRAK-', 'NRII-', 'NRIQ-', 'NRSP-', 'NRJS-', 'NRAA-'],
    token('NR(?:AK|II|IQ|SP|JS|AA)-[A-Za-z0-9_-]{16,48}'),
  ],
  ['newrelic_key', ['NRAL'], token('[0-9a-zA-Z]{6,40}NRAL')],
  ['vault_token', ['hvs.', 'hvb.', 'hvr.'], token('hv[sbr]\\.[A-Za-z0-9_-]{20,300}')],
  ['doppler_token', ['dp.'], token('dp\\.[a-z]{2,8}\\.[A-Za-z0-9_.-]{30,64}')],
  ['linear_key', ['lin_api_', 'lin_oauth_'], token('lin_(?:api|oauth)_[A-Za-z0-9]{30,64}')],
  ['postman_key', ['PMAK-'], token('PMAK-[A-Za-z0-9]{24}-[A-Za-z0-9]{34}')],
  ['docker_token', ['dckr_pat_', 'dckr_oat_'], token('dckr_[po]at_[A-Za-z0-9_-]{20,64}')],
  [
    'atlassian_token',
    ['ATATT3', 'ATCTT3', 'ATBB'],
    token('(?:AT[AC]TT3[A-Za-z0-9_-]{20,300}(?:=[A-Za-z0-9]{8})?|ATBB[A-Za-z0-9]{24,60})', '(?![A-Za-z0-9])', ALONE),
  ],
  [
    'azure_secret',
    ['Q~'],
    token('[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}', '(?![A-Za-z0-9_~-])', '(?<![A-Za-z0-9_~.])'),
  ],
  ['cloudflare_key', ['v1.0-'], token('v1\\.0-[0-9a-f]{20,64}-[0-9a-f]{20,200}')],
  ['cloudflare_token', ['cfut_', 'cfat_', 'cfk_'], token('cf(?:ut|at|k)_[A-Za-z0-9_-]{20,120}')],
  ['grafana_token', ['glsa_', 'glc_'], token('gl(?:sa|c)_[A-Za-z0-9_+/=-]{20,400}')],
  ['heroku_key', ['HRKU-'], token('HRKU-[A-Za-z0-9_-]{30,80}')],
  ['age_key', ['AGE-SECRET-KEY-1'], token('AGE-SECRET-KEY-1[A-Z0-9]{40,70}')],
  ['maxmind_key', ['_mmk'], token('[A-Za-z0-9]{6}_[A-Za-z0-9]{20,40}_mmk')],
  ['planetscale_token', ['pscale_'], token('pscale_(?:pw|tkn|oauth)_[A-Za-z0-9_=.-]{30,64}')],
  ['supabase_token', ['sbp_', 'sb_secret_'], token('sb(?:p|_secret)_[A-Za-z0-9_]{20,64}')],
  ['sentry_token', ['sntrys_', 'sntryu_'], token('sntry[su]_[A-Za-z0-9+/=_-]{32,400}')],
  ['brevo_key', ['xkeysib-', 'xsmtpsib-'], token('x(?:key|smtp)sib-[a-f0-9]{64}-[A-Za-z0-9]{16}')],
  ['databricks_token', ['dapi'], token('dapi[a-f0-9]{32}(?:-[0-9])?')],
  ['facebook_token', ['EAA'], token('EAA[A-Za-z0-9]{80,300}', '(?![A-Za-z0-9])', ALONE)],
  ['groq_key', ['gsk_'], token('gsk_[A-Za-z0-9]{40,60}')],
  ['rubygems_key', ['rubygems_'], token('rubygems_[a-f0-9]{48}')],
  ['notion_token', ['ntn_', 'secret_'], token('(?:ntn|secret)_[A-Za-z0-9]{40,50}')],
  [
    'service_token',
    [
      'bkua_',
      'sq',
      'pul-',
      'packagist_',
      'CLOJARS_',
      'rdme_',
      'p8e-',
      'shippo_',
      'sk_',
      'lsv2_',
      'sk-or-v1-',
      's-s4t2ud-',
      'SWMTKN-',
    ],
    token(
      '(?:(?:bkua|sq[apu])_[0-9a-f]{40}|pul-[0-9a-f]{40}|packagist_[a-z]{2,4}_[0-9a-f]{60,80}|CLOJARS_[0-9a-z]{60}|rdme_[0-9a-z]{60,80}|p8e-[0-9a-z]{32}|shippo_(?:live|test)_[0-9a-f]{40}|sk_[0-9a-f]{48}|lsv2_[a-z]{2}_[0-9a-f]{32}_[0-9a-f]{10}|sk-or-v1-[0-9a-f]{64}|s-s4t2ud-[0-9a-f]{64}|SWMTKN-1-[0-9a-z]{40,60}-[0-9a-z]{20,30})',
    ),
  ],
  [
    'service_token',
    ['mlsn.', 'dt0c01.', 'snyk_', 'pat', '.atlasv1.', 'AAAAAQ', 'sl.'],
    token(
      '(?:mlsn\\.[0-9a-f]{64}|dt0[a-z][0-9]{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}|snyk_[a-z]{2,5}\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]{40,120}|pat\\.[A-Za-z0-9_-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20}|pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}|b\\.AAAAAQ[A-Za-z0-9_-]{60,300}|sl\\.(?:u\\.)?[A-Za-z0-9_-]{100,1500})',
      '(?![A-Za-z0-9_])',
      '(?<![A-Za-z0-9_.-])',
    ),
  ],
  ['terraform_token', ['.atlasv1.'], token('[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{60,80}')],
  [
    'payment_token',
    ['access_token$', 'rzp_', 'access-', 'live_', 'FLWSECK', 'EZ'],
    token(
      '(?:access_token\\$(?:production|sandbox)\\$[0-9a-z]{16}\\$[0-9a-f]{32}|rzp_(?:live|test)_[A-Za-z0-9]{14,24}|access-(?:production|sandbox|development)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|live_[A-Za-z0-9]{30,40}|FLWSECK(?:_TEST)?-[0-9A-Za-z]{32}(?:-X)?|EZ[AT]K[A-Za-z0-9]{54})',
      '(?![A-Za-z0-9])',
      '(?<![A-Za-z0-9_-])',
    ),
  ],
  ['hubspot_token', ['pat-'], token('pat-[a-z]{2}[0-9]-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')],
  [
    'cloud_key',
    ['LTAI', 'AKID', 'AQVN', 'SCW', 'y0_'],
    token(
      '(?:LTAI[A-Za-z0-9]{12,26}|AKID[A-Za-z0-9]{32}|AQVN[A-Za-z0-9_-]{35,38}|SCW[A-Z0-9]{17}|y0_[A-Za-z0-9_-]{50,60})',
    ),
  ],
  [
    'artifact_token',
    ['AKCp', 'cmVmdGtuOj', 'oy2', 'cio', 'ATTA', 'fm2_'],
    token(
      '(?:AKCp[A-Za-z0-9]{60,75}|cmVmdGtuOj[A-Za-z0-9+/=]{40,64}|oy2[a-z0-9]{43}|cio[A-Za-z0-9]{32}|ATTA[A-Za-z0-9]{64,80}|fm2_[A-Za-z0-9+/=]{80,600})',
      '(?![A-Za-z0-9])',
      ALONE,
    ),
  ],
  ['password_manager_token', ['ops_eyJ'], token('ops_eyJ[A-Za-z0-9_-]{100,2000}')],
  [
    'discord_token',
    ['.'],
    token(
      '[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40}',
      '(?![A-Za-z0-9_-])',
      '(?<![A-Za-z0-9_.-])',
    ),
  ],
  ['figma_token', ['figd_'], token('figd_[A-Za-z0-9_-]{30,60}')],
];

/** Class 1: one shape a kind of token. */
export const VENDOR_TOKENS: readonly Shape[] = ROWS.map(([type, hints, pattern], row) => ({
  name: `vendor-token-${String(row + 1).padStart(2, '0')}-${type}`,
  class: 'vendor-token',
  type,
  hints,
  pattern,
  leftEdge: true,
}));
