import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { t } from '../messages/index.ts';

/** Beside the bundle, or from the sources. */
const FOLDERS = ['../examples/', '../../examples/'];

/** The folder of an example that ships with the program. Throws where the installation is not whole. */
export async function shippedExample(name: string): Promise<string> {
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(`${folder}${name}`, import.meta.url));
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) return path;
  }
  throw new Error(t`The example "${name}" is missing from this installation`);
}
