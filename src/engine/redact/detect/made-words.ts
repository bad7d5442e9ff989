/** Names of algorithms and versions, and amounts. */
const TECHNICAL =
  /^(?:sha|md|aes|utf|hs|rs|es|ps|base|rfc|tls|ssl|http|oauth|php|v|mysql|ipv|argon|bcrypt)[_-]?[0-9][0-9.]{0,6}(?:[a-z-]{2,5}[0-9]?)?$|^[0-9]{1,8}[a-z]{1,3}$/;

/** Letters beside digits, or marks inside a word: nobody writes prose so. */
export const isMade = (value: string): boolean =>
  !TECHNICAL.test(value) &&
  !/[/\\]/.test(value) &&
  ((/[0-9]/.test(value) && /[A-Za-z]/.test(value)) || /[a-z][A-Z]|[A-Za-z][!#$%&*+@^~][A-Za-z0-9]/.test(value));
