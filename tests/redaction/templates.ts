import { ACCOUNT_TEMPLATES } from './accounts.ts';
import { ADDRESS_PLACE_TEMPLATES } from './address-places.ts';
import type { Case, Template } from './case.ts';
import { CLIENT_FILE_TEMPLATES } from './client-files.ts';
import { CONFIG_TEMPLATES } from './configs.ts';
import { CONNECTION_STRING_TEMPLATES } from './connection-strings.ts';
import { COOKIE_AND_HEADER_TEMPLATES } from './cookies-and-headers.ts';
import { DOTTED_EXPRESSION_TEMPLATES } from './dotted-expressions.ts';
import { FURTHER_TEMPLATES } from './further-templates.ts';
import { HOST_PLACE_TEMPLATES } from './host-places.ts';
import { IDENTITY_TEMPLATES } from './identities.ts';
import { KEY_TEMPLATES } from './keys.ts';
import { LEFT_ALONE_TEMPLATES } from './left-alone.ts';
import { LOG_TEMPLATES } from './logs.ts';
import { NGINX_HEADER_VALUE_TEMPLATES } from './nginx-header-values.ts';
import { NGINX_SECRET_DIRECTIVE_TEMPLATES } from './nginx-secret-directives.ts';
import { PATH_SEGMENT_TEMPLATES } from './path-segments.ts';
import { PHP_SETTING_VALUE_TEMPLATES } from './php-setting-values.ts';
import { PHP_TRACE_TEMPLATES } from './php-traces.ts';
import { POOL_VALUE_TEMPLATES } from './pool-values.ts';
import { PRIVATE_KEY_TEMPLATES } from './private-keys.ts';
import { PROSE_TEMPLATES } from './prose.ts';
import { REQUEST_PARAMETER_TEMPLATES } from './request-parameters.ts';
import { TOKEN_NEGATIVES, tokenTemplates } from './tokens.ts';
import { VENDOR_PLACE_TEMPLATES } from './vendor-places.ts';
import { WEBHOOK_ADDRESS_TEMPLATES } from './webhook-addresses.ts';

/** Every shape of text, of all 22 classes and all kinds of document. */
export const allTemplates = (made: Case): readonly Template[] => [
  ...tokenTemplates(made),
  ...TOKEN_NEGATIVES,
  ...CONFIG_TEMPLATES,
  ...LOG_TEMPLATES,
  ...KEY_TEMPLATES,
  ...IDENTITY_TEMPLATES,
  ...PROSE_TEMPLATES,
  ...VENDOR_PLACE_TEMPLATES,
  ...WEBHOOK_ADDRESS_TEMPLATES,
  ...CONNECTION_STRING_TEMPLATES,
  ...NGINX_HEADER_VALUE_TEMPLATES,
  ...NGINX_SECRET_DIRECTIVE_TEMPLATES,
  ...POOL_VALUE_TEMPLATES,
  ...PHP_SETTING_VALUE_TEMPLATES,
  ...REQUEST_PARAMETER_TEMPLATES,
  ...PATH_SEGMENT_TEMPLATES,
  ...COOKIE_AND_HEADER_TEMPLATES,
  ...PHP_TRACE_TEMPLATES,
  ...PRIVATE_KEY_TEMPLATES,
  ...ADDRESS_PLACE_TEMPLATES,
  ...HOST_PLACE_TEMPLATES,
  ...LEFT_ALONE_TEMPLATES,
  ...CLIENT_FILE_TEMPLATES,
  ...FURTHER_TEMPLATES,
  ...DOTTED_EXPRESSION_TEMPLATES,
  ...ACCOUNT_TEMPLATES,
];
