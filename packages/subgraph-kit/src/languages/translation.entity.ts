import { Column, Entity, PrimaryColumn } from "typeorm";
import { enumeration } from "../database/columns.js";
import type { Language } from "./language.js";

/**
 * What a text of the department's tables is in another language: names, legal bases and remarks that many rows have
 * alike. Fields with `@Translated()` answer it.
 */
@Entity("translation")
export class TranslationEntity {
  /** The language of the translation. */
  @PrimaryColumn({ ...enumeration })
  language!: Language;

  /** As the tables have it, with all its characters. */
  @PrimaryColumn({ type: "varchar", length: 400 })
  text!: string;

  @Column({ type: "varchar", length: 800 })
  translation!: string;
}
