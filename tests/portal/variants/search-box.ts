import { LOADS_ON_CHOICE, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

export const searchBox = {
  ...LOADS_ON_CHOICE,
  id: 'search-box',
  title: 'Search box',
  purpose: 'A search form for past uploads has fields with the same words as the upload form.',
  formHtml: (action) => `
<form class="filter-row" role="search" method="get" action="/CalPass/MemberList">
  <label>File Description <input type="search" id="searchDescription" name="search"></label>
  <label>File Purpose <select id="searchPurpose" name="purpose">
    <option value="">All purposes</option><option>CALPADS</option></select></label>
  <button type="submit" class="button" id="searchButton">Search</button>
</form>
${usualForm(action)}`,
  shouldNot: [
    { selector: '#searchDescription', why: 'It searches past uploads.' },
    { selector: '#searchPurpose', why: 'It narrows a search; filling it changes the list.' },
  ],
} as const satisfies UploadPageVariant;
