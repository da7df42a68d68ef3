package org.wordvec.vectors.senses;

/**
 * An excerpt of text around an occurrence of a word.
 *
 * @param source name of the file
 * @param line line number, from 1
 * @param text the word and some words on either side, as written
 * @param similarity cosine of the context with the sense, both without the word's direction
 */
public record Passage(String source, long line, String text, double similarity) {}
