/** Opening at the desk: the very words come out, or nothing does and the reason has a name. */
import { beforeAll, describe, expect, it } from 'vitest';
import { childOfFourteen, childOfSix } from '../../../tests/fixtures/answered.ts';
import { ChildDevice, makeOrganisation, type Organisation } from '../../../tests/fixtures/sealed-views.ts';
import type { MeetingId } from '../base/ids.ts';
import { newId } from '../base/ids.ts';
import { ok, refused } from '../base/result.ts';
import type { ReaderKeys } from '../envelope/keys.ts';
import type { Arrived, ReceivedViews } from './opened.ts';
import { openAll, type FetchedEnvelope } from './open-views.ts';

type Sent = { readonly arrived: Arrived; readonly fetched: FetchedEnvelope };

const meeting = newId<MeetingId>();
let organisation: Organisation;

beforeAll(async () => {
	organisation = await makeOrganisation();
});

function open(sent: readonly Sent[], keys: ReaderKeys = organisation.chair, inMeeting = meeting) {
	const { directory, directoryJws } = organisation;
	const byId = new Map(sent.map(({ arrived, fetched }) => [arrived.vid, fetched]));
	return openAll(
		sent.map(({ arrived }) => arrived),
		{
			meeting: inMeeting,
			directory,
			directoryJws,
			keys,
			fetchChunk: () => Promise.resolve(refused('missing')),
			fetchOne: ({ vid }) => {
				const fetched = byId.get(vid);
				return Promise.resolve(fetched ? ok(fetched) : refused('no-signal'));
			}
		}
	);
}

const reasons = (received: readonly ReceivedViews[]) =>
	received.map((one) => (one.state === 'refused' ? one.reason : 'opened'));

describe('opening views', () => {
	it('gives the chair, the deputy and recovery the very words', async () => {
		const sent = await new ChildDevice(organisation, meeting).send(childOfSix);
		for (const keys of [organisation.chair, organisation.deputy, organisation.recovery]) {
			const [received] = await open([sent], keys);
			expect(received).toMatchObject({ state: 'opened', views: { answers: sent.answers } });
		}
	});

	it('opens several children and several views of one, in the order given', async () => {
		const [first, second] = [new ChildDevice(organisation, meeting), new ChildDevice(organisation, meeting)];
		const sent = [
			await first.send(childOfSix),
			await second.send(childOfFourteen),
			await first.send(childOfSix)
		];
		const received = await open(sent);
		expect(reasons(received)).toEqual(['opened', 'opened', 'opened']);
		expect(received.map(({ arrived }) => arrived.vid)).toEqual(sent.map(({ arrived }) => arrived.vid));
	});

	it('judges in order of arrival, in whatever order they are fetched', async () => {
		const device = new ChildDevice(organisation, meeting);
		const sent = [
			await device.send(childOfSix),
			await device.send(childOfSix),
			await device.send(childOfSix)
		];
		const fetched: string[] = [];
		const received = await openAll(
			sent.map(({ arrived }) => arrived),
			{
				meeting,
				directory: organisation.directory,
				directoryJws: organisation.directoryJws,
				keys: organisation.chair,
				fetchChunk: () => Promise.resolve(refused('missing')),
				fetchOne: async ({ vid }) => {
					const at = sent.findIndex(({ arrived }) => arrived.vid === vid);
					await new Promise((resolve) => setTimeout(resolve, (sent.length - at) * 60));
					fetched.push(vid);
					const one = sent[at];
					return one ? ok(one.fetched) : refused('no-signal');
				}
			}
		);
		expect(fetched).toEqual(sent.map(({ arrived }) => arrived.vid).reverse());
		expect(reasons(received)).toEqual(['opened', 'opened', 'opened']);
	});

	it('notices that something sent earlier was left out', async () => {
		const device = new ChildDevice(organisation, meeting);
		await device.send(childOfSix);
		const later = await device.send(childOfSix);
		expect(reasons(await open([later]))).toEqual(['wrong-sequence']);
	});

	it('still opens what follows something that says itself that it did not open', async () => {
		const device = new ChildDevice(organisation, meeting);
		const first = await device.send(childOfSix);
		const second = await device.send(childOfSix);
		const spoilt = { ...first, fetched: { ...first.fetched, receipt: 'x' } };
		expect(reasons(await open([spoilt, second]))).toEqual(['malformed', 'opened']);
	});

	it('shows nothing of what is not for this reader, this meeting or this child', async () => {
		const sent = await new ChildDevice(organisation, meeting).send(childOfSix);
		const stranger = (await makeOrganisation()).chair;
		expect(reasons(await open([sent], stranger))).toEqual(['not-a-reader']);
		expect(reasons(await open([sent], organisation.chair, newId<MeetingId>()))).toEqual(['wrong-meeting']);
		const swapped = { ...sent, arrived: { ...sent.arrived, invitation: newId<Arrived['invitation']>() } };
		const [received] = await open([swapped]);
		expect(received).toMatchObject({ state: 'refused', reason: 'submit-other' });
		expect(JSON.stringify(received)).not.toContain('Grandad');
	});

	it('refuses what is signed and sealed but no views of a known form', async () => {
		const sent = await new ChildDevice(organisation, meeting).send(childOfSix, (views) => ({
			...views,
			device: 'somebody' as 'own'
		}));
		const [received] = await open([sent]);
		expect(received).toMatchObject({ state: 'refused', reason: 'views-malformed' });
		expect(received?.exported).toContain(sent.fetched.submit);
	});

	it('keeps a place for what could not be fetched', async () => {
		const sent = await new ChildDevice(organisation, meeting).send(childOfSix);
		const lost = await new ChildDevice(organisation, meeting).send(childOfSix);
		const received = await openAll([sent.arrived, lost.arrived], {
			meeting,
			directory: organisation.directory,
			directoryJws: organisation.directoryJws,
			keys: organisation.chair,
			fetchChunk: () => Promise.resolve(refused('missing')),
			fetchOne: ({ vid }) =>
				Promise.resolve(vid === sent.arrived.vid ? ok(sent.fetched) : refused('no-signal'))
		});
		expect(reasons(received)).toEqual(['opened', 'not-fetched']);
	});
});
