/**
 * What a browser saves if the session ended before the download began: a sign-in page, here as text
 * with the given line end.
 */
export function loginPage(lineEnd: string): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head><meta charset="utf-8"><title>Sign in</title></head>',
    '<body>',
    '<h1>Your session has ended</h1>',
    '<form method="post"><label>User name <input name="user"></label>',
    '<label>Password <input name="password" type="password"></label>',
    '<button>Sign in</button></form>',
    '</body>',
    '</html>',
    '',
  ].join(lineEnd);
}
