import { readEnv } from '../src/lib/server/env.ts';
import { rotateKeys } from '../src/lib/server/badges/keys.ts';

// A new key for badges, before the others. The app signs with it from its next start on.

const { BADGE_KEYS } = readEnv(process.env);
const keys = await rotateKeys(BADGE_KEYS, new Date());
console.log(
	`${BADGE_KEYS} has ${keys.length} keys; ${keys[0]!.publicKeyMultibase} signs after a restart.`
);
