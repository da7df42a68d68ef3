package org.wordvec.vectors.search;

/**
 * A result of a search.
 *
 * @param word the word
 * @param id its row
 * @param similarity score by which it is ranked: the cosine, −1 to 1, except for 3CosMul
 */
public record Neighbor(String word, int id, double similarity) {}
