/**
 * One way the upload page might be built. The site's real markup is in no public copy, so the words
 * stay the same in nearly every variant and the markup around them differs.
 */
export interface UploadPageVariant {
  readonly id: string;
  readonly title: string;
  /** What the variant is there to prove. */
  readonly purpose: string;
  /** `action` is the address, ready for an attribute, that a submission goes to. */
  readonly formHtml: (action: string) => string;
  /** Where the form stands on the page. Without it: beside the instructions, after them. */
  readonly layout?: PageLayout;
  /** Selector of the same-origin iframe that the form is in. Scripts and styles are then its own. */
  readonly frame?: '#uploadFrame';
  /** Sent with the document, for example a content security policy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Addresses below `/CalPass/Content/`, in loading order. */
  readonly styles: readonly string[];
  /** Classic scripts below `/CalPass/Content/` that run before any other script of the page. */
  readonly earlyScripts?: readonly string[];
  /** Module scripts below `/CalPass/Content/`, in loading order. */
  readonly scripts: readonly string[];
  /** `reload`: a new document shows the thank-you text. `same-document`: a script inserts it. */
  readonly confirmation: 'reload' | 'same-document';
  /** What thanks instead of the usual text; `again` is the address of the upload page. */
  readonly thanksHtml?: (again: string) => string;
  /** Where a reload leads. Without it the answer to the post is itself the new document. */
  readonly redirectsTo?: '/CalPass/Upload/Confirmation';
  /** The form fields by which the server recognises what was sent. */
  readonly fieldNames: {
    readonly purpose: string;
    readonly description: string;
    /** Repeated once for each file that was loaded before the click. */
    readonly loadedFileId: string;
  };
  /** Where the controls are that a person works, for tests that set, read and submit them. */
  readonly controls: UploadPageControls;
  /**
   * What a person does from top to bottom. Without it: purpose, description, files, submit. A step
   * for a control that the page lacks is no step.
   */
  readonly byHand?: readonly HandStep[];
  /** What a sure finder reports once the page has settled and nobody has touched it yet. */
  readonly expects: Expectation;
  /** Look-alikes: value, choice and files of each stay as they are. */
  readonly shouldNot: readonly LookAlike[];
  /** `removed`: the page takes away elements that are not its own, a panel in it included. */
  readonly strangers?: 'removed';
  /** A click that leaves the upload page without a new document: nothing may be left behind. */
  readonly leave?: PagePlace;
  /** The usual words → what stands there instead, `''` where nothing does. */
  readonly otherWords?: Readonly<Record<string, string>>;
}

/**
 * `guide last`: the instructions follow the form and the FAQs. `in a template`: the page begins as
 * another one and becomes the upload page when a script says so.
 */
export type PageLayout = 'guide first' | 'guide last' | 'in a template';

/** Where an element is. A test walks there: through each of `within`, then to `selector`. */
export interface PagePlace {
  readonly selector: string;
  /** Selectors of the open shadow hosts and same-origin iframes around it, outermost first. */
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
 * it, and `shows` says so from then on; without `shows` it is the dropdown itself. The `options` of
 * `radios` are always there.
 */
export type PurposeControl = PagePlace &
  (
    | { readonly kind: 'select' }
    | { readonly kind: 'dropdown'; readonly options: PagePlace; readonly shows?: PagePlace }
    | { readonly kind: 'radios'; readonly options: PagePlace }
  );

/** `value` and `text` are where the words stand: the property of an input, or the text of an element. */
export type DescriptionControl = PagePlace & { readonly kind: 'value' | 'text' };

export interface FilesControl extends PagePlace {
  /** `opener`: no file input is there until a click on this makes one and opens the file dialog. */
  readonly kind: 'input' | 'opener';
  /** Set where only one file at a time can be chosen. */
  readonly takes?: 'one file';
}

export type UploadPageControl = keyof UploadPageControls;

export interface Expectation {
  readonly state: 'on' | 'partly on' | 'off';
  /** Controls that are not there, not to be used, or too close to call. */
  readonly missing?: readonly UploadPageControl[];
}

export interface HandStep {
  /** A control to fill or press, or a place to click that is none of the four. */
  readonly do: UploadPageControl | PagePlace;
  /** What a sure finder reports after this step, where that differs from before. */
  readonly leadsTo?: Expectation;
}

export interface LookAlike extends PagePlace {
  readonly why: string;
}
