/**
 * Accuracy of a model on published questions: analogies ({@link
 * org.wordvec.vectors.evaluation.AnalogyEvaluation}) and word pairs with human scores ({@link
 * org.wordvec.vectors.evaluation.PairEvaluation}). Depends on search.
 */
@NullMarked
package org.wordvec.vectors.evaluation;

import org.jspecify.annotations.NullMarked;
