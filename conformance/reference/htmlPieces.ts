/** The pieces of text that a reader of HTML sees apart from each other. */
import { Parser } from 'htmlparser2';
import { squeezed } from './squeezed.js';

/** Elements that leave no trace in the text around them. */
const WITHIN = new Set(
  'a abbr b bdi bdo cite code em font i kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'template', 'title']);

/** With character references resolved and runs of blanks made one; none is empty. */
export function htmlPieces(html: string): string[] {
  const pieces = [''];
  let unseen = 0;
  const parser = new Parser({
    ontext(text) {
      if (unseen === 0) pieces[pieces.length - 1] += text;
    },
    onopentagname(name) {
      if (UNSEEN.has(name)) unseen++;
      if (!WITHIN.has(name)) pieces.push('');
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen--;
      if (!WITHIN.has(name)) pieces.push('');
    },
  });
  parser.end(html);
  return pieces.map(squeezed).filter((piece) => piece !== '');
}
