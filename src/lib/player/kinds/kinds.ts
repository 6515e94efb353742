/** The kinds of question: how each is asked and how its answer is shown again. A new kind is one folder and one line here. */
import type { Component } from 'svelte';
import type { QuestionKind } from '../../journey/kind.ts';
import BodyQuestion from './body/BodyQuestion.svelte';
import BoxesQuestion from './boxes/BoxesQuestion.svelte';
import DayQuestion from './day/DayQuestion.svelte';
import type { AskProps, ReviewProps } from './form.ts';
import HelpedQuestion from './helped/HelpedQuestion.svelte';
import HelpedReview from './helped/HelpedReview.svelte';
import PartQuestion from './part/PartQuestion.svelte';
import PartReview from './part/PartReview.svelte';
import PeopleQuestion from './people/PeopleQuestion.svelte';
import PeopleReview from './people/PeopleReview.svelte';
import PickQuestion from './pick/PickQuestion.svelte';
import PickReview from './pick/PickReview.svelte';
import PlacedReview from './PlacedReview.svelte';
import PlacesQuestion from './places/PlacesQuestion.svelte';
import ScaleQuestion from './scale/ScaleQuestion.svelte';
import ScaleReview from './scale/ScaleReview.svelte';
import SignQuestion from './sign/SignQuestion.svelte';
import SignReview from './sign/SignReview.svelte';
import SortQuestion from './sort/SortQuestion.svelte';
import TextQuestion from './text/TextQuestion.svelte';
import TextReview from './text/TextReview.svelte';
import ThenNowQuestion from './then-now/ThenNowQuestion.svelte';
import ThenNowReview from './then-now/ThenNowReview.svelte';
import WhoDoesWhatQuestion from './who-does-what/WhoDoesWhatQuestion.svelte';
import WhoDoesWhatReview from './who-does-what/WhoDoesWhatReview.svelte';
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
	sort: { Ask: SortQuestion, Review: PlacedReview, inOwnWords: false, shared: true },
	scale: { Ask: ScaleQuestion, Review: ScaleReview, inOwnWords: false, shared: true },
	'then-now': { Ask: ThenNowQuestion, Review: ThenNowReview, inOwnWords: false, shared: true },
	people: { Ask: PeopleQuestion, Review: PeopleReview, inOwnWords: false, shared: true },
	places: { Ask: PlacesQuestion, Review: PlacedReview, inOwnWords: false, shared: true },
	boxes: { Ask: BoxesQuestion, Review: PlacedReview, inOwnWords: false, shared: true },
	day: { Ask: DayQuestion, Review: PlacedReview, inOwnWords: false, shared: true },
	body: { Ask: BodyQuestion, Review: PlacedReview, inOwnWords: false, shared: true },
	'who-does-what': { Ask: WhoDoesWhatQuestion, Review: WhoDoesWhatReview, inOwnWords: false, shared: true },
	wish: { Ask: WishQuestion, Review: WishReview, inOwnWords: false, shared: true },
	text: { Ask: TextQuestion, Review: TextReview, inOwnWords: true, shared: true },
	helped: { Ask: HelpedQuestion, Review: HelpedReview, inOwnWords: false, shared: false },
	part: { Ask: PartQuestion, Review: PartReview, inOwnWords: false, shared: true },
	sign: { Ask: SignQuestion, Review: SignReview, inOwnWords: true, shared: false }
};
