/** What the outbox knows of the views that were sent last, as the player says it. */
import type { InvitationId } from '$lib/base/ids';
import type { OutboxEntry } from '$lib/outbox/entry';
import type { Outbox } from '$lib/outbox/outbox';
import type { Sending, SentViews } from '$lib/player/facts';

/** How often it is asked whether somebody has opened them, while a screen shows where they are, in milliseconds. */
const lookEvery = 15_000;

const stands = {
	'kept-here': 'kept',
	'on-its-way': 'onTheWay',
	arrived: 'arrived',
	opened: 'opened',
	refused: 'stuck'
} as const;

/** Those of one letter. */
export class OwnSentViews implements SentViews {
	readonly #outbox: Outbox;
	readonly #invitation: InvitationId;
	#last = $state.raw<OutboxEntry | undefined>();
	/** Hears no more of the outbox. */
	readonly end: () => void;

	constructor(outbox: Outbox, invitation: InvitationId) {
		this.#outbox = outbox;
		this.#invitation = invitation;
		this.end = outbox.entriesOf(invitation).subscribe((entries) => (this.#last = entries.at(-1)));
		void outbox.askOpened(invitation);
	}

	get where(): Sending {
		return this.#last ? stands[this.#last.is] : null;
	}

	get part(): number | null {
		const last = this.#last;
		if (!last?.sent || last.is === 'arrived' || last.is === 'opened') return null;
		return last.sent.bytes / last.sent.of;
	}

	get openedBy(): string | null {
		return this.#last?.openedBy ?? null;
	}

	readonly watch = (): (() => void) => {
		const look = () => {
			if (document.visibilityState === 'visible') void this.#outbox.askOpened(this.#invitation);
		};
		look();
		const timer = setInterval(look, lookEvery);
		return () => clearInterval(timer);
	};
}
