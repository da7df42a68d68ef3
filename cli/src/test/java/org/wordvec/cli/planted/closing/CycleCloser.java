package org.wordvec.cli.planted.closing;

import org.wordvec.cli.planted.PlantedCycle;

/** The other half of {@link PlantedCycle}. */
public record CycleCloser(PlantedCycle other) {}
