// Turn the names that files and folders of the data may have into one pattern.

/** Ids of issuers, releases, periods, statements, layouts and fonts name files and folders: nothing else may stand in them. */
export const idPattern = /^[a-z0-9][a-z0-9-]*$/;
