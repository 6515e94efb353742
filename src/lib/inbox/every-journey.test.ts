/**
 * Every journey in every version and language, twice, walked to the end by a child who answers at random; signed, sealed,
 * opened again: the chair's page is given exactly what was said, and can read all of it aloud.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { childOfSix } from '../../../tests/fixtures/answered.ts';
import { walk, type Walked } from '../../../tests/fixtures/random-child.ts';
import { ChildDevice, makeOrganisation, type Organisation } from '../../../tests/fixtures/sealed-views.ts';
import type { Instant } from '../base/brand.ts';
import { newId, type MeetingId } from '../base/ids.ts';
import { ok, refused } from '../base/result.ts';
import { createWords } from '../i18n/words.svelte.ts';
import type { Journey, JourneyText } from '../journey/journey.ts';
import { plainAnswer } from '../journey/plain.ts';
import { localeIds, versionIds } from '../journey/version.ts';
import { openAll } from './open-views.ts';
import { plainWordsOf } from './plain-words.ts';

const folder = new URL('../journey/journeys/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const ids = readdirSync(folder, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name);
const at = '2026-12-02T16:40:00.000Z' as Instant;
const seeds = [1, 2] as const;

let organisation: Organisation;
beforeAll(async () => {
	organisation = await makeOrganisation();
});

const words = plainWordsOf(await createWords('en', ['inbox', 'kinds']));

describe.each(ids)('%s', (id) => {
	const journey = read(`${id}/journey.json`) as Journey;
	const looks = versionIds.filter((look) => journey.questions.some((question) => question.asked[look]));

	it('reaches the chair as it was said, in every version and language', async () => {
		const meeting = newId<MeetingId>();
		const device = new ChildDevice(organisation, meeting);
		const sent: { readonly walked: Walked; readonly out: Awaited<ReturnType<ChildDevice['send']>> }[] = [];
		for (const locale of localeIds) {
			const text = read(`${id}/text.${locale}.json`) as JourneyText;
			for (const look of looks) {
				const screens = new Set<number>();
				for (const seed of seeds) {
					const walked = walk(journey, text, { look, locale, seed, more: true, at });
					screens.add(walked.screens);
					const out = await device.send(childOfSix, (views) => ({
						...views,
						journey: { id, version: journey.version, locale, look },
						answers: walked.answers
					}));
					sent.push({ walked, out });
				}
				// Whatever is said, as many screens follow.
				expect([look, locale, screens.size]).toEqual([look, locale, 1]);
			}
		}
		const { directory, directoryJws, chair } = organisation;
		const byId = new Map(sent.map(({ out }) => [out.arrived.vid, out.fetched]));
		const opened = await openAll(
			sent.map(({ out }) => out.arrived),
			{
				meeting,
				directory,
				directoryJws,
				keys: chair,
				fetchChunk: () => Promise.resolve(refused('missing')),
				fetchOne: ({ vid }) => {
					const found = byId.get(vid);
					return Promise.resolve(found ? ok(found) : refused('no-signal'));
				}
			}
		);
		expect(opened).toHaveLength(looks.length * localeIds.length * seeds.length);
		for (const [index, one] of opened.entries()) {
			if (one.state !== 'opened') throw new Error(`${id}: ${one.reason}`);
			expect(one.views.answers).toEqual(sent[index]?.walked.answers);
			for (const answer of one.views.answers) expect(plainAnswer(answer, words).join('')).not.toBe('');
		}
	});
});
