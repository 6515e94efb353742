import { expect, it } from 'vitest';
import { localVoice } from './device-voice.ts';

const voice = (lang: string, localService: boolean, standard = false): SpeechSynthesisVoice => ({
	lang,
	localService,
	default: standard,
	name: lang,
	voiceURI: lang
});

it('takes a voice of the device, and none that sends the words away', () => {
	expect(localVoice('cy', [voice('cy-GB', false, true)])).toBeNull();
	expect(localVoice('cy', [voice('en-GB', true), voice('cy_GB', true)])?.lang).toBe('cy_GB');
	expect(localVoice('en', [voice('en-US', true), voice('en-GB', true, true)])?.lang).toBe('en-GB');
	expect(localVoice('en', [])).toBeNull();
});
