import type { Harm } from './weighing.ts';

/** How much of a site a failure takes down: everything behind the gateway, a script, one kind of request, nothing. */
export const GRAVITY: Readonly<Record<Harm, number>> = { gateway: 3, application: 2, request: 1, notice: 0 };
