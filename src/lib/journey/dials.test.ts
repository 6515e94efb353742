import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asksIn, dialsOf, nearestVersion, turned, wordsVersion } from './dials.ts';
import { beginDraft, draftStateSchema } from './draft-state.ts';
import { questionsFor } from './engine.ts';
import { versionsOf } from './journey.ts';
import { journeyIds, loadJourney } from './load.ts';
import { versionIds } from './version.ts';

describe('three dials', () => {
	it('follow the words until they are turned, and then each stands alone', () => {
		expect(dialsOf({ look: '8-11' })).toEqual({ words: '8-11', dress: '8-11', asks: '8-11' });
		const dressed = turned({ look: '8-11' }, 'dress', '4-7');
		expect(dialsOf(dressed)).toEqual({ words: '8-11', dress: '4-7', asks: '8-11' });
		const asked = turned(dressed, 'asks', '16-17');
		const easy = turned(asked, 'words', 'easy');
		expect(dialsOf(easy)).toEqual({ words: 'easy', dress: '4-7', asks: '16-17' });
	});
	it('stand in a draft that opens, and a draft from before has none', () => {
		const draft = beginDraft(
			{ id: 'x', version: 1 },
			{ look: '8-11', locale: 'en', seed: 'AAAA', device: 'own' }
		);
		expect(v.parse(draftStateSchema, draft)).toEqual(draft);
		const apart = { ...draft, ...turned(draft, 'asks', 'easy') };
		expect(v.parse(draftStateSchema, apart)).toEqual(apart);
		const wrong = { ...draft, dials: { dress: 'young', asks: 'easy' } };
		expect(v.safeParse(draftStateSchema, wrong).success).toBe(false);
	});
});

describe('the nearest version', () => {
	it.each([
		['8-11', ['4-7', '8-11', '12-15'], '8-11'],
		['16-17', ['4-7', '8-11'], '8-11'],
		['easy', ['4-7', '12-15'], '4-7'],
		['4-7', ['easy', '8-11'], 'easy'],
		['4-7', ['12-15', '16-17'], '12-15'],
		['4-7', [], null]
	] as const)('of %s among %j is %s', (wanted, offered, nearest) => {
		expect(nearestVersion(wanted, offered)).toBe(nearest);
	});
	it('gives every question words, whatever is asked in whichever words', async () => {
		for (const id of journeyIds) {
			const journey = await loadJourney(id);
			for (const asks of versionIds) {
				const questions = questionsFor(journey, asksIn(journey, asks));
				expect(questions.length, `${id} ${asks}`).toBeGreaterThan(0);
				for (const words of versionIds)
					for (const question of questions)
						expect(question.asked[wordsVersion(question, words)], `${id} ${question.id}`).toBeDefined();
			}
		}
	});
	it('asks a parent whatever the dial says', async () => {
		const parent = await loadJourney('parent-before');
		expect(versionsOf(parent)).toEqual(['16-17']);
		expect(asksIn(parent, '4-7')).toBe('16-17');
	});
});
