// Turn the parts of a notice into the class words by which a style sets them: names of places, heads of versions, text without a class of its own.

/** Of the name of a place. */
export const placeClass = 'place';
/** Of what stands above each of its two versions. */
export const versionClass = 'version';
/** Of corrected text that had no class of its own, so that a style can set it apart. */
export const textClass = 'excerpt';
