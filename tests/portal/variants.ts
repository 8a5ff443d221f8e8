import { aspnet } from './variants/aspnet.ts';
import { dropzone } from './variants/dropzone.ts';
import { filepond } from './variants/filepond.ts';
import { plain } from './variants/plain.ts';
import type { UploadPageVariant } from './variants/upload-page-variant.ts';

/** Every way the upload page is built. Adding a variant is adding its file and one entry here. */
export const PORTAL_VARIANTS = [
  plain,
  filepond,
  dropzone,
  aspnet,
] as const satisfies readonly UploadPageVariant[];

export type PortalVariant = (typeof PORTAL_VARIANTS)[number]['id'];

export type KnownVariant = UploadPageVariant & { readonly id: PortalVariant };

export function findVariant(id: string): KnownVariant | undefined {
  return PORTAL_VARIANTS.find((variant) => variant.id === id);
}
