/** The words of invitations: enough of them, easy to type, no two to be mixed up, none to be shown to no child. */
import { describe, expect, test } from 'vitest';
import cy from './cy.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

const charged =
	/^(kill|dead|die|death|blood|gun|knife|sword|bomb|war|weapon|shoot|stab|hang|whip|belt|cane|sex|nude|naked|kiss|touch|drug|pill|beer|wine|drunk|ghost|devil|hell|god|jesus|bible|church|allah|witch|monster|scream|hurt|pain|abuse|hate|fear|prison|police|secret|hidden|cwrw|gwin|cyffur|lladd|gwaed|gwn|cyllell|cleddyf|rhyfel|duw|capel|eglwys|diafol|uffern|noeth|cusan|ofn|poen|carchar|bwgan|ysbryd)$/;
/** Words of one list that sound alike in some part of the country. */
const soundAlike = [
	'break brake|flower flour|lion line|deer dear|hair hare|hear here|mail male|main mane|meat meet|pair pear',
	'piece peace|plain plane|rain reign|red read|right write|road rode|rose rows|sail sale|sea see|sew so sow',
	'son sun|stair stare|steel steal|tail tale|through threw|time thyme|tyre tire|two to too|waist waste|week weak',
	'whale wail|wheel weal|which witch|whole hole|wood would|aisle isle|beach beech|berry bury|board bored|bread bred',
	'cereal serial|check cheque|course coarse|flow floe|four for|great grate|heel heal|hour our|knight night',
	'knot not|leek leak|maize maze|medal metal|morning mourning|muscle mussel|new knew|nose knows|pail pale|pause paws',
	'peak peek|pedal peddle|prince prints|prize prise|queue cue|ring wring|roll role|root route|sauce source|scene seen',
	'scent sent cent|shore sure|some sum|story storey|sweet suite|tea tee|toad towed|vase vast|wait weight|way weigh',
	'weather whether|wrap rap|yolk yoke|mayor mare|moose mousse|key quay|jeans genes|ceiling sealing|style stile'
]
	.join('|')
	.split('|')
	.map((group) => group.split(' '));

describe.each([
	['en', en as readonly string[], 8],
	['cy', cy as readonly string[], 9]
])('%s', (locale, words, longest) => {
	const all = new Set(words);

	test('has 2,048 different words in order, so that each is 11 bits', () => {
		expect(words).toHaveLength(2048);
		expect(all.size).toBe(2048);
		expect(words).toEqual([...words].sort());
	});

	test('is spelled in plain small letters, short enough to type', () => {
		const form = new RegExp(`^[a-z]{3,${longest}}$`);
		for (const word of words) expect(word).toMatch(form);
	});

	test('holds nothing that a child should not find in a letter', () => {
		for (const word of words) expect(word).not.toMatch(charged);
	});

	test('holds no word beside its own plural', () => {
		const endings = locale === 'en' ? ['s', 'es'] : ['au', 'iau', 'oedd'];
		const plurals = words.flatMap((word) =>
			endings.map((ending) => word + ending).filter((each) => all.has(each))
		);
		expect(plurals).toEqual([]);
	});

	test('holds no two words that sound alike', () => {
		if (locale === 'en')
			for (const group of soundAlike)
				expect(group.filter((word) => all.has(word)).length, group[0]).toBeLessThan(2);
		else {
			const sounds = words.map((word) => word.replaceAll(/[uy]/g, 'i'));
			expect(new Set(sounds).size).toBe(sounds.length);
		}
	});
});

test('four letters tell English words apart', () => {
	expect(new Set((en as readonly string[]).map((word) => word.slice(0, 4))).size).toBe(2048);
});
