/**
 * Asking for an advocate on a child's behalf, where the practice pack has it done for everybody of an age: sealed here to the
 * advocates alone, as a child's own request is. It says who is meant; what anybody thinks of it, it does not.
 */
import type { RequestId } from '../../base/ids.ts';
import { BareRequests } from '../../outbox/bare-requests.ts';
import { fetchDirectory } from './read-views.ts';

/** Who is meant, and what the advocates are told, in the words of this page. */
export interface Arranging {
	readonly name: string;
	readonly age: number | null;
	readonly said: readonly { readonly id: string; readonly asked: string; readonly words: string }[];
	readonly locale: string;
}

/** One request while its page is open. Once it has been sealed it is sent until it arrives, and no other is made. */
export class ArrangedRequest {
	state: 'none' | 'sending' | 'arrived' | 'nobody' | 'failed' = $state('none');
	rid: RequestId | null = $state(null);
	#requests: BareRequests | null = null;

	/** Seals and begins to send; what is being sent, or has arrived, is not sent again. */
	async send({ name, age, said, locale }: Arranging): Promise<void> {
		if (this.state === 'sending' || this.state === 'arrived') return;
		this.state = 'sending';
		this.#requests ??= new BareRequests({}, async () => {
			const known = await fetchDirectory();
			return known.ok ? known.value : null;
		});
		const asked = await this.#requests.ask({
			...{ what: 'advocate', to: 'advocate', about: null, name, age, said, locale },
			...{ look: '16-17', build: __BUILD_ID__ }
		});
		if (!asked.ok) {
			this.state = asked.reason === 'nobody' ? 'nobody' : 'failed';
			return;
		}
		this.#requests.rows.subscribe((rows) => {
			const row = rows.find(({ rid }) => rid === asked.value);
			if (row?.state === 'refused') this.state = 'failed';
			if (row?.state !== 'arrived') return;
			this.rid = asked.value;
			this.state = 'arrived';
		});
	}

	/** Sends no more. */
	close(): void {
		this.#requests?.close();
	}
}
