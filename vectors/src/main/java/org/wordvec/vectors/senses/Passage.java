package org.wordvec.vectors.senses;

/**
 * A stretch of text around an occurrence of a word.
 *
 * @param source name of the file
 * @param line number of the line, from 1
 * @param text the word and some words on either side, as they are written
 * @param similarity cosine of the words around with the sense, both without the word's direction
 */
public record Passage(String source, long line, String text, double similarity) {}
