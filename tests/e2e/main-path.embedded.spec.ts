import { test } from './fixtures.ts';
import { mainPath } from './main-path.ts';

test.use({ kind: 'embedded' });

mainPath('embedded');
