/** Sends the words and the ids of the loaded files. The server's answer replaces the form. */
export async function submitInPlace(action, { purpose, description, fileIds }) {
  const body = new FormData();
  body.append('purpose', purpose);
  body.append('description', description);
  for (const id of fileIds) body.append('fileId', id);
  const response = await fetch(action, { method: 'POST', body });
  document.getElementById('uploadRegion').innerHTML = await response.text();
}
