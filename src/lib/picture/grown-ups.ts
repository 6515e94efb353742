/** Faces from which a grown-up chooses one that is like them: a child who knows the face knows whom to look for. */
import type { FaceLook } from './face.ts';

/** Grown-ups' faces, each unlike the others. Meetings keep a face by its place here: new ones come last. */
export const grownUpFaces: readonly FaceLook[] = [
	{ skin: 2, hair: 'bob', hairTone: 'brown', clothTone: 'leaf', ground: 'sun' },
	{ skin: 3, hair: 'short', hairTone: 'dark', clothTone: 'sky', ground: 'sun' },
	{ skin: 5, hair: 'curls', hairTone: 'black', clothTone: 'coral', ground: 'sun' },
	{ skin: 6, hair: 'buzz', hairTone: 'black', glasses: true, clothTone: 'plum', ground: 'sun' },
	{ skin: 4, covering: 'hijab', clothTone: 'sky', ground: 'sun' },
	{ skin: 4, covering: 'turban', clothTone: 'leaf', ground: 'sun' },
	{ skin: 1, hair: 'long', hairTone: 'blond', glasses: true, clothTone: 'coral', ground: 'sun' },
	{ skin: 2, hair: 'wavy', hairTone: 'ginger', clothTone: 'plum', ground: 'sun' },
	{ skin: 3, hair: 'short', hairTone: 'brown', wheelchair: true, clothTone: 'leaf', ground: 'sun' }
];
