/** The pictures beside the words that are explained, where there is one: by the glossary's own term, in either language. */
import type { PictureName } from '../../picture/names.ts';

/** Term → picture. */
export const termPictures: Readonly<Partial<Record<string, PictureName>>> = {
	advocate: 'advocate',
	eiriolwr: 'advocate',
	family: 'family',
	teulu: 'family',
	meeting: 'meeting',
	cyfarfod: 'meeting',
	'social worker': 'worker',
	'gweithiwr cymdeithasol': 'worker',
	plan: 'plan',
	cynllun: 'plan',
	private: 'private',
	preifat: 'private',
	online: 'online',
	'ar-lein': 'online',
	reports: 'report',
	adroddiadau: 'report',
	concerns: 'worry',
	pryderon: 'worry',
	file: 'document',
	ffeil: 'document',
	rights: 'rules',
	hawliau: 'rules',
	chair: 'chair',
	cadeirydd: 'chair',
	carer: 'foster-carer',
	gofalwr: 'foster-carer',
	'short break': 'break',
	'egwyl fer': 'break'
};
