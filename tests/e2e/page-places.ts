import type { PagePlace } from '../portal/variants/upload-page-variant.ts';
import type { Driver } from './drivers/driver.ts';

/** What one place of the site's page shows, also inside frames and open shadow roots. */
export interface Standing {
  /** The value, the chosen option or radio button, or the text, whichever the element has. */
  readonly text: string;
  readonly files: number;
  readonly isEnabled: boolean;
}

/** @returns undefined if nothing is there */
export function readPlace(driver: Driver, place: PagePlace): Promise<Standing | undefined> {
  return driver.page.evaluate(
    ([selector, within]) => {
      let around: ParentNode = document;
      for (const host of within) {
        const outer: Element | null = around.querySelector(host);
        const inside: ParentNode | null | undefined =
          outer instanceof HTMLIFrameElement ? outer.contentDocument : outer?.shadowRoot;
        around = inside ?? outer ?? around;
      }
      const element = around.querySelector<HTMLElement>(selector);
      if (!element) return undefined;
      const select = element as Partial<HTMLSelectElement>;
      const input = element as Partial<HTMLInputElement>;
      const radios = [...element.querySelectorAll<HTMLInputElement>('input[type=radio]')];
      const chosen = radios.find(({ checked }) => checked)?.labels?.[0]?.textContent.trim() ?? '';
      return {
        text:
          radios.length > 0
            ? chosen
            : (select.options?.[select.selectedIndex ?? -1]?.text ??
              (element instanceof HTMLButtonElement ? undefined : input.value) ??
              (element.textContent ?? '').trim()),
        files: input.files?.length ?? 0,
        isEnabled: !input.disabled,
      };
    },
    [place.selector, place.within ?? []] as const,
  );
}
