/** How clients in several languages are made to trust an authority. */
import { dirname, join } from 'node:path';
import { columns } from './columns.js';
import { quoted } from './quoted.js';

/** The password of a Java truststore with a public certificate in it protects nothing. */
const PASSWORD = 'auditrig';

/** For each language, what to paste into a shell before the client is started from it. */
export function trustLines(file: string): string[] {
  const path = quoted(file);
  const store = quoted(join(dirname(file), 'truststore.p12'));
  return [
    `The certificate is signed by a throw-away authority, ${file}. To trust it:`,
    '',
    ...columns([
      ['Node', `export NODE_EXTRA_CA_CERTS=${path}`],
      ['Python', `export SSL_CERT_FILE=${path} REQUESTS_CA_BUNDLE=${path}`],
      ['curl', `export CURL_CA_BUNDLE=${path}`],
      [
        'Java',
        `keytool -importcert -noprompt -alias auditrig -file ${path} -keystore ${store} -storetype PKCS12 -storepass ${PASSWORD}`,
      ],
      [
        '',
        `export JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore=${store} -Djavax.net.ssl.trustStorePassword=${PASSWORD}"`,
      ],
    ]).map((line) => `  ${line}`),
  ];
}
