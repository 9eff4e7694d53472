/**
 * The graph that a gateway serves itself. Composition takes it as a subgraph. Its address stands for nothing that could be
 * called: another gateway over the supergraph finds nobody there.
 */
export const accessLogGraph = { name: "access-log", url: "http://access-log.invalid/" } as const;

/** Its types, with directives of federation. */
export const accessLogSdl = `
type Query {
  """Who read an object, as the access log of this gateway has it. The log knows no areas: whoever may read it may ask about any object. An object that nobody read has no entries, like one that does not exist."""
  accessLog(
    """The type of the object. One whose reads are not recorded by its id is BAD_USER_INPUT, and the message names those that are."""
    type: String!
    """The id of the object. One with a number of nine digits or more, or with more than 200 characters, is BAD_USER_INPUT, because the id is recorded."""
    id: ID!
  ): AccessLog
}

"""Who read one object. To look is itself recorded, as a read of the type AccessLog whose id is the type and the id of the object with a space between them: "TYPE ID"."""
type AccessLog @audited(by: "type id") @requiresScopes(scopes: [["audit:read"]]) {
  """The type of the object."""
  type: String!
  """The id of the object."""
  id: ID!
  """The operations that read the object, the newest first. What is read of the log is verified: where it was altered or has lost entries, nothing is answered, and the error is ACCESS_LOG_DAMAGED. ACCESS_LOG_UNAVAILABLE: the gateway keeps no log, or cannot read it."""
  entries(
    """How many to return from the beginning, or after \`after\`: from 1 to 100. Anything else is BAD_USER_INPUT, and so is \`last\` beside it. Null: 20, unless \`last\` is given."""
    first: Int
    """Return what follows this cursor, taken from a page of the same list. Null: from the beginning."""
    after: String
    """Instead of \`first\`: how many to return from the end, or before \`before\`, in the order of the list. From 1 to 100; anything else is BAD_USER_INPUT."""
    last: Int
    """Return what stands before this cursor, taken from a page of the same list. Null: to the end."""
    before: String
  ): AccessLogEntryConnection
    @cost(weight: 100)
    @listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["edges"], requireOneSlicingArgument: false)
}

"""A page of a list of AccessLogEntry."""
type AccessLogEntryConnection {
  """The items of this page, in the order of the list."""
  edges: [AccessLogEntryEdge!]!
  """Where this page stands in the list."""
  pageInfo: PageInfo!
  """Whether all is there that the log says was written. False: older parts were moved elsewhere or removed, and what they say of the object is not listed."""
  isComplete: Boolean!
}

"""One AccessLogEntry of a list."""
type AccessLogEntryEdge {
  """Where this item stands in the list: pass it as \`after\` or \`before\`."""
  cursor: String!
  """The AccessLogEntry itself."""
  node: AccessLogEntry!
}

"""An operation that read the object."""
type AccessLogEntry {
  """When, in UTC: 2026-01-02T03:04:05.678Z."""
  time: String!
  """Who, as the token said it. Null: nobody signed in."""
  subject: String
  """The office of who read, as the token said it. Null: it did not say it."""
  agency: String
  """For what, as the client said it. Null: it did not say it."""
  purpose: String
  """The name of the operation. Null: it has none, or one that is not recorded."""
  operationName: String
  """SHA-256 of the document without its values, in hexadecimal digits."""
  operationHash: String!
  """What became of what was read."""
  outcome: AccessLogOutcome!
}

"""What became of what an operation read."""
enum AccessLogOutcome {
  """The answer left without errors."""
  ANSWERED
  """The answer left with errors."""
  PARTIAL
  """The answer left without data."""
  FAILED
  """The answer was too large to leave."""
  TOO_LARGE
}

"""Where a page stands in its list."""
type PageInfo @shareable {
  """Whether more follow after endCursor. Of a page with \`first\` these are the ones up to \`before\`; of one with \`last\` it is whether \`before\` was given."""
  hasNextPage: Boolean!
  """Whether others come before startCursor. Of a page with \`last\` these are the ones down to \`after\`; of one with \`first\` it is whether \`after\` was given."""
  hasPreviousPage: Boolean!
  """The cursor of the first item: pass it as \`before\`, with \`last\`, for the previous page. Null: the page is empty."""
  startCursor: String
  """The cursor of the last item: pass it as \`after\` for the next page. Null: the page is empty."""
  endCursor: String
}
`;
