export const LOAD_ADDRESS = '/CalPass/Upload/Load';

/** Sends one file to the server. Resolves to the server's id for it. */
export function loadFile(file) {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    body.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', LOAD_ADDRESS);
    request.onload = () => {
      if (request.status === 200) resolve(request.responseText);
      else reject(new Error(`The server answered ${request.status}`));
    };
    request.onerror = () => reject(new Error('The connection was lost'));
    request.send(body);
  });
}
