/**
 * Blobs as objects in a bucket of a store that speaks S3. A store answers 200 once it keeps an object, and shows an object
 * whole or not at all; what it is given carries its SHA-256, so that it refuses what changed on the way.
 */
import type { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Refusal } from '../problem.ts';
import { nameOf, type BlobPlace } from './place.ts';

/** Which bucket. Who may use it comes from the environment in AWS's own names (`AWS_ACCESS_KEY_ID`, …). */
export interface Bucket {
	readonly name: string;
	/** Address of the store; null for AWS itself. */
	readonly endpoint: string | null;
	readonly region: string;
}

/** Seconds after which trying again makes sense while a store does not answer. */
const soon = 10;

/** The place that `bucket` is. Throws where it is not there or may not be used: found out before anything is served. */
export async function bucketPlace({ name: Bucket, endpoint, region }: Bucket): Promise<BlobPlace> {
	const client = new S3Client({
		region,
		...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
		// What not every store knows is left out; the SHA-256 below stands in for it.
		requestChecksumCalculation: 'WHEN_REQUIRED',
		responseChecksumValidation: 'WHEN_REQUIRED',
		requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true }
	});
	// Asks for no more rights than putting and getting, and for those at once.
	const probe = { Bucket, Key: 'probe' };
	try {
		await client.send(new PutObjectCommand({ ...probe, Body: new Uint8Array(1) }));
		await ((await client.send(new GetObjectCommand(probe))).Body as Readable).forEach(() => undefined);
	} catch (cause) {
		throw new Error(`The bucket ${Bucket} cannot be used: BLOBS_BUCKET, BLOBS_ENDPOINT, AWS_…`, { cause });
	}
	return {
		async put(hash, bytes) {
			const ChecksumSHA256 = Buffer.from(hash, 'base64url').toString('base64');
			const object = { Bucket, Key: nameOf(hash).join('/'), Body: bytes, ChecksumSHA256 };
			try {
				await client.send(new PutObjectCommand(object));
			} catch (cause) {
				if (statusOf(cause) === 507) throw new Refusal('disk-full');
				throw new Refusal('unknown', soon, { cause });
			}
		},
		async get(hash) {
			try {
				const found = await client.send(new GetObjectCommand({ Bucket, Key: nameOf(hash).join('/') }));
				return { bytes: found.ContentLength ?? 0, octets: found.Body as Readable };
			} catch (thrown) {
				throw statusOf(thrown) === 404 ? new Refusal('missing') : thrown;
			}
		}
	};
}

/** The status with which the store answered; undefined where it did not. */
const statusOf = (thrown: unknown): number | undefined =>
	(thrown as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
