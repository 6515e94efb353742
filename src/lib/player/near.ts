/** Whether it is time to say what else can be done about views that have not arrived. Pure. */
import type { Instant } from '../base/brand.ts';

const day = 86_400_000;
/** From two days before the answers are due. */
const near = 2 * day;
/** Farther off than any meeting is planned: the device's clock is wrong, and nothing can be said about the time. */
const absurd = 400 * day;

/** True near `answersBy` and after it; also where the device's clock (`now`, milliseconds since 1970) cannot be believed. */
export function isNear(answersBy: Instant, now: number): boolean {
	const left = Date.parse(answersBy) - now;
	return left < near || left > absurd;
}
