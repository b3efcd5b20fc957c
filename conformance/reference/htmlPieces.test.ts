import { describe, expect, it } from 'vitest';
import { htmlPieces } from './htmlPieces.js';

describe('the pieces of HTML', () => {
  const cases: readonly [html: string, pieces: string[]][] = [
    ['', []],
    ['no markup', ['no markup']],
    ['<p>one</p><p>two</p>', ['one', 'two']],
    ['before<div>within</div>behind', ['before', 'within', 'behind']],
    ['one<br>two<br/>three', ['one', 'two', 'three']],
    ['<ul><li>one<li>two</ul>', ['one', 'two']],
    ['<table><tr><td>a</td><td>b</td></tr></table>', ['a', 'b']],
    ['a <b>bold</b><span> word</span>', ['a bold word']],
    ['<P>in <EM>any</EM> case</P>', ['in any case']],
    ['Tom &amp; Jerry &lt;b&gt; &#x41;&#66;&nbsp;&eacute;', ['Tom & Jerry <b> AB é']],
    ['<p>  many \n\t blanks\u00a0\u2003here </p>', ['many blanks here']],
    ['<p> </p><p>&nbsp;</p><div></div>', []],
    ['a<script>b("</p>")</script>c<style>d{}</style>e', ['a', 'c', 'e']],
    ['<title>a</title><template>b<p>c</p></template>d', ['d']],
    ['a<!-- b <p>c</p> -->d', ['ad']],
    ['<p title="a > b">c</p>', ['c']],
    ['<svg><text>drawn</text></svg>', ['drawn']],
    ['<x-own>a</x-own>b', ['a', 'b']],
    ['5 < 6 and 7 > 3', ['5 < 6 and 7 > 3']],
    ['left <p>open', ['left', 'open']],
  ];
  for (const [html, pieces] of cases)
    it(`are ${JSON.stringify(pieces)} in ${JSON.stringify(html)}`, () => {
      expect(htmlPieces(html)).toEqual(pieces);
    });
});
