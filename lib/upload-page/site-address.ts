/** Where the site begins; the upload page's own address is in no public copy. */
export const SITE_ADDRESS = 'https://www.calpassplus.org/';
