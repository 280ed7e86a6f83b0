package io.plumbline.simulator.scenario;

/// Where it happens.
///
/// @param latitudeDeg        for gravity
/// @param altitudeM          above the sea, for gravity
/// @param temperatureC       of the sensors at the start
/// @param warmingCPerMin     how fast the sensors warm up
/// @param floorStiffnessNpm  of the plates of one side on this floor
/// @param floorRestitution   rebound speed over impact speed of plates that fall on it, 0.05 to 0.9
/// @param floorFriction      Coulomb coefficient of plates on the floor
/// @param rackHeightM        of the bar's centre in the rack, above the floor
public record Place(double latitudeDeg, double altitudeM, double temperatureC, double warmingCPerMin,
    double floorStiffnessNpm, double floorRestitution, double floorFriction, double rackHeightM) {}
