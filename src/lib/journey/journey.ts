/**
 * A journey: what is asked, as data. Versioned, checked by `schema.ts`, with its words apart in one file per language.
 * Nothing about one journey lives in code; the player walks whatever stands here.
 */
import type { Help } from './answer.ts';
import type { QuestionKind } from './kind.ts';
import { versionIds, type VersionId } from './version.ts';

/** One thing that may be chosen. Its words stand in the text file under its id; its picture is a `PictureName`. */
export interface Option {
	readonly id: string;
	/** A name from the picture set; on a scale it may be absent and the step is drawn instead. */
	readonly picture?: string;
}

/** How a question is asked in one version. */
export interface Asking {
	/** One of the first few questions; the others come under "more, if you like". */
	readonly core: boolean;
	/** The ids of the options of this version, in authored order. For `sort`: the cards. Absent for kinds without. */
	readonly options?: readonly string[];
}

/** One question, the same thing asked in every version in its own words. */
export interface Question {
	readonly id: string;
	/** Raised by one whenever meaning, options or words change: an answer keeps it. */
	readonly version: number;
	readonly kind: QuestionKind;
	/** The topic it stands under. */
	readonly topic: string;
	/** Subjects of the inventory that it covers (`docs/journeys.md`). */
	readonly subjects: readonly string[];
	/** Where it comes from: seed and section, or the practice it serves. */
	readonly source: string;
	/** Several options may be chosen (`pick`, `part`). */
	readonly many?: boolean;
	/** The answer asks somebody for something, and is answered back. */
	readonly wish?: boolean;
	/** Words that warn of a hard subject stand in the texts and are shown before it. */
	readonly hard?: boolean;
	/**
	 * Options of which any says that the child may not be safe: the calm help page is offered after it. For `sort`: cards
	 * that say so when put at `not-good`.
	 */
	readonly unsafe?: readonly string[];
	/** Every option of any version. Order is rotated per child, except for `scale`. */
	readonly options?: readonly Option[];
	readonly asked: Partial<Readonly<Record<VersionId, Asking>>>;
}

/** A topic: what a young person sees in the list of where to start. */
export interface Topic {
	readonly id: string;
	readonly picture: string;
}

/** Whom a journey asks. A parent, and an adult who has watched a child, are asked in the version `16-17` alone. */
export type Audience = 'child' | 'parent' | 'observer';

/** How much a journey asks: a whole one, one about a single part of life, or one screen (docs/accessibility.md). */
export type Size = 'full' | 'short' | 'small';

/** A whole journey. */
export interface Journey {
	readonly id: string;
	readonly version: number;
	/** Absent: `child`. */
	readonly audience?: Audience;
	/** Absent: `full`. */
	readonly size?: Size;
	/** What is shown before anything is asked: the meeting, who will be there and what is talked about. */
	readonly shows?: 'meeting';
	readonly topics: readonly Topic[];
	/** In the order in which they are asked. */
	readonly questions: readonly Question[];
}

/** Whether `journey` asks a child. */
export const asksChild = ({ audience = 'child' }: Pick<Journey, 'audience'>): boolean => audience === 'child';

/** The versions in which `journey` asks anything. */
export const versionsOf = (journey: Pick<Journey, 'questions'>): readonly VersionId[] =>
	versionIds.filter((version) => journey.questions.some((question) => question.asked[version]));

/** The words of one question in one version. */
export interface QuestionText {
	/** The question itself. */
	readonly ask: string;
	/** One more sentence, where it helps. */
	readonly help?: string;
	/** What is coming, that it can be skipped, what a grown-up must do with it (`hard`). */
	readonly warning?: string;
	/** The words of each option by its id. */
	readonly options?: Readonly<Record<string, string>>;
	/** The words of the kind's places (`kindRules`), by their id. */
	readonly places?: Readonly<Record<string, string>>;
	/** The ways to help, for a `helped` question. */
	readonly how?: Readonly<Record<Exclude<Help, 'alone'>, string>>;
}

/** The words of a journey in one language. */
export interface JourneyText {
	readonly journey: string;
	readonly version: number;
	readonly locale: string;
	/** The journey's title, per version. */
	readonly title: Readonly<Record<VersionId, string>>;
	/** Each topic's title by its id, per version. */
	readonly topics: Readonly<Record<string, Readonly<Record<VersionId, string>>>>;
	/** By question id, then version. */
	readonly questions: Readonly<Record<string, Partial<Readonly<Record<VersionId, QuestionText>>>>>;
}
