import 'blueimp-file-upload';
import $ from 'jquery';
import { LOAD_ADDRESS } from './load-file.js';
import { startForm } from './upload-form.js';

const takeFiles = startForm(document.querySelector('form.upload-form'));

// After each choice the widget replaces the input with a clone.
$('#files').fileupload({
  url: LOAD_ADDRESS,
  paramName: 'file',
  dataType: 'text',
  formData: [],
  add: (_event, data) => takeFiles(data.files, () => data.submit()),
});
