/**
 * Cal-PASS Plus asks to zip "if your file is over 30 MB" and to split into "10,000KB" files (2023
 * upload webinar). Whether MB means 1,000,000 or 1,048,576 bytes is not published; the smaller
 * reading is safe under both, and it holds for every file handed to the page, zips included.
 */
export const LARGEST_UPLOAD_BYTES = 30_000_000;
