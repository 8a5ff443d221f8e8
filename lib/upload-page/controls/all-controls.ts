import { description } from './description.ts';
import { files } from './files.ts';
import { purpose } from './purpose.ts';
import { submit } from './submit.ts';

/**
 * The controls on the upload page that the assistant works with. To add a control, add its file and
 * one entry here.
 */
export const CONTROLS = { purpose, description, files, submit } as const;

/** In page order. */
export const CONTROL_NAMES = Object.keys(CONTROLS) as readonly (keyof typeof CONTROLS)[]; // its own keys
