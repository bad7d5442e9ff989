/** A mistake of the caller, told in one line; the process ends with 2. */
export class WrongUse extends Error {}
