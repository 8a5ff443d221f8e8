import { siteLayout } from './site-layout.ts';

/** A file input that has nothing to do with data. The assistant must leave it alone. */
export function profilePage(): string {
  return siteLayout({
    title: 'Your Profile',
    greeting: 'Welcome back!',
    main: `
<h1>Your Profile</h1>
<form class="narrow-form" method="post" action="/CalPass/Profile" enctype="multipart/form-data">
  <p class="field">
    <label for="jobTitle">Job Title</label>
    <input type="text" id="jobTitle" name="jobTitle" autocomplete="organization-title">
  </p>
  <p class="field">
    <label for="picture">Profile picture</label>
    <input type="file" id="picture" name="picture">
  </p>
  <p><button type="submit" class="button button--primary">Save</button></p>
</form>`,
  });
}
