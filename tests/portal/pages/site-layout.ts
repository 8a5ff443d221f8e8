import { escapeHtml } from '../escape-html.ts';

export interface SitePage {
  readonly title: string;
  /** The words in the blue header. The signed-in pages say "Welcome back!". */
  readonly greeting: string;
  readonly main: string;
  readonly signedIn?: boolean;
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Classic scripts that run before anything else on the page. */
  readonly earlyScripts?: readonly string[];
}

/** The address of style sheets and scripts. */
const CONTENT = '/CalPass/Content/';

/** The frame around every page of the site. */
export function siteLayout({ signedIn = true, ...page }: SitePage): string {
  return `<!DOCTYPE html>
<html lang="en">
${siteHead(page)}
<body>
<header class="site-header">
  <div class="site-header__inner">
    <a class="site-logo" href="/">Cal-PASS <span class="site-logo__plus">Plus</span></a>
    <nav class="site-nav" aria-label="Main">
      <a href="/CalPass/MemberList">K-12 Schools</a>
      <a href="/CalPass/MemberList">Community Colleges</a>
      <a href="/CalPass/MemberList">University Progress Report</a>
      <a href="/CalPass/Help">Helpful Information</a>
    </nav>
    <a class="site-login" href="/CalPass/Login">${signedIn ? 'LOGOUT' : 'LOGIN'}</a>
  </div>
  <div class="welcome">
    <div class="welcome__inner">
      <p class="welcome__words">${escapeHtml(page.greeting)}</p>
      ${signedIn ? '<a class="welcome__upload" href="/CalPass/Upload">UPLOAD DATA</a>' : ''}
    </div>
  </div>
</header>
<main class="site-main">
${page.main}
</main>
<footer class="site-footer">
  <div class="site-footer__inner">
    <section>
      <h2>Information</h2>
      <ul>
        <li><a href="/CalPass/Help">About</a></li>
        <li><a href="/CalPass/Help">Contact</a></li>
        <li><a href="/CalPass/Help">Privacy</a></li>
      </ul>
    </section>
    <section>
      <h2>Quick Links</h2>
      <ul>
        <li><a href="/CalPass/MemberList">Download Data</a></li>
        <li><a href="/CalPass/Upload">Upload Data</a></li>
        <li><a href="/CalPass/Profile">Your Profile</a></li>
      </ul>
    </section>
    <p class="site-footer__note">Practice site. Nothing sent here leaves this computer.</p>
  </div>
</footer>
</body>
</html>
`;
}

/** A document without the site's frame, for use inside another one. */
export function bareLayout(page: Omit<SitePage, 'greeting' | 'signedIn'>): string {
  return `<!DOCTYPE html>
<html lang="en">
${siteHead(page)}
<body>
${page.main}
</body>
</html>
`;
}

function siteHead({
  title,
  styles = [],
  scripts = [],
  earlyScripts = [],
}: Omit<SitePage, 'greeting' | 'main'>): string {
  const tags = [
    ...earlyScripts.map((address) => `<script src="${CONTENT}${address}"></script>`),
    ...[...styles, 'site.css'].map(
      (address) => `<link rel="stylesheet" href="${CONTENT}${address}">`,
    ),
    ...scripts.map((address) => `<script type="module" src="${CONTENT}${address}"></script>`),
  ];
  return `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Cal-PASS Plus</title>
${tags.join('\n')}
</head>`;
}
