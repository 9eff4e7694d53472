import type { RedisConnection } from "./redis-connection.js";

interface SharedLimit {
  readonly name: string;
  readonly seconds: number;
}

/**
 * Takes points only where so many are left, in one step of Redis: nothing has to be given back, so nobody loses or wins
 * points where the connection ends in between. Gives how long to wait, in milliseconds. 0: they are taken.
 */
const takePoints = `
local points, most = tonumber(ARGV[1]), tonumber(ARGV[2])
if tonumber(redis.call("get", KEYS[1]) or 0) + points > most then
  return math.max(1, redis.call("pttl", KEYS[1]))
end
redis.call("set", KEYS[1], 0, "PX", ARGV[3], "NX")
redis.call("incrby", KEYS[1], points)
return 0`;

/** The points of keys, which all processes count together in Redis. */
export class SharedPoints {
  readonly #redis: RedisConnection;
  readonly #limit: SharedLimit;

  constructor(redis: RedisConnection, limit: SharedLimit) {
    this.#redis = redis;
    this.#limit = limit;
  }

  /**
   * Takes points where no more than `most` are taken then. Returns how long to wait, in milliseconds. 0: they are taken.
   * Undefined: Redis did not say, and may have taken them.
   */
  async take(key: string, points: number, most: number): Promise<number | undefined> {
    const { name, seconds } = this.#limit;
    const waitMs = await this.#redis.ask((redis) =>
      redis.eval(takePoints, 1, `${name}:${key}`, points, most, seconds * 1_000),
    );
    return waitMs === undefined ? undefined : Number(waitMs);
  }
}
