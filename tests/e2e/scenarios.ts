import { describe } from 'vitest';
import type { Launch } from './stage.ts';
import { setStage } from './stage.ts';
import { describeUploads } from './upload.ts';

/** Everything that is promised of the shipped build, in one browser. */
export function describeBrowser(
  name: string,
  launch: Launch,
  build: 'chrome-mv3' | 'firefox-mv3',
): void {
  describe(name, () => {
    describe('with the extension', () => {
      const stageOf = setStage(launch, build, 'with the extension');
      describeUploads(stageOf);
    });
  });
}
