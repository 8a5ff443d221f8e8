/**
 * Cal-PASS Plus asks to zip "if your file is over 30 MB" and to split into "10,000KB" files (2023
 * upload webinar). Whether MB means 1,000,000 or 1,048,576 bytes is not published; the smaller
 * reading is safe under both, and it holds for every file handed to the page, zips included.
 */
export const LARGEST_UPLOAD_BYTES = 30_000_000;

/** Of a part that is not zipped: "10,000KB", read in the same way. */
export const LARGEST_TEXT_PART_BYTES = 10_000_000;

/** What a zipped part is to come to. Some parts of a file shrink less than others: 2 MB to spare. */
export const AIMED_ZIP_PART_BYTES = 28_000_000;
