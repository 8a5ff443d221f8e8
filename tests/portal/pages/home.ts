import { siteLayout } from './site-layout.ts';

export function homePage(): string {
  return siteLayout({
    title: 'Home',
    greeting: 'Welcome back!',
    main: `
<h1>Actionable Data on Education</h1>
<p class="lead">Cal-PASS Plus is a FREE statewide clearinghouse of longitudinal data following
  students from K-12 into the workforce</p>
<p><a class="button button--primary" href="/CalPass/Login">JOIN FREE</a></p>
<section class="band">
  <h2>1500+ Institutional Members</h2>
  <p>Data sharing agreements give members access to the data system to help understand and improve
    student performance and success across the educational pipeline. See which K-12 districts,
    community colleges, and universities are members, have uploaded data, and currently hold
    MOU's.</p>
  <p><a href="/CalPass/MemberList">Member List</a></p>
</section>`,
  });
}
