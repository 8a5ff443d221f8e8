import { describe } from 'vitest';
import { describeAtSubmit } from './at-submit.ts';
import { describeBadInput } from './bad-input.ts';
import { describeChangedFile } from './changed-file.ts';
import { describeCheckFiles } from './check-files.ts';
import { describeChecklist } from './checklist-journey.ts';
import { describePersonInCharge } from './control.ts';
import { describeCutByYear } from './cut-by-year.ts';
import { describeDeadPanel } from './dead-panel.ts';
import { describeForgedMark } from './forged-mark.ts';
import { describeHandMadeParts } from './hand-made-parts.ts';
import { describeLifecycle } from './lifecycle.ts';
import { describeManyFiles } from './many-files.ts';
import { describeBrokenAssistant, describeOffPages, describeWithoutExtension } from './negative.ts';
import { describeOrganizations } from './organizations.ts';
import { describeOtherShapes } from './other-shapes.ts';
import { describePageAnswers } from './page-answers.ts';
import { describePageStates } from './page-states.ts';
import { describePanelPlace } from './panel-place.ts';
import { describeQuickClick } from './quick-click.ts';
import { describeReadable } from './readable.ts';
import { describeRules } from './rules.ts';
import { describeSecondChoice } from './second-choice.ts';
import { describeSetup } from './setup.ts';
import type { LargeFile } from './split.ts';
import { describeSplit } from './split.ts';
import type { Launch } from './stage.ts';
import { setStage } from './stage.ts';
import { describeSuccess } from './success.ts';
import { describeUploads } from './upload.ts';
import { describeVariants } from './variants.ts';

interface BrowserUnderTest {
  readonly name: string;
  readonly launch: Launch;
  readonly build: 'chrome-mv3' | 'firefox-mv3';
  /** The file that goes in two zips. */
  readonly largeFile: LargeFile;
  readonly can: Parameters<typeof describeBadInput>[1] &
    Parameters<typeof describePageStates>[1] &
    Parameters<typeof describeLifecycle>[2] &
    Parameters<typeof describeDeadPanel>[2];
}

/** Everything that the shipped build promises, in one browser. */
export function describeBrowser({ name, launch, build, largeFile, can }: BrowserUnderTest): void {
  describe(name, () => {
    describe('with the extension', () => {
      const stageOf = setStage(launch, build, 'with the extension');
      describeUploads(stageOf);
      describeVariants(stageOf);
      describeHandMadeParts(stageOf);
      describeBadInput(stageOf, can);
      describePersonInCharge(stageOf);
      describeManyFiles(stageOf);
      describeSecondChoice(stageOf);
      describeCheckFiles(stageOf, can);
      describeChecklist(stageOf);
      describeSetup(stageOf);
      describeOrganizations(stageOf);
      describePageStates(stageOf, can);
      describePanelPlace(stageOf);
      describeOtherShapes(stageOf);
      describeAtSubmit(stageOf);
      describePageAnswers(stageOf);
      describeSuccess(stageOf);
      describeQuickClick(stageOf);
      describeChangedFile(stageOf, can);
      describeForgedMark(stageOf);
      describeOffPages(stageOf);
    });
    describeLifecycle(launch, build, can);
    describeDeadPanel(launch, build, can);
    describeSplit(launch, build, largeFile);
    describeRules(launch, build);
    describeReadable(launch, build);
    describeCutByYear(launch, build);
    describeWithoutExtension(launch, build);
    describeBrokenAssistant(launch, build);
  });
}
