/**
 * Opens a meeting's envelopes in the browser: fetches, checks, decrypts and reads each, several at a time, and gives the
 * page back between them so that the desk answers while a hundred are opened. WebCrypto does the work on other threads.
 */
import type { InvitationId, MeetingId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { VerifiedDirectory } from '../envelope/directory.ts';
import type { ReaderKeys } from '../envelope/keys.ts';
import { openEnvelope, type OpenedViews as OpenedEnvelope } from '../envelope/open.ts';
import { thumbprint } from '../envelope/jwk.ts';
import type { PublicJwk } from '../envelope/jwk.ts';
import type { Bytes } from '../base/bytes.ts';
import { openerOf } from './open-made.ts';
import { checkViews } from '../journey/schema.ts';
import type { Arrived, ReceivedViews, RefusedViews } from './opened.ts';
import { exportEnvelope } from './export-envelope.ts';

/** What the server gives for one set of views; unchecked, each part is checked by the envelope. */
export interface FetchedEnvelope {
	readonly submit: unknown;
	readonly envelope: unknown;
	readonly receipt: unknown;
	readonly device: unknown;
	readonly proof: unknown;
}

/** What is needed to open. */
export interface Opening {
	readonly meeting: MeetingId;
	readonly directory: VerifiedDirectory;
	/** directory.jws itself, for the export. */
	readonly directoryJws: string;
	readonly keys: Pick<ReaderKeys, 'enc'>;
	/** Gets one sealed chunk of a blob from the server. */
	readonly fetchChunk: (hash: string) => Promise<Result<Bytes, string>>;
	/** Gets one envelope from the server. */
	readonly fetchOne: (arrived: Arrived) => Promise<Result<FetchedEnvelope, string>>;
}

/** How many are on their way at once: enough to keep WebCrypto's threads and the network busy. */
const atOnce = 6;

/** What came before from the same invitation. */
interface Before {
	/** By device: the number and hash that its next views must follow. */
	readonly chain: Map<string, { readonly seq: number; readonly hash: string }>;
	/** Something before did not open (and says so itself), so that a gap proves nothing about what comes after. */
	gap: boolean;
}

/** Views that opened, as a link of their device's chain. */
interface Link extends Pick<OpenedEnvelope, 'views' | 'viewHash'> {
	readonly device: string;
	readonly exported: string;
}

/** What came of one by itself; with its link where the envelope opened. */
interface Tried {
	readonly received: ReceivedViews;
	readonly link?: Link;
}

/**
 * Opens all of `list`, several at a time; resolves to all, in the order of `list`. What came of each is judged in the order
 * in which one invitation's views arrived, so that a missing one is noticed.
 */
export async function openAll(list: readonly Arrived[], opening: Opening): Promise<readonly ReceivedViews[]> {
	const tried: Tried[] = new Array(list.length);
	const queue = [...list.entries()];
	const worker = async (): Promise<void> => {
		for (let one = queue.shift(); one; one = queue.shift()) {
			const [at, arrived] = one;
			tried[at] = await openOne(arrived, opening);
			await breathe();
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	const before = new Map<InvitationId, Before>();
	return tried.map((one) => {
		const { invitation } = one.received.arrived;
		const its = before.get(invitation) ?? { chain: new Map(), gap: false };
		before.set(invitation, its);
		const received = inSequence(one, its);
		its.gap ||= received.state === 'refused';
		return received;
	});
}

/** Lets the browser draw and answer before the next. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Opens one, by itself. */
async function openOne(arrived: Arrived, opening: Opening): Promise<Tried> {
	const fetched = await opening.fetchOne(arrived);
	if (!fetched.ok) return { received: refusal(arrived, 'not-fetched', '') };
	const { directory, directoryJws, meeting, keys } = opening;
	const exported = exportEnvelope({ fetched: fetched.value, directoryJws, meeting, arrived });
	const opened = await openEnvelope(
		{ ...fetched.value, directory, meeting, invitation: arrived.invitation },
		keys
	);
	if (!opened.ok) return { received: refusal(arrived, opened.reason, exported, opened.detail) };
	const device = await thumbprint(fetched.value.device as PublicJwk);
	return {
		received: readOpened(arrived, opened.value, device, exported, opening.fetchChunk),
		link: { device, exported, views: opened.value.views, viewHash: opened.value.viewHash }
	};
}

/** What came of `tried` once what arrived before it is known. */
const inSequence = ({ received, link }: Tried, before: Before): ReceivedViews =>
	link && !follows(link, before) ? refusal(received.arrived, 'wrong-sequence', link.exported) : received;

/**
 * Whether these views follow what the same device sent before: a server that leaves one out is noticed by the next. After
 * a gap only the order counts. Carries `before` on.
 */
function follows({ views, viewHash, device }: Link, { chain, gap }: Before): boolean {
	const last = chain.get(device);
	const next = { seq: last ? last.seq + 1 : 1, prev: last?.hash ?? null };
	const fits = gap ? views.seq >= next.seq : views.seq === next.seq && views.prev === next.prev;
	if (fits) chain.set(device, { seq: views.seq, hash: viewHash });
	return fits;
}

/** The last check: that what was signed are views of a form known here. */
function readOpened(
	arrived: Arrived,
	opened: OpenedEnvelope,
	device: string,
	exported: string,
	fetchChunk: Opening['fetchChunk']
): ReceivedViews {
	const read = checkViews(opened.views);
	if (!read.ok) return refusal(arrived, 'views-malformed', exported, read.detail);
	return {
		state: 'opened',
		// The receipt's time is signed; the list's is only told.
		arrived: { ...arrived, at: opened.arrived },
		views: read.value,
		openMade: openerOf(read.value, fetchChunk),
		device,
		envelope: opened.envelope,
		exported
	};
}

const refusal = (arrived: Arrived, reason: string, exported: string, detail?: string): RefusedViews => ({
	state: 'refused',
	arrived,
	reason,
	exported,
	...(detail === undefined ? {} : { detail })
});
