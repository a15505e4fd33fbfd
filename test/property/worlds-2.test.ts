import { vi } from 'vitest';
import { worldsAgree } from './agree.ts';

/** The exports are read as large ones are: those of the other files are small. */
vi.mock('../../src/reading/small.ts', () => ({ SMALL: 0 }));

worldsAgree(2);
