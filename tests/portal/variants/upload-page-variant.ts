/**
 * One way the upload page might be built. The site's real markup is in no public copy. So the words
 * stay the same in nearly every variant, and the markup around them differs.
 */
export interface UploadPageVariant {
  readonly id: string;
  readonly title: string;
  /** What this variant proves. */
  readonly purpose: string;
  /** `action` is the address for a submission, escaped for an attribute. */
  readonly formHtml: (action: string) => string;
  /** Where the form is on the page. Absent: next to the instructions, after them. */
  readonly layout?: PageLayout;
  /**
   * The selector of the same-origin iframe around the form. Scripts and styles then belong to it.
   */
  readonly frame?: '#uploadFrame';
  /** Sent with the document, for example a Content Security Policy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Paths below `/CalPass/Content/`, in loading order. */
  readonly styles: readonly string[];
  /** Classic scripts below `/CalPass/Content/` that run before any other script on the page. */
  readonly earlyScripts?: readonly string[];
  /** Module scripts below `/CalPass/Content/`, in loading order. */
  readonly scripts: readonly string[];
  /** `reload`: a new document shows the thank-you text. `same-document`: a script inserts it. */
  readonly confirmation: 'reload' | 'same-document';
  /** The thanks that replaces the usual text. `again` is the address of the upload page. */
  readonly thanksHtml?: (again: string) => string;
  /** The address after a reload. Absent: the answer to the post is the new document. */
  readonly redirectsTo?: '/CalPass/Upload/Confirmation';
  /** The form fields that tell the server what was sent. */
  readonly fieldNames: {
    readonly purpose: string;
    readonly description: string;
    /** Repeated for each file that was loaded before the click. */
    readonly loadedFileId: string;
  };
  /** Where the controls for a person are. Tests set, read and submit them. */
  readonly controls: UploadPageControls;
  /**
   * What a person does from top to bottom. Absent: purpose, description, files, submit. A control
   * that the page lacks has no step.
   */
  readonly byHand?: readonly HandStep[];
  /** What the assistant must report after the page has settled and before anyone has touched it. */
  readonly expects: Expectation;
  /** Look-alikes. Their value, choice and files must stay as they are. */
  readonly shouldNot: readonly LookAlike[];
  /** `removed`: the page removes elements that are not its own, even a panel in it. */
  readonly strangers?: 'removed';
  /** A click that leaves the upload page without a new document. Nothing may stay behind. */
  readonly leave?: PagePlace;
  /** The usual words → the words in their place, `''` if there are none. */
  readonly otherWords?: Readonly<Record<string, string>>;
}

/**
 * `guide last`: the instructions come after the form and the FAQs. `in a template`: the page begins
 * as another page and becomes the upload page when a script says so.
 */
export type PageLayout = 'guide first' | 'guide last' | 'in a template';

/** Where an element is. A test goes through each of `within`, then to `selector`. */
export interface PagePlace {
  readonly selector: string;
  /** The selectors of the open shadow hosts and same-origin iframes around it, outermost first. */
  readonly within?: readonly string[];
}

export interface UploadPageControls {
  readonly purpose?: PurposeControl;
  readonly description?: DescriptionControl;
  readonly files: FilesControl;
  readonly submit: PagePlace;
}

/**
 * `select` is a native one. A click on a `dropdown` opens `options`. A click on one of them chooses
 * it, and from then on `shows` displays it. Without `shows`, the dropdown itself does. The
 * `options` of `radios` are always there.
 */
export type PurposeControl = PagePlace &
  (
    | { readonly kind: 'select' }
    | { readonly kind: 'dropdown'; readonly options: PagePlace; readonly shows?: PagePlace }
    | { readonly kind: 'radios'; readonly options: PagePlace }
  );

/** Where the words are: `value` is an input's property, `text` is an element's text. */
export type DescriptionControl = PagePlace & { readonly kind: 'value' | 'text' };

export interface FilesControl extends PagePlace {
  /** `opener`: there is no file input until a click on this makes one and opens the file dialog. */
  readonly kind: 'input' | 'opener';
  /** Set if a person can choose only one file at a time. */
  readonly takes?: 'one file';
}

export type UploadPageControl = keyof UploadPageControls;

export interface Expectation {
  readonly state: 'on' | 'partly on' | 'off';
  /** Controls that are absent, unusable, or too close to call. */
  readonly missing?: readonly UploadPageControl[];
}

export interface HandStep {
  /** A control to fill or press, or another place to click. */
  readonly do: UploadPageControl | PagePlace;
  /** What the assistant must report after this step, if that changes. */
  readonly leadsTo?: Expectation;
}

export interface LookAlike extends PagePlace {
  readonly why: string;
}
