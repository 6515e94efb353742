/** What was answered, as the player shows it: fetched and verified by the outbox, kept sealed with the letter, there without signal. */
import type { Words } from '$lib/i18n/words.svelte';
import { plainWordsOf } from '$lib/inbox/plain-words';
import { gatherWishes } from '$lib/inbox/reading';
import type { Answer } from '$lib/journey/answer';
import type { Draft } from '$lib/draft/draft';
import { peekState } from '$lib/draft/session';
import { answersToEarlier, fetchAnswered } from '$lib/outbox/answered';
import type { InvitationLink } from '$lib/invitation/link';
import { invitationId } from '$lib/invitation/secret';
import { lastTimeOf, type Answered, type LastTime, type SaidBefore } from '$lib/journey/reply';
import type { Answers } from '$lib/player/facts';

/** How often it is asked whether there is an answer, while a screen shows it, in milliseconds. */
const lookEvery = 15_000;

/** Those of one open letter. */
export class OwnAnswers implements Answers {
	readonly #draft: Draft;
	readonly #words: Words;
	#answered = $state.raw<readonly Answered[]>([]);
	#before = $state.raw<readonly LastTime[]>([]);

	constructor(draft: Draft, words: Words) {
		this.#draft = draft;
		this.#words = words;
		void this.#begin();
	}

	get own(): LastTime | null {
		return this.#answered.length === 0 ? null : lastTimeOf(this.#draft.invitationId, this.#answered);
	}

	get before(): readonly LastTime[] {
		return this.#before;
	}

	readonly watch = (): (() => void) => {
		const look = () => {
			if (document.visibilityState === 'visible') void this.#look();
		};
		look();
		const timer = setInterval(look, lookEvery);
		return () => clearInterval(timer);
	};

	/**
	 * Opens the earlier letter `link` beside this one: what this device keeps of it, and what was answered. `same` where it is the
	 * letter that is open, `no-signal` where nobody could be asked and nothing lies here, `nothing` where there is nothing.
	 */
	async openEarlier(link: InvitationLink): Promise<'opened' | 'same' | 'nothing' | 'no-signal'> {
		const id = await invitationId(link.secret);
		if (id === this.#draft.invitationId) return 'same';
		const state = await peekState(link);
		const said = state && state.sent.seq > 0 ? wishesIn(Object.values(state.answers), this.#words) : [];
		const answered = await answersToEarlier(link);
		if ((answered ?? []).length === 0 && said.length === 0)
			return answered === null ? 'no-signal' : 'nothing';
		const time = lastTimeOf(id, answered ?? [], said);
		const newest = (before: readonly LastTime[]) => [
			time,
			...before.filter(({ invitation }) => invitation !== id)
		];
		await this.#draft.changeInvitation((there) => there && { ...there, before: newest(there.before) });
		this.#before = newest(this.#before);
		return 'opened';
	}

	async #begin(): Promise<void> {
		const kept = await this.#draft.invitation();
		if (kept.ok && kept.value) {
			this.#answered = kept.value.answered;
			this.#before = kept.value.before;
		}
		await this.#look();
	}

	async #look(): Promise<void> {
		const answered = await fetchAnswered(this.#draft);
		if (answered.length !== this.#answered.length) this.#answered = answered;
	}
}

/** What `answers` ask for, as it was said. */
const wishesIn = (answers: readonly Answer[], words: Words): readonly SaidBefore[] =>
	gatherWishes(answers, plainWordsOf(words)).map(({ answer, words: said }) => ({
		question: answer.question,
		asked: answer.asked.words,
		said,
		answer: null
	}));
