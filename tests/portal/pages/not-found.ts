import { siteLayout } from './site-layout.ts';

export function notFoundPage(): string {
  return siteLayout({
    title: 'Page Not Found',
    greeting: 'Welcome back!',
    main: '<h1>Page Not Found</h1><p><a href="/">Go to the home page</a></p>',
  });
}
