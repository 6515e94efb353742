/** Who was there while the answers were given, in words. */
import type { Views } from '../journey/answer.ts';
import { shownOption } from '../journey/placed.ts';

/** The people, in the words the child was shown for them. */
export interface WhoHelped {
	readonly who: readonly string[];
	/** The language of those words. */
	readonly locale: string;
}

/**
 * The people of `views.present`. Their words are those of the `helped` question in the same views; without that answer
 * the ids stand for themselves.
 */
export function whoHelped(views: Views): WhoHelped {
	const answer = views.answers.find((found) => found.kind === 'helped');
	if (!answer) return { who: views.present.who, locale: views.journey.locale };
	return { who: views.present.who.map((id) => shownOption(answer, id).words), locale: answer.locale };
}
