import "reflect-metadata";
import { Ctx, FieldResolver, Resolver, type ClassType } from "type-graphql";
import { defineCatalog } from "./batching.js";
import type { RequestContext } from "./context.js";
import type { Database } from "./database/database.js";
import { LoadedSampleEntity } from "./database/loaded-sample.entity.js";
import { About, Title } from "./federation/titles.js";

const markers = defineCatalog((context) => context.read(LoadedSampleEntity, "marker").getMany());

/** Databases that hold the sample. They hold it for good. A database without it may be given it while it is served. */
const sampleDatabases = new WeakSet<Database>();

/** Whether the department's database was filled with the sample. */
export async function isSampleData(context: RequestContext): Promise<boolean> {
  if (sampleDatabases.has(context.database)) return true;
  const isSample = (await markers(context)).length > 0;
  if (isSample) sampleDatabases.add(context.database);
  return isSample;
}

const description =
  "Whether the figures rest on sample data: people, households, loans and amounts that were made up, so that what was published comes out of them. What the sources did not give was made up too. False: the department's own register was imported into an empty database.";

const inVietnamese =
  "Số liệu có dựa trên dữ liệu mẫu hay không: người, hộ, khoản vay và số tiền được lập để khớp với số liệu đã công bố; nội dung nguồn không nêu cũng được lập thêm. Nếu không: dữ liệu của cơ quan đã được nhập vào cơ sở dữ liệu trống.";

/** The resolver of the field `isSample` of a type of statistics. */
export function sampleResolver(statistics: ClassType<object>): new () => object {
  @Resolver(() => statistics)
  class SampleResolver {
    @About(inVietnamese)
    @Title("Số liệu mẫu", "Sample data")
    @FieldResolver(() => Boolean, { description })
    isSample(@Ctx() context: RequestContext): Promise<boolean> {
      return isSampleData(context);
    }
  }
  return SampleResolver;
}
