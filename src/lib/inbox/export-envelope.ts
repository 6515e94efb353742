/** The file that a chair can hand to whoever wants to check an envelope without this product (`tools/verify/README.md`). */
import type { MeetingId } from '../base/ids.ts';
import type { Arrived } from './opened.ts';

/** What goes into it: everything as received, nothing decrypted, no key. */
export interface Exportable {
	readonly fetched: {
		readonly submit: unknown;
		readonly envelope: unknown;
		readonly receipt: unknown;
		readonly device: unknown;
		readonly proof: unknown;
	};
	readonly directoryJws: string;
	readonly meeting: MeetingId;
	readonly arrived: Arrived;
}

/** The file as JSON text. */
export function exportEnvelope({ fetched, directoryJws, meeting, arrived }: Exportable): string {
	const { submit, envelope, receipt, device, proof } = fetched;
	const { invitation } = arrived;
	const whole = {
		v: 1,
		directory: directoryJws,
		meeting,
		invitation,
		device,
		submit,
		envelope,
		receipt,
		proof
	};
	return JSON.stringify(whole, null, '\t') + '\n';
}
