/**
 * The thread that checks submissions: takes many at once, answers many at once, remembers the keys it was given. Runs from
 * its source, so it imports no package and nothing by an alias.
 */
import type { KeyObject } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { verdictOn, type Verdict } from './verdict.ts';

/** One body to check; `key` comes along where the verdict before was that it has to be looked up. */
export interface Asked {
	readonly bytes: Uint8Array;
	readonly key: { readonly thumbprint: string; readonly key: KeyObject } | null;
}

/** Keys that are remembered at most. A thumbprint names one key for ever, so none grows stale. */
const most = 10_000;
const known = new Map<string, KeyObject>();

function remember({ thumbprint, key }: NonNullable<Asked['key']>): void {
	if (known.size >= most) known.delete(known.keys().next().value as string);
	known.set(thumbprint, key);
}

parentPort?.on('message', (asked: readonly Asked[]) => {
	const verdicts = asked.map(({ bytes, key }): Verdict => {
		if (key) remember(key);
		return verdictOn(bytes, (thumbprint) => known.get(thumbprint));
	});
	parentPort?.postMessage(verdicts);
});
