/** Signs and seals views of 20 KB in a browser, as the outbox does when a child sends, and says how long it took. */
import type { Day, Instant } from '../../src/lib/base/brand.ts';
import { newId, type InvitationId, type MeetingId, type StaffId } from '../../src/lib/base/ids.ts';
import { newDeviceKey, useDeviceKey } from '../../src/lib/draft/device-key.ts';
import type { KeptInvitation } from '../../src/lib/draft/kept-invitation.ts';
import { signDirectory } from '../../src/lib/envelope/directory.ts';
import { generateReaderKeys, generateSigningKey } from '../../src/lib/envelope/keys.ts';
import type { DirectoryKey } from '../../src/lib/envelope/wire.ts';
import { newSecret } from '../../src/lib/invitation/secret.ts';
import { beginDraft } from '../../src/lib/journey/draft-state.ts';
import { sealViews } from '../../src/lib/outbox/queue.ts';
import { longAnswers } from '../../tests/fixtures/answers.ts';

declare global {
	interface Window {
		/** Milliseconds from the press to the sealed envelope, and of the longest task meanwhile. */
		benchSeal: () => Promise<{ took: number; longest: number }>;
	}
}

const from = '2026-01-01T00:00:00.000Z' as Instant;

async function reader(role: string, staff: StaffId | null): Promise<DirectoryKey> {
	const { enc, sig } = await generateReaderKeys();
	return { use: 'reader', staff, role, name: role, enc: enc.jwk, sig: sig.jwk, from, until: null };
}

/** An invitation as a device keeps it once it was opened with signal. */
async function invitation(): Promise<KeptInvitation> {
	const [chair, deputy] = [newId<StaffId>(), newId<StaffId>()];
	const root = await generateSigningKey();
	const keys = [await reader('chair', chair), await reader('chair', deputy), await reader('recovery', null)];
	const directory = await signDirectory(
		{ organisation: { name: 'Bench' }, seq: 1, issued: from, keys },
		root
	);
	const meeting = {
		id: newId<MeetingId>(),
		kind: 'review-conference',
		date: '2026-12-01' as Day,
		time: '14:00',
		place: 'The Willows',
		answersBy: from,
		people: [],
		themes: [],
		promises: [],
		journey: 'review-conference'
	};
	return {
		link: { secret: newSecret(), root: root.thumbprint, look: '8-11', locale: 'en' },
		info: {
			id: newId<InvitationId>(),
			meeting,
			child: { label: 'J', age: 10 },
			look: '8-11',
			locale: 'en',
			chair,
			deputy,
			pack: 'default',
			arranged: null
		},
		directory,
		enrolled: { animals: ['fox', 'owl'] },
		answered: [],
		before: []
	};
}

const kept = await invitation();
const device = await useDeviceKey(await newDeviceKey());
const answers = longAnswers(20 * 1024);
const state = beginDraft(
	{ id: 'review-conference', version: 1 },
	{ look: '8-11', locale: 'en', seed: 'A'.repeat(22), device: 'own' }
);

window.benchSeal = async () => {
	const tasks: number[] = [];
	const observer = new PerformanceObserver((list) =>
		tasks.push(...list.getEntries().map((task) => task.duration))
	);
	observer.observe({ type: 'longtask' });
	const began = performance.now();
	const sealed = await sealViews(kept, device, { state, answers, build: 'bench' });
	const took = performance.now() - began;
	if (!sealed.ok) throw new Error(`not sealed: ${sealed.reason}`);
	// A long task is reported after its end.
	await new Promise((resolve) => setTimeout(resolve, 300));
	observer.disconnect();
	return { took, longest: Math.max(0, ...tasks) };
};
document.title = 'ready';
