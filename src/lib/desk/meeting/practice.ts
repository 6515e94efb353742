/** The practice packs that this authority works by, asked for once while the desk is open. */
import type { Result } from '../../base/result.ts';
import type { Pack } from '../../practice/pack.ts';
import { ask, type ApiFault } from '../api.ts';

/** All of them, and the one that meetings are usually made under. */
export interface Practice {
	readonly usual: string;
	readonly packs: readonly Pack[];
}

let known: Promise<Result<Practice, ApiFault>> | null = null;

/** The packs; asked for again after a failure. */
export async function knowPractice(): Promise<Result<Practice, ApiFault>> {
	known ??= ask<Practice>('GET', '/api/staff/practice');
	const answer = await known;
	if (!answer.ok) known = null;
	return answer;
}
