/** The words of plain text (`plainAnswer`) in the language of the page. */
import type { Words } from '../i18n/words.svelte.ts';
import type { PlainWords } from '../journey/plain.ts';

/** Speaks through `words`; the namespaces `inbox` and `kinds` are loaded. */
export const plainWordsOf = ({ t }: Pick<Words, 't'>): PlainWords => ({
	dontKnow: t('kinds:plain.dontKnow'),
	skipped: t('kinds:plain.skipped'),
	places: {
		good: t('kinds:feel.good'),
		middle: t('kinds:feel.middle'),
		'not-good': t('kinds:feel.not-good')
	},
	elsewhere: t('kinds:plain.elsewhere'),
	died: t('kinds:plain.died'),
	help: {
		alone: t('kinds:plain.alone'),
		'read-aloud': t('kinds:plain.read-aloud'),
		'typed-for-me': t('kinds:plain.typed-for-me'),
		'talked-it-over': t('kinds:plain.talked-it-over'),
		'chose-with-me': t('kinds:plain.chose-with-me')
	},
	drawn: t('kinds:plain.drawn'),
	made: {
		drawing: t('kinds:plain.made.drawing'),
		recording: t('kinds:plain.made.recording'),
		photo: t('kinds:plain.made.photo')
	},
	picture: (name) => t('kinds:plain.picture', { name }),
	quote: (said) => t('kinds:plain.quote', { words: said })
});
