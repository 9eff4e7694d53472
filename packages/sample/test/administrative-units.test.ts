import { loadAdministrativeGeography } from "@an-sinh/sample/administrative-units/administrative-geography";
import { describeLoad } from "@an-sinh/sample/administrative-units/load-report";
import { formerUnitId } from "@an-sinh/sample/administrative-units/unit-ids";
import { isUnitCode } from "@an-sinh/territory/unit-id";
import { describe, expect, test } from "vitest";

const geography = loadAdministrativeGeography();
const units = new Map(geography.units.map((unit) => [unit.id, unit]));
const successorsOf = (id: string) =>
  geography.successions.filter((row) => row.predecessorId === id).map((row) => row.successorId);

describe("the address database", () => {
  test("what was loaded, repaired and rejected is counted with its reason", () => {
    expect(geography.report).toEqual({
      loaded: { provinces: 34, communes: 3321, mappings: 1492 },
      repaired: { "missing codes found by name": 3, "wrong codes found by name": 3 },
      rejected: {
        "mappings with a missing or malformed old_ward_code": 5,
        "mappings without a code of the former commune": 181,
        "mappings that say what another says": 2,
      },
      outside: 9297,
    });
    expect(describeLoad(geography.report).join(" ")).toContain("181 mappings without a code");
  });

  test("a code is an identity only with its validity", () => {
    expect(units.get("24@0")).toMatchObject({ code: "24", name: "Tỉnh Bắc Giang", validTo: "2025-06-30" });
    expect(units.get("24@2025-07-01")).toMatchObject({ code: "24", name: "Tỉnh Bắc Ninh", validTo: null });
    expect(units.get("27@0")).toMatchObject({ name: "Tỉnh Bắc Ninh", validTo: "2025-06-30" });
  });

  test("a province that took in no other goes on as it was", () => {
    const unchanged = ["01", "04", "11", "12", "14", "20", "22", "38", "40", "42", "46"].map(formerUnitId);
    const current = geography.units.filter((unit) => unit.level === "PROVINCE" && unit.validTo === null);
    expect(current.filter((unit) => unit.validFrom === null).map((unit) => unit.id)).toEqual(unchanged);
    expect(current).toHaveLength(34);
  });

  test("merged provinces succeed all that they took in", () => {
    for (const closed of ["24@0", "27@0"]) expect(successorsOf(closed)).toEqual(["24@2025-07-01"]);
    for (const closed of ["17@0", "25@0", "26@0"]) expect(successorsOf(closed)).toEqual(["25@2025-07-01"]);
    for (const unchanged of ["01@0", "22@0"]) expect(successorsOf(unchanged)).toEqual([]);
  });

  test("Tien Du district had 14 communes, whose land is in communes of the new Bac Ninh", () => {
    expect(units.get("260@0")).toMatchObject({ name: "Huyện Tiên Du", level: "DISTRICT", parentId: "27@0" });
    expect(geography.units.filter((unit) => unit.parentId === "260@0")).toHaveLength(14);
    const parents = successorsOf("260@0").map((id) => units.get(id)?.parentId);
    expect(new Set(parents)).toEqual(new Set(["24@2025-07-01"]));
  });

  test("every unit but a province has a parent, which comes before it, in the same province", () => {
    const seen = new Set<string>();
    for (const { id, level, parentId, provinceId } of geography.units) {
      seen.add(id);
      if (level === "PROVINCE") expect([parentId, provinceId]).toEqual([null, id]);
      else
        expect([seen.has(parentId ?? ""), units.get(parentId ?? "")?.provinceId]).toEqual([true, provinceId]);
    }
    expect(seen.size).toBe(geography.units.length);
  });

  test("Ta Xa, which a source of 2024 names, was a commune of Cam Khe until it became a part of Phu Khe", () => {
    const closed = ["08392@0", "08398@0", "08404@0"].map((id) => units.get(id));
    expect(closed.map((unit) => [unit?.name, unit?.validTo, unit?.parentId])).toEqual([
      ["Xã Phú Khê", "2024-12-31", "235@0"],
      ["Xã Yên Tập", "2024-12-31", "235@0"],
      ["Xã Tạ Xá", "2024-12-31", "235@0"],
    ]);
    expect(units.get("08398@2025-01-01")).toMatchObject({ name: "Xã Phú Khê", validTo: "2025-06-30" });
    expect(successorsOf("08404@0")).toEqual(["08398@2025-01-01"]);
    expect(successorsOf("08398@2025-01-01")).toEqual(["08398@2025-07-01"]);
  });

  test("no day has two units of one code, and no land is in two communes on one day", () => {
    const days = ["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"];
    for (const day of days) {
      const valid = geography.units.filter(
        ({ validFrom, validTo }) => (validFrom ?? "") <= day && day <= (validTo ?? "9999"),
      );
      expect(new Set(valid.map(({ code }) => code)).size).toBe(valid.length);
      const communes = new Set(valid.filter(({ level }) => level === "COMMUNE").map(({ id }) => id));
      const land = geography.territory.filter(({ unitId }) => communes.has(unitId));
      expect(new Set(land.map(({ localityId }) => localityId)).size).toBe(land.length);
    }
  });

  test("names are composed Unicode and begin with the kind of unit", () => {
    const kinds = /^(Tỉnh|Thành phố|Thị xã|Thị trấn|Quận|Huyện|Phường|Xã|Đặc khu) /;
    const odd = geography.units.filter(({ name }) => name !== name.normalize("NFC") || !kinds.test(name));
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  test("each locality lies in every unit that it names, and in no other", () => {
    const rows = new Set(geography.territory.map(({ unitId, localityId }) => `${unitId} ${localityId}`));
    const named = geography.localities.flatMap((place) =>
      [
        ...place.formerCommuneIds,
        formerUnitId(place.formerDistrictCode),
        formerUnitId(place.formerProvinceCode),
        place.communeId,
        place.provinceId,
      ].map((unitId) => `${unitId} ${place.id}`),
    );
    const ids = new Set(geography.localities.map(({ id }) => id));
    expect(new Set([...rows].filter((row) => ids.has(row.split(" ")[1] ?? "")))).toEqual(new Set(named));
  });

  test("the territory has every unit on record, and no other", () => {
    const listed = new Set(geography.territory.map(({ unitId }) => unitId));
    expect([...listed].toSorted()).toEqual([...units.keys()].toSorted());
  });

  test("a commune that no mapping is kept of is a locality of its own", () => {
    const ofDaNang = geography.territory.filter(({ unitId }) => unitId === "48@2025-07-01");
    const communes = geography.units.filter(({ parentId }) => parentId === "48@2025-07-01");
    expect(ofDaNang.map(({ localityId }) => localityId)).toEqual(communes.map(({ code }) => `${code}-whole`));
    for (const { localityId } of ofDaNang) {
      const unitIds = geography.territory.filter((row) => row.localityId === localityId);
      expect(unitIds).toHaveLength(2);
    }
  });

  test("neither the id of a unit nor that of a locality can be mistaken for a code", () => {
    const ids = geography.territory.flatMap(({ unitId, localityId }) => [unitId, localityId]);
    expect(ids.filter(isUnitCode)).toEqual([]);
  });
});

const mapping = {
  old_ward_code: "09319",
  old_ward_name: "Xã A",
  old_district_name: "Huyện Tiên Du",
  old_province_name: "Tỉnh Bắc Ninh",
  new_ward_code: "09319",
  new_ward_name: "Xã Tiên Du",
  new_province_name: "Bắc Ninh",
};

function loadWith(...mappings: object[]) {
  const provinces = [
    { province_code: "24", name: "Bắc Ninh", place_type: "Tỉnh" },
    { province_code: "25", name: "Phú Thọ", place_type: "Tỉnh" },
  ];
  const wards = [
    { ward_code: "09319", name: "Xã Tiên Du", province_code: "24" },
    { ward_code: "09000", name: "Xã Khác", province_code: "25" },
  ];
  return loadAdministrativeGeography([
    { type: "header" },
    { type: "table", name: "provinces", data: provinces },
    { type: "table", name: "wards", data: wards },
    { type: "table", name: "ward_mappings", data: mappings },
  ]);
}

describe("dirty rows", () => {
  test.each([
    ["codes without leading zeros", { new_ward_code: "9319" }],
    ["codes without leading zeros", { old_ward_code: "9319" }],
    ["wrong codes found by name", { new_ward_code: "14776" }],
    ["districts spelled differently", { old_district_name: "Thị xã Tiên Du" }],
  ])("%s are put right", (reason, change) => {
    const { report, localities } = loadWith({ ...mapping, ...change });
    expect(report.repaired).toEqual({ [reason]: 1 });
    expect(localities.map(({ id }) => id)).toEqual(["09319-09319"]);
  });

  test.each([
    ["mappings with a missing or malformed old_ward_name", { old_ward_name: null }],
    ["mappings with a missing or malformed new_ward_code", { new_ward_code: "x" }],
    ["mappings without a code of the former commune", { old_ward_code: null, old_ward_name: "Xã B" }],
    ["mappings to a commune that does not exist", { new_ward_code: "1", new_ward_name: "Xã Không Có" }],
    ["mappings to another province", { new_ward_code: "09000", new_ward_name: "Xã Khác" }],
    ["mappings of an unknown district", { old_district_name: "Huyện Không Có" }],
    ["mappings that say what another says", {}],
  ])("%s are rejected", (reason, change) => {
    const { report } = loadWith(mapping, { ...mapping, ...change });
    expect(report).toMatchObject({ loaded: { mappings: 1 }, rejected: { [reason]: 1 }, repaired: {} });
  });

  test("other provinces are no concern of the sample", () => {
    const { report } = loadWith(mapping, { ...mapping, old_province_name: "Tỉnh Lai Châu" });
    expect(report).toMatchObject({ outside: 1, rejected: {} });
  });
});
