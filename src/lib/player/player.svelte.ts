/**
 * The player's controller: holds a draft, walks the journey, takes what a child says. Reactive, draws nothing, stores
 * nothing and sends nothing: each act goes out through `onchange`, the end through `onsubmit`.
 */
import { instant, type Clock } from '../base/clock.ts';
import type { Answer, Asked, DeviceMode, Help, Mark, Share, Value, Way } from '../journey/answer.ts';
import * as answering from '../journey/answering.ts';
import { withCarried } from '../journey/carried.ts';
import { dialsOf, turned, wordsVersion, type Dial, type Dialled, type Dials } from '../journey/dials.ts';
import type { DraftState } from '../journey/draft-state.ts';
import { askQuestion } from '../journey/engine.ts';
import type { Made, MyWay } from '../journey/made.ts';
import type { Journey, JourneyText, Question, QuestionText } from '../journey/journey.ts';
import type { VersionId } from '../journey/version.ts';
import { alsoKept } from './also-kept.ts';
import type { Aside } from './aside.ts';
import { HelpOffer } from './help-offer.ts';
import { Keeper, type Keeping, type Pace } from './keeper.svelte.ts';
import { changed, valueWays, waysOf } from './my-way.ts';
import { answeredIn, OwnPart } from './own-part.svelte.ts';
import { remembered, unchanged } from './unchanged.ts';
import * as way from './way.ts';

/** What the controller needs. */
export interface PlayerParts {
	readonly journey: Journey;
	/** The journey's words in the draft's language. */
	readonly text: JourneyText;
	readonly state: DraftState;
	readonly clock: Clock;
	/** Fetches the words of another language. Throws where there are none. */
	readonly loadText: (locale: string) => Promise<JourneyText>;
	/**
	 * After every act, with all there is; `soon` while somebody types, else `now`. What it promises is shown: kept, or not.
	 */
	readonly onchange: (state: DraftState, pace: Pace) => void | Promise<void>;
	/** The child sends. Resolves, once the views are safely in the outbox, with what was sent (`DraftState.sent`). */
	readonly onsubmit: (state: DraftState) => Promise<DraftState['sent']>;
}

/** How sending stands: not begun, being sealed, or it could not be put in the outbox. */
export type Submitting = 'no' | 'sealing' | 'failed' | 'full';

/** A name without a letter, a mark without a stroke: nobody has signed yet. */
const isUnsigned = (mark: Mark): boolean =>
	mark.form === 'name' ? mark.name.trim() === '' : mark.form === 'mark' && mark.strokes.length === 0;

/** Walks one child through one journey. Every method is one act of the child's. */
export class PlayerController {
	readonly journey: Journey;
	/** "This part on my own". */
	readonly own = new OwnPart(
		() => this.state,
		(own) => this.#change({ own })
	);
	#parts: PlayerParts;
	#keeper: Keeper;
	#text = $state.raw<JourneyText>() as JourneyText;
	#aside = $state<Aside | null>(null);
	#submitting = $state<Submitting>('no');
	/** Changing one answer from the review: next and back lead there again. */
	#changing = $state<string | null>(null);
	/** Chosen before there is an answer to hang it on. */
	#pending = $state.raw<Readonly<Record<string, { share?: Share; help?: readonly Help[]; myWay?: MyWay }>>>(
		{}
	);
	#help = new HelpOffer();
	#stones = unchanged<ReturnType<typeof way.stonesAt>>();
	#ask = remembered(askQuestion);

	constructor(parts: PlayerParts) {
		this.#parts = parts;
		this.journey = parts.journey;
		this.#text = parts.text;
		const state = { ...parts.state, at: way.stayAt(parts.journey, parts.state) };
		this.#keeper = new Keeper(state, parts.onchange);
	}

	/** The draft as it stands. A new object after each act. */
	get state(): DraftState {
		return this.#keeper.state;
	}
	/** The journey's words in the language spoken now. */
	get text(): JourneyText {
		return this.#text;
	}
	/** The version of the words, also of those around the questions. */
	get look(): VersionId {
		return this.state.look;
	}
	/** Where the three dials stand. */
	get dials(): Dials {
		return dialsOf(this.state);
	}
	/** The page open over the screen, or null. */
	get aside(): Aside | null {
		return this.#aside;
	}
	get keeping(): Keeping {
		return this.#keeper.keeping;
	}
	get submitting(): Submitting {
		return this.#submitting;
	}
	/** Whether this screen was opened from the review, to change one answer. */
	get changing(): boolean {
		return this.#changing === this.state.at;
	}

	/** Where the child is. */
	readonly place = $derived.by(() => way.placeOf(this.journey, this.state));
	/** The stepping stones of this screen, or null. */
	readonly stones = $derived.by(() => this.#stones(way.stonesAt(this.journey, this.state, this.place.id)));
	/** Topics to start from. */
	readonly topics = $derived.by(() => way.topicsOf(this.journey, this.state));
	/** Everything that was answered, in order, as it will be sent. */
	readonly answers = $derived.by((): readonly Answer[] =>
		this.journey.questions.flatMap((question) => this.state.answers[question.id] ?? [])
	);

	/** Whether a list of topics is the start. */
	get startsAnywhere(): boolean {
		return way.startsAnywhere(this.journey, this.state);
	}
	get canGoBack(): boolean {
		return this.#changing !== null || way.placeBefore(this.journey, this.state, this.place.id) !== null;
	}

	/** The words of `question` in the version now shown, or the nearest. Throws RangeError where it has none. */
	wordsOf(question: Question): QuestionText {
		const version = wordsVersion(question, this.state.look);
		const words = this.#text.questions[question.id]?.[version];
		if (!words) throw new RangeError(`${question.id} has no words in ${version}`);
		return words;
	}
	/** The question as this child meets it: words and options in this child's order, and what they chose in another version. */
	ask(question: Question): Asked {
		const { seed } = this.state;
		const look = wordsVersion(question, this.state.look);
		const asked = this.#ask(this.journey, this.#text, question.id, look, seed);
		return withCarried(question, asked, this.answerTo(question), this.#text, look);
	}
	/** The answer to `question`, or null where nobody has touched it. */
	answerTo(question: Question): Answer | null {
		return this.state.answers[question.id] ?? null;
	}
	/** Who may know the answer to `question`: only the chair, unless the child says otherwise. */
	shareOf(question: Question): Share {
		return this.answerTo(question)?.share ?? this.#pending[question.id]?.share ?? 'chair';
	}
	/** How somebody helped with `question`; empty where nobody has said. */
	helpOf(question: Question): readonly Help[] {
		return (
			this.answerTo(question)?.help ?? this.#pending[question.id]?.help ?? (this.own.now ? ['alone'] : [])
		);
	}

	/** On to the next screen; after a change from the review, back there. */
	next(): void {
		this.#leave(this.#changing ? 'review' : way.placeAfter(this.journey, this.state, this.place.id));
	}
	/** Back to the screen before. */
	back(): void {
		this.#leave(this.#changing ? 'review' : way.placeBefore(this.journey, this.state, this.place.id));
	}
	/** To the place called `id`. */
	go(id: string): void {
		this.#leave(id);
	}
	/** To `to`, if there is such a place. A due help page opens over it, whichever way the child leaves the answer. */
	#leave(to: string | null): void {
		const place = this.place;
		this.#changing = null;
		if (place.kind === 'question' && this.#help.takeDue(place.question, this.answerTo(place.question)?.value))
			this.#aside = 'unsafe';
		if (to) this.#change({ at: to });
	}
	/** Straight to the questions, from anywhere before them. */
	goToQuestions(): void {
		this.go(way.firstOpenStep(this.journey, this.state));
	}
	/** Whether `question` is asked as the dials stand now. */
	isAsked(question: string): boolean {
		return way.isAsked(this.journey, this.state, question);
	}
	/** From the review to one answer, and back again afterwards. */
	changeAnswer(question: string): void {
		if (!this.isAsked(question)) return;
		this.#changing = way.placeOfQuestion(question);
		this.#change({ at: this.#changing });
	}

	/** Opens a page over this screen. */
	open(aside: Aside): void {
		this.#aside = aside;
	}
	/** Closes it: the child is where they were. */
	close(): void {
		this.#aside = null;
	}

	/** Says `value` to `question`; own words that stand beside it stay. An empty value is no answer. */
	say(question: Question, value: Value, ways: readonly Way[] = ['picture']): void {
		if (value.kind === 'sign' && isUnsigned(value.mark)) return this.clear(question);
		const myWay = this.myWayOf(question);
		const all = [...new Set([...ways, ...waysOf(myWay)])];
		this.#set(
			question,
			answering.setAnswer(this.state.answers, question, {
				...this.#saying(question),
				value,
				...(myWay ? { myWay } : {}),
				ways: all
			}),
			ways.includes('type') ? 'soon' : 'now'
		);
	}
	/** Takes the answer to `question` back, as if nobody had touched it. */
	clear(question: Question): void {
		this.#set(question, answering.clearAnswer(this.state.answers, question.id));
	}
	/** What was said to `question` in the child's own way; null where nothing was. */
	myWayOf(question: Question): MyWay | null {
		return this.answerTo(question)?.myWay ?? this.#pending[question.id]?.myWay ?? null;
	}
	/** Says `words` to `question` in the child's own way; what was chosen or made stays. No words: taken back. */
	sayMyWay(question: Question, words: string): void {
		this.#say(question, { ...this.myWayOf(question), words }, 'soon');
	}
	/** Something is being made for `question`, or was: it stands in the answer from its first moment. */
	addMade(question: Question, made: Made): void {
		const said = this.myWayOf(question);
		this.#say(question, { ...said, made: [...(said?.made ?? []), made] }, 'now');
	}
	/** What is known now of the made thing `id`, or its words. Nothing where it is not there (any more). */
	changeMade(question: Question, id: string, change: Partial<Made>, pace: Pace = 'now'): void {
		const said = this.myWayOf(question);
		if (!said?.made?.some((each) => each.id === id)) return;
		const made = said.made.map((each) => (each.id === id ? changed(each, change) : each));
		this.#say(question, { ...said, made }, pace);
	}
	/** Takes the made thing `id` back. Its bytes are for whoever keeps them to forget. */
	removeMade(question: Question, id: string): void {
		const said = this.myWayOf(question);
		if (!said?.made?.some((each) => each.id === id)) return;
		this.#say(question, { ...said, made: said.made.filter((each) => each.id !== id) }, 'now');
	}
	/** "I don't know": an answer like any other. Again: taken back. */
	dontKnow(question: Question): void {
		this.#toggle(question, 'dont-know', answering.dontKnow);
	}
	/** "Skip": an answer like any other. Again: taken back. */
	skip(question: Question): void {
		this.#toggle(question, 'skipped', answering.skip);
	}
	/** Skips a hard question from its warning, and goes on past it. */
	skipAhead(question: Question): void {
		this.#set(question, answering.skip(this.state.answers, question, this.#saying(question)));
		const after = way.placeAfter(this.journey, this.state, way.placeOfQuestion(question.id));
		const past = after === `breathe:${question.id}` ? way.placeAfter(this.journey, this.state, after) : after;
		if (past) this.go(past);
	}
	/** Who may know the answer to `question`. */
	share(question: Question, share: Share): void {
		this.#pending = { ...this.#pending, [question.id]: { ...this.#pending[question.id], share } };
		this.#change({ answers: answering.shareAnswer(this.state.answers, question.id, share) });
	}
	/** How somebody helped with `question`: `alone`, or all the others. */
	help(question: Question, help: readonly Help[]): void {
		this.#pending = { ...this.#pending, [question.id]: { ...this.#pending[question.id], help } };
		const answer = this.answerTo(question);
		if (!answer) return;
		this.#change({ answers: { ...this.state.answers, [question.id]: { ...answer, help } } });
	}
	/** "More, if you like": yes. The further questions come next. */
	wantMore(): void {
		this.#change({ more: true });
		if (this.place.kind === 'more') this.next();
	}

	/** Another version, of everything: no answer is lost or changed, and the place stays. */
	setLook(look: VersionId): void {
		this.#dial({ look, dials: undefined });
	}
	/** One dial alone: no answer is lost or changed, and the place stays. */
	turn(dial: Dial, version: VersionId): void {
		this.#dial(turned(this.state, dial, version));
	}
	/** Another language. Resolves when its words are there; throws, unchanged, where there are none. */
	async setLocale(locale: string): Promise<void> {
		this.#text = await this.#parts.loadText(locale);
		this.#change({ locale });
	}
	/** Who is there now: option ids of the question who helped. */
	setPresent(who: readonly string[]): void {
		this.#change({ present: { ...this.state.present, who } });
	}
	setDevice(device: DeviceMode): void {
		this.#change({ device });
	}
	setFace(face: DraftState['face']): void {
		this.#change({ face });
	}
	/** How the child wants it to look and to be worked. */
	setAccess(access: NonNullable<DraftState['access']>): void {
		this.#change({ access });
	}
	/** The helper has stepped away, or nobody was there. */
	setSteppedAway(steppedAway: boolean): void {
		this.#change({ present: { ...this.state.present, steppedAway } });
	}
	/** What whoever helps writes beside the answers. */
	setNotes(notes: string): void {
		const { notes: _before, ...present } = this.state.present;
		this.#change({ present: notes.trim() === '' ? present : { ...present, notes } }, 'soon');
	}
	setMark(mark: Mark | null): void {
		this.#change({ mark });
	}

	/** Sends what there is. Once it is safely in the outbox the last screen comes; until then nothing is said to be sent. */
	async submit(): Promise<void> {
		if (this.#submitting === 'sealing') return;
		this.#submitting = 'sealing';
		try {
			const sent = await this.#parts.onsubmit(this.state);
			this.#submitting = 'no';
			this.#change({ sent, at: 'sent' });
		} catch (error) {
			this.#submitting = error instanceof Error && error.message === 'full' ? 'full' : 'failed';
		}
	}
	/** Forgets everything in memory: leaving quickly. The controller is of no use afterwards. */
	forget(): void {
		this.#pending = {};
		this.#keeper.forget({ ...this.state, answers: {}, mark: null, face: null, at: 'readers' });
	}

	#saying(question: Question) {
		const pending = this.#pending[question.id] ?? {};
		return {
			asked: this.ask(question),
			locale: this.state.locale,
			look: wordsVersion(question, this.state.look),
			at: instant(this.#parts.clock),
			share: pending.share ?? this.shareOf(question),
			help: pending.help ?? this.helpOf(question)
		};
	}
	#dial(dialled: Dialled): void {
		this.#change({ ...dialled, at: way.stayAt(this.journey, { ...this.state, ...dialled }) });
	}
	#say(question: Question, myWay: MyWay, pace: Pace): void {
		const answer = this.answerTo(question);
		const { value } = answer ?? {};
		const { myWay: _, ...pending } = this.#pending[question.id] ?? {};
		this.#pending = { ...this.#pending, [question.id]: pending };
		const ways = [...new Set([...(answer ? valueWays(answer) : []), ...waysOf(myWay)])];
		const said = { ...this.#saying(question), ...(value ? { value } : {}), myWay, ways };
		this.#set(question, answering.setAnswer(this.state.answers, question, said), pace);
	}
	#toggle(question: Question, state: Answer['state'], act: typeof answering.skip): void {
		const answers = this.state.answers;
		const answer = this.answerTo(question);
		const again = answer?.state === state;
		const { myWay } = answer ?? this.#pending[question.id] ?? {};
		// What was made takes effort: pressed by mistake, it comes back with the next press.
		if (myWay) this.#pending = { ...this.#pending, [question.id]: { ...this.#pending[question.id], myWay } };
		if (again && myWay) return this.#say(question, myWay, 'now');
		this.#set(
			question,
			again ? answering.clearAnswer(answers, question.id) : act(answers, question, this.#saying(question))
		);
	}
	#set(question: Question, answers: DraftState['answers'], pace: Pace = 'now'): void {
		const value = answers[question.id]?.value;
		this.#help.changed(question);
		const change = { answers, ...alsoKept(question, value, this.state.present) };
		const own = answeredIn(this.state.own, question.id);
		this.#change(own ? { ...change, own } : change, pace);
	}
	#change(change: Partial<DraftState>, pace: Pace = 'now'): void {
		this.#keeper.change(change, pace);
	}
}
