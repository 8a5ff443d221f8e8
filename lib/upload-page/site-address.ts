/** The site's root address. The upload page's own address is in no public copy. */
export const SITE_ADDRESS = 'https://www.calpassplus.org/';
