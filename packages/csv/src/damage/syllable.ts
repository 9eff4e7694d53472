const onsets = "ngh ng gh gi kh nh ph qu th tr ch b c d đ g h k l m n p r s t v x".split(" ");

const rimes = (
  "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
  "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu " +
  "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot " +
  "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt " +
  "up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu " +
  "y ych yêm yên yêng yêt yêu ynh yt"
).split(" ");

const onset = new RegExp(`^(?:${onsets.join("|")})`);
const knownRimes: ReadonlySet<string> = new Set(rimes);
const closedRime = /(?:c|ch|p|t)$/;

const sac = "\u0301";
const dot = "\u0323";
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Files repeat the same few thousand syllables. */
const verdicts = new Map<string, boolean>();
const mostVerdicts = 20_000;

/** A tone on the last letter of ai, ao, au and the like. It stands there in "uý" only. */
const toneOnGlide = /[iouy][\u0300\u0301\u0303\u0309\u0323]$/;

const toneOnConsonant = /[b-df-hj-np-tvwxz][\u0300\u0301\u0303\u0309\u0323]/;

/**
 * Whether a word in NFC can be a Vietnamese syllable: an onset, a rime and at most one tone, which may stand on either
 * letter of oa, oe and uy. Before a stop, only the tones of á and ạ occur. Names of other languages may be syllables by
 * chance.
 */
export function isSyllable(word: string): boolean {
  const known = verdicts.get(word);
  if (known !== undefined) return known;
  if (verdicts.size >= mostVerdicts) verdicts.clear();
  const verdict = judge(word);
  verdicts.set(word, verdict);
  return verdict;
}

function judge(word: string): boolean {
  const letters = word.toLowerCase().normalize("NFD");
  const tone = letters.match(tones) ?? [];
  if (tone.length > 1 || toneOnConsonant.test(letters)) return false;
  const base = letters.replace(tones, "").normalize("NFC");
  const rime = knownRimes.has(base) ? base : base.replace(onset, "");
  // In "gì" and "quốc" the onset takes a letter of the rime along.
  const isKnown = knownRimes.has(rime) || (base.startsWith("gi") && knownRimes.has(base.slice(1)));
  if (toneOnGlide.test(letters) && rime.length > 1 && rime !== "uy") return false;
  return isKnown && (!closedRime.test(rime) || tone.length === 0 || tone[0] === sac || tone[0] === dot);
}
