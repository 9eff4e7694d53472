import { isSyllable } from "./syllable.js";

/** The characters of TCVN3 (ABC) as Latin-1 shows them, and the letters that its fonts draw. */
export const tcvn3 = letterMap(
  "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ " +
    "Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ",
);

/** The letters and pairs of VNI as Latin-1 shows them, in small letters. */
export const vni = letterMap(
  "ñđ ôơ öư æỉ óĩ òị îỵ aùá aøà aûả aõã aïạ aââ aáấ aàầ aåẩ aãẫ aäậ aêă aéắ aèằ aúẳ aüẵ aëặ eùé eøè eûẻ eõẽ eïẹ eâê eáế eàề eåể eãễ eäệ " +
    "oùó oøò oûỏ oõõ oïọ oâô oáố oàồ oåổ oãỗ oäộ ôùớ ôøờ ôûở ôõỡ ôïợ uùú uøù uûủ uõũ uïụ öùứ öøừ öûử öõữ öïự yùý yøỳ yûỷ yõỹ",
);

function letterMap(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(" ").map((pair) => [pair.slice(0, -1), pair.slice(-1)]));
}

/**
 * Signs that stand for letters in TCVN3, where no sign stands in sound text: after a letter, between letters, before a
 * letter. Sound are the trademark "Viettel®", the ordinal "Mª", the Catalan "l·l" and a point between two names.
 */
const signsInWords = new RegExp(
  [
    /\p{L}[¡¢£¤¥¦¨¬\u00adµ¶¸¹«¼½¾]/u,
    /\p{L}[©®§×»](?=\p{L})/u,
    /[§®](?=[\p{L}µ¶¸¹¨©ª«¬\u00ad])|[¨¬¸¶](?=\p{L})/u,
    /(?<!\bM)(?<=\p{L})ª/u,
    /(?<=\p{Ll})·(?![l\p{Lu}])|(?<=\p{Lu})·(?!L|\p{Lu}(?!\p{L}))/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "u",
);

/** A capital with a mark after a small letter. The Irish "Ó hÓgáin" is sound. */
const capitalWithinWord = /(?<![\p{L}][hnt]|(?<!\p{L})[hntmgb])(?<=\p{Ll})[ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖØÜÝÞ]/u;

const beyondLatin1 = /[\u0100-\uffff]/;
const marked = /[\u00c0-\u00ff]/;
const wordBreak = /[^a-zA-Z\u00c0-\u00ff]+/;

/** Names of other languages that one of the fonts would show as Vietnamese syllables. */
const foreign: ReadonlySet<string> = new Set(
  "loïc maï thaï caïn naïm haïm raïs lü nü lüe nüe bø hå".split(" "),
);

// Text for a font of TCVN3 (ABC) or VNI looks like "NguyÔn V¨n §øc" or "Nguyeãn Vaên Ñöùc".

/** Whether text has signs in words, as only TCVN3 has them. */
export const hasLegacySigns = (text: string): boolean => signsInWords.test(text);

/**
 * Whether the words of a text show that it was written for such a font: as they stand they are no Vietnamese syllables,
 * and read as the font shows them they are.
 */
export function hasLegacyWords(text: string): boolean {
  if (beyondLatin1.test(text) || !marked.test(text)) return false;
  const words = text.split(wordBreak).filter((word) => word !== "");
  const others = words.filter((word) => !isSyllable(word));
  if (others.length === 0) return false;
  return capitalWithinWord.test(text) || [readTcvn3, readVni].some((read) => tellsOf(read, words, others));
}

/** One such word tells enough where all others are Vietnamese, and two do anywhere. */
function tellsOf(
  read: (word: string) => string,
  words: readonly string[],
  others: readonly string[],
): boolean {
  const legacy = others.filter(
    (word) => marked.test(word) && !foreign.has(word.toLowerCase()) && isSyllable(read(word)),
  );
  return legacy.length >= 2 || (legacy.length === 1 && others.length === 1 && words.length > 1);
}

const readTcvn3 = (word: string): string => word.replace(/./gu, (letter) => tcvn3.get(letter) ?? letter);

const readVni = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[aeoôuöy][ùøûõïâáàåãäêéèúüë]|[ñôöæóòî]/gu, (letters) => vni.get(letters) ?? letters);
