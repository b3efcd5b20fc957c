/** The pieces of text that a reader of HTML sees apart from each other. */
import { Tokenizer } from 'htmlparser2';
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
  const add = (text: string) => {
    if (unseen === 0) pieces[pieces.length - 1] += text;
  };
  const tag = (name: string, depth: 1 | -1) => {
    if (UNSEEN.has(name)) unseen = Math.max(0, unseen + depth);
    if (!WITHIN.has(name)) pieces.push('');
  };
  const nothing = () => {};
  // Tags count as they stand there: a parser would also end what nobody has ended.
  const tokens = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => add(html.slice(start, end)),
      ontextentity: (codepoint) => add(String.fromCodePoint(codepoint)),
      onopentagname: (start, end) => tag(html.slice(start, end).toLowerCase(), 1),
      onclosetag: (start, end) => tag(html.slice(start, end).toLowerCase(), -1),
      ...{ onattribdata: nothing, onattribentity: nothing, onattribend: nothing },
      ...{ onattribname: nothing, oncdata: nothing, oncomment: nothing, ondeclaration: nothing },
      ...{ onend: nothing, onopentagend: nothing, onprocessinginstruction: nothing },
      onselfclosingtag: nothing,
    },
  );
  tokens.write(html);
  tokens.end();
  return pieces.map(squeezed).filter((piece) => piece !== '');
}
