import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreements, exports } from '../../hostile/run.ts';
import { type Family, oneOf } from '../judged.ts';
import { mutate } from '../mutate.ts';

/** With most rows rejected there is still an answer, so that more of the mutants come as far as a number. */
const tolerant = (agreement: string): Buffer =>
  Buffer.from(
    readFileSync(agreement, 'utf8').replace('    key: id\n', '    key: id\n    max_rejected: 60%\n'),
  );

/** Sound files: an agreement with its export, as text that a mutant is made of. */
export const sound = {
  agreement: tolerant(join(exports, 'agreement.yaml')),
  leads: readFileSync(join(exports, 'sound.csv')),
  name: 'sound.csv',
};

const PAIRS = [
  sound,
  {
    agreement: tolerant(join(agreements, '..', 'sound.yaml')),
    leads: readFileSync(join(agreements, 'leads.csv')),
    name: 'leads.csv',
  },
];

/** The bytes of an agreement, or of an export as text. */
export const texts: Family = {
  name: 'texts',
  async attempt(next, cwd) {
    const { agreement, leads, name } = oneOf(PAIRS, next);
    const which = next(2);
    writeFileSync(join(cwd, 'mutant.sla.yaml'), which === 0 ? mutate(agreement, next) : agreement);
    writeFileSync(join(cwd, name), which === 1 ? mutate(leads, next) : leads);
    return { argv: ['check'] };
  },
};
