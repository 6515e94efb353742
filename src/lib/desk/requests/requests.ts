/** What waits to be answered, at the desk of an advocate, a duty reader or a chair: the list, and acting on it. */
import { instant, systemClock } from '../../base/clock.ts';
import type { Instant } from '../../base/brand.ts';
import type { RequestId, StaffId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import { sealNote, type NoteParts } from '../../inbox/requests/answer-child.ts';
import {
	markRead,
	readOne,
	type FetchedRequest,
	type ReadRequest
} from '../../inbox/requests/open-requests.ts';
import { workingMinutesBetween, type WorkingHours } from '../../practice/working-time.ts';
import type { Unlocked } from '../../vault/unlocked.svelte.ts';
import { ask, at, type ApiFault } from '../api.ts';
import { fetchDirectory } from '../meeting/read-views.ts';

/** How far a request has been answered. */
export type RequestState = 'new' | 'taken' | 'met' | 'ended';

/** One line of the list, as docs/wire.md spells it. */
export interface RequestRow {
	readonly rid: RequestId;
	readonly what: 'advocate' | 'not-safe' | 'changed-mind';
	readonly about: RequestId | null;
	readonly at: Instant;
	readonly state: RequestState;
	readonly taker: { readonly id: StaffId; readonly name: string } | null;
	readonly takenAt: Instant | null;
	readonly readBy: readonly { readonly name: string; readonly at: Instant }[];
	/** Who of the staff sent it on a child's behalf: no answer reaches the child from here. Null where a child asks. */
	readonly arrangedBy: string | null;
}

/** A first request with everything that was added to it, oldest first. */
export interface Case {
	readonly first: RequestRow;
	readonly added: readonly RequestRow[];
	readonly changedMind: boolean;
	/** Something of it that nobody has said they read. */
	readonly unread: readonly RequestRow[];
}

/** The whole list. */
export interface RequestList {
	readonly requests: readonly RequestRow[];
	readonly hours: WorkingHours;
	readonly takenWithin: number;
}

/** The keys that are unlocked. */
type Keys = NonNullable<Unlocked['keys']>;

/** Fetches the list. */
export const listRequests = (): Promise<Result<RequestList, ApiFault>> =>
	ask<RequestList>('GET', '/api/staff/requests');

/** What belongs together, as one; in the order of `rows`. */
export function casesOf(rows: readonly RequestRow[]): readonly Case[] {
	const added = rows.filter(({ about }) => about !== null).toReversed();
	return rows
		.filter(({ about }) => about === null)
		.map((first) => {
			const own = added.filter(({ about }) => about === first.rid);
			return {
				first,
				added: own,
				changedMind: own.some(({ what }) => what === 'changed-mind'),
				unread: [first, ...own].filter(({ readBy }) => readBy.length === 0)
			};
		});
}

/** What `row` is called. */
export const whatOf = ({ what, arrangedBy }: RequestRow): 'notSafe' | 'advocate' | 'arranged' =>
	what === 'not-safe' ? 'notSafe' : arrangedBy ? 'arranged' : 'advocate';

/** By what people speak of a request among themselves: it tells one from another and says nothing of whose it is. */
export const numberOf = (rid: RequestId): string =>
	rid
		.replace(/[^0-9a-z]/gi, '')
		.slice(-6)
		.toUpperCase();

/** Minutes for which `row` has waited, or waited until it was taken: in working time. */
export const waited = (row: RequestRow, hours: WorkingHours, now: Instant = instant(systemClock)): number =>
	workingMinutesBetween(row.at, row.takenAt ?? now, hours);

/** Fetches and opens the requests `rids`, in order. Refused where one of them is: its reason. */
export async function openRequests(
	rids: readonly RequestId[],
	keys: Keys
): Promise<Result<readonly ReadRequest[]>> {
	const known = await fetchDirectory();
	if (!known.ok) return known;
	const opened: ReadRequest[] = [];
	for (const rid of rids) {
		const fetched = await ask<FetchedRequest>('GET', at`/api/staff/requests/${rid}`);
		const read = fetched.ok ? await readOne(fetched.value, known.value.directory, keys) : fetched;
		if (!read.ok) return read;
		opened.push(read.value);
	}
	return ok(opened);
}

/** Says, signed, that each of `requests` has been read. */
export async function tellRead(requests: readonly ReadRequest[], keys: Keys): Promise<Result<null>> {
	for (const one of requests) {
		const open = await markRead(one, keys, instant(systemClock));
		const told = await ask('POST', at`/api/staff/requests/${one.request.rid}/read`, { open });
		if (!told.ok) return told;
	}
	return ok(null);
}

/** Moves a request on. */
export const move = (
	rid: RequestId,
	state: Exclude<RequestState, 'new'>
): Promise<Result<unknown, ApiFault>> => ask('POST', at`/api/staff/requests/${rid}/state`, { state });

/** Colleagues to whom it can be handed on. */
export const colleagues = (
	rid: RequestId
): Promise<
	Result<{ readonly people: readonly { readonly id: StaffId; readonly name: string }[] }, ApiFault>
> => ask('GET', at`/api/staff/requests/${rid}/hand-on`);

/** Hands it on. */
export const handOn = (rid: RequestId, to: StaffId): Promise<Result<unknown, ApiFault>> =>
	ask('POST', at`/api/staff/requests/${rid}/hand-on`, { to });

/** Answers the child. */
export async function answer(parts: NoteParts, to: ReadRequest, keys: Keys): Promise<Result<unknown>> {
	const known = await fetchDirectory();
	if (!known.ok) return known;
	const sealed = await sealNote(parts, to, known.value.directory, keys, instant(systemClock));
	if (!sealed.ok) return sealed;
	return ask('POST', at`/api/staff/requests/${to.request.rid}/notes`, { envelope: sealed.value });
}

/** Whether what children ask would reach somebody. */
export interface Health {
	/** Names of those whose keys open requests today. */
	readonly advocates: readonly string[];
	readonly duty: readonly string[];
	readonly wrong: readonly ('advocates' | 'duty' | 'mail')[];
}

/** Asks how it stands; a coordinator or an administrator may. */
export const readHealth = (): Promise<Result<Health, ApiFault>> => ask<Health>('GET', '/api/staff/health');
