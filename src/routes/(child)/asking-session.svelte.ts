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
import { progressOf, type Progress } from '$lib/outbox/progress';
import { queueRequest, whoWouldRead } from '$lib/outbox/queue-request';
import { faceOf } from '$lib/picture/kept-face';
import type { AskedNow, Asking, Reach, Saying, Wanted, Where } from '$lib/player/asking/asking';

/** Milliseconds between two looks at how far it is, while the page that shows it is open. */
const lookEvery = 10_000;

/** How words are spoken just now: the version on the screen and its language. */
interface Speaking {
	readonly look: () => string;
	readonly locale: () => string;
}

const nothing: Progress = { readBy: [], notes: [] };

/** Asking by one open letter. */
export class AskingSession implements Asking {
	readonly #draft: Draft;
	readonly #outbox: FirstOutbox;
	readonly #speaking: Speaking;
	#rows = $state.raw<readonly AskedRow[]>([]);
	#progress = $state.raw<ReadonlyMap<string, Progress>>(new Map());
	#numbers = $state.raw(keptNumbers());
	readonly #stop: () => void;

	constructor(draft: Draft, outbox: FirstOutbox, speaking: Speaking) {
		this.#draft = draft;
		this.#outbox = outbox;
		this.#speaking = speaking;
		this.#stop = outbox.rowsOf(draft.invitationId).subscribe((rows) => {
			this.#rows = rows;
			void this.#verify(rows);
		});
		void askHelp().then((numbers) => (this.#numbers = numbers));
		void outbox.askProgress(draft.invitationId);
	}

	readonly now = (what: Wanted): AskedNow | null => {
		const first = this.#first(what);
		if (!first) return null;
		const all = this.#rows.filter((row) => row.rid === first.rid || row.about === first.rid);
		const told = all.map((row) => this.#progress.get(row.rid) ?? nothing);
		const readBy = [...new Set(told.flatMap((one) => one.readBy))];
		const answers = told
			.flatMap((one) => one.notes)
			.map((note) => ({
				...{ who: note.who, when: note.when, words: note.words, by: note.by.name },
				...{ coming: note.says === 'coming', face: faceOf(note.face) }
			}));
		return {
			where: whereOf(all, readBy, answers),
			...{ readBy, answers, changedMind: all.some((row) => row.what === 'changed-mind') }
		};
	};

	readonly numbers = () => this.#numbers;

	readonly reach = async (what: Wanted): Promise<Reach> => {
		if (navigator.onLine) await prepare(this.#draft);
		const found = await whoWouldRead(this.#draft, what);
		if (!found.ok) return { is: found.reason === 'nobody' ? 'nobody' : 'not-known' };
		const { names, onDuty } = found.value;
		return { is: onDuty ? 'somebody' : 'no-duty', names };
	};

	readonly ask = (what: Wanted, said: readonly Saying[]) => this.#ask(what, what, said);

	readonly changeMind = (what: Wanted, said: readonly Saying[]) => this.#ask(what, 'changed-mind', said);

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

	/** What was asked first of this kind and not taken back since: what comes later adds to it. */
	#first(what: Wanted): AskedRow | null {
		return this.#rows.find((row) => row.what === what && row.about === null) ?? null;
	}

	async #ask(to: Wanted, what: RequestKind, said: readonly Saying[]): Promise<'kept' | 'nobody' | 'failed'> {
		const about = (this.#first(to)?.rid ?? null) as RequestId | null;
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
				const progress = await progressOf(row, link.secret, directory ?? row.directory);
				return [row.rid, progress] as const;
			})
		);
		this.#progress = new Map(found);
	}
}

function whereOf(
	rows: readonly AskedRow[],
	readBy: readonly string[],
	answers: readonly { readonly coming: boolean }[]
): Where {
	if (answers.some(({ coming }) => coming)) return 'coming';
	if (readBy.length > 0) return 'read';
	const last = rows.at(-1);
	if (last?.state === 'arrived') return 'arrived';
	if (last?.state === 'refused') return 'stuck';
	const tried = last?.reason !== null && last?.reason !== 'no-signal';
	return last?.state === 'sending' || (last && tried) ? 'onTheWay' : 'kept';
}
