import { LOADS_ON_CHOICE, ON, USUAL_STEPS, usualForm } from './form-pieces.ts';
import type { UploadPageVariant } from './upload-page-variant.ts';

/** A browser's possible translation of the page's words, text by text. */
const TRANSLATIONS = {
  'File Purpose:': 'Propósito del archivo:',
  'Select purpose': 'Seleccionar propósito',
  'Adult Education': 'Educación para adultos',
  'File Description:': 'Descripción del archivo:',
  'e.g. SENR 2022-23': 'por ejemplo, SENR 2022-23',
  'Choose files': 'Elija archivos',
  'Ready to Submit': 'Listo para enviar',
  'Loading in Progress': 'Carga en curso',
  'Issue with File': 'Problema con el archivo',
  'CLICK TO SUBMIT': 'HAGA CLIC PARA ENVIAR',
  'Thank you for uploading your file(s)! You should receive a confirmation email shortly. Please':
    '¡Gracias por subir su(s) archivo(s)! Debería recibir un correo electrónico de confirmación en breve. Por favor,',
  'click here': 'haga clic aquí',
  "if you'd like to make another upload.": 'si desea realizar otra carga.',
} as const;

export const translated = {
  ...LOADS_ON_CHOICE,
  id: 'translated',
  title: 'Translated by the browser',
  purpose: 'The browser replaces the words that identify the controls.',
  formHtml: (action) => `
<p><button type="button" class="button" id="translate">Translate this page</button></p>
<script type="application/json" id="translations">${JSON.stringify(TRANSLATIONS)}</script>
${usualForm(action)}`,
  scripts: ['upload-page.js', 'translated.js'],
  byHand: [{ do: { selector: '#translate' }, leadsTo: ON }, ...USUAL_STEPS],
} as const satisfies UploadPageVariant;
