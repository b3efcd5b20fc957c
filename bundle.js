// Makes what is compiled start sooner: schemas become code, and the command and the library few
// files, as to load hundreds takes longer than to run them. Part of `npm run build`.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'rolldown';
import { compileAhead } from './dist/specs/compileAhead.js';

writeFileSync('dist/specs/compiledAhead.js', compileAhead());

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

await build({
  input: {
    index: './dist/index.js',
    reference: './dist/reference.js',
    'cli/auditrig': './dist/cli/auditrig.js',
  },
  // Packages stay where npm puts them.
  external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
  platform: 'node',
  output: { dir: 'dist', chunkFileNames: 'chunks/[name].js' },
});
