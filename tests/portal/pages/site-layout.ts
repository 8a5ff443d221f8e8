import { escapeHtml } from '../escape-html.ts';

export interface SitePage {
  readonly title: string;
  /** The words of the blue header; the signed-in pages say "Welcome back!". */
  readonly greeting: string;
  readonly main: string;
  readonly signedIn?: boolean;
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

/** The frame that every page of the site stands in. */
export function siteLayout({ signedIn = true, styles = [], scripts = [], ...page }: SitePage) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} - Cal-PASS Plus</title>
${[...styles, 'site.css'].map(styleTag).join('\n')}
${scripts.map(scriptTag).join('\n')}
</head>
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

function styleTag(address: string): string {
  return `<link rel="stylesheet" href="/CalPass/Content/${address}">`;
}

function scriptTag(address: string): string {
  return `<script type="module" src="/CalPass/Content/${address}"></script>`;
}
