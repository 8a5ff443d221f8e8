import { numberedPurposeOptions } from '../file-purposes.ts';
import { FILE_LIST, FILE_STATES_LEGEND, SUBMIT_NOTE } from './file-states.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

/** Looks like the framework's state. The server never reads it. */
const VIEW_STATE =
  'PD94bWwgdmVyc2lvbj0iMS4wIj8+L3dFUER3VUtMVGsyTkRrM01USTROUTlrRmdKbUQyUVdBZ0lERDJRV0FnSUJEMlFX';

export const aspnet = {
  id: 'aspnet',
  title: 'ASP.NET WebForms',
  purpose: 'Labels are only words in the next cell, option values are numbers, post-back.',
  formHtml: (action) => `
<form method="post" action="${action}" id="aspnetForm">
  <input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="">
  <input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="">
  <input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${VIEW_STATE}">
  <input type="hidden" name="__VIEWSTATEGENERATOR" id="__VIEWSTATEGENERATOR" value="9D26DF31">
  <table class="upload-table" id="ctl00_MainContent_tblUpload" role="presentation">
    <tr>
      <td class="upload-table__words">File Purpose:</td>
      <td>
        <select name="ctl00$MainContent$ddlFilePurpose" id="ctl00_MainContent_ddlFilePurpose">
          ${numberedPurposeOptions()}
        </select>
      </td>
    </tr>
    <tr>
      <td class="upload-table__words">File Description:</td>
      <td>
        <input name="ctl00$MainContent$txtFileDescription" type="text" maxlength="255"
          id="ctl00_MainContent_txtFileDescription" placeholder="e.g. SENR 2022-23">
      </td>
    </tr>
    <tr>
      <td class="upload-table__words">Choose files</td>
      <td><input type="file" multiple="multiple" id="ctl00_MainContent_fuDataFiles"></td>
    </tr>
    <tr>
      <td></td>
      <td>${FILE_STATES_LEGEND}${FILE_LIST}</td>
    </tr>
    <tr>
      <td></td>
      <td class="submit-row">
        <input type="submit" name="ctl00$MainContent$btnSubmit" value="CLICK TO SUBMIT"
          id="ctl00_MainContent_btnSubmit" class="button button--primary">
        <span class="note" id="ctl00_MainContent_lblNote">${SUBMIT_NOTE}</span>
      </td>
    </tr>
  </table>
</form>`,
  styles: [],
  scripts: ['aspnet.js'],
  confirmation: 'reload',
  fieldNames: {
    purpose: 'ctl00$MainContent$ddlFilePurpose',
    description: 'ctl00$MainContent$txtFileDescription',
    loadedFileId: 'ctl00$MainContent$hfFileId',
  },
  controls: {
    purpose: { kind: 'select', selector: '#ctl00_MainContent_ddlFilePurpose' },
    description: { kind: 'value', selector: '#ctl00_MainContent_txtFileDescription' },
    files: { kind: 'input', selector: '#ctl00_MainContent_fuDataFiles' },
    submit: { selector: '#ctl00_MainContent_btnSubmit' },
  },
  expects: { state: 'on' },
  shouldNot: [],
} as const satisfies UploadPageVariant;
