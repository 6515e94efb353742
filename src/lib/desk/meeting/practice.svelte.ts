/** What this authority works by: practice packs and journeys of its own, asked for once while the desk is open. */
import { SvelteMap } from 'svelte/reactivity';
import type { Result } from '../../base/result.ts';
import type { VersionId } from '../../journey/version.ts';
import type { Pack } from '../../practice/pack.ts';
import { ask, type ApiFault } from '../api.ts';

/** A journey of the authority's own, as the desk offers it: it asks children. */
export interface OwnJourney {
	readonly id: string;
	/** The versions that it asks in. */
	readonly versions: readonly VersionId[];
	/** What it is called, by language. */
	readonly titles: Readonly<Record<string, string>>;
}

/** All of them, and the pack that meetings are usually made under. */
export interface Practice {
	readonly usual: string;
	readonly packs: readonly Pack[];
	readonly journeys: readonly OwnJourney[];
}

let known: Promise<Result<Practice, ApiFault>> | null = null;
const titles = new SvelteMap<string, OwnJourney['titles']>();

/** Packs and journeys; asked for again after a failure. */
export async function knowPractice(): Promise<Result<Practice, ApiFault>> {
	known ??= ask<Practice>('GET', '/api/staff/practice');
	const answer = await known;
	if (answer.ok) for (const { id, titles: all } of answer.value.journeys) titles.set(id, all);
	else known = null;
	return answer;
}

/** What the own journey `id` is called in `locale`, or in a language that it has; its id until that is known. Reactive. */
export function ownTitle(id: string, locale: string): string {
	const found = titles.get(id);
	if (!found && known === null) void knowPractice();
	return found?.[locale] ?? Object.values(found ?? {})[0] ?? id;
}
