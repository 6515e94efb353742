import { describe, expect, it } from 'vitest';
import { someChild } from './people.ts';
import { somebodyLook } from './somebody.ts';

describe('somebody a child knows', () => {
	it('is who they are, with what the child made of them', () => {
		const mum = somebodyLook('mum', { skin: 6, hair: 'locs', glasses: true }, someChild);
		expect(mum).toMatchObject({ grown: true, skin: 6, hair: 'locs', glasses: true });
		expect(somebodyLook('mum', null, someChild)).toMatchObject({ grown: true, skin: someChild.skin });
	});
	it('is nobody where there is no one head and no face, and plain where there is only a face', () => {
		expect(somebodyLook('pet', null, someChild)).toBeNull();
		expect(somebodyLook('family', null, someChild)).toBeNull();
		expect(somebodyLook('constructor', undefined, someChild)).toBeNull();
		expect(somebodyLook(undefined, { hair: 'bob' }, someChild)).toMatchObject({ hair: 'bob' });
	});
});
