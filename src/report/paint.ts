import { Chalk, type ChalkInstance } from 'chalk';
import type { RenderOptions } from '../model/render.ts';
import type { Tone } from './table.ts';

type Paint = (text: string, tone: Tone | 'title' | undefined) => string;

/** Colours that any terminal has; whether to use them was decided elsewhere. */
export function painter(options: RenderOptions): Paint {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const paints: Readonly<Record<Tone | 'title', ChalkInstance>> = {
    good: chalk.green,
    bad: chalk.red,
    watch: chalk.yellow,
    quiet: chalk.dim,
    title: chalk.bold,
  };
  return (text, tone) => (tone === undefined || text === '' ? text : paints[tone](text));
}
