import { generate } from 'selfsigned';

const DNS_NAME = 2;
const IP_ADDRESS = 7;

/** A new self-signed certificate for every start, so no key is ever in the repository. */
export async function createCertificate(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: 'www.calpassplus.org' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [
            { type: DNS_NAME, value: 'calpassplus.org' },
            { type: DNS_NAME, value: '*.calpassplus.org' },
            { type: DNS_NAME, value: 'localhost' },
            { type: IP_ADDRESS, ip: '127.0.0.1' },
          ],
        },
      ],
    },
  );
  return { key, cert };
}
