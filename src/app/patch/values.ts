/** Which values a copy or download carries: the user's own, or aliases. */
export type Values = 'real' | 'redacted';
