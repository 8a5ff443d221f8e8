/**
 * One way the upload page might be built. The site's real markup is in no public copy, so the words
 * stay the same in every variant and the markup around them differs.
 */
export interface UploadPageVariant {
  readonly id: string;
  readonly title: string;
  /** What the variant is there to prove. */
  readonly purpose: string;
  /** `action` is the address, ready for an attribute, that a submission goes to. */
  readonly formHtml: (action: string) => string;
  /** Addresses below `/CalPass/Content/`, in loading order. */
  readonly styles: readonly string[];
  /** Module scripts below `/CalPass/Content/`, in loading order. */
  readonly scripts: readonly string[];
  /** `reload`: a new document shows the thank-you text. `same-document`: a script inserts it. */
  readonly confirmation: 'reload' | 'same-document';
  /** Where a reload leads. Without it the answer to the post is itself the new document. */
  readonly redirectsTo?: '/CalPass/Upload/Confirmation';
  /** The form fields by which the server recognises what was sent. */
  readonly fieldNames: {
    readonly purpose: string;
    readonly description: string;
    /** Repeated once for each file that was loaded before the click. */
    readonly loadedFileId: string;
  };
}
