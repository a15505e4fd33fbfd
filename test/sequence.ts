import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, about: a worker that began one of these last would work alone at the end. A machine that has run the tests before
 * knows how long each took; a fresh one knows their sizes alone, and a file of three lines may judge five hundred worlds.
 */
const LONGEST: readonly RegExp[] = [
  /test\/property\//,
  /test\/docs\/(commands|pictures|tutorial)\./,
  /test\/(browser|hostile|fuzz|demo)\//,
  /test\/messages\/leaks\./,
  /test\/cli\/interrupt\./,
  /test\/examples\/acme/,
  /\.long\.test\./,
];

const rank = ({ moduleId }: TestSpecification): number =>
  LONGEST.some((each) => each.test(moduleId.replaceAll('\\', '/'))) ? 0 : 1;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...(await super.sort(files))].sort((a, b) => rank(a) - rank(b));
  }
}
