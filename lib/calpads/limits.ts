/**
 * Cal-PASS Plus asks to zip "if your file is over 30 MB" and to split into "10,000KB" files (2023
 * upload webinar). It does not publish whether a MB is 1,000,000 or 1,048,576 bytes. The smaller
 * reading is safe under both. The limit applies to every file handed to the page, zips included.
 */
export const LARGEST_UPLOAD_BYTES = 30_000_000;

/** The limit for a part that is not zipped: "10,000KB", read the same way. */
export const LARGEST_TEXT_PART_BYTES = 10_000_000;

/**
 * The target size of a zipped part. Some parts of a file shrink less than others, so this leaves 2
 * MB.
 */
export const AIMED_ZIP_PART_BYTES = 28_000_000;
