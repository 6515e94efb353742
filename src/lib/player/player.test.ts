import { describe, expect, it } from 'vitest';
import type { DraftState } from '../journey/draft-state.ts';
import type { VersionId } from '../journey/version.ts';
import { PlayerController, type PlayerParts } from './player.svelte.ts';
import { ask, clock, draft, journey, text } from './test-journey.ts';

function play(look: VersionId, more: Partial<PlayerParts> = {}) {
	const kept: DraftState[] = [];
	const player = new PlayerController({
		journey,
		text: text(),
		state: draft(look),
		clock,
		loadText: (locale) => Promise.resolve(text(locale)),
		onchange: (state) => {
			kept.push(state);
		},
		onsubmit: () => Promise.resolve({ seq: 1, prev: 'x' }),
		...more
	});
	return { player, kept };
}

/** Every place from the start to the last, by `next` alone. */
function walk(player: PlayerController): string[] {
	const seen = [player.place.id];
	for (let at = 0; at < 60; at++) {
		player.next();
		if (player.place.id === seen.at(-1)) break;
		seen.push(player.place.id);
	}
	return seen;
}

const handingOver = ['question:helped', 'away', 'review', 'question:sign', 'send'];

describe('the way', () => {
	it('goes one by one, with warning, breathing space, break and "more" for the young', () => {
		expect(walk(play('4-7').player)).toEqual([
			...['readers', 'look', 'who', 'device', 'face'],
			...['question:face', 'warning:home', 'question:home', 'breathe:home', 'break:day'],
			...['question:day', 'question:change', 'question:tell', 'question:taking-part', 'break:helped'],
			...handingOver
		]);
	});
	it('leads back the same way', () => {
		const { player } = play('8-11');
		const there = walk(player);
		const back = [player.place.id];
		while (player.canGoBack) {
			player.back();
			back.push(player.place.id);
		}
		expect(back).toEqual(there.toReversed());
	});
	it('shows the meeting last before the questions where the journey says so, whoever is asked', () => {
		for (const look of ['4-7', '12-15'] as const) {
			const { player } = play(look, { journey: { ...journey, shows: 'meeting' } });
			const seen = walk(player);
			expect(seen.slice(0, 7)).toEqual([
				...['readers', 'look', 'who', 'device', 'face', 'meeting'],
				look === '4-7' ? 'question:face' : 'topics'
			]);
			expect(player.stones).toBeNull();
			player.go('meeting');
			player.back();
			expect(player.place.id).toBe('face');
		}
	});
	it('starts anywhere from 12 on, and each topic ends at the list', () => {
		const { player } = play('12-15');
		player.goToQuestions();
		expect(player.place.id).toBe('topics');
		player.go('question:face');
		expect(walk(player).slice(0, 5)).toEqual([
			'question:face',
			'warning:home',
			'question:home',
			'breathe:home',
			'topics'
		]);
	});
	it('comes to the further questions only where they are wanted', () => {
		const { player } = play('8-11');
		player.go('more');
		player.wantMore();
		expect(player.place.id).toBe('question:friends');
		expect(player.state.more).toBe(true);
	});
	it('goes past a hard question that is skipped from its warning', () => {
		const { player } = play('4-7');
		player.go('warning:home');
		player.skipAhead(ask('home'));
		expect(player.place.id).toBe('break:day');
		expect(player.answerTo(ask('home'))?.state).toBe('skipped');
	});
	it('shows stones for the questions alone', () => {
		const { player } = play('4-7');
		player.go('warning:home');
		expect(player.stones).toEqual({ total: 6, at: 1 });
		player.go('readers');
		expect(player.stones).toBeNull();
	});
	it('comes back to where a kept draft was', () => {
		const { player } = play('8-11', { state: { ...draft('8-11'), at: 'question:day' } });
		expect(player.place.id).toBe('question:day');
	});
});

describe('answers', () => {
	it('keep the words and the order that were shown, and go out at once', () => {
		const { player, kept } = play('8-11');
		player.say(ask('home'), { kind: 'scale', chosen: 'two' });
		expect(player.answerTo(ask('home'))).toMatchObject({
			state: 'answered',
			asked: { words: 'home (en)?', options: [{ id: 'one' }, { id: 'two' }, { id: 'three' }] },
			share: 'chair',
			help: [],
			ways: ['picture'],
			at: '2026-11-22T09:00:00.000Z'
		});
		expect(kept.at(-1)?.answers['home']?.value).toEqual({ kind: 'scale', chosen: 'two' });
	});
	it('stand as they are in another version and another language', async () => {
		const { player } = play('8-11');
		player.say(ask('friends'), { kind: 'pick', chosen: ['one'] });
		const before = player.state.answers;
		player.setLook('4-7');
		await player.setLocale('cy');
		expect(player.state.answers).toBe(before);
		expect(player.ask(ask('home')).words).toBe('home (cy)?');
		player.say(ask('home'), { kind: 'scale', chosen: 'one' });
		expect(player.answerTo(ask('home'))).toMatchObject({ locale: 'cy', look: '4-7' });
	});
	it('can be said in words beside what was chosen, and the words taken back', () => {
		const { player } = play('8-11');
		player.say(ask('face'), { kind: 'pick', chosen: ['one'] });
		player.sayMyWay(ask('face'), 'It is loud.');
		expect(player.answerTo(ask('face'))).toMatchObject({
			value: { chosen: ['one'] },
			myWay: { words: 'It is loud.' },
			ways: ['picture', 'type']
		});
		player.say(ask('face'), { kind: 'pick', chosen: ['two'] });
		expect(player.answerTo(ask('face'))).toMatchObject({
			myWay: { words: 'It is loud.' },
			ways: ['picture', 'type']
		});
		player.sayMyWay(ask('face'), '');
		expect(player.answerTo(ask('face'))?.ways).toEqual(['picture']);
		expect(player.answerTo(ask('face'))).not.toHaveProperty('myWay');
	});
	it('"I don’t know" and "skip" are answers, and can be taken back', () => {
		const { player } = play('8-11');
		player.dontKnow(ask('home'));
		expect(player.answerTo(ask('home'))?.state).toBe('dont-know');
		player.skip(ask('home'));
		expect(player.answerTo(ask('home'))?.state).toBe('skipped');
		player.skip(ask('home'));
		expect(player.answerTo(ask('home'))).toBeNull();
	});
	it('know who may know them and how somebody helped, chosen before or after', () => {
		const { player } = play('8-11');
		player.share(ask('home'), 'everyone');
		player.help(ask('home'), ['read-aloud']);
		player.say(ask('home'), { kind: 'scale', chosen: 'one' });
		expect(player.answerTo(ask('home'))).toMatchObject({ share: 'everyone', help: ['read-aloud'] });
		player.share(ask('home'), 'helpers');
		player.help(ask('home'), ['alone']);
		expect(player.answerTo(ask('home'))).toMatchObject({ share: 'helpers', help: ['alone'] });
		expect(player.shareOf(ask('face'))).toBe('chair');
	});
	it('say who was there and what the mark is', () => {
		const { player } = play('8-11');
		player.say(ask('helped'), { kind: 'helped', who: ['two'], how: ['read-aloud'] });
		expect(player.state.present).toEqual({ who: ['two'], how: ['read-aloud'], steppedAway: false });
		player.say(ask('sign'), { kind: 'sign', mark: { form: 'picture', picture: 'star' } });
		expect(player.state.mark).toEqual({ form: 'picture', picture: 'star' });
		player.skip(ask('sign'));
		expect(player.state.mark).toBeNull();
	});
	it('are changed from the review, and lead back to it', () => {
		const { player } = play('8-11');
		player.say(ask('day'), { kind: 'sort', placed: [['one', 'good']] });
		player.go('review');
		player.changeAnswer('day');
		expect(player.place.id).toBe('question:day');
		player.next();
		expect(player.place.id).toBe('review');
	});
	it('of another version stay in the review although they are not asked now', () => {
		const { player } = play('8-11');
		player.say(ask('friends'), { kind: 'pick', chosen: ['one'] });
		player.setLook('4-7');
		expect(player.answers.map((answer) => answer.question)).toEqual(['friends']);
	});
});

describe('three dials', () => {
	it('are turned apart: what is asked, in which words, and the place stays', () => {
		const { player, kept } = play('8-11');
		player.go('question:day');
		player.turn('asks', '12-15');
		expect(player.startsAnywhere).toBe(true);
		expect(player.place.id).toBe('question:day');
		expect(player.look).toBe('8-11');
		player.say(ask('day'), { kind: 'sort', placed: [['one', 'good']] });
		expect(player.answerTo(ask('day'))?.look).toBe('8-11');
		player.turn('words', 'easy');
		player.turn('dress', '4-7');
		expect(player.dials).toEqual({ words: 'easy', dress: '4-7', asks: '12-15' });
		expect(kept.at(-1)).toMatchObject({ look: 'easy', dials: { dress: '4-7', asks: '12-15' } });
		player.setLook('16-17');
		expect(player.dials).toEqual({ words: '16-17', dress: '16-17', asks: '16-17' });
	});
	it('ask in the nearest words that were written, and keep which they were', () => {
		const { player } = play('8-11');
		player.turn('words', '4-7');
		// Nobody has written "friends" for the youngest.
		expect(player.ask(ask('friends')).words).toBe('friends (en)?');
		player.say(ask('friends'), { kind: 'pick', chosen: ['two'] });
		expect(player.answerTo(ask('friends'))).toMatchObject({ look: 'easy', value: { chosen: ['two'] } });
		expect(player.isAsked('friends')).toBe(true);
		player.turn('asks', '4-7');
		expect(player.isAsked('friends')).toBe(false);
		expect(player.answers).toHaveLength(1);
	});
});

describe('an answer that is changed in another version', () => {
	it('keeps the words of what was chosen before, whatever is changed about it', () => {
		const fewer = {
			...journey,
			questions: journey.questions.map((question) =>
				question.id === 'face'
					? { ...question, asked: { ...question.asked, '4-7': { core: true, options: ['one', 'two'] } } }
					: question
			)
		};
		const { player } = play('8-11', { journey: fewer });
		const [face] = fewer.questions;
		if (!face) throw new Error('no question');
		player.say(face, { kind: 'pick', chosen: ['three'] });
		player.setLook('4-7');
		expect(player.ask(face).options.map(({ words }) => words)).toContain('three (en)');
		player.sayMyWay(face, 'It is loud.');
		expect(player.answerTo(face)).toMatchObject({ look: '4-7', value: { chosen: ['three'] } });
		expect(player.answerTo(face)?.asked.options).toContainEqual({ id: 'three', words: 'three (en)' });
	});
});

describe('an answer that says not safe', () => {
	it('brings the calm help page, once, and blocks nothing', () => {
		const { player } = play('4-7');
		player.go('question:home');
		player.say(ask('home'), { kind: 'scale', chosen: 'three' });
		expect(player.aside).toBeNull();
		player.next();
		expect(player.aside).toBe('unsafe');
		expect(player.place.id).toBe('breathe:home');
		player.close();
		player.back();
		player.next();
		expect(player.aside).toBeNull();
	});
	it.each(['next', 'back', 'go'] as const)('brings it whichever way the child leaves it: %s', (leave) => {
		const { player } = play('4-7');
		player.go('question:home');
		player.say(ask('home'), { kind: 'scale', chosen: 'three' });
		if (leave === 'go') player.go('review');
		else player[leave]();
		expect(player.aside).toBe('unsafe');
		expect(player.place.id).not.toBe('question:home');
	});
	it('brings it after the page was closed in between, too', () => {
		const before = play('4-7');
		before.player.go('question:home');
		before.player.say(ask('home'), { kind: 'scale', chosen: 'three' });
		const state = before.kept.at(-1);
		if (!state) throw new Error('nothing was kept');
		const { player } = play('4-7', { state });
		player.next();
		expect(player.aside).toBe('unsafe');
	});
	it('is none where only words say it', () => {
		const { player } = play('4-7');
		player.go('question:tell');
		player.say(ask('tell'), { kind: 'text', words: 'I am not safe at home' }, ['type']);
		player.next();
		player.back();
		player.back();
		expect(player.place.id).toBe('question:change');
		player.say(ask('change'), { kind: 'wish', wishes: ['to be safe'] }, ['type']);
		player.sayMyWay(ask('change'), 'help me, I am not safe');
		player.next();
		expect(player.aside).toBeNull();
	});
	it('does not when it was taken back', () => {
		const { player } = play('4-7');
		player.go('question:home');
		player.say(ask('home'), { kind: 'scale', chosen: 'three' });
		player.say(ask('home'), { kind: 'scale', chosen: 'one' });
		player.next();
		expect(player.aside).toBeNull();
	});
});

describe('keeping and sending', () => {
	it('says kept only once it is kept', async () => {
		let keep = () => {};
		const { player } = play('8-11', { onchange: () => new Promise<void>((done) => (keep = done)) });
		player.dontKnow(ask('home'));
		expect(player.keeping).toBe('keeping');
		keep();
		await Promise.resolve();
		await Promise.resolve();
		expect(player.keeping).toBe('kept');
	});
	it('says so when it could not be kept', async () => {
		const { player } = play('8-11', { onchange: () => Promise.reject(new Error('full')) });
		player.dontKnow(ask('home'));
		await new Promise((done) => setTimeout(done));
		expect(player.keeping).toBe('failed');
	});
	it('comes to the last screen only when the outbox has it', async () => {
		const { player } = play('8-11');
		player.go('send');
		const sending = player.submit();
		expect(player.place.id).toBe('send');
		expect(player.submitting).toBe('sealing');
		await sending;
		expect(player.place.id).toBe('sent');
		expect(player.state.sent).toEqual({ seq: 1, prev: 'x' });
	});
	it.each([
		['no readers', 'failed'],
		['full', 'full']
	])('stays, and says so, when the outbox could not take it: %s', async (reason, submitting) => {
		const { player } = play('8-11', { onsubmit: () => Promise.reject(new Error(reason)) });
		player.go('send');
		await player.submit();
		expect(player.place.id).toBe('send');
		expect(player.submitting).toBe(submitting);
	});
	it('forgets every word in memory', () => {
		const { player, kept } = play('8-11');
		player.sayMyWay(ask('home'), 'a word nobody may find');
		player.forget();
		expect(JSON.stringify(player.state)).not.toContain('nobody may find');
		expect(kept).toHaveLength(1);
	});
});
