import { acceptsTxtAndZip } from './variants/accepts-txt-and-zip.ts';
import { aspnet } from './variants/aspnet.ts';
import { blueimp } from './variants/blueimp.ts';
import { bootstrapPurpose } from './variants/bootstrap-purpose.ts';
import { busyAds } from './variants/busy-ads.ts';
import { chosenPurpose } from './variants/chosen-purpose.ts';
import { coep } from './variants/coep.ts';
import { devextremePurpose } from './variants/devextreme-purpose.ts';
import { disabledDescription } from './variants/disabled-description.ts';
import { dropzone } from './variants/dropzone.ts';
import { editableDescription } from './variants/editable-description.ts';
import { filepond } from './variants/filepond.ts';
import { filesBehindButton } from './variants/files-behind-button.ts';
import { filesCreatedOnClick } from './variants/files-created-on-click.ts';
import { flow } from './variants/flow.ts';
import { guardedDescription } from './variants/guarded-description.ts';
import { hiddenCopy } from './variants/hidden-copy.ts';
import { kendoPurpose } from './variants/kendo-purpose.ts';
import { labelledBy } from './variants/labelled-by.ts';
import { lateRender } from './variants/late-render.ts';
import { legends } from './variants/legends.ts';
import { materialPurpose } from './variants/material-purpose.ts';
import { noDescription } from './variants/no-description.ts';
import { noPurpose } from './variants/no-purpose.ts';
import { oneFile } from './variants/one-file.ts';
import { otherOrder } from './variants/other-order.ts';
import { otherThanks } from './variants/other-thanks.ts';
import { otherWords } from './variants/other-words.ts';
import { overridesAttachShadow } from './variants/overrides-attach-shadow.ts';
import { overridesDataTransfer } from './variants/overrides-data-transfer.ts';
import { overridesEvent } from './variants/overrides-event.ts';
import { overridesFile } from './variants/overrides-file.ts';
import { pasteZone } from './variants/paste-zone.ts';
import { placeholdersOnly } from './variants/placeholders-only.ts';
import { plain } from './variants/plain.ts';
import { postBackLink } from './variants/post-back-link.ts';
import { primengPurpose } from './variants/primeng-purpose.ts';
import { radComboPurpose } from './variants/rad-combo-purpose.ts';
import { radioPurpose } from './variants/radio-purpose.ts';
import { reRenders } from './variants/re-renders.ts';
import { reactControlled } from './variants/react-controlled.ts';
import { readOnlyDescription } from './variants/read-only-description.ts';
import { removesStrangers } from './variants/removes-strangers.ts';
import { sameOriginFrame } from './variants/same-origin-frame.ts';
import { searchBox } from './variants/search-box.ts';
import { select2Purpose } from './variants/select2-purpose.ts';
import { shadowDom } from './variants/shadow-dom.ts';
import { softNavigation } from './variants/soft-navigation.ts';
import { stopsPropagation } from './variants/stops-propagation.ts';
import { strictCsp } from './variants/strict-csp.ts';
import { submitArrow } from './variants/submit-arrow.ts';
import { submitImage } from './variants/submit-image.ts';
import { submitLink } from './variants/submit-link.ts';
import { tableLayout } from './variants/table-layout.ts';
import { telerik } from './variants/telerik.ts';
import { textareaDescription } from './variants/textarea-description.ts';
import { translated } from './variants/translated.ts';
import { twoFileInputs } from './variants/two-file-inputs.ts';
import { twoForms } from './variants/two-forms.ts';
import { unlabelledFiles } from './variants/unlabelled-files.ts';
import type { UploadPageVariant } from './variants/upload-page-variant.ts';
import { uppy } from './variants/uppy.ts';
import { wizard } from './variants/wizard.ts';
import { wordsAbove } from './variants/words-above.ts';

/** Every way the upload page may be built. To add a variant, add its file and one entry here. */
export const PORTAL_VARIANTS = [
  plain,
  filepond,
  dropzone,
  aspnet,
  uppy,
  blueimp,
  flow,
  telerik,
  reactControlled,
  sameOriginFrame,
  shadowDom,
  lateRender,
  strictCsp,
  coep,
  otherOrder,
  twoFileInputs,
  searchBox,
  busyAds,
  stopsPropagation,
  overridesDataTransfer,
  overridesEvent,
  overridesFile,
  overridesAttachShadow,
  removesStrangers,
  select2Purpose,
  kendoPurpose,
  materialPurpose,
  textareaDescription,
  editableDescription,
  guardedDescription,
  filesBehindButton,
  filesCreatedOnClick,
  oneFile,
  acceptsTxtAndZip,
  tableLayout,
  wordsAbove,
  placeholdersOnly,
  labelledBy,
  legends,
  otherWords,
  otherThanks,
  disabledDescription,
  readOnlyDescription,
  hiddenCopy,
  twoForms,
  noDescription,
  noPurpose,
  submitImage,
  submitLink,
  wizard,
  softNavigation,
  pasteZone,
  reRenders,
  unlabelledFiles,
  postBackLink,
  submitArrow,
  radComboPurpose,
  primengPurpose,
  devextremePurpose,
  chosenPurpose,
  bootstrapPurpose,
  radioPurpose,
  translated,
] as const satisfies readonly UploadPageVariant[];

export type PortalVariant = (typeof PORTAL_VARIANTS)[number]['id'];

export type KnownVariant = UploadPageVariant & { readonly id: PortalVariant };

export function findVariant(id: string): KnownVariant | undefined {
  return PORTAL_VARIANTS.find((variant) => variant.id === id);
}
