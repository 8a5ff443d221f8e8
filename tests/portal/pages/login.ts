import { siteLayout } from './site-layout.ts';

export function loginPage(): string {
  return siteLayout({
    title: 'Login',
    greeting: 'Member Login',
    signedIn: false,
    main: `
<h1>Login</h1>
<form class="narrow-form" method="post" action="/CalPass/Login">
  <p class="field">
    <label for="username">Username</label>
    <input type="text" id="username" name="username" autocomplete="username">
  </p>
  <p class="field">
    <label for="password">Password</label>
    <input type="password" id="password" name="password" autocomplete="current-password">
  </p>
  <p><button type="submit" class="button button--primary">LOGIN</button></p>
</form>
<p>Affiliated with a Member Institution? In order to be approved to receive a login, your email
  address must match a domain of a member institution.</p>`,
  });
}
