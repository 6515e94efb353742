/**
 * The keys of every word the product says, as a type: worked out from the English files, so that a misspelt key does not
 * compile. One line per namespace; a namespace is one file in each `locales/<language>/` folder.
 */
import type accessWords from '../../../locales/en/access.json';
import type answersWords from '../../../locales/en/answers.json';
import type askingWords from '../../../locales/en/asking.json';
import type childWords from '../../../locales/en/child.json';
import type commonWords from '../../../locales/en/common.json';
import type datesWords from '../../../locales/en/dates.json';
import type deskWords from '../../../locales/en/desk.json';
import type dialsWords from '../../../locales/en/dials.json';
import type drawingWords from '../../../locales/en/drawing.json';
import type dutyWords from '../../../locales/en/duty.json';
import type galleryWords from '../../../locales/en/gallery.json';
import type gatheringWords from '../../../locales/en/gathering.json';
import type helperWords from '../../../locales/en/helper.json';
import type inboxWords from '../../../locales/en/inbox.json';
import type kindsWords from '../../../locales/en/kinds.json';
import type letterWords from '../../../locales/en/letter.json';
import type lockWords from '../../../locales/en/lock.json';
import type madeWords from '../../../locales/en/made.json';
import type playerWords from '../../../locales/en/player.json';
import type requestsWords from '../../../locales/en/requests.json';
import type speechWords from '../../../locales/en/speech.json';
import type vaultWords from '../../../locales/en/vault.json';

/** The path of every leaf of `Tree`, with i18next's plural endings taken off. */
type Leaf<Tree> = {
	[Name in keyof Tree & string]: Tree[Name] extends string ? Bare<Name> : `${Name}.${Leaf<Tree[Name]>}`;
}[keyof Tree & string];

type Bare<Name extends string> =
	Name extends `${infer Start}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Start : Name;

/** The words of each namespace. */
interface Spoken {
	access: typeof accessWords;
	answers: typeof answersWords;
	asking: typeof askingWords;
	child: typeof childWords;
	common: typeof commonWords;
	dates: typeof datesWords;
	desk: typeof deskWords;
	dials: typeof dialsWords;
	drawing: typeof drawingWords;
	duty: typeof dutyWords;
	gallery: typeof galleryWords;
	gathering: typeof gatheringWords;
	helper: typeof helperWords;
	inbox: typeof inboxWords;
	kinds: typeof kindsWords;
	letter: typeof letterWords;
	lock: typeof lockWords;
	made: typeof madeWords;
	player: typeof playerWords;
	requests: typeof requestsWords;
	speech: typeof speechWords;
	vault: typeof vaultWords;
}

/** A namespace: one file of words. */
export type Namespace = keyof Spoken;

/**
 * Families of keys whose last part comes from data (a reason, an animal, a picture); the parity test and the screens' own
 * tests know their members. Everything else is spelled in full and checked.
 */
type Family =
	| `vault:fault.${string}`
	| `letter:${string}`
	| `inbox:inLanguage.${string}`
	| `duty:${'way' | 'weigh'}.${string}`
	| `desk:${'animal' | 'meetings' | 'meeting.fault' | 'signIn.fault'}.${string}`
	| `player:${'face' | 'sign.pictures'}.${string}`;

/** A key, `namespace:path.to.words`. */
export type Key = Family | { [Name in Namespace]: `${Name}:${Leaf<Spoken[Name]>}` }[Namespace];

/** What fills the `{{places}}` in some words. `count` also chooses the plural form. */
export type Params = Readonly<Record<string, string | number>>;
