package org.wordvec.vectors.search;

/**
 * A word that a search found.
 *
 * @param word the word
 * @param id its row
 * @param similarity the score it was ranked by: the cosine, −1 to 1, except for 3CosMul
 */
public record Neighbor(String word, int id, double similarity) {}
