import {
	connectionsEnded,
	networkToBrowsers,
	networkToDatabase,
	strandedConnections
} from './connections.ts';
import { manyCopies, twoDevices } from './devices.ts';
import { diskFull } from './disk.ts';
import { exceptions } from './exceptions.ts';
import { histories } from './histories/histories.ts';
import { appKilledEmbedded, appKilledOnPostgres, postgresKilled } from './kills.ts';
import { mailDown } from './letters.ts';
import { migration } from './migrations.ts';
import { loginStorm, slowClients, tooMany } from './overload.ts';
import { oldTab, restarts, secondProcess } from './restarts.ts';
import type { Scenario } from './scenario.ts';
import { soak } from './soak.ts';

/** In the order in which they run. */
export const scenarios: Scenario[] = [
	appKilledOnPostgres,
	postgresKilled,
	connectionsEnded,
	appKilledEmbedded,
	restarts,
	diskFull,
	secondProcess,
	networkToDatabase,
	networkToBrowsers,
	strandedConnections,
	manyCopies,
	twoDevices,
	migration,
	tooMany,
	slowClients,
	loginStorm,
	exceptions,
	mailDown,
	oldTab,
	soak,
	histories
];
