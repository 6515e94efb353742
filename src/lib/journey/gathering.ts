/**
 * Who can be at a meeting and what can be talked about there, as the coordinator says it beforehand and the child sees it
 * (004 s.4: prepared for the meeting; 003 s.6). Their words stand in `locales/<language>/gathering.json` under these ids, so
 * that each is said in the child's own language and voice; ids are kept by meetings and never change their meaning.
 */

/** What somebody does at a meeting → their picture, where no face was chosen for them. */
export const roles = {
	chair: 'chair',
	notes: 'pen',
	worker: 'worker',
	advocate: 'advocate',
	mum: 'mum',
	dad: 'dad',
	carer: 'foster-carer',
	family: 'family',
	friend: 'friend',
	teacher: 'teacher',
	health: 'doctor',
	police: 'police-officer',
	helper: 'helper',
	interpreter: 'language',
	solicitor: 'document',
	other: 'somebody'
} as const;
/** One of them. */
export type RoleId = keyof typeof roles;

/** What is talked about → its picture. */
export const themes = {
	well: 'good',
	worries: 'worry',
	home: 'house',
	safe: 'safe',
	'family-time': 'family-time',
	school: 'school',
	health: 'health',
	friends: 'play',
	feelings: 'face-calm',
	said: 'listen',
	plan: 'plan',
	next: 'calendar'
} as const;
/** One of them. */
export type ThemeId = keyof typeof themes;

/** What the child is told that grown-ups owe them: the duties of practice packs that are owed to a child. */
export const promises = [
	'ask-views',
	'invite',
	'more-say',
	'advocate',
	'leaflet',
	'reports',
	'communication',
	'chair-meets',
	'conduct',
	'breaks',
	'minutes',
	'outcome',
	'aftercare',
	'how-was-it',
	'seen-alone',
	'seen-at-home',
	'denied-access',
	'trusted-school',
	'also-open'
] as const;
/** One of them. */
export type PromiseId = (typeof promises)[number];

/** Somebody who will be there. */
export interface Attendee {
	/** As the child calls them. */
	readonly name: string;
	readonly role: RoleId;
	/** A grown-up's face that is like them, by its place in the list of faces; null: the picture of what they do. */
	readonly face: number | null;
}

/** What is known of a meeting beforehand. */
export interface Gathering {
	readonly people: readonly Attendee[];
	readonly themes: readonly ThemeId[];
	/** What grown-ups owe the child around it, by the practice pack. */
	readonly promises: readonly PromiseId[];
}

/** A role that this build does not know is somebody; a theme it does not know is left out: nothing is guessed. */
export const gatheringOf = (told: {
	readonly people: readonly { readonly name: string; readonly role: string; readonly face: number | null }[];
	readonly themes: readonly string[];
	readonly promises?: readonly string[];
}): Gathering => ({
	people: told.people.map(({ name, role, face }) => ({
		name,
		role: Object.hasOwn(roles, role) ? (role as RoleId) : 'other',
		face
	})),
	themes: told.themes.filter((theme): theme is ThemeId => Object.hasOwn(themes, theme)),
	promises: promises.filter((promise) => told.promises?.includes(promise))
});
