/** The path of the browser's program, or nothing where it is not installed. */
export function findBrowser(name: 'chromium' | 'firefox'): string | undefined;
