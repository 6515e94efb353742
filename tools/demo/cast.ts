/** Who plays in the demonstration. Every name is made up. */
import type { LocaleId, VersionId } from '../../src/lib/journey/version.ts';
import type { Role } from '../../src/lib/server/staff/staff.ts';

/** The people at the desk. `keys`: made and published from the start; without, the desk shows how they are made. */
export const staff: readonly {
	readonly name: string;
	readonly email: string;
	readonly part: string;
	readonly roles: readonly Role[];
	readonly keys: boolean;
}[] = [
	{
		name: 'Sam Okafor',
		email: 'coordinator@demo.example',
		part: 'coordinator',
		roles: ['coordinator'],
		keys: false
	},
	{ name: 'Maya Lewis', email: 'chair@demo.example', part: 'chair', roles: ['chair'], keys: true },
	{ name: 'Tomos Pryce', email: 'deputy@demo.example', part: 'deputy', roles: ['chair'], keys: true },
	{
		name: 'Ines Costa',
		email: 'newchair@demo.example',
		part: 'a chair who has no keys yet',
		roles: ['chair'],
		keys: false
	},
	{ name: 'Nia Bowen', email: 'advocate@demo.example', part: 'advocate', roles: ['advocate'], keys: true },
	{
		name: 'Kofi Mensah',
		email: 'advocate2@demo.example',
		part: 'second advocate',
		roles: ['advocate'],
		keys: true
	},
	{ name: 'Priya Nair', email: 'duty@demo.example', part: 'duty reader', roles: ['duty'], keys: true },
	{
		name: 'Owen Hughes',
		email: 'duty2@demo.example',
		part: 'second duty reader',
		roles: ['duty'],
		keys: true
	},
	{
		name: 'Ravi Shah',
		email: 'administrator@demo.example',
		part: 'administrator',
		roles: ['administrator'],
		keys: false
	}
];

/** The children, each with an invitation of their own; `meeting` is the first (0) or second (1). */
export const children: readonly {
	readonly label: string;
	readonly age: number;
	readonly look: VersionId;
	readonly locale: LocaleId;
	readonly meeting: 0 | 1;
}[] = [
	{ label: 'Bea', age: 6, look: '4-7', locale: 'en', meeting: 0 },
	{ label: 'Idris', age: 10, look: '8-11', locale: 'en', meeting: 0 },
	{ label: 'Callum', age: 14, look: '12-15', locale: 'en', meeting: 0 },
	{ label: 'Zofia', age: 17, look: '16-17', locale: 'en', meeting: 1 },
	{ label: 'Robin', age: 12, look: 'easy', locale: 'en', meeting: 1 },
	{ label: 'Gwen', age: 9, look: '8-11', locale: 'cy', meeting: 1 }
];

/** The meetings: working days from today, time and place. */
export const meetings = [
	{ inWorkingDays: 8, time: '10:00', place: 'Willow Room, Brook House' },
	{ inWorkingDays: 13, time: '14:00', place: 'Oak Room, Brook House' }
] as const;

/** The authority's name. */
export const authority = 'Brook County (demonstration)';
