/** Accents of TeX and the marks that Unicode combines with a letter (LaTeX2e, `inputenc` and `textcomp`). */
export const ACCENTS = new Map(
  [
    ...'`\u0300 \'\u0301 ^\u0302 ~\u0303 =\u0304 u\u0306 .\u0307 "\u0308 r\u030a H\u030b v\u030c b\u0332 d\u0323 c\u0327 k\u0328 t\u0361'.split(
      ' ',
    ),
  ].map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]),
);

/** Commands that are characters, from LaTeX's own list; the test compares them with those that Citation.js knows. */
const WORDS =
  'textquotesingle \' textasciigrave ` textquotedbl " textdollar $ textless < textgreater > textbackslash \\ textasciicircum ^ textunderscore _ textbraceleft { textbar | textbraceright } textasciitilde ~ textexclamdown ¡ textcent ¢ textsterling £ textcurrency ¤ textyen ¥ textbrokenbar ¦ textsection § textasciidieresis ¨ textcopyright © textordfeminine ª guillemetleft « guillemotleft « textlnot ¬ textregistered ® textasciimacron ¯ textdegree ° textpm ± texttwosuperior ² textthreesuperior ³ textasciiacute ´ textmu µ textparagraph ¶ textperiodcentered · textonesuperior ¹ textordmasculine º guillemetright » guillemotright » textonequarter ¼ textonehalf ½ textthreequarters ¾ textquestiondown ¿ AE Æ DH Ð texttimes × O Ø TH Þ ss ß ae æ dh ð textdiv ÷ o ø th þ DJ Đ dj đ i ı IJ Ĳ ij ĳ L Ł l ł NG Ŋ ng ŋ OE Œ oe œ AA Å aa å textflorin ƒ j ȷ textasciicaron ˇ textasciibreve ˘ textacutedbl ˝ textgravedbl ˵ texttildelow ˷ textbaht ฿ SS ẞ textendash – textemdash — textbardbl ‖ textquoteleft ‘ textquoteright ’ quotesinglbase ‚ textquotedblleft “ textquotedblright ” quotedblbase „ textdagger † textdaggerdbl ‡ textbullet • textellipsis … textperthousand ‰ textpertenthousand ‱ guilsinglleft ‹ guilsinglright › textreferencemark ※ textinterrobang ‽ textfractionsolidus ⁄ textlquill ⁅ textrquill ⁆ textdiscount ⁒ textcolonmonetary ₡ textlira ₤ textnaira ₦ textwon ₩ textdong ₫ texteuro € textpeso ₱ textcelsius ℃ textnumero № textcircledP ℗ textrecipe ℞ textservicemark ℠ texttrademark ™ textohm Ω textmho ℧ textestimated ℮ textleftarrow ← textuparrow ↑ textrightarrow → textdownarrow ↓ textminus − Hwithstroke Ħ hwithstroke ħ textasteriskcentered ∗ textsurd √ textlangle 〈 textrangle 〉 textblank ␢ textvisiblespace ␣ textopenbullet ◦ textbigcircle ◯ textmusicalnote ♪ textmarried ⚭ textdivorced ⚮ textinterrobangdown ⸘ copyright © dots … ldots … dag † ddag ‡ P ¶ S § pounds £ euro € TeX TeX LaTeX LaTeX BibTeX BibTeX';

/** Letters and signs of formulas. */
const FORMULAS =
  'Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ varsigma ς sigma σ tau τ upsilon υ varphi φ chi χ psi ψ omega ω vartheta ϑ Upsilon ϒ phi ϕ varpi ϖ varrho ϱ epsilon ϵ times × cdot · pm ± leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ equiv ≡ infty ∞ rightarrow → to → leftarrow ← Rightarrow ⇒ uparrow ↑ downarrow ↓ sum ∑ prod ∏ int ∫ partial ∂ sqrt √ in ∈ cup ∪ cap ∩ circ ° prime ′ dots … cdots ⋯ percent %';

/** What a command stands for. */
export const COMMANDS: ReadonlyMap<string, string> = new Map(
  [FORMULAS, WORDS].flatMap((list) =>
    [...list.matchAll(/(\S+) (\S+)/g)].map(([, name = '', sign = '']): [string, string] => [name, sign]),
  ),
);
