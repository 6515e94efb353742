/**
 * What is never said to a child, per language: adult words, questions that hold their answer, praise, promises of secrecy.
 * Data of the word gates (`gates.ts`); nothing here ever looks at what a child has said.
 */

type PerLocale = Readonly<Record<string, RegExp>>;

/** Adult words: never said, in any version, unless the glossary explains them. */
export const adultWords: PerLocale = {
	en: /\b(cases?|placements?|contact|LAC|IRO|QARO|CPC|significant harm|sibling groups?|siblings?|professionals?|agency|agencies|multi-agency|assessments?|safeguarding|disclosures?|outcomes?|interventions?|referrals?|thresholds?|engage(ment)?|service users?|stakeholders?|statutory|respite|permanency|caregivers?|ascertain|in relation to)\b/i,
	cy: /\b(achosion|achos|lleoliad(au)?|cyswllt|niwed sylweddol|grŵp brodyr|gweithwyr proffesiynol|asiantaeth(au)?|asesiad(au)?|diogelu|canlyniadau|ymyrraeth|atgyfeiriad(au)?|trothwy|defnyddwyr gwasanaeth|rhanddeiliaid|statudol|seibiant|mewn perthynas â)\b/i
};

/** How a question begins that already holds its answer. */
export const leadingStems: PerLocale = {
	en: /^(do you (like|love|enjoy|feel|think|want|get|have)|don't|do you not|isn't|aren't|are you|is |was |were |did |does |would you like|can you|have you|has |will you|shouldn't|surely|why don't)/i,
	cy: /^(wyt ti|a wyt ti|onid|nag|oes |a oes|ydy|ydi|yw |fyddet ti|hoffet ti|alli di|elli di|oeddet ti|dwyt ti ddim)/i
};

/** Praise ties worth to an answer. Red and green are nobody's good and bad. */
export const praiseWords: PerLocale = {
	en: /\b(well done|good (job|boy|girl|work)|great|brilliant|amazing|awesome|clever|brave|proud|super|fantastic|perfect|correct|wrong answer|red|green)\b|!/i,
	cy: /\b(da iawn ti|gwych|ardderchog|bendigedig|clyfar|dewr|balch|campus|perffaith|coch|gwyrdd)\b|!/i
};

/** Secrecy, which is never promised. */
export const secrecyWords: PerLocale = {
	en: /\b(we (will|can) keep (it|this)|nobody will (ever )?(know|see)|no one will (ever )?(know|see)|(?<!cannot )stays? secret|our secret|just between us|promise)\b/i,
	cy: /\b(fydd neb yn gwybod|cadw (hyn|e)'n gyfrinach|ein cyfrinach|addo|addewid)\b/i
};

/** A question that is put in the negative. */
export const negativeWords: PerLocale = {
	en: /\b(not|n't|never|no longer)\b/i,
	cy: /\b(ddim|peidio|byth)\b/i
};

/** What a warning says: that the question can be skipped, and that a grown-up acts. */
export const warningSays: Readonly<Record<string, readonly [skip: RegExp, acts: RegExp]>> = {
	en: [/you can skip it/i, /\b(must|has to)\b/],
	cy: [/does dim rhaid ateb/i, /\brhaid i\b/i]
};
