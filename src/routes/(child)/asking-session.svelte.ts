/**
 * What a child asks at any moment, joined: the player's way to ask, the draft that signs it, the outbox that goes ahead of
 * everything, what came back. Lives as long as one open letter.
 */
import type { RequestId } from '$lib/base/ids';
import type { AskedRow } from '$lib/draft/asked';
import type { Draft } from '$lib/draft/draft';
import type { RequestKind } from '$lib/envelope/ask';
import type { FirstOutbox } from '$lib/outbox/first';
import { askHelp, keptNumbers } from '$lib/outbox/help';
import { prepare } from '$lib/outbox/prepare';
import type { InvitationInfo } from '$lib/invitation/info';
import { progressOf, type Progress } from '$lib/outbox/progress';
import { replyTo } from '$lib/outbox/reply-to';
import { queueRequest, whoWouldRead } from '$lib/outbox/queue-request';
import type { Arranged, AskedNow, Asking, Reach, Saying, Wanted } from '$lib/player/asking/asking';
import { askedNow, firstOf, noTo } from './asked-now.ts';

/** Milliseconds between two looks at how far it is, while the page that shows it is open. */
const lookEvery = 10_000;

/** How words are spoken just now: the version on the screen and its language. */
interface Speaking {
	readonly look: () => string;
	readonly locale: () => string;
}

/** Asking by one open letter. */
export class AskingSession implements Asking {
	readonly #draft: Draft;
	readonly #outbox: FirstOutbox;
	readonly #speaking: Speaking;
	readonly #arranged: InvitationInfo['arranged'];
	#rows = $state.raw<readonly AskedRow[]>([]);
	#progress = $state.raw<ReadonlyMap<string, Progress>>(new Map());
	#numbers = $state.raw(keptNumbers());
	readonly #stop: () => void;

	constructor(draft: Draft, outbox: FirstOutbox, speaking: Speaking, arranged: InvitationInfo['arranged']) {
		this.#draft = draft;
		this.#outbox = outbox;
		this.#speaking = speaking;
		this.#arranged = arranged;
		this.#stop = outbox.rowsOf(draft.invitationId).subscribe((rows) => {
			this.#rows = rows;
			void this.#verify(rows);
		});
		void askHelp().then((numbers) => (this.#numbers = numbers));
		void outbox.askProgress(draft.invitationId);
	}

	readonly letter = true;

	readonly now = (what: Wanted): AskedNow | null => askedNow(this.#rows, what, this.#progress);

	readonly arranged = (): Arranged | null =>
		this.#arranged && {
			on: this.#arranged.at,
			no: noTo(this.#rows, this.#arranged.rid, this.#progress)
		};

	readonly numbers = () => this.#numbers;

	readonly reach = async (what: Wanted): Promise<Reach> => {
		if (navigator.onLine) await prepare(this.#draft);
		const found = await whoWouldRead(this.#draft, what);
		if (!found.ok) return { is: found.reason === 'nobody' ? 'nobody' : 'not-known' };
		const { names, onDuty } = found.value;
		return { is: onDuty ? 'somebody' : 'no-duty', names };
	};

	readonly ask = (what: Wanted, said: readonly Saying[]) =>
		this.#ask(what, what, firstOf(this.#rows, what), said);

	readonly changeMind = (what: Wanted, said: readonly Saying[]) =>
		this.#ask(what, 'changed-mind', firstOf(this.#rows, what), said);

	readonly sayNo = (said: readonly Saying[]) =>
		this.#ask('advocate', 'changed-mind', this.#arranged?.rid ?? null, said);

	readonly watch = (): (() => void) => {
		const look = () => void this.#outbox.askProgress(this.#draft.invitationId);
		look();
		const timer = setInterval(look, lookEvery);
		return () => clearInterval(timer);
	};

	/** Hears no more of the outbox. */
	end(): void {
		this.#stop();
	}

	async #ask(
		to: Wanted,
		what: RequestKind,
		about: RequestId | null,
		said: readonly Saying[]
	): Promise<'kept' | 'nobody' | 'failed'> {
		const queued = await queueRequest(this.#draft, {
			...{ what, to, about, said, look: this.#speaking.look(), locale: this.#speaking.locale() },
			build: __BUILD_ID__
		});
		if (!queued.ok) return queued.reason === 'nobody' ? 'nobody' : 'failed';
		await this.#outbox.changed();
		return 'kept';
	}

	/** Checks every signature anew whenever something came: only what holds is shown. */
	async #verify(rows: readonly AskedRow[]): Promise<void> {
		const kept = await this.#draft.invitation();
		if (!kept.ok || !kept.value) return;
		const { link, directory } = kept.value;
		const found = await Promise.all(
			rows.map(async (row) => {
				const progress = await progressOf(row, () => replyTo(link), directory ?? row.directory);
				return [row.rid, progress] as const;
			})
		);
		this.#progress = new Map(found);
	}
}
