import { MeritoriousRecordEntity } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.entity";
import { PaymentEntity } from "@an-sinh/meritorious-service/payment/payment.entity";
import { PaymentChannel } from "@an-sinh/meritorious-service/payment/payment.enums";
import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { copyingReference, defineFileKind } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { day, month } from "../../values/days.js";
import { dong } from "../../values/numbers.js";
import { digits, id } from "../../values/text.js";

export const payments = defineFileKind<PaymentEntity>({
  name: "payments",
  description: "Monthly allowances of records as they were paid.",
  entity: PaymentEntity,
  key: ["id"],
  place: {},
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    {
      name: "record_id",
      property: "recordId",
      type: id,
      refersTo: copyingReference({
        entity: MeritoriousRecordEntity,
        by: "id",
        noun: "record",
        copied: ({ categoryId, localityId }) => ({ categoryId, localityId }),
      }),
      description: "The record.",
    },
    {
      name: "commune_code",
      type: digits(5),
      isOptional: true,
      description: "Today's commune where the record was kept when it was paid. Blank: where it is kept now.",
    },
    {
      name: "former_commune_code",
      type: digits(5),
      isOptional: true,
      description: "The commune until 2025-06-30. Blank: today's was made of one only, or is not given.",
    },
    { name: "month", property: "month", type: month, description: "The month it is for." },
    { name: "amount", property: "amount", type: dong, description: "Dong." },
    { name: "paid_on", property: "paidOn", type: day, description: "The day it was paid." },
    {
      name: "channel",
      property: "channel",
      type: choice(PaymentChannel),
      description: "How the money reached the beneficiary.",
    },
  ],
  derive: ({ month: first }) => ({ year: yearOf(String(first)) }),
});
