import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import es from '../../public/_locales/es/messages.json' with { type: 'json' };
import { waitForText } from './extension-tab.ts';
import { bytes } from './files.ts';
import { copyWith } from './other-language.ts';
import { pressInPanel, waitForPanelText } from './panel.ts';
import { expectAccessible, expectNoRequestFromExtension } from './promises.ts';
import type { Build, Launch } from './stage.ts';
import { setStage } from './stage.ts';
import { FILE_INPUT } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

/** The list of the rules, in both languages: from a problem in the panel to its rule. */
export function describeRules(launch: Launch, build: Build): void {
  const languages = [
    ['English', en, 'with the extension'],
    ['Spanish', es, copyWith(es, 'es', build)],
  ] as const;
  describe.each(languages)('the list of the rules in %s', (language, words, extension) => {
    const stageOf = setStage(launch, build, extension);
    it('opens at the rule of a problem by the keyboard alone', async () => {
      const stage = stageOf();
      const { driver, portal } = stage;
      await stage.open(portal.url({ variant: 'plain' }));
      const [path = ''] = await stage.write([bytes('SENR 2022-23.txt', '')]);
      await driver.chooseFiles(FILE_INPUT, [path]);
      await waitForPanelText(driver, words.finding_why.message);
      const tab = await driver.tabOpenedBy(() =>
        pressInPanel(driver, `${words.finding_why.message} ${words.rule_empty_file_what.message}`),
      );
      await waitForText(tab, words.rules_title.message);
      await waitFor('the focus to be on the rule', async () => {
        const place = await tab.evaluate(() => {
          const { activeElement } = document;
          return activeElement?.matches(':target') ? activeElement.id : undefined;
        }, undefined);
        return place === 'empty-file' || undefined;
      });
      await waitForText(tab, words.rule_name_not_exact_example.message);
      expect(await tab.evaluate(() => document.documentElement.lang, undefined)).toBe(
        words.locale.message,
      );
      await stage.pictureOf(tab, `rules ${language}`);
      await expectAccessible(tab, `the list of the rules in ${language}`);
      expectNoRequestFromExtension(portal);
    });
  });
}
