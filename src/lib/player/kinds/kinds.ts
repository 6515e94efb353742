/** The kinds of question: how each is asked and how its answer is shown again. A new kind is one folder and one line here. */
import type { Component } from 'svelte';
import type { QuestionKind } from '../../journey/journey.ts';
import type { AskProps, ReviewProps } from './form.ts';
import HelpedQuestion from './helped/HelpedQuestion.svelte';
import HelpedReview from './helped/HelpedReview.svelte';
import PartQuestion from './part/PartQuestion.svelte';
import PartReview from './part/PartReview.svelte';
import PickQuestion from './pick/PickQuestion.svelte';
import PickReview from './pick/PickReview.svelte';
import ScaleQuestion from './scale/ScaleQuestion.svelte';
import ScaleReview from './scale/ScaleReview.svelte';
import SignQuestion from './sign/SignQuestion.svelte';
import SignReview from './sign/SignReview.svelte';
import SortQuestion from './sort/SortQuestion.svelte';
import SortReview from './sort/SortReview.svelte';
import TextQuestion from './text/TextQuestion.svelte';
import TextReview from './text/TextReview.svelte';
import WishQuestion from './wish/WishQuestion.svelte';
import WishReview from './wish/WishReview.svelte';

/** One kind. */
export interface Kind {
	readonly Ask: Component<AskProps>;
	readonly Review: Component<ReviewProps>;
	/** The question is itself in one's own words: "say it my way" offers the other ways beside them. */
	readonly inOwnWords: boolean;
	/** It has an answer that others may or may not know. Who helped and the signature always go with the views. */
	readonly shared: boolean;
}

/** Every kind. */
export const kinds: Readonly<Record<QuestionKind, Kind>> = {
	pick: { Ask: PickQuestion, Review: PickReview, inOwnWords: false, shared: true },
	sort: { Ask: SortQuestion, Review: SortReview, inOwnWords: false, shared: true },
	scale: { Ask: ScaleQuestion, Review: ScaleReview, inOwnWords: false, shared: true },
	wish: { Ask: WishQuestion, Review: WishReview, inOwnWords: false, shared: true },
	text: { Ask: TextQuestion, Review: TextReview, inOwnWords: true, shared: true },
	helped: { Ask: HelpedQuestion, Review: HelpedReview, inOwnWords: false, shared: false },
	part: { Ask: PartQuestion, Review: PartReview, inOwnWords: false, shared: true },
	sign: { Ask: SignQuestion, Review: SignReview, inOwnWords: true, shared: false }
};
