import { siteLayout } from './site-layout.ts';

/** Mentions every control of the upload page and has none of them. */
export function helpPage(): string {
  return siteLayout({
    title: 'Help',
    greeting: 'Welcome back!',
    main: `
<h1>Help and Resources</h1>
<h2>Uploading data</h2>
<p>Sign in and open the upload page. Select a File Purpose, press the "Choose files" button and pick
  the files from your computer. Then fill the File Description box, for example SENR 2022-23, and
  wait until every file is shown as Ready to Submit. Data isn't submitted until you press the blue
  "CLICK TO SUBMIT" button.</p>
<p>A file shown as Loading in Progress is not complete yet. A file shown as Issue with File has to
  be removed and chosen again.</p>
<h2>Contact the Help Desk</h2>
<dl class="contact">
  <dt>Email</dt><dd><a href="mailto:help@calpassplus.org">help@calpassplus.org</a></dd>
  <dt>Phone</dt><dd>(916) 498-8980</dd>
  <dt>Hours</dt><dd>Monday through Friday, 9am to 5pm</dd>
</dl>
<form class="narrow-form" method="get" action="/CalPass/Help">
  <p class="field">
    <label for="search">Search the help pages</label>
    <input type="search" id="search" name="search" placeholder="e.g. file description">
  </p>
  <p><button type="submit" class="button">Search</button></p>
</form>`,
  });
}
