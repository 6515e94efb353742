import { expect, it } from 'vitest';
import { madeMedia } from '../journey/made.ts';
import { versionIds } from '../journey/version.ts';
import { levelSteps, stepOf } from './level.ts';
import { longestMinutes, recordingMedia, slice } from './media.ts';

it('lets each version talk for two, five or ten minutes', () => {
	expect(versionIds.map((look) => longestMinutes[look]).sort((a, b) => a - b)).toEqual([2, 5, 5, 10, 10]);
	expect(longestMinutes['4-7']).toBe(2);
});

it('costs less than a second when everything ends', () => {
	expect(slice).toBeLessThanOrEqual(500);
});

it('takes the first kind that the browser makes, of those that are sent, and else none', () => {
	expect(recordingMedia(() => true)).toBe(madeMedia.recording[0]);
	expect(recordingMedia((media) => media === 'audio/mp4')).toBe('audio/mp4');
	expect(recordingMedia((media) => media === 'video/webm')).toBeNull();
});

it('shows silence as nothing, a voice in the middle, and never more than there are steps', () => {
	const tone = (loud: number) => Float32Array.from({ length: 1024 }, (_, at) => loud * Math.sin(at / 7));
	expect(stepOf(new Float32Array(1024))).toBe(0);
	expect(stepOf(new Float32Array())).toBe(0);
	const voice = stepOf(tone(0.05));
	expect(voice).toBeGreaterThan(1);
	expect(voice).toBeLessThan(levelSteps);
	expect(stepOf(tone(1))).toBe(levelSteps);
	const steps = [0.001, 0.01, 0.1, 0.5].map((loud) => stepOf(tone(loud)));
	expect(steps).toEqual([...steps].sort((a, b) => a - b));
});
