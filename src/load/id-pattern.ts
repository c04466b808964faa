// Turn "may this be a name of a file" into one pattern.

/** Ids of issuers, releases, periods, statements, layouts and fonts name files and folders: nothing else may stand in them. */
export const idPattern = /^[a-z0-9][a-z0-9-]*$/;
