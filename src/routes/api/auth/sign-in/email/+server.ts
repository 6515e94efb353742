/** Signs in with e-mail and passphrase. */
import { createHash } from 'node:crypto';
import { readJson } from '$lib/server/input';
import { Refusal } from '$lib/server/problem';
import { json, open } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const line = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));
const schema = v.object({ email: line(320), password: line(200) });

export const POST = open(async ({ request }, { auth, signInTries }) => {
	const { email, password } = await readJson(request, schema, requestLimit);
	// Counted per account, known or not; the address itself is not kept in memory.
	const account = createHash('sha256').update(email.toLowerCase()).digest('base64url');
	const wait = signInTries.wait(account);
	if (wait > 0) throw new Refusal('over-quota', wait);
	const signedIn = await auth.signIn(email, password);
	if (!signedIn) {
		signInTries.failed(account);
		throw new Refusal('signed-out');
	}
	signInTries.passed(account);
	return json({ staff: signedIn.me }, 200, signedIn.headers);
});
