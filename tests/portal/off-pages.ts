import { helpPage } from './pages/help.ts';
import { homePage } from './pages/home.ts';
import { loginPage } from './pages/login.ts';
import { memberListPage } from './pages/member-list.ts';
import { profilePage } from './pages/profile.ts';

/** The site's other pages. To add one, add its file and one entry. */
export const OFF_PAGES = [
  { id: 'home', path: '/', html: homePage },
  { id: 'login', path: '/CalPass/Login', html: loginPage },
  { id: 'members', path: '/CalPass/MemberList', html: memberListPage },
  { id: 'help', path: '/CalPass/Help', html: helpPage },
  { id: 'profile', path: '/CalPass/Profile', html: profilePage },
] as const;

export type OffPage = (typeof OFF_PAGES)[number]['id'];
