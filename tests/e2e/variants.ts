import { expect, it } from 'vitest';
import type { PageStanding } from '../../lib/validation/page-schemas.ts';
import { THANKS, USUAL_STEPS } from '../portal/variants/form-pieces.ts';
import type {
  Expectation,
  HandStep,
  PagePlace,
  PurposeControl,
  UploadPageControl,
  UploadPageVariant,
} from '../portal/variants/upload-page-variant.ts';
import type { KnownVariant } from '../portal/variants.ts';
import { PORTAL_VARIANTS } from '../portal/variants.ts';
import type { Doc, Driver } from './drivers/driver.ts';
import { extract } from './files.ts';
import { readPlace } from './page-places.ts';
import { openPanel, panelText, waitForPanelText } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { tellBackground } from './tell-background.ts';
import { chooseIn, spyOnScriptedClicks, submitWith } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const VARIANTS: readonly KnownVariant[] = PORTAL_VARIANTS;
const NAME = 'SENR 2022-23.txt';
const DESCRIPTION = 'SENR 2022-23';

const STATE_WORDS = { on: 'Assistant is on', 'partly on': 'Assistant is partly on' } as const;

/** On every kind of page, the controls are found and filled, and nothing else is touched. */
export function describeVariants(stageOf: () => Stage): void {
  it.each(VARIANTS.map((variant) => [variant.id, variant] as const))(
    'works on the %s page',
    async (id, variant) => {
      const stage = stageOf();
      const { driver, portal } = stage;
      const paths = await stage.write([extract(NAME, 'SENR')]);
      await stage.open(portal.url({ variant: id }));
      await expectState(driver, variant.expects);
      const lookAlikes = () =>
        Promise.all(variant.shouldNot.map((lookAlike) => readPlace(driver, lookAlike)));
      const untouched = await lookAlikes();
      const expectUntouched = async () => {
        for (const [at, now] of (await lookAlikes()).entries()) {
          // A widget may take its own away.
          if (now) expect(now, variant.shouldNot[at]?.why).toEqual(untouched[at]);
        }
      };

      const journey = new Journey(stage, variant, paths);
      for (const step of stepsOf(variant)) {
        // The page that answers a submission is another one.
        if (step.do === 'submit') await expectUntouched();
        await journey.take(step.do);
        if (step.leadsTo) await expectState(driver, step.leadsTo);
      }
      if (stepsOf(variant).length === 0) await expectUntouched();
      expectNoRequestFromExtension(portal);
      if (variant.leave) {
        await driver.click(variant.leave);
        await expectState(driver, { state: 'off' });
      }
    },
  );
}

/** Where the assistant is off, and no step leads to the upload page, it has nothing to do. */
function stepsOf({ expects, byHand = USUAL_STEPS }: UploadPageVariant): readonly HandStep[] {
  const comesOn = byHand.some(({ leadsTo }) => leadsTo);
  return expects.state === 'off' && !comesOn ? [] : byHand;
}

/** The purpose is chosen before there are files, and other parts of the form wait for it. */
function isLeftBehind({ byHand = [] }: UploadPageVariant): boolean {
  return byHand.some(
    ({ do: step, leadsTo }) =>
      leadsTo && (step === 'purpose' || leadsTo.missing?.includes('purpose')),
  );
}

async function expectState(driver: Driver, { state, missing }: Expectation): Promise<void> {
  let last = '';
  await waitFor(
    `the state ${state}`,
    async () => {
      const panel = await driver.panel();
      if (!panel) return state === 'off' || undefined;
      const standing = await readStanding(panel);
      last = JSON.stringify(standing);
      const isMissing = missing === undefined || standing?.missing.join() === missing.join();
      return (standing?.state === state && isMissing) || undefined;
    },
    () => `it is: ${last}`,
  );
  if (state === 'off') return;
  await waitForPanelText(driver, STATE_WORDS[state]);
}

/** As the popup asks for it, but of the panel's own tab. */
function readStanding(panel: Doc): Promise<PageStanding | undefined> {
  return tellBackground(panel, 'read page state', {});
}

/** A person's way through the page, who leaves to the assistant what it can do. */
class Journey {
  readonly #stage: Stage;
  readonly #variant: KnownVariant;
  readonly #paths: readonly string[];

  constructor(stage: Stage, variant: KnownVariant, paths: readonly string[]) {
    this.#stage = stage;
    this.#variant = variant;
    this.#paths = paths;
  }

  async take(step: UploadPageControl | PagePlace): Promise<void> {
    if (typeof step === 'object') await this.#stage.driver.click(step);
    if (step === 'purpose' && isLeftBehind(this.#variant)) await this.#choosePurpose();
    if (step === 'files') await this.#chooseFiles();
    if (step === 'submit') await this.#submit();
  }

  async #choosePurpose(): Promise<void> {
    const { driver } = this.#stage;
    await driver.page.evaluate((selector) => {
      const select = document.querySelector<HTMLSelectElement>(selector);
      const wanted = [...(select?.options ?? [])].find(({ text }) => text === 'CALPADS');
      if (!select || !wanted) return;
      select.value = wanted.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, this.#variant.controls.purpose?.selector ?? '');
  }

  async #chooseFiles(): Promise<void> {
    const { driver, portal, picture } = this.#stage;
    const { id, controls } = this.#variant;
    await spyOnScriptedClicks(driver);
    // A file sent in an earlier scenario would be held with a warning.
    await openPanel(driver);
    await forgetEarlierScenarios(this.#stage);
    await driver.toFront();
    await chooseIn(driver, controls.files, this.#paths);
    await waitForPanelText(driver, 'Attached.');
    // Some widgets hide their input once they have a file: nothing is amiss then.
    expect(await panelText(driver)).not.toContain('Choose files was not found');
    await expectAccessiblePage(driver);
    await expectNoPersonValues(driver);
    await picture(`${id} attached`);
    expect(portal.submissions(), 'submissions before the click').toEqual([]);
  }

  async #submit(): Promise<void> {
    const { driver, portal } = this.#stage;
    const { purpose, description, submit } = this.#variant.controls;
    if (purpose) await expectText(driver, showsIn(purpose), 'CALPADS');
    if (description) await expectText(driver, description, DESCRIPTION);
    const submission = await submitWith(driver, portal, submit);
    expect(submission).toMatchObject({
      purpose: purpose ? 'CALPADS' : '',
      ...(description && { description: DESCRIPTION }),
      files: [{ name: NAME }],
    });
    await waitFor('the thank-you text', async () => {
      const thanks = { ...submit, selector: '.confirmation' };
      const text = await readPlace(driver, thanks).catch(() => undefined);
      return THANKS.test(text?.text ?? '') || undefined;
    });
  }
}

function showsIn(purpose: PurposeControl): PagePlace {
  return (purpose.kind === 'dropdown' && purpose.shows) || purpose;
}

async function expectText(driver: Driver, place: PagePlace, text: string): Promise<void> {
  let last: string | undefined;
  await waitFor(
    `"${text}" at ${place.selector}`,
    async () => {
      last = (await readPlace(driver, place))?.text;
      return last === text || undefined;
    },
    () => `it says: ${last}`,
  );
}
