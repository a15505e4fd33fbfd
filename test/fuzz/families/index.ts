import type { Family } from '../judged.ts';
import { archives } from './archives.ts';
import { calendars } from './calendars.ts';
import { folders } from './folders.ts';
import { globs } from './globs.ts';
import { ics } from './ics.ts';
import { texts } from './texts.ts';
import { trees } from './trees.ts';

export const families: readonly Family[] = [texts, archives, calendars, ics, globs, folders, trees];
