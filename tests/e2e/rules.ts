import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import es from '../../public/_locales/es/messages.json' with { type: 'json' };
import { waitForText } from './extension-tab.ts';
import { bytes } from './files.ts';
import { pressInPanel, waitForPanelText } from './panel.ts';
import { expectAccessible, expectNoRequestFromExtension } from './promises.ts';
import type { Launch } from './stage.ts';
import { extensionDir, setStage } from './stage.ts';
import { FILE_INPUT } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

type Build = 'chrome-mv3' | 'firefox-mv3';

/** The list of the rules, in both languages: from a problem in the panel to its rule. */
export function describeRules(launch: Launch, build: Build): void {
  const dir = join(tmpdir(), `upload-assistant-es-${build}-${process.pid}`);
  const languages = [
    ['English', en, 'with the extension'],
    ['Spanish', es, { dir, prepare: () => copyInSpanish(build, dir) }],
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

/** The extension follows the browser's language, so this copy has Spanish in place of English. */
async function copyInSpanish(build: Build, dir: string): Promise<void> {
  await cp(extensionDir(build, 'with the extension') ?? '', dir, { recursive: true });
  const locales = join(dir, '_locales');
  await cp(join(locales, 'es', 'messages.json'), join(locales, 'en', 'messages.json'));
}
