import { TOLD_ELSEWHERE_TEMPLATES } from './told-elsewhere.ts';
import { COMMAND_LINE_TEMPLATES } from './command-lines.ts';
import { KEYS_IN_FILES_TEMPLATES } from './keys-in-files.ts';
import { MAILS_IN_LANGUAGES_TEMPLATES } from './mails-in-languages.ts';
import { SERVICE_TOKEN_TEMPLATES } from './service-tokens.ts';
import { TABLE_AND_ANSWER_TEMPLATES } from './tables-and-answers.ts';
import { TRACE_AND_STATEMENT_TEMPLATES } from './traces-and-statements.ts';
import type { Template } from './case.ts';
import { CALL_ARGUMENTS_TEMPLATES } from './call-arguments.ts';
import { CLIENT_OUTPUTS_TEMPLATES } from './client-outputs.ts';
import { DEBUG_LINES_TEMPLATES } from './debug-lines.ts';
import { ENVIRONMENT_FILES_TEMPLATES } from './environment-files.ts';
import { ERROR_MESSAGES_TEMPLATES } from './error-messages.ts';
import { GATEWAY_ADDRESSES_TEMPLATES } from './gateway-addresses.ts';
import { GATEWAY_ERRORS_TEMPLATES } from './gateway-errors.ts';
import { GATEWAY_HEADERS_TEMPLATES } from './gateway-headers.ts';
import { GATEWAY_NAMES_TEMPLATES } from './gateway-names.ts';
import { GATEWAY_SECRETS_TEMPLATES } from './gateway-secrets.ts';
import { GATEWAY_STRINGS_TEMPLATES } from './gateway-strings.ts';
import { HARMLESS_CONFIGS_TEMPLATES } from './harmless-configs.ts';
import { HARMLESS_TEXT_TEMPLATES } from './harmless-text.ts';
import { INI_SETTINGS_TEMPLATES } from './ini-settings.ts';
import { KEY_FILES_TEMPLATES } from './key-files.ts';
import { MACHINE_OUTPUTS_TEMPLATES } from './machine-outputs.ts';
import { POOL_ENVIRONMENTS_TEMPLATES } from './pool-environments.ts';
import { POOL_MESSAGES_TEMPLATES } from './pool-messages.ts';
import { POOL_NAMES_TEMPLATES } from './pool-names.ts';
import { REQUEST_FIELDS_TEMPLATES } from './request-fields.ts';
import { REQUEST_LINES_TEMPLATES } from './request-lines.ts';
import { SUPPORT_MAILS_TEMPLATES } from './support-mails.ts';
import { VENDOR_SURROUNDING_TEMPLATES } from './vendor-surroundings.ts';

/** Shapes that were written against the specification alone, by others than the detectors' authors. */
export const FURTHER_TEMPLATES: readonly Template[] = [
  ...GATEWAY_HEADERS_TEMPLATES,
  ...GATEWAY_SECRETS_TEMPLATES,
  ...GATEWAY_STRINGS_TEMPLATES,
  ...GATEWAY_ADDRESSES_TEMPLATES,
  ...GATEWAY_NAMES_TEMPLATES,
  ...POOL_ENVIRONMENTS_TEMPLATES,
  ...POOL_NAMES_TEMPLATES,
  ...INI_SETTINGS_TEMPLATES,
  ...GATEWAY_ERRORS_TEMPLATES,
  ...DEBUG_LINES_TEMPLATES,
  ...CALL_ARGUMENTS_TEMPLATES,
  ...ERROR_MESSAGES_TEMPLATES,
  ...POOL_MESSAGES_TEMPLATES,
  ...REQUEST_LINES_TEMPLATES,
  ...REQUEST_FIELDS_TEMPLATES,
  ...MACHINE_OUTPUTS_TEMPLATES,
  ...CLIENT_OUTPUTS_TEMPLATES,
  ...ENVIRONMENT_FILES_TEMPLATES,
  ...KEY_FILES_TEMPLATES,
  ...SUPPORT_MAILS_TEMPLATES,
  ...HARMLESS_CONFIGS_TEMPLATES,
  ...HARMLESS_TEXT_TEMPLATES,
  ...VENDOR_SURROUNDING_TEMPLATES,
  ...COMMAND_LINE_TEMPLATES,
  ...KEYS_IN_FILES_TEMPLATES,
  ...MAILS_IN_LANGUAGES_TEMPLATES,
  ...SERVICE_TOKEN_TEMPLATES,
  ...TABLE_AND_ANSWER_TEMPLATES,
  ...TRACE_AND_STATEMENT_TEMPLATES,
  ...TOLD_ELSEWHERE_TEMPLATES,
];
