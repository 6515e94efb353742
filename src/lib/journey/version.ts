/**
 * The versions of everything a child meets: four ages and easy read. Age only suggests one; the child may choose another.
 */

/** Every version, youngest first; easy read is for any age. */
export const versionIds = ['4-7', '8-11', '12-15', '16-17', 'easy'] as const;

/** One of the versions. Also the value of `data-look` on the document's root element. */
export type VersionId = (typeof versionIds)[number];

/** An age for which each version is written, in whole years. */
export const typicalAge: Readonly<Record<VersionId, number>> = {
	'4-7': 6,
	'8-11': 10,
	'12-15': 14,
	'16-17': 17,
	easy: 12
};

/** The languages in which whole journeys are authored. */
export const localeIds = ['en', 'cy'] as const;

/** A language in which whole journeys are authored. */
export type LocaleId = (typeof localeIds)[number];

/**
 * The version to suggest for an age in whole years: one reading level below the age's own from 8 on, because three in
 * five children in care have speech or language needs. Children under 8 get the youngest version.
 */
export const suggestVersion = (age: number): VersionId =>
	age < 10 ? '4-7' : age < 14 ? '8-11' : age < 17 ? '12-15' : '16-17';
