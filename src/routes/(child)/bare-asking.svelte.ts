/**
 * Asking without a letter, joined: the player's way to ask, and requests that live as long as this page. Where a letter is open
 * `asking-session.svelte.ts` does it instead.
 */
import type { AskedRow } from '$lib/draft/asked';
import type { RequestKind } from '$lib/envelope/ask';
import { BareRequests } from '$lib/outbox/bare-requests';
import { askHelp, keptNumbers } from '$lib/outbox/help';
import { progressOf, type Progress } from '$lib/outbox/progress';
import type { AskedNow, Asking, Reach, Saying, Wanted } from '$lib/player/asking/asking';
import { askedNow, firstOf } from './asked-now.ts';

/** Milliseconds between two looks at how far it is, while the page that shows it is open. */
const lookEvery = 10_000;

/** How words are spoken just now: the version on the screen and its language. */
interface Speaking {
	readonly look: () => string;
	readonly locale: () => string;
}

/** Asking from one page on which no letter is open. */
export class BareAsking implements Asking {
	readonly letter = false;
	readonly #requests = new BareRequests();
	readonly #speaking: Speaking;
	#rows = $state.raw<readonly AskedRow[]>([]);
	#progress = $state.raw<ReadonlyMap<string, Progress>>(new Map());
	#numbers = $state.raw(keptNumbers());

	constructor(speaking: Speaking) {
		this.#speaking = speaking;
		this.#requests.rows.subscribe((rows) => {
			this.#rows = rows;
			void this.#verify(rows);
		});
	}

	/** Asks for the authority's numbers. */
	async refresh(): Promise<void> {
		this.#numbers = await askHelp();
		// Known while there is signal: what is asked a moment later can wait for it.
		await this.#requests.whoWouldRead('advocate');
	}

	readonly now = (what: Wanted): AskedNow | null => askedNow(this.#rows, what, this.#progress);

	/** Nobody can have asked for whom nobody knows. */
	readonly arranged = () => null;
	readonly sayNo = () => Promise.resolve('failed' as const);

	readonly numbers = () => this.#numbers;

	readonly reach = async (what: Wanted): Promise<Reach> => {
		const found = await this.#requests.whoWouldRead(what);
		if (!found.ok) return { is: found.reason === 'nobody' ? 'nobody' : 'not-known' };
		const { names, onDuty } = found.value;
		return { is: onDuty ? 'somebody' : 'no-duty', names };
	};

	readonly ask = (what: Wanted, said: readonly Saying[]) => this.#ask(what, what, said);

	readonly changeMind = (what: Wanted, said: readonly Saying[]) => this.#ask(what, 'changed-mind', said);

	readonly watch = (): (() => void) => {
		const look = () => void this.#requests.askProgress();
		look();
		const timer = setInterval(look, lookEvery);
		return () => clearInterval(timer);
	};

	/** Forgets everything: the page is left, or a letter is open now. */
	end(): void {
		this.#requests.close();
	}

	async #ask(to: Wanted, what: RequestKind, said: readonly Saying[]): Promise<'kept' | 'nobody' | 'failed'> {
		const name = said.find(({ id }) => id === 'name')?.words.trim() ?? '';
		const asked = await this.#requests.ask({
			...{ what, to, about: firstOf(this.#rows, to), name: name === '' ? null : name },
			...{ said: said.filter(({ id }) => id !== 'name'), build: __BUILD_ID__ },
			...{ look: this.#speaking.look(), locale: this.#speaking.locale() }
		});
		if (asked.ok) return 'kept';
		return asked.reason === 'nobody' ? 'nobody' : 'failed';
	}

	async #verify(rows: readonly AskedRow[]): Promise<void> {
		const found = await Promise.all(
			rows.map(async (row) => [row.rid, await progressOf(row, this.#requests.reply, row.directory)] as const)
		);
		this.#progress = new Map(found);
	}
}
