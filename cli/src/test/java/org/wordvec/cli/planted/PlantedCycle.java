package org.wordvec.cli.planted;

import org.wordvec.cli.planted.closing.CycleCloser;

/** Depends on a package that depends on this one, so that the rule finds a cycle. */
public record PlantedCycle(CycleCloser other) {}
